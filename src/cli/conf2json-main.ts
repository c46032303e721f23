import { parseArguments } from './arguments.ts'
import { conf2json } from './conf2json.ts'
import { helpText } from './help.ts'
import { conf2json as COMMAND } from './options/conf2json.ts'
import { complain, STDOUT, write } from './output.ts'
import { run } from './run.ts'
import { versionText } from './version.ts'

const PROGRAM = 'conf2json'

run(PROGRAM, async () => {
  const parsed = parseArguments(process.argv.slice(2), [COMMAND])
  if (!parsed.ok) return complain(PROGRAM, parsed.problem)
  const { given } = parsed.arguments
  if (given.has('help') || given.has('version')) {
    write(STDOUT, given.has('help') ? helpText(PROGRAM, COMMAND) : versionText(PROGRAM))
    return 0
  }
  return conf2json(PROGRAM, parsed.arguments)
})
