import { CONFIG_ID, type Command, EXIT_STATUS, forTarget, INDENT } from './option.ts'

export const facts: Command = {
  name: 'facts',
  operands: '[FILE…]',
  doc: 'Print what is to be known of this machine, and of the files that configurations name, as JSON for `check --facts`.',
  options: [forTarget('auto'), CONFIG_ID, INDENT],
  notes: [
    'Nothing that a configuration names is run or opened.',
    'Exit status: 0, or 2 for wrong use or input that cannot be read.',
    ...EXIT_STATUS.slice(1),
  ],
}
