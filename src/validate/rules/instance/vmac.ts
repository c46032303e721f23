import type { MutableBlock } from '../../../bind/model.ts'
import { blockOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { type Case, caseRule } from './cases.ts'
import { instance } from './examples.ts'

const factOf = ({ facts }: Subject, { interface: link }: Instance) => facts?.interfaces?.find(({ name }) => name === link)

const onVmac = ({ hasVmac, hasIpvlan }: Instance): boolean => hasVmac || hasIpvlan

const CASES: readonly Case[] = [
  {
    at: ['vmac_xmit_base'],
    holds: ({ block }) => block.vmac_xmit_base === true && block.use_vmac === undefined,
    fact: '`vmac_xmit_base` without `use_vmac`',
    outcome: 'it is dropped: adverts leave on the interface anyway',
    lacks: 'use_vmac',
  },
  {
    at: ['promote_secondaries'],
    holds: (one) => one.block.promote_secondaries === true && onVmac(one),
    fact: '`promote_secondaries` is always on for a VMAC or ipvlan interface',
    outcome: 'the line is reported and ignored',
    help: 'Leave it out.',
    severity: 'warning',
  },
  {
    at: ['use_ipvlan'],
    holds: ({ block, hasIpvlan, family }) => hasIpvlan && family === 4 && ipvlanAddress(block) === undefined,
    fact: 'an ipvlan for IPv4 needs an address of its own',
    outcome: 'the instance stays in the fault state',
    help: 'Write `use_ipvlan ADDRESS/LENGTH`.',
    effect: 'outage',
  },
  {
    at: ['use_vmac', 'use_ipvlan'],
    holds: (one, _vrrp, subject) => onVmac(one) && isOther(factOf(subject, one)?.type),
    fact: 'VMAC and ipvlan interfaces need an Ethernet interface below',
    outcome: 'the instance stays in the fault state',
    effect: 'outage',
  },
  {
    at: ['interface'],
    holds: (one, _vrrp, subject) => factOf(subject, one)?.multicast === false && !one.isUnicast,
    fact: 'the interface cannot do multicast, and there are no unicast peers',
    outcome: 'the instance stays in the fault state',
    help: 'Write the other nodes into `unicast_peer`.',
    effect: 'outage',
  },
]

const ipvlanAddress = (block: MutableBlock): unknown => blockOf(block, 'use_ipvlan')?.address

const isOther = (type: string | undefined): boolean => type !== undefined && type !== 'ether'

/** V159, V160, V164, V187, V188. */
export const vmac: Rule = caseRule({
  code: 'vrrp/interface',
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'Options of an interface that keepalived makes for the instance (use_vmac, use_ipvlan), and what it needs from the one below. vrrp_complete_instance drops the option or puts the instance into the fault state, where it stays.',
  bad: instance('    vmac_xmit_base\n'),
  good: instance('    use_vmac\n    vmac_xmit_base\n'),
  cases: CASES,
})
