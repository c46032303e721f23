import { originOf } from '../../bind/origins.ts'
import { blocks, headerSpan, textOf, wordSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { byName, isIncomplete, nearestGroup, services } from '../service.ts'
import { service } from './examples.ts'

const example = (name: string): string =>
  `virtual_server_group web {\n    10.0.0.1 80\n}\n${service('', undefined, `group ${name}`)}`

/** R17, first half. */
export const undefinedServerGroup: Rule = {
  code: 'lvs/undefined-server-group',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'ignored',
  message: (name) => `no \`virtual_server_group\` is named \`${name}\``,
  consequence: () => 'there is silently no service',
  help: (_name, near) => (near === '' ? 'Define the group, or name one that exists.' : `Did you mean \`${near}\`?`),
  reported: false,
  explanation: 'The addresses of the service come from the group; a group that is not defined has none.',
  bad: example('wbe'),
  good: example('web'),
  check(subject, report) {
    let groups: ReturnType<typeof byName> | undefined
    let nearest: ReturnType<typeof nearestGroup> | undefined
    for (const block of services(subject)) {
      const name = textOf(block, 'group')
      if (name === undefined) continue
      groups ??= byName(blocks(subject.model, 'virtual_server_group'))
      if (groups.has(name)) continue
      if (isIncomplete(subject)) return
      nearest ??= nearestGroup(groups)
      const near = nearest(name)
      const group = near === undefined ? undefined : groups.get(near)
      const origin = originOf(subject.origins, block)
      report({
        ...(origin === undefined ? headerSpan(subject, block) : wordSpan(subject, origin, 1)),
        data: [name, near ?? ''],
        ...(group === undefined
          ? {}
          : { related: [{ ...headerSpan(subject, group), message: 'the group with the nearest name' }] }),
      })
    }
  },
}
