import { parse } from '../config.ts'
import { applyEdits } from '../edit/apply.ts'
import { format } from '../edit/format.ts'
import { encode } from '../text/decode.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { sideOf } from './diff-side.ts'
import { entryOf, nodeLoader, STDIN_NAME } from './files.ts'
import { complain, STDOUT, write } from './output.ts'
import { progress } from './progress.ts'
import { rewrite } from './rewrite.ts'
import { unifiedDiff } from './unified-diff.ts'

/** What becomes of a file that has been formatted: the exit status. */
type Use = (file: string, before: string, after: string) => 0 | 1 | 2

/** `keepalived-conf fmt [FILE…]`. */
export async function fmt(program: string, args: Arguments): Promise<number> {
  const { files, given } = args
  const names = files.length === 0 ? ['-'] : files
  if (given.has('write') && given.has('check')) return complain(program, '--check and --write do not go together')
  if (given.has('write') && names.includes('-')) return complain(program, '--write needs files; standard input is none')
  if (names.length > 1 && !given.has('write') && !given.has('check'))
    return complain(program, 'several files need --check or --write; the text of one is written to standard output')
  const target = optionOf(args, 'for')
  const width = optionOf(args, 'indent')
  const indent = width === 'tab' ? 'tab' : Number(width)
  const use: Use = given.has('write') ? (...one) => replace(program, ...one) : given.has('check') ? compare : print
  const loader = nodeLoader(progress())
  let status: number = 0
  for (const name of names) {
    const file = entryOf(name)
    const loaded = await loader.read(file)
    if (!loaded.ok) {
      status = complain(program, `${name} cannot be read: ${loaded.why}`)
      continue
    }
    const text = applyEdits(loaded.text, format(parse(loaded.text, { file, target }), { indent }))
    status = Math.max(status, use(file, loaded.text, text))
  }
  return status

  function compare(file: string, before: string, after: string): 0 | 1 {
    if (before === after) return 0
    const name = file === STDIN_NAME ? 'stdin' : file
    const side = (text: string, folder: string) => sideOf(parse(text, { file, target }), file, `${folder}/${name}`)
    write(STDOUT, unifiedDiff(side(before, 'a'), side(after, 'b')))
    return 1
  }
}

const print: Use = (_file, _before, after) => {
  write(STDOUT, encode(after))
  return 0
}

function replace(program: string, file: string, before: string, after: string): 0 | 2 {
  if (before === after) return 0
  const result = rewrite(file, before, after)
  if (!result.ok) return complain(program, `${result.why}; nothing was written`)
  if (result.value !== '') complain(program, `${file} is formatted, but ${result.value}`)
  return 0
}
