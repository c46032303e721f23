import type { Config } from '../config.ts'
import type { Document } from '../cst/document.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { SCHEMAS } from '../schema/registry.ts'
import { hasSecret } from '../schema/row.ts'
import { escaped } from '../text/escaped.ts'

/** What is shown of a secret, whatever its length. */
export const MASK = '****'

/** A stretch of a text that must not be shown. */
export interface Mask {
  readonly start: number
  readonly end: number
}

/** The text behind the code frames of one file. */
export interface Source {
  readonly text: string
  /** Masks that touch `[from, to)`; words in front of it are read from `look` on. */
  readonly masksIn: (look: number, from: number, to: number) => readonly Mask[]
}

/** Files of a configuration by the name that findings give them. */
export type SourceOf = (file: string) => Source | undefined

export function sourcesOf(config: Config): SourceOf {
  const { documents } = config.sources
  const byName = new Map<string, Source>()
  let patterns: readonly RegExp[] | undefined
  return (file) => {
    const known = byName.get(file)
    if (known !== undefined) return known
    const document = documents.find((one) => one.file === file)
    if (document === undefined) return undefined
    patterns ??= secretPatterns(config)
    const source = sourceOf(document, secretsOf(config, file), patterns)
    byName.set(file, source)
    return source
  }
}

/** How far from a finding words of its line are looked at: keepalived reads no longer lines. */
const NEAR = 1024

/**
 * A finding without the secrets of its line. Messages quote words of the file, and a word that binding did not take for a password
 * (a brace glued to it, a definition read by a target that has none) may be one.
 */
export function withoutSecrets(diagnostic: Diagnostic, source: Source | undefined): Diagnostic {
  if (source === undefined) return diagnostic
  const { start, end } = diagnostic.range
  const lineStart = Math.max(start.offset - start.column + 1, start.offset - NEAR)
  const newline = source.text.slice(end.offset, end.offset + NEAR).indexOf('\n')
  const lineEnd = end.offset + (newline < 0 ? NEAR : newline)
  const words = source
    .masksIn(lineStart, lineStart, lineEnd)
    .flatMap((mask) => source.text.slice(mask.start, Math.min(mask.end, mask.start + NEAR)).split(/[\s{}"'`]+/))
    .filter((word) => word.length >= SHORTEST)
  if (words.length === 0) return diagnostic
  const clean = (text: string): string => words.reduce((all, word) => all.replaceAll(word, MASK), text)
  const { help } = diagnostic
  return { ...diagnostic, message: clean(diagnostic.message), ...(help === undefined ? {} : { help: clean(help) }) }
}

/** Shorter words would be found inside the words of the message. */
const SHORTEST = 3

/** A file that is included twice is two documents of one name, bound in two places. */
const secretsOf = ({ sources, bound }: Config, name: string): readonly Mask[] =>
  bound.secrets.filter(({ file }) => sources.documents[file]?.file === name)

function sourceOf({ text }: Document, secrets: readonly Mask[], patterns: readonly RegExp[]): Source {
  return {
    text,
    masksIn(look, from, to) {
      const known = secrets.filter(({ start, end }) => start < to && end > from)
      const guessed: Mask[] = []
      const before = text.slice(look, to)
      for (const pattern of patterns) {
        for (const match of before.matchAll(pattern)) {
          const start = look + match.index + (match[1] as string).length
          const end = look + match.index + match[0].length
          if (end > from && !known.some((one) => one.start < end && one.end > start)) guessed.push({ start, end })
        }
      }
      return [...known, ...guessed]
    },
  }
}

/**
 * What binding does not see is masked by its looks, to the end of the line: a password in a block that nobody knows or that a missing brace
 * has swallowed, and the definition of a name that stands where a password is expected.
 */
function secretPatterns({ sources, bound }: Config): readonly RegExp[] {
  const keywords = new Set<string>()
  for (const { rows } of Object.values(SCHEMAS)) {
    for (const row of rows) if (row.form !== 'line' && hasSecret(row)) keywords.add(row.keyword)
  }
  const names = new Set<string>()
  for (const { file, start, end } of bound.secrets) {
    // Words of the effective text are hidden where they are written, too.
    const word = sources.documents[file]?.text.slice(start, end) ?? ''
    for (const match of word.matchAll(/\$\{?(\w+)/g)) names.add(match[1] as string)
  }
  const patterns = [...keywords].map((keyword) => new RegExp(`((?:^|[\\s{}"])${escaped(keyword)}[ \\t"={]+)[^\\n]+`, 'gm'))
  for (const name of names) patterns.push(new RegExp(`(\\$${escaped(name)}=)[^\\n]+`, 'g'))
  return patterns
}
