import { dialectOf, TARGET_FORMS } from '../schema/dialects.ts'
import { nearest } from '../text/distance.ts'
import { type Command, HELP, type Option, VERSION } from './options/option.ts'

/** What the words of a command line say. */
export interface Arguments {
  /** Undefined when no command is named. */
  readonly command: Command | undefined
  readonly files: readonly string[]
  /** Options that were given, by their long names; flags have the value ''. */
  readonly given: ReadonlyMap<string, string>
}

export type Parsed =
  | { readonly ok: true; readonly arguments: Arguments }
  /** `problem` is one line without the name of the program. */
  | { readonly ok: false; readonly problem: string }

interface State {
  /** All that the program has. */
  readonly commands: readonly Command[]
  command: Command | undefined
  readonly files: string[]
  readonly given: Map<string, string>
}

/**
 * Reads a command line by the option table, as getopt_long does: `-tf FILE`, `-tfFILE`, `--use-file=FILE`, `--` ends the options.
 *
 * @param commands - those of the program; one that has just one command is not told it.
 */
export function parseArguments(words: readonly string[], commands: readonly Command[]): Parsed {
  const state: State = { commands, command: commands.length === 1 ? commands[0] : undefined, files: [], given: new Map() }
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (word === '--') {
      state.files.push(...words.slice(i + 1))
      break
    }
    const taken = word.startsWith('-') && word !== '-' ? readOption(state, word, words[i + 1]) : readOperand(state, word)
    if (typeof taken === 'string') return { ok: false, problem: taken }
    i += taken
  }
  // The original has no commands: its -t is ours to check.
  if (state.command === undefined && state.given.has('config-test')) state.command = named(state, 'check')
  const { command, given } = state
  for (const name of command === undefined ? [] : given.keys()) {
    if (![HELP, VERSION, ...(command as Command).options].some(({ long }) => long === name)) {
      return { ok: false, problem: `\`${(command as Command).name}\` has no option --${name}` }
    }
  }
  const uses = given.get('use-file')
  return {
    ok: true,
    arguments: { command, given, files: uses === undefined ? state.files : [...uses.split('\0'), ...state.files] },
  }
}

const named = ({ commands }: State, name: string): Command | undefined => commands.find((command) => command.name === name)

/** The value of an option, or its default. */
export function optionOf({ command, given }: Arguments, long: string): string {
  return given.get(long) ?? command?.options.find((option) => option.long === long)?.default ?? ''
}

/** A word that is no option: the command, then files. Nothing more is taken from the words behind it. */
function readOperand(state: State, word: string): 0 | string {
  if (state.command !== undefined || state.given.has('config-test')) {
    state.files.push(word)
    return 0
  }
  state.command = named(state, word)
  if (state.command !== undefined) return 0
  const names = state.commands.map(({ name }) => name)
  const near = nearest(word, names)
  return `there is no command \`${word}\`; ${near === undefined ? `the commands are ${names.join(', ')}` : `did you mean \`${near}\`?`}`
}

/** How many of the words behind the option were its value, or what is wrong. */
function readOption(state: State, word: string, next: string | undefined): 0 | 1 | string {
  const known = [
    ...(state.command === undefined ? state.commands : [state.command]).flatMap(({ options }) => options),
    HELP,
    VERSION,
  ]
  if (word.startsWith('--')) {
    const equals = word.indexOf('=')
    const name = word.slice(2, equals < 0 ? undefined : equals)
    const option = known.find(({ long }) => long === name)
    if (option === undefined) return unknownOption(`--${name}`, known)
    return store(state, option, `--${name}`, equals < 0 ? undefined : word.slice(equals + 1), next)
  }
  for (let at = 1; at < word.length; at++) {
    const letter = word[at] as string
    const option = known.find(({ short }) => short === letter)
    if (option === undefined) return unknownOption(`-${letter}`, known)
    const rest = word.slice(at + 1)
    if (option.value !== undefined) return store(state, option, `-${letter}`, rest === '' ? undefined : rest, next)
    state.given.set(option.long, '')
  }
  return 0
}

function unknownOption(name: string, known: readonly Option[]): string {
  const near = name.startsWith('--')
    ? nearest(
        name,
        known.map(({ long }) => `--${long}`),
      )
    : undefined
  return `there is no option ${name}${near === undefined ? '' : `; did you mean ${near}?`}`
}

function store(
  state: State,
  option: Option,
  name: string,
  attached: string | undefined,
  next: string | undefined,
): 0 | 1 | string {
  if (option.value === undefined) {
    if (attached !== undefined) return `${name} takes no value`
    state.given.set(option.long, '')
    return 0
  }
  const value = attached ?? next
  if (value === undefined) return `${name} lacks its value ${option.value}`
  const problem = judge(option, value)
  if (problem !== undefined) return `${name}: ${problem}`
  const before = option.many === true ? state.given.get(option.long) : undefined
  state.given.set(option.long, before === undefined ? value : `${before}\0${value}`)
  return attached === undefined ? 1 : 0
}

function judge({ kind, choices = [], least = 0 }: Option, value: string): string | undefined {
  if (kind === 'words' && !choices.includes(value)) return `\`${value}\` is not one of ${choices.join(', ')}`
  if (kind === 'count' && !(/^\d{1,9}$/.test(value) && Number(value) >= least))
    return `\`${value}\` is not a whole number from ${least}`
  if (kind === 'indent' && !/^(?:tab|\d|1[0-6])$/.test(value)) return `\`${value}\` is neither a number from 0 to 16 nor tab`
  if (kind === 'target' && value !== 'auto' && dialectOf(value) === undefined) {
    return `\`${value}\` is not a target; legal are auto, ${TARGET_FORMS}`
  }
  return undefined
}
