import { optionOf, parseArguments } from './arguments.ts'
import { checkFiles } from './check-files.ts'
import { check } from './options/check.ts'
import { HELP, VERSION } from './options/option.ts'
import { PLAIN_FORMATS } from './plain-formats.ts'
import { run } from './run.ts'

// A check that writes for a reader is what nearly every start is for. Its own bundle has a third of the text of the whole program,
// which is read, turned into code and cleaned up at every start.

const PROGRAM = 'keepalived-conf'

/** What the whole program does. */
const ELSEWHERE = [HELP.long, VERSION.long, 'fix', 'diff']

/** Whether the words of the command line ask for a plain check, which then is on its way. Anything else, mistakes included, is the whole program's. */
export const begun: boolean = begin(process.argv.slice(2))

function begin(words: readonly string[]): boolean {
  // The starter (`launcher.cjs`) asks where the first word is the command or the -t of the original.
  const parsed = parseArguments(words[0] === check.name ? words.slice(1) : words, [check])
  if (!parsed.ok || ELSEWHERE.some((name) => parsed.arguments.given.has(name))) return false
  const name = optionOf(parsed.arguments, 'format')
  if (name !== 'pretty' && name !== 'concise') return false
  run(PROGRAM, () => checkFiles(PROGRAM, parsed.arguments, { format: PLAIN_FORMATS[name] }))
  return true
}
