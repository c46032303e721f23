import { blocks, headerSpan, headerWordSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { byName, isIncomplete, nearestGroup } from '../../service.ts'
import { servicesOf } from '../../services.ts'
import { ENTRY, group, service } from './examples.ts'
import { READERS } from './lines.ts'

/** L040: nothing but the log says so. */
export const undefinedGroup: Rule = {
  code: 'service/undefined-group',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (name) => `no \`virtual_server_group\` is named \`${name}\``,
  consequence: () => 'the service is dropped; only the log says so, and the configuration test is content',
  help: (_name, near) => (near === '' ? 'Define the group, or name one that exists.' : `Did you mean \`${near}\`?`),
  reported: false,
  explanation: 'Services and groups are linked after reading (link_vsg_to_vs), by when nothing is reported any more.',
  bad: group(ENTRY) + service('', undefined, 'group wbe'),
  good: group(ENTRY) + service('', undefined, 'group web'),
  check(subject, report) {
    let groups: ReturnType<typeof byName> | undefined
    let nearest: ReturnType<typeof nearestGroup> | undefined
    for (const service of servicesOf(subject)) {
      const name = textOf(service.block, 'group')
      if (name === undefined || service.group !== undefined) continue
      groups ??= byName(blocks(subject.model, 'virtual_server_group'))
      // A group that is there, but dropped, has its own finding.
      if (groups.has(name)) continue
      if (isIncomplete(subject)) return
      nearest ??= nearestGroup(groups)
      const near = nearest(name)
      const other = near === undefined ? undefined : groups.get(near)
      report({
        ...headerWordSpan(subject, service.block, 1),
        data: [name, near ?? ''],
        ...(other === undefined
          ? {}
          : { related: [{ ...headerSpan(subject, other), message: 'the group with the nearest name' }] }),
      })
    }
  },
}
