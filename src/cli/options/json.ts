import { CONFIG_ID, type Command, EXIT_STATUS, forTarget, INDENT, REDACT } from './option.ts'

export const json: Command = {
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
