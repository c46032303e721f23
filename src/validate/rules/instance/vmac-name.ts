import type { MutableBlock } from '../../../bind/model.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { blockOf, find, headerSpan, settingSpan, textOf, wordAt, wordSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { instance } from './examples.ts'

/** V185 and V214: vrrp_vmac_handler and vrrp_ipvlan_handler. */
export const vmacName: Rule = {
  code: 'vrrp/vmac-name',
  lineages: ['keepalived'],
  since: '2.0.7',
  severity: 'error',
  effect: 'default',
  message: (name, why) => `\`${name}\` is ${why}`,
  consequence: () => 'the name is dropped, and a usual one is used',
  help: () => 'Give it another name, or none.',
  reported: true,
  explanation:
    'keepalived makes the interface itself. A name that another instance uses, or that an interface of another kind has, is reported on its line and dropped.',
  bad: instance('    use_vmac v1\n') + instance('    use_vmac v1\n', { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }),
  good: instance('    use_vmac v1\n') + instance('    use_vmac v2\n', { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }),
  check(subject, report) {
    const users = new Map<string, MutableBlock>()
    const kinds = new Map(subject.facts?.interfaces?.map(({ name, kind }) => [name, kind]))
    for (const { block } of subject.vrrp().instances) {
      if (block.use_vmac !== undefined) secondWords(subject, block, (span, name) => report({ ...span, data: [name, SECOND] }))
      for (const [keyword, kind] of [['use_vmac', 'macvlan'] as const, ['use_ipvlan', 'ipvlan'] as const]) {
        const name = textOf(blockOf(block, keyword) ?? {}, 'name')
        if (name === undefined) continue
        const user = users.get(name)
        const span = settingSpan(subject, block, keyword)
        if (user !== undefined) {
          const related = [{ ...headerSpan(subject, user), message: 'the instance that uses it' }]
          report({ ...span, data: [name, `the interface of \`${textOf(user, 'name') ?? ''}\` already`], related })
        } else if (kinds.has(name) && kinds.get(name) !== kind)
          report({ ...span, data: [name, `an interface already, and no ${kind}`] })
        else users.set(name, block)
      }
    }
  },
}

const SECOND = 'a second one, and the first one counts'

/** Several `use_vmac` of an instance add up, but one name and one address are all there can be. */
function secondWords(subject: Subject, block: MutableBlock, refuse: (span: Span, name: string) => void): void {
  const places = find(subject, block, 'use_vmac')
  if (places.length < 2) return
  const given = new Set<boolean>()
  for (const place of places) {
    for (let i = 0, word = wordAt(subject, place, 0); word !== undefined; word = wordAt(subject, place, ++i)) {
      if (word === 'netlink_notify_msg' || word === 'name') continue
      if (word === 'group') {
        i++
        continue
      }
      const isAddress = word.includes(':')
      if (given.has(isAddress)) refuse(wordSpan(subject, place, i), word)
      given.add(isAddress)
    }
  }
}
