import { parseArguments } from './arguments.ts'
import { helpText } from './help.ts'
import { complain, STDERR, STDOUT, write } from './output.ts'
import { run } from './run.ts'
import { versionText } from './version.ts'

const PROGRAM = 'keepalived-conf'

run(PROGRAM, async () => {
  const parsed = parseArguments(process.argv.slice(2))
  if (!parsed.ok) return complain(PROGRAM, parsed.problem)
  const { command, given } = parsed.arguments
  if (given.has('help') || given.has('version')) {
    write(STDOUT, given.has('help') ? helpText(PROGRAM, command) : versionText(PROGRAM))
    return 0
  }
  if (command === undefined) {
    if (given.size > 0)
      return complain(PROGRAM, `there is no command; \`${PROGRAM} -t -f FILE\` or \`${PROGRAM} check FILE\` checks a file`)
    write(STDERR, helpText(PROGRAM))
    return 2
  }
  // A command is loaded when it is run: the start costs more than the work on a small file.
  switch (command.name) {
    case 'check':
      return (await import('./check.ts')).check(PROGRAM, parsed.arguments)
    case 'json':
      return (await import('./json.ts')).json(PROGRAM, parsed.arguments)
    case 'expand':
      return (await import('./expand.ts')).expand(PROGRAM, parsed.arguments)
    case 'conf2json':
      return (await import('./conf2json.ts')).conf2json(PROGRAM, parsed.arguments)
    default:
      return (await import('./explain.ts')).explainCode(PROGRAM, parsed.arguments)
  }
})
