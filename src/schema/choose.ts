import { type Dialect, dialectOf, keepalived, LATEST_KEEPALIVED, LVS_122 } from './dialects.ts'
import { SCHEMAS } from './registry.ts'

/** A dialect and why it was taken. */
export interface Choice {
  readonly dialect: Dialect
  readonly reason: string
}

/**
 * The dialect of a target name; for `auto` (and names that are none) the lineage whose own words stand in the text.
 *
 * @param fallback - what a text without such words is read as.
 */
export function chooseDialect(target: string, text: string, fallback: Dialect = keepalived(LATEST_KEEPALIVED)): Choice {
  const named = dialectOf(target)
  if (named !== undefined) return { dialect: named, reason: 'named' }
  const lvs = firstOwnWord(text, onlyIn('lvs', 'keepalived'))
  if (lvs !== undefined) return { dialect: LVS_122, reason: `\`${lvs}\` is a word of the 1.2.2 LVS edition only` }
  const upstream = firstOwnWord(text, onlyIn('keepalived', 'lvs'))
  if (upstream !== undefined) {
    return { dialect: keepalived(LATEST_KEEPALIVED), reason: `\`${upstream}\` is a word of newer keepalived` }
  }
  return { dialect: fallback, reason: 'no word of the file decides' }
}

/** Words that one lineage has and the other lacks everywhere; words of forks do not count. */
function onlyIn(lineage: 'lvs' | 'keepalived', other: 'lvs' | 'keepalived'): ReadonlySet<string> {
  const foreign = SCHEMAS[other].places
  const own = SCHEMAS[lineage].rows.filter(
    ({ keyword, in: places, form }) =>
      form !== 'line' &&
      !foreign.has(keyword) &&
      Object.values(places).some(({ variant }) => variant === undefined || variant === 'sina'),
  )
  return new Set(own.map(({ keyword }) => keyword))
}

/** The first line whose first word is one of the set. */
function firstOwnWord(text: string, words: ReadonlySet<string>): string | undefined {
  for (const match of text.matchAll(/(?:^|[\n{}])[ \t]*([A-Za-z_][\w-]*)/g)) if (words.has(match[1] as string)) return match[1]
  return undefined
}
