import { CONFIG_ID, type Command, EXIT_STATUS, forTarget, REDACT } from './option.ts'

export const conf2json: Command = {
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
