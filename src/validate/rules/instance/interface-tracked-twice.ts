import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, entrySpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { afterParsing } from './cases.ts'
import { instance, list } from './examples.ts'

/** V190 and V223: vrrp_complete_instance and add_vrrp_to_interface. */
export const interfaceTrackedTwice: Rule = {
  code: 'vrrp/interface-tracked-twice',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: (name, why) => `\`${name}\` is tracked already: ${why}`,
  consequence: () => 'the entry is reported and ignored',
  help: () => 'Leave it out.',
  reported: true,
  explanation:
    'An instance goes to the fault state with its own interface anyway, unless it says dont_track_primary. vrrp_complete_instance drops an entry for it, and since 2.2.0 add_vrrp_to_interface reports an interface that the instance and its sync group track.',
  bad: instance(list('track_interface', 'eth0')),
  good: instance(list('track_interface', 'eth1')),
  check(subject, report) {
    const vrrp = subject.vrrp()
    const say = afterParsing(vrrp, report)
    for (const { block, interface: link, isCertain } of vrrp.instances) {
      if (link === undefined || !isCertain) continue
      for (const entry of blocks(block, 'track_interface')) {
        if (entry.name !== link) continue
        say({ ...entrySpan(subject, entry), data: [link, 'it is the interface of the instance'] })
        break
      }
    }
    for (const { block, members } of vrrp.groups) {
      for (const entry of blocks(block, 'track_interface')) {
        const name = textOf(entry, 'name')
        const member = members.find((one) => name !== undefined && tracks(one.block, one.interface, name))
        if (name === undefined || member === undefined) continue
        say({
          ...entrySpan(subject, entry),
          data: [name, member.interface === name ? `it is the interface of \`${member.name}\`` : `\`${member.name}\` tracks it`],
          consequence: 'the test fails; the weight of the group counts unless the other one has none',
        })
      }
    }
  },
}

/** The instance looks at the interface, as its own or by its list. */
const tracks = (block: MutableBlock, own: string | undefined, name: string): boolean =>
  own === name ? block.dont_track_primary !== true : blocks(block, 'track_interface').some((entry) => entry.name === name)
