import type { MutableBlock } from '../../../bind/model.ts'
import { blockOf, numberOf, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { authTypeOf, hasActiveKey } from './authentication.ts'
import { type Case, caseRule } from './cases.ts'
import { instance } from './examples.ts'

const above = (block: MutableBlock, key: string): boolean => (numberOf(block, key) ?? 0) > 0

const LEAVE_OUT = 'Leave it out, or set `strict_mode off` for this instance.'

const isLinkLocal = (address: string | undefined): boolean => /^fe[89ab]/i.test(address ?? '')

const without = (
  key: string,
  holds: (one: Instance) => boolean,
  fact: string,
  outcome: string,
  more: Partial<Case> = {},
): Case => ({
  at: [key],
  holds: (one) => one.strict && holds(one),
  fact: `strict mode ${fact}`,
  outcome,
  help: LEAVE_OUT,
  ...more,
})

/** In the order of vrrp_complete_instance. */
const CASES: readonly Case[] = [
  without(
    'version',
    ({ family, acceptedVersion }) => family === 6 && acceptedVersion === 2,
    'has no IPv6 in version 2',
    'version 3 is used',
    { help: 'Write `version 3`, or leave it out.' },
  ),
  without(
    'state',
    ({ stated, isOwner }) => stated !== undefined && (stated === 'MASTER') !== isOwner,
    'wants `state MASTER` for priority 255, and for no other',
    'the state follows the priority',
    { help: 'Leave `state` out: the priorities decide.' },
  ),
  without('authentication', ({ block }) => authTypeOf(block) !== undefined, 'knows no authentication', 'it is dropped'),
  without(
    'unicast_peer',
    ({ isUnicast, interface: link }) => isUnicast && link !== undefined,
    'does not allow unicast on an interface that can do multicast',
    'the VRRP process ends: no instance of the file works',
    { until: '2.2.4', severity: 'error', effect: 'outage' },
  ),
  without(
    'unicast_peer',
    ({ isUnicast, interface: link }) => isUnicast && link !== undefined,
    'does not allow unicast on an interface that can do multicast',
    'the VRRP process ends: no instance of the file works',
    { since: '2.4.0', severity: 'error', effect: 'outage' },
  ),
  without(
    'use_vmac',
    ({ block, hasVmac }) => hasVmac && textOf(blockOf(block, 'use_vmac') ?? {}, 'mac') !== undefined,
    'uses the virtual MAC address of the protocol only',
    'the address given is not used',
    { since: '2.2.5' },
  ),
  without(
    'virtual_ipaddress',
    ({ family, isUnicast, addresses }) =>
      family === 6 && !isUnicast && addresses.length > 0 && !isLinkLocal(textOf(addresses[0] as MutableBlock, 'address')),
    'wants a link-local address as the first virtual IPv6 address',
    'the addresses are used as they are',
    { help: 'Put an address of fe80::/10 first.' },
  ),
  without(
    'preempt_delay',
    ({ block, isMaster }) => above(block, 'preempt_delay') && !isMaster,
    'knows no `preempt_delay`',
    'it counts as 0',
  ),
  without(
    'down_timer_adverts',
    ({ adverts }) => adverts !== 3,
    'takes a master for gone after three adverts, not more or fewer',
    'three are used',
    { since: '2.2.3' },
  ),
  without(
    'accept',
    ({ block, accept, version, isOwner }) => block.accept === true && accept === true && version === 2 && !isOwner,
    'with version 2 lets the owner of the addresses alone take packets for them',
    '`accept` is dropped: nothing answers on the virtual addresses',
    { help: 'Write `version 3`, or set `strict_mode off` for this instance.' },
  ),
  without(
    'garp_lower_prio_repeat',
    ({ block }) => above(block, 'garp_lower_prio_repeat'),
    'sends no such messages',
    'it counts as 0',
  ),
  without(
    'garp_lower_prio_delay',
    ({ block }) => above(block, 'garp_lower_prio_delay'),
    'sends no such messages',
    'it counts as 0',
  ),
  without(
    'lower_prio_no_advert',
    ({ block }) => block.lower_prio_no_advert === false,
    'does not answer adverts of lower priority',
    'it counts as on',
  ),
  without(
    'higher_prio_send_advert',
    ({ block }) => block.higher_prio_send_advert === true,
    'sends no last advert',
    'it counts as off',
  ),
  without(
    'vmac_xmit_base',
    ({ hasVmac, sendsOnBase }) => hasVmac && sendsOnBase,
    'sends adverts on the VMAC interface',
    'it is dropped',
  ),
  without(
    'no_virtual_ipaddress',
    ({ block }) => block.no_virtual_ipaddress === true,
    'wants at least one virtual address',
    'it is dropped',
    { since: '2.2.8' },
  ),
  without(
    'auth_hmac',
    ({ block }) => hasActiveKey(block) && (textOf(blockOf(block, 'auth_hmac') ?? {}, 'mode') ?? 'enforce') !== 'enforce',
    'wants `mode enforce`',
    'it is enforced',
    { since: '2.4.0' },
  ),
]

/** V141, V146, V147, V151, V155, V158, V161, V168, V170, V173, V176 to V178, V186, V195: what vrrp_strict takes away. */
export const strict: Rule = caseRule({
  code: 'vrrp/strict',
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'In strict mode (`strict_mode`, or `vrrp_strict` of global_defs) an instance keeps to the letter of the protocol. vrrp_complete_instance resets what goes beyond it, one message each, and the configuration test fails.',
  bad: instance('    strict_mode on\n    priority 100\n    preempt_delay 5\n'),
  good: instance('    strict_mode off\n    priority 100\n    preempt_delay 5\n'),
  cases: CASES,
})
