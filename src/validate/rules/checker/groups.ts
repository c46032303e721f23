import type { MutableBlock } from '../../../bind/model.ts'
import { effectiveGroups, serverGroup } from '../../groups.ts'
import { blocks, closeSpan, headerSpan, headerWordSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { byName, isIncomplete, nearestGroup } from '../../service.ts'
import { servicesOf } from '../../services.ts'
import { real, service } from './examples.ts'
import { READERS } from './lines.ts'

const group = (entries: string, name = 'web'): string => `virtual_server_group ${name} {\n${entries}}\n`
const ENTRY = '    10.0.0.1 80\n'

/** L001. Entries that cannot be read have findings of their own. */
export const emptyGroup: Rule = {
  code: 'service/empty-group',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (name) => `the group ${name} has no entries`,
  consequence: () => 'it is reported and dropped, and with it silently every service that names it',
  help: () => 'Add an address and a port, or take the group out.',
  reported: true,
  explanation: 'A group without addresses and marks is removed when its block closes (vsg_handler).',
  bad: group(''),
  good: group(ENTRY),
  check(subject, report) {
    for (const block of blocks(subject.model, 'virtual_server_group')) {
      const { hasAddress, hasMark } = serverGroup(block)
      const name = textOf(block, 'name')
      if (hasAddress || hasMark || name === undefined || block.unknown !== undefined) continue
      report({ ...closeSpan(subject, block), data: [name] })
    }
  },
}

/** L002. */
export const contradictoryGroup: Rule = {
  code: 'service/contradictory-group',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (name) => `the group ${name} has addresses of both families and a firewall mark without one`,
  consequence: () => 'it is reported and dropped, and with it silently every service that names it',
  help: () => 'Say which family each mark is for, such as `fwmark 5 inet`, or make a group for each family.',
  reported: true,
  explanation: 'A mark without a family takes that of its group, which has none here (vsg_handler).',
  bad: group('    10.0.0.1 80\n    2001:db8::1 80\n    fwmark 5\n'),
  good: group('    10.0.0.1 80\n    2001:db8::1 80\n    fwmark 5 inet\n'),
  check(subject, report) {
    for (const block of blocks(subject.model, 'virtual_server_group')) {
      const name = textOf(block, 'name')
      if (name === undefined || !serverGroup(block).isContradictory) continue
      report({ ...closeSpan(subject, block), data: [name], related: [{ ...headerSpan(subject, block), message: 'the group' }] })
    }
  },
}

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

/** L041 and L042: again only the log says so. */
export const groupFamily: Rule = {
  code: 'service/group-family',
  ...READERS,
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name, groups, family) => `the service has ${family} servers, the group ${name} ${groups}`,
  consequence: () => 'the service is dropped; only the log says so, and the configuration test is content',
  help: () => 'Make a group and a service for each family, or tunnel to the servers of the other one.',
  reported: false,
  explanation:
    'Families are compared when services and groups are linked after reading (link_vsg_to_vs). A group of both families goes with tunnelled servers only.',
  bad: group(ENTRY) + service('', real('', '2001:db8::1 80'), 'group web'),
  good: group(ENTRY) + service('', real(''), 'group web'),
  check(subject, report) {
    for (const service of servicesOf(subject)) {
      const linked = service.group
      if (linked === undefined || service.isValidated || service.servers.length === 0 || service.family === undefined) continue
      const related = [{ ...headerSpan(subject, linked.block), message: 'the group' }]
      const has = linked.isMixed ? 'both families' : `${NAMES[linked.family ?? 'inet']} only`
      const data = [textOf(linked.block, 'name') as string, has, NAMES[service.family]]
      report({ ...headerWordSpan(subject, service.block, 1), data, related })
    }
  },
}

const NAMES = { inet: 'IPv4', inet6: 'IPv6' } as const

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
