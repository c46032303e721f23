import type { Config } from '../config.ts'
import { isTerminal, STDOUT } from './output.ts'
import { MASK, type Source, sourcesOf } from './sources.ts'
import type { Side } from './unified-diff.ts'
import { visible } from './visible.ts'

/** A file of a configuration as one side of a diff: without its secrets, and for a terminal without what would move the cursor. */
export function sideOf(config: Config, file: string, name: string): Side {
  const source = sourcesOf(config)(file)
  const forTerminal = isTerminal(STDOUT)
  return {
    name,
    text: source?.text ?? '',
    show(from, to) {
      const line = source === undefined ? '' : masked(source, from, to)
      return forTerminal ? line.split('\t').map(visible).join('\t') : line
    },
  }
}

function masked(source: Source, from: number, to: number): string {
  const masks = [...source.masksIn(from, from, to)].sort((a, b) => a.start - b.start)
  let line = ''
  let at = from
  for (const { start, end } of masks) {
    if (end <= at) continue
    line += source.text.slice(at, Math.max(at, start)) + MASK
    at = Math.min(end, to)
  }
  return line + source.text.slice(at, to)
}
