import { blockOf, settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instance } from './examples.ts'

const MULTICAST = 'it is a multicast address'
const RESERVED = 'it belongs to the protocol, which sets it by itself'

function refusal(mac: string): string | undefined {
  const bytes = mac.split(':').map((byte) => Number.parseInt(byte, 16))
  if (((bytes[0] as number) & 1) === 1) return MULTICAST
  const [a, b, c, d, e] = bytes
  return a === 0 && b === 0 && c === 0x5e && d === 0 && (e === 1 || e === 2) ? RESERVED : undefined
}

/** vrrp_vmac_handler. */
export const vmacAddress: Rule = {
  code: 'vrrp/vmac-address',
  lineages: ['keepalived'],
  since: '2.2.5',
  severity: 'error',
  effect: 'default',
  message: (mac, why) => `\`${mac}\` cannot be the address of a VMAC: ${why}`,
  consequence: () => 'the virtual MAC address of the protocol is used',
  help: () => 'Leave it out, or write one of your own, such as 02:00:00:00:00:33.',
  reported: true,
  explanation:
    'vrrp_vmac_handler takes any unicast address, but not those of the protocol (00:00:5e:00:01:xx and 00:00:5e:00:02:xx).',
  bad: instance('    use_vmac 01:00:5e:00:00:12\n'),
  good: instance('    use_vmac 02:00:00:00:00:12\n'),
  check(subject, report) {
    for (const { block } of subject.vrrp().instances) {
      const mac = textOf(blockOf(block, 'use_vmac') ?? {}, 'mac')
      const why = mac === undefined ? undefined : refusal(mac)
      if (mac !== undefined && why !== undefined) report({ ...settingSpan(subject, block, 'use_vmac'), data: [mac, why] })
    }
  },
}
