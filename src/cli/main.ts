import { parseArguments } from './arguments.ts'
import { helpText } from './help.ts'
import { COMMANDS } from './options/index.ts'
import { complain, STDERR, STDOUT, write } from './output.ts'
import { run } from './run.ts'
import { versionText } from './version.ts'

const PROGRAM = 'keepalived-conf'

const COMMANDS_BY_NAME = {
  check: async () => (await import('./check.ts')).check,
  fmt: async () => (await import('./fmt.ts')).fmt,
  json: async () => (await import('./json.ts')).json,
  conf: async () => (await import('./conf.ts')).conf,
  expand: async () => (await import('./expand.ts')).expand,
  conf2json: async () => (await import('./conf2json.ts')).conf2json,
  facts: async () => (await import('./facts.ts')).facts,
  diff: async () => (await import('./diff.ts')).diff,
  apply: async () => (await import('./apply.ts')).apply,
  rollback: async () => (await import('./apply.ts')).rollback,
  explain: async () => (await import('./explain.ts')).explainCode,
} as const

run(PROGRAM, async () => {
  const parsed = parseArguments(process.argv.slice(2), COMMANDS)
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
  const load = COMMANDS_BY_NAME[command.name as keyof typeof COMMANDS_BY_NAME]
  return (await load())(PROGRAM, parsed.arguments)
})
