import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, closeSpan, isWritten, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { instance } from './examples.ts'

const UNICAST = ['unicast_peer', 'unicast_src_ip', 'unicast_fault_no_peer', 'check_unicast_src', 'old_unicast_checksum']
const VMAC = ['use_vmac', 'use_ipvlan']
const PEERS = '    unicast_peer {\n        192.0.2.2\n    }\n'

const hasPeers = ({ unicast_peer: peers }: MutableBlock): boolean => Array.isArray(peers) && peers.length > 0

/** Peers are meant, and are not there for a reason that has a finding of its own. */
const losesPeers = (block: MutableBlock): boolean =>
  (block.unicast_peer === undefined && isMeant(block, 'unicast_peer')) ||
  block.unknown?.some((statement) => statement.in === 'unicast_peer') === true

interface Case {
  readonly holds: (block: MutableBlock) => boolean
  readonly fact: string
  readonly outcome: string
  readonly help: string
  readonly shows: readonly string[]
}

const CASES: readonly Case[] = [
  {
    holds: (block) => usesBoth(block) && !isMeant(block, 'interface'),
    fact: 'a VMAC needs an `interface` where adverts go to unicast peers',
    outcome: 'use_vmac and use_ipvlan are switched off',
    help: 'Name the interface.',
    shows: VMAC,
  },
  {
    holds: (block) => usesBoth(block) && isWritten(block, 'interface') && !isMeant(block, 'vmac_xmit_base'),
    fact: 'adverts to unicast peers cannot leave through a VMAC',
    outcome: 'vmac_xmit_base is switched on, and the configuration test fails because of the message',
    help: 'Add `vmac_xmit_base`.',
    shows: VMAC,
  },
  {
    holds: (block) => block.unicast_ttl !== undefined && !hasPeers(block) && !losesPeers(block),
    fact: '`unicast_ttl` without any unicast peer',
    outcome: 'the ttl is not used',
    help: 'Add the peers in `unicast_peer`, or leave it out.',
    shows: ['unicast_ttl'],
  },
]

const usesBoth = (block: MutableBlock): boolean =>
  UNICAST.some((key) => isWritten(block, key)) && VMAC.some((key) => isWritten(block, key))

/** V100 to V102: vrrp_end_handler, so the line that is named is that of the brace. */
export const unicastVmac: Rule = {
  code: 'vrrp/unicast-settings',
  lineages: ['keepalived'],
  since: '2.2.0',
  severity: 'error',
  effect: 'ignored',
  message: (fact) => fact as string,
  consequence: (_fact, outcome) => outcome as string,
  help: (_fact, _outcome, help) => help as string,
  reported: true,
  explanation:
    'When an instance closes keepalived looks at its unicast keywords: they go together with a VMAC only where adverts are sent from the interface below it, and a ttl needs peers.',
  bad: instance(`    use_vmac\n${PEERS}`),
  good: instance(`    use_vmac\n    vmac_xmit_base\n${PEERS}`),
  check(subject, report) {
    for (const block of blocks(subject.model, 'vrrp_instance')) {
      for (const { holds, fact, outcome, help, shows } of CASES) {
        if (!holds(block)) continue
        const related = [{ ...settingSpan(subject, block, ...shows), message: 'this one' }]
        report({ ...closeSpan(subject, block), data: [fact, outcome, help], related })
      }
    }
  },
}
