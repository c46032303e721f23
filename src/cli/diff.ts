import { diff as compare } from '../diff/diff.ts'
import { readVipMap } from '../diff/vip-map.ts'
import { stringify } from '../json/stringify.ts'
import type { JsonValue } from '../json/value.ts'
import { SCHEMAS } from '../schema/registry.ts'
import { nearest } from '../text/distance.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { type Read, readSides } from './diff-input.ts'
import { changeText, summaryText } from './diff-text.ts'
import { nodeLoader } from './files.ts'
import type { Command } from './options/option.ts'
import { complain, STDOUT, wantsColor, write } from './output.ts'
import { painter } from './pretty.ts'
import { progress } from './progress.ts'
import { usageOf } from './usage.ts'

/** `keepalived-conf diff OLD NEW`. */
export async function diff(program: string, args: Arguments): Promise<number> {
  const { command, files, given } = args
  if (files.length < 2) return complain(program, `two sides are compared; usage: ${usageOf(program, command as Command)}`)
  if (files.filter((file) => file === '-').length > 1) return complain(program, 'only one of the files can be standard input')
  const ignore = wordsOf(given.get('ignore'))
  const only = wordsOf(given.get('only'))
  const wrong = problemWith('keyword', ignore, ALL) ?? problemWith('block of the top level', only, TOP)
  if (wrong !== undefined) return complain(program, wrong)
  const csv = given.get('map-vip')
  const vips = csv === undefined ? undefined : await vipsIn(csv)
  if (typeof vips === 'string') return complain(program, vips)
  const sides = await readSides(program, files, args)
  if (sides === undefined) return 2

  const [old, fresh] = sides
  const changes = compare(old.value, fresh.value, {
    ignore,
    expandGroups: given.has('expand-groups'),
    ...(only.length === 0 ? {} : { only }),
    ...(vips === undefined ? {} : { vips }),
  })
  const isEqual = changes.every(({ level }) => level === 'note')
  if (optionOf(args, 'format') === 'json') {
    const report = { formatVersion: 1, equal: isEqual, old: sideOf(old), new: sideOf(fresh), changes }
    const text = stringify(report as unknown as JsonValue)
    if (!text.ok) return complain(program, text.message)
    write(STDOUT, `${text.text}\n`)
  } else {
    const paint = painter(() => wantsColor('auto', process.env))
    const parts = changes.map((change) => changeText(change, paint))
    write(STDOUT, `${parts.join('')}${parts.length === 0 ? '' : '\n'}${summaryText(changes)}\n${readAs(old, fresh)}`)
  }
  return isEqual ? 0 : 1
}

const wordsOf = (list: string | undefined): readonly string[] => (list ?? '').split(/[\0,\s]+/).filter((word) => word !== '')

const ALL = (): readonly string[] => Object.values(SCHEMAS).flatMap(({ rows }) => rows.map(({ keyword }) => keyword))
const TOP = (): readonly string[] =>
  Object.values(SCHEMAS).flatMap(({ rows }) => rows.filter((row) => '' in row.in).map(({ keyword }) => keyword))

/** A misspelt keyword would compare too much, or nothing at all. */
function problemWith(what: string, words: readonly string[], known: () => readonly string[]): string | undefined {
  const names = words.length === 0 ? new Set<string>() : new Set(known())
  const wrong = words.find((word) => !names.has(word))
  if (wrong === undefined) return undefined
  const near = nearest(wrong, [...names])
  return `\`${wrong}\` is no ${what}${near === undefined ? '' : `; did you mean \`${near}\`?`}`
}

async function vipsIn(file: string): Promise<ReadonlyMap<string, string> | string> {
  const loaded = await nodeLoader(progress()).read(file)
  if (!loaded.ok) return `\`${file}\` cannot be read: ${loaded.why}`
  const read = readVipMap(loaded.text)
  return read.ok ? read.vips : `\`${file}\`: ${read.why}`
}

const sideOf = ({ name, dialect }: Read): { readonly file: string; readonly target: string | null } => ({
  file: name,
  target: dialect?.id ?? null,
})

/** Which reader was assumed, where the words of the files decided. */
const readAs = (old: Read, fresh: Read): string => {
  const [a, b] = [old, fresh].map(({ dialect }) => dialect?.id ?? 'JSON')
  return a === b ? `compared as ${a}; choose with --for\n` : `compared as ${a} and ${b}; choose with --for\n`
}
