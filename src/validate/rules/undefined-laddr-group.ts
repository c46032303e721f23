import { blocks, find, headerSpan, textOf, wordSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { byName, isIncomplete, methodOf, nearestGroup, services } from '../service.ts'
import { service } from './examples.ts'

const example = (name: string): string =>
  `local_address_group l1 {\n    10.0.9.1\n}\n${service(`    lb_kind FNAT\n    laddr_group_name ${name}\n`)}`

/** R14: with FNAT only; elsewhere the name is never looked up, and `laddr-without-fnat` says that it has no effect. */
export const undefinedLaddrGroup: Rule = {
  code: 'lvs/undefined-laddr-group',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'outage',
  message: (name) => `no \`local_address_group\` is named \`${name}\``,
  consequence: () => 'the health checker removes ALL services and exits, and does so again after each restart',
  help: (_name, near) => (near === '' ? 'Define the group, or name one that exists.' : `Did you mean \`${near}\`?`),
  reported: false,
  explanation:
    '1.2.2 looks the group up after reading, and takes an FNAT service without its group for a fatal error: the process cleans up everything it set and ends. One typing error in one service is an outage of all.',
  bad: example('l2'),
  good: example('l1'),
  check(subject, report) {
    let groups: ReturnType<typeof byName> | undefined
    let nearest: ReturnType<typeof nearestGroup> | undefined
    for (const block of services(subject)) {
      const name = textOf(block, 'laddr_group_name')
      if (name === undefined || methodOf(block) !== 'FNAT') continue
      groups ??= byName(blocks(subject.model, 'local_address_group'))
      if (groups.has(name)) continue
      if (isIncomplete(subject)) return
      nearest ??= nearestGroup(groups)
      const near = nearest(name)
      const group = near === undefined ? undefined : groups.get(near)
      const place = find(subject, block, 'laddr_group_name').at(-1)
      report({
        ...(place === undefined ? headerSpan(subject, block) : wordSpan(subject, place, 0)),
        data: [name, near ?? ''],
        ...(group === undefined
          ? {}
          : { related: [{ ...headerSpan(subject, group), message: 'the group with the nearest name' }] }),
      })
    }
  },
}
