import { blocks, headerSpan, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'
import { entriesOf } from '../service.ts'
import { service } from './examples.ts'

const example = (entry: string): string => `virtual_server_group web {\n${entry}}\n${service('', undefined, 'group web')}`

/** R17, second half. Entries that could not be read are in `unknown`, and have a finding of their own. */
export const emptyServerGroup: Rule = {
  code: 'lvs/empty-server-group',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'ignored',
  message: (name) => `the group \`${name}\` is empty`,
  consequence: () => 'it is accepted, and services that use it silently do not exist',
  help: () => 'Write an address and a port, or `fwmark` and a number, on each line.',
  reported: false,
  explanation: 'A service of a group has one address for each entry; without entries it has none.',
  bad: example(''),
  good: example('    10.0.0.1 80\n'),
  check(subject, report) {
    for (const group of blocks(subject.model, 'virtual_server_group')) {
      if (entriesOf(group).length > 0 || group.unknown !== undefined) continue
      report({ ...headerSpan(subject, group), data: [textOf(group, 'name') ?? ''] })
    }
  },
}
