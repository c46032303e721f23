import type { MutableBlock } from '../../../bind/model.ts'
import { effectiveGroups, serverGroup } from '../../groups.ts'
import { blocks, headerSpan, headerWordSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { ENTRY, group, service } from './examples.ts'
import { READERS } from './lines.ts'

/** A lint; R18 of the LVS rules says the same of 1.2.2. */
export const duplicateGroup: Rule = {
  code: 'service/duplicate-group',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (name) => `there is a group ${name} already`,
  consequence: () => 'services get the first one; nothing is said',
  help: () => 'Give it another name, or put the entries together.',
  reported: false,
  explanation: 'A service takes the first group of the name that it finds.',
  bad: group(ENTRY) + group('    10.0.0.2 80\n') + service('', undefined, 'group web'),
  good: group(ENTRY) + group('    10.0.0.2 80\n', 'other') + service('', undefined, 'group web'),
  check(subject, report) {
    const kept = effectiveGroups(subject.model)
    for (const block of blocks(subject.model, 'virtual_server_group')) {
      const name = textOf(block, 'name')
      const first: MutableBlock | undefined = name === undefined ? undefined : kept.get(name)?.block
      if (first === undefined || first === block || isDropped(block)) continue
      report({
        ...headerWordSpan(subject, block, 0),
        data: [name as string],
        related: [{ ...headerSpan(subject, first), message: 'the first one' }],
      })
    }
  },
}

function isDropped(block: MutableBlock): boolean {
  const { hasAddress, hasMark, isContradictory } = serverGroup(block)
  return isContradictory || !(hasAddress || hasMark)
}
