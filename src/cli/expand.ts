import type { Config } from '../config.ts'
import type { Span } from '../diagnostics/finding.ts'
import type { Expanded } from '../expand/expand.ts'
import { effective } from '../resolve.ts'
import { type LineStarts, lineStarts, positionAt } from '../text/position.ts'
import type { Arguments } from './arguments.ts'
import type { Command } from './options/option.ts'
import { complain, STDOUT, write } from './output.ts'
import { complainOfErrors, readConfig } from './read.ts'
import { usageOf } from './usage.ts'

/** `keepalived-conf expand FILE`. */
export async function expand(program: string, args: Arguments): Promise<number> {
  const { command, files, given } = args
  if (files.length > 1) return complain(program, `one file at a time; usage: ${usageOf(program, command as Command)}`)
  const config = await readConfig(program, files[0] ?? '-', args)
  if (config === undefined) return 2
  const expanded = effective(config)
  write(STDOUT, given.has('origins') ? withOrigins(config, expanded) : expanded.document.text)
  complainOfErrors(config)
  return 0
}

/** Each line with a comment that says where it is written, and where the definition in it is. */
function withOrigins({ sources }: Config, { document: { text }, file, originOf }: Expanded): string {
  const starts = new Map<number, LineStarts>()
  const placeOf = ({ file: index, start }: Span): string => {
    const document = sources.documents[index]
    const known = starts.get(index) ?? lineStarts(document?.text ?? '')
    starts.set(index, known)
    return `${document?.file ?? ''}:${positionAt(known, start).line}`
  }
  let result = ''
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(at, end)
    const margin = line.length - line.trimStart().length
    result += line
    if (line.trim() !== '' && hasRoom(line)) {
      const { use, definition } = originOf({ file, start: at + margin, end })
      result += ` # ${placeOf(use)}${definition === undefined ? '' : `, defined at ${placeOf(definition)}`}`
    }
    result += '\n'
    at = end + 1
  }
  return result
}

/** A comment in an open quote would be text, and one behind a lone CR as well. */
const hasRoom = (line: string): boolean => (line.match(/"/g)?.length ?? 0) % 2 === 0 && !line.endsWith('\r')
