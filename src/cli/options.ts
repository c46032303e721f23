import { TARGET_FORMS } from '../schema/dialects.ts'

/** The table behind parsing, `--help`, the manual page and the completions: what is not here does not exist. */
export interface Option {
  readonly long: string
  readonly short?: string
  /** Name of its value in the help; a flag has none. */
  readonly value?: string
  /** `words`: one of `choices`; `count`: a whole number from `least`; `target`: what `--for` takes; `text`: anything. */
  readonly kind?: 'words' | 'count' | 'target' | 'text'
  readonly choices?: readonly string[]
  readonly least?: number
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

const forTarget = (fallback: string): Option => ({
  long: 'for',
  value: 'TARGET',
  kind: 'target',
  default: fallback,
  doc: `The reader to check for: auto, ${TARGET_FORMS}.`,
})

const CONFIG_ID: Option = {
  long: 'config-id',
  short: 'i',
  value: 'ID',
  kind: 'text',
  doc: 'The id that lines beginning with @ID are compared with.',
}

const REDACT: Option = { long: 'redact', doc: 'Mask passwords and keys.' }

const INDENT: Option = {
  long: 'indent',
  value: 'N',
  kind: 'count',
  least: 0,
  default: '2',
  doc: 'Blanks a level, at most 10; 0 for one line. The layout of conf2json is fixed.',
}

const EXIT_STATUS = [
  'Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong use or input that cannot be read.',
  'A FILE of `-` is standard input.',
]

const check: Command = {
  name: 'check',
  operands: 'FILE…',
  doc: 'Check configurations, with the files they include.',
  options: [
    forTarget('auto'),
    CONFIG_ID,
    {
      long: 'format',
      value: 'FORMAT',
      kind: 'words',
      choices: ['pretty', 'concise', 'json'],
      default: 'pretty',
      doc: 'How findings are written: with their source lines, one a line, or as one JSON object.',
    },
    {
      long: 'fail-on',
      value: 'SEVERITY',
      kind: 'words',
      choices: ['error', 'warning', 'info'],
      default: 'error',
      doc: 'The least severity that makes the exit status 1.',
    },
    { long: 'quiet', short: 'q', doc: 'Show only findings at or above --fail-on, and no summary.' },
    {
      long: 'color',
      value: 'WHEN',
      kind: 'words',
      choices: ['auto', 'always', 'never'],
      default: 'auto',
      doc: 'Use colors. `auto`: on a terminal, unless NO_COLOR is set; FORCE_COLOR overrides both.',
    },
    { long: 'max-findings', value: 'N', kind: 'count', least: 1, default: '1000', doc: 'Most findings that are shown.' },
    { long: 'config-test', short: 't', doc: 'As keepalived -t. Files that no word decides are then read as lvs-1.2.2.' },
    { long: 'use-file', short: 'f', value: 'FILE', kind: 'text', doc: 'A file to check, as keepalived -f.' },
  ],
  notes: [...EXIT_STATUS, '`keepalived-conf -tf FILE` is the same as `keepalived-conf check -t FILE`.'],
}

const json: Command = {
  name: 'json',
  operands: '[FILE]',
  doc: 'Print a configuration as JSON.',
  options: [
    {
      long: 'form',
      value: 'FORM',
      kind: 'words',
      choices: ['model', 'tree', 'conf2json'],
      default: 'model',
      doc: 'Typed settings, the syntax tree, or the shape of the original conf2json.',
    },
    { long: 'resolved', doc: 'Print the effective configuration: includes, definitions, conditions and sequences followed.' },
    REDACT,
    forTarget('auto'),
    CONFIG_ID,
    INDENT,
  ],
  notes: ['Findings of severity error are written to standard error and do not change the exit status.', ...EXIT_STATUS.slice(1)],
}

const expand: Command = {
  name: 'expand',
  operands: '[FILE]',
  doc: 'Print the effective configuration: includes, definitions, conditions and sequences followed.',
  options: [
    { long: 'origins', doc: 'Add a comment to each line that says where it is written and where its definition is.' },
    forTarget('auto'),
    CONFIG_ID,
  ],
  notes: ['Findings of severity error are written to standard error and do not change the exit status.', ...EXIT_STATUS.slice(1)],
}

const conf2json: Command = {
  name: 'conf2json',
  operands: 'FILE…',
  doc: 'Print configurations as one JSON document in the shape of the original conf2json.',
  options: [
    forTarget('lvs-1.2.2'),
    CONFIG_ID,
    REDACT,
    { long: 'expand-groups', doc: 'Write one virtual server an address of its group.' },
    { long: 'check', doc: 'Exit with 1 when there are findings of severity error.' },
  ],
  notes: [
    'Several files are read one behind the other, as if one file included them all.',
    'Findings of severity error are written to standard error.',
    ...EXIT_STATUS.slice(1),
  ],
}

const explain: Command = {
  name: 'explain',
  operands: '[CODE]',
  doc: 'Say what the code of a finding means; without a code, list all codes.',
  options: [],
  notes: [],
}

export const COMMANDS: readonly Command[] = [check, json, expand, conf2json, explain]

export const commandNamed = (name: string): Command | undefined => COMMANDS.find((command) => command.name === name)
