import type { Document } from '../cst/document.ts'
import type { Span } from '../diagnostics/finding.ts'
import { directoryOf, join } from './glob.ts'
import * as codes from './reference-codes.ts'
import { type State, say } from './state.ts'

/** What a predefined name stands for. */
export type Predefined =
  | { readonly kind: 'text'; readonly text: string }
  /** It stays as written: nobody can say it here, or the reader leaves it too. */
  | { readonly kind: 'left' }

const LEFT: Predefined = { kind: 'left' }
const text = (value: string): Predefined => ({ kind: 'text', text: value })

/** One predefined name: its arguments as words, whether it stood in braces, the line around it. */
export interface Reference {
  readonly name: string
  readonly words: readonly string[]
  readonly span: Span
  /** The text in front of it and behind it on its line. */
  readonly before: string
  readonly behind: string
}

type Reader = (state: State, reference: Reference) => Predefined

/** By name. A definition of the same name goes before. */
export const PREDEFINED: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['_PWD', readDirectory],
  ['_INSTANCE', readInstance],
  ['_HASH', (state, reference) => readSign(state, reference, '#')],
  ['_BANG', (state, reference) => readSign(state, reference, '!')],
  ['_ENV', readEnvironment],
  ['_RANDOM', readRandom],
])

/** A reference to a number that is drawn anew whenever keepalived starts. */
export const RANDOM = /\$\{_RANDOM[^}]*\}/

/** Names that take words behind them, in braces. */
export const takesWords = (name: string): boolean => name === '_ENV' || name === '_RANDOM'

function unknowable(state: State, { name, span }: Reference, why: string): Predefined {
  say(state, codes.unknowable, span, [name, why])
  state.uncertain.add(name)
  return LEFT
}

/** The directory of the file that is being read. A relative one is enough where a name is looked up from there anyway. */
function readDirectory(state: State, reference: Reference): Predefined {
  const file = state.files.at(-1)?.file ?? 0
  const directory = directoryOf((state.sources.documents[file] as Document).file)
  if (directory.startsWith('/')) return text(directory)
  if (state.options.directory !== undefined) return text(join(state.options.directory, directory).replace(/(.)\/$/, '$1'))
  if (/^include[rmwba]?[ \t]+$/.test(reference.before)) return text('.')
  return unknowable(state, reference, 'the file has no absolute name')
}

function readInstance(state: State, reference: Reference): Predefined {
  const { configId } = state.options
  return configId === undefined ? unknowable(state, reference, 'no configuration id is given') : text(configId)
}

function readSign(state: State, { name, span, before }: Reference, sign: string): Predefined {
  const isQuoted = (before.match(/"/g)?.length ?? 0) % 2 === 1
  if (!isQuoted) say(state, codes.commentSign, span, [name])
  return text(sign)
}

function readEnvironment(state: State, reference: Reference): Predefined {
  const { span, words } = reference
  if (!state.isNew || words.length === 0) {
    say(state, state.isNew ? codes.envWithoutName : codes.envUnknown, span, [])
    state.uncertain.add('_ENV')
    return LEFT
  }
  const { env } = state.options
  if (env === undefined) return unknowable(state, reference, 'the environment of the daemon is not known')
  return text(env[words[0] as string] ?? '')
}

/** Two equal bounds are no lottery; every other value is drawn anew when keepalived starts. */
function readRandom(state: State, reference: Reference): Predefined {
  const { span, words, behind } = reference
  const wrong = words.find((word) => !/^\d+$/.test(word))
  if (wrong !== undefined || words.length > 2) {
    say(state, codes.randomArguments, span, [wrong === undefined ? 'more than two bounds' : `\`${wrong}\` is not a number`])
    state.uncertain.add('_RANDOM')
    return LEFT
  }
  const [least, most] = words.map(Number)
  if (least !== undefined && most !== undefined) {
    if (least > most) {
      const quiet = { severity: 'warning', reported: false } as const
      say(state, codes.randomArguments, span, [`${least} is more than ${most}`], state.isNew ? {} : quiet)
      if (state.isNew) return text(String(least))
    }
    if (!state.isNew && behind.trim() !== '') say(state, codes.randomGarbled, span, [])
    if (least === most) return text(String(least))
  }
  return unknowable(state, reference, 'it is drawn when keepalived starts')
}
