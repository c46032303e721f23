import type { MutableBlock } from '../../bind/model.ts'
import { headerSpan, numberOf, textOf } from '../look.ts'
import type { Rule } from '../rule.ts'
import { isMeant, services } from '../service.ts'
import { service } from './examples.ts'

/** R19, first half: reported on every one but the first. */
export const duplicateVirtualServer: Rule = {
  code: 'lvs/duplicate-virtual-server',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (name) => `there is a virtual server for ${name} already`,
  consequence: () => 'both are kept and act on the same service of the kernel: the health checks of one undo what the other set',
  help: () => 'Put the real servers into one `virtual_server`.',
  reported: false,
  explanation:
    'The kernel knows one service for each address, port and protocol, or firewall mark. 1.2.2 does not look for duplicates.',
  bad: service('') + service(''),
  good: service('') + service('', undefined, '10.0.0.1 443'),
  check(subject, report) {
    const first = new Map<string, MutableBlock>()
    for (const block of services(subject)) {
      const key = keyOf(block)
      if (key === undefined) continue
      const other = first.get(key)
      if (other === undefined) first.set(key, block)
      else
        report({
          ...headerSpan(subject, block),
          data: [key],
          related: [{ ...headerSpan(subject, other), message: 'the first one' }],
        })
    }
  },
}

/** What the kernel knows the service by; undefined when a part of it could not be read. */
function keyOf(block: MutableBlock): string | undefined {
  const mark = numberOf(block, 'fwmark')
  if (mark !== undefined) return `fwmark ${mark}`
  const protocol = textOf(block, 'protocol') ?? (isMeant(block, 'protocol') ? undefined : 'UDP')
  if (protocol === undefined) return undefined
  const group = textOf(block, 'group')
  if (group !== undefined) return `group ${group} ${protocol}`
  const address = textOf(block, 'address')
  const port = numberOf(block, 'port')
  return address === undefined || port === undefined ? undefined : `${address.toLowerCase()} ${port} ${protocol}`
}
