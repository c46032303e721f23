import { CONFIG_ID, type Command, EXIT_STATUS, forTarget } from './option.ts'

export const expand: Command = {
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
