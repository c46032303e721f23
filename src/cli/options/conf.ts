import { type Command, EXIT_STATUS, forTarget } from './option.ts'

export const conf: Command = {
  name: 'conf',
  operands: '[FILE.json]',
  doc: 'Print the configuration that a JSON document says.',
  options: [
    {
      long: 'form',
      value: 'FORM',
      kind: 'words',
      choices: ['auto', 'model', 'tree', 'conf2json'],
      default: 'auto',
      doc: 'The form of the JSON, as the option of `json`; `auto` looks at its shape.',
    },
    forTarget('auto'),
    { long: 'indent', value: 'N', kind: 'count', least: 0, default: '4', doc: 'Blanks a level, at most 10.' },
    { long: 'eol', value: 'EOL', kind: 'words', choices: ['lf', 'crlf'], default: 'lf', doc: 'How lines end.' },
  ],
  notes: [
    '`auto` is the target that the JSON names; without one the newest keepalived, for the form of conf2json lvs-1.2.2.',
    'What is wrong with the JSON is written to standard error, and nothing is printed then.',
    'Exit status: 0 printed, 2 wrong use, input that cannot be read, or JSON that is no configuration of the target.',
    EXIT_STATUS[1] as string,
  ],
}
