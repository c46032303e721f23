import type { MutableBlock } from '../../../bind/model.ts'
import { headerSpan, isWritten, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { familyOf, type Instance } from '../../vrrp-instance.ts'
import { instanceRule } from './cases.ts'
import { instance } from './examples.ts'

/** V191 to V193: vrrp_complete_instance, the loop over addresses and excluded addresses. */
export const addressOptions: Rule = instanceRule({
  code: 'vrrp/address-options',
  since: '2.2.0',
  severity: 'warning',
  effect: 'ignored',
  message: (address, why) => `\`${address}\`: ${why}`,
  consequence: () => '`use_vmac` of the address has no effect',
  help: () => 'Leave it out.',
  reported: true,
  explanation:
    '`use_vmac` behind an address makes a VMAC interface for it where the instance makes none: on another interface, or for the other family. vrrp_complete_instance reports it where use_vmac or use_vmac_addr of the instance do that already.',
  bad: instance('    use_vmac\n', { address: '192.0.2.10/24 use_vmac' }),
  good: instance('    use_vmac\n'),
  each(one, report, _vrrp, subject) {
    for (const entry of [...one.addresses, ...one.excluded]) {
      const address = textOf(entry, 'address')
      const why = address === undefined ? undefined : reason(entry, address, one)
      if (address === undefined || why === undefined) continue
      const lost =
        why === NOWHERE ? ({ severity: 'warning', consequence: REMOVED, help: 'Add `dev` and an interface.' } as const) : {}
      report({ ...headerSpan(subject, entry), data: [address, why], ...lost })
    }
  },
})

const NOWHERE = 'neither the address nor the instance names an interface'
const REMOVED = 'the address is removed'

function reason(entry: MutableBlock, address: string, { interface: link, hasVmac, block, family }: Instance): string | undefined {
  const isHere = entry.dev === undefined || entry.dev === link
  const isOther = familyOf(address) !== family
  if (entry.useVmac === true) {
    if (isHere && hasVmac && !isOther) return '`use_vmac` of the instance is enough'
    if ((!isHere || isOther) && block.use_vmac_addr === true) return '`use_vmac_addr` of the instance is enough'
  }
  return entry.dev === undefined && link === undefined && !isWritten(block, 'interface') ? NOWHERE : undefined
}
