import type { Rule } from '../rule.ts'
import { reportSameNames } from '../same-names.ts'

/** R18: both groups are kept, and a look-up by name finds the first. */
export const duplicateGroup: Rule = {
  code: 'lvs/duplicate-group',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: (keyword, name) => `a \`${keyword}\` named \`${name}\` is defined already`,
  consequence: () => 'the first one is used, this one never',
  help: () => 'Put the entries into one group, or give this one another name.',
  reported: false,
  explanation: 'Groups are kept in a list that is searched from its start; a second one of the same name is not noticed.',
  bad: 'local_address_group l1 {\n    10.0.9.1\n}\nlocal_address_group l1 {\n    10.0.9.2\n}\n',
  good: 'local_address_group l1 {\n    10.0.9.1\n}\nlocal_address_group l2 {\n    10.0.9.2\n}\n',
  check(subject, report) {
    reportSameNames(subject, ['local_address_group', 'virtual_server_group'], report)
  },
}
