// Every word of real files that no keyword table has in that place, with the reason why; only where the shared material is there.
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { validateAll } from '../../src/validate/facade.ts'
import { type File, sharedFiles } from '../support/files.ts'
import { REASONS, type Unknown, WORDS } from './unknown-words.ts'

const FILES = [...sharedFiles('corpus/web'), ...sharedFiles('corpus/lvs')]

/** Codes of a word that the reader does not know where it stands. */
const CODES: ReadonlySet<string> = new Set([
  ...['schema/unknown-keyword', 'schema/unknown-block', 'schema/misplaced-keyword', 'schema/other-reader'],
  ...['schema/too-new', 'schema/removed', 'schema/fork-keyword', 'lvs/retry-in-tcp-check'],
])

/** Files say whose they are by their folder and name: README.md and lvs/INDEX.tsv of the corpus. */
const targetOf = (path: string): string =>
  path.startsWith('corpus/web') ? '2.4.3' : path.includes('/dpvs-') ? 'dpvs-1.9' : 'lvs-1.2.2'

/** Words that are the text of somebody's file rather than words of a configuration go by their kind. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/\//, '(comment of C++)'],
  [/[^ -~]/, '(Chinese)'],
  [/@.*\$$/, '(prompt)'],
  [/^[A-Z_]+=/, '(assignment)'],
  [/^\/\w/, '(path)'],
  [/^node\d/, '(host)'],
  [/^[-_.,]{3,}$/, '(line of signs)'],
]

const shown = (word: string): string => KINDS.find(([pattern]) => pattern.test(word))?.[1] ?? word

/** `code word` of everything that is not known, once a finding. */
function unknownOf({ path, text }: File): readonly string[] {
  const { diagnostics, omitted } = validateAll(parse(text, { target: targetOf(path) }), { limit: 100_000 })
  expect(omitted, path).toBe(0)
  return diagnostics
    .filter(({ code }) => CODES.has(code))
    .map(({ code, message }) => `${code} ${shown(/`([^`]+)`/.exec(message)?.[1] ?? message)}`)
}

const tally = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const keyOf = ([code, word]: Unknown): string => `${code} ${word}`

describe('the list of unknown words', () => {
  test('has each word once, with a reason that is one', () => {
    expect(new Set(WORDS.map(keyOf)).size).toBe(WORDS.length)
    expect(WORDS.filter(([, , , reason]) => REASONS[reason] === undefined)).toEqual([])
  })

  test('has no reason that no word has', () => {
    const used = new Set(WORDS.map(([, , , reason]) => reason))
    expect(Object.keys(REASONS).filter((reason) => !used.has(reason as keyof typeof REASONS))).toEqual([])
  })
})

describe.skipIf(FILES.length === 0)('words of real files that no table has', () => {
  test('are those of the list, as often as it says', () => {
    const found = tally(FILES.flatMap(unknownOf))
    const listed = new Map(WORDS.map((row) => [keyOf(row), row[2]]))
    const keys = [...new Set([...found.keys(), ...listed.keys()])].sort()
    const differing = keys.filter((key) => found.get(key) !== listed.get(key))
    expect(differing.map((key) => `${key}: listed ${listed.get(key) ?? 0}, found ${found.get(key) ?? 0}`)).toEqual([])
  }, 60_000)
})
