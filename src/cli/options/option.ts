import { TARGET_FORMS } from '../../schema/dialects.ts'

/** The table behind parsing, `--help`, the manual page and the completions: what is not here does not exist. */
export interface Option {
  readonly long: string
  readonly short?: string
  /** Name of its value in the help; a flag has none. */
  readonly value?: string
  /** `words`: one of `choices`; `count`: a whole number from `least`; `indent`: a number of blanks or `tab`; `target`: what `--for` takes; `text`: anything. */
  readonly kind?: 'words' | 'count' | 'indent' | 'target' | 'text'
  readonly choices?: readonly string[]
  readonly least?: number
  /** May be given several times; the values are kept with NUL between them. */
  readonly many?: true
  readonly default?: string
  readonly doc: string
}

export interface Command {
  readonly name: string
  /** What follows the name in the usage line. */
  readonly operands: string
  readonly doc: string
  readonly options: readonly Option[]
  /** Lines of a paragraph below the options. */
  readonly notes: readonly string[]
}

export const HELP: Option = { long: 'help', short: 'h', doc: 'Show this help.' }
export const VERSION: Option = { long: 'version', short: 'v', doc: 'Show the version.' }

export const forTarget = (fallback: string): Option => ({
  long: 'for',
  value: 'TARGET',
  kind: 'target',
  default: fallback,
  doc: `The reader to check for: auto, ${TARGET_FORMS}.`,
})

export const CONFIG_ID: Option = {
  long: 'config-id',
  short: 'i',
  value: 'ID',
  kind: 'text',
  doc: 'The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.',
}

export const ALL_CONFIG: Option = {
  long: 'all-config',
  short: 'e',
  doc: 'Every include must find all its files, as keepalived -e wants it.',
}

/** What a configuration is checked against besides itself. */
export const FACTS: readonly Option[] = [
  { long: 'host', doc: 'Check against this machine: its interfaces, accounts, and the files that are named.' },
  {
    long: 'facts',
    value: 'FILE',
    kind: 'text',
    doc: 'Check against the machine that FILE describes, as `keepalived-conf facts` prints it.',
  },
]

export const REDACT: Option = { long: 'redact', doc: 'Mask passwords and keys.' }

export const INDENT: Option = {
  long: 'indent',
  value: 'N',
  kind: 'count',
  least: 0,
  default: '2',
  doc: 'Blanks a level, at most 10; 0 for one line. The layout of conf2json is fixed.',
}

export const EXIT_STATUS = [
  'Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong use or input that cannot be read.',
  'A FILE of `-` is standard input.',
]
