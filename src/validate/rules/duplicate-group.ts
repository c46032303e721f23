import type { MutableBlock } from '../../bind/model.ts'
import { blocks, headerSpan, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'

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
    for (const keyword of ['local_address_group', 'virtual_server_group']) {
      const first = new Map<string, MutableBlock>()
      for (const group of blocks(subject.model, keyword)) {
        const name = textOf(group, 'name')
        if (name === undefined) continue
        const other = first.get(name)
        if (other === undefined) first.set(name, group)
        else {
          const related = [{ ...headerSpan(subject, other), message: 'the one that is used' }]
          report({ ...headerSpan(subject, group), data: [keyword, name], related })
        }
      }
    }
  },
}
