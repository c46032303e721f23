import { headerSpan, isWritten } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { instanceRule, isFrom } from './cases.ts'
import { instance, list } from './examples.ts'

const unicast = (lines: string): string =>
  instance(`${lines}${list('unicast_peer', '192.0.2.2')}`, { link: '', address: '192.0.2.10/24 dev eth1' })

/** V121, V122, V156, V157: chk_min_cfg and vrrp_complete_instance. */
export const noInterface: Rule = instanceRule({
  code: 'vrrp/no-interface',
  severity: 'error',
  effect: 'outage',
  message: (name, why) => `\`${name}\` has no \`interface\`, ${why}`,
  consequence: () => 'the VRRP process ends: no instance of the file works',
  help: () => 'Write `interface` with the name of the interface that adverts use.',
  reported: true,
  explanation:
    'Only a unicast instance with a source address can do without an interface; keepalived 2.2.5 to 2.2.7 refuse that, too (chk_min_cfg looks at a flag that is set later). One such instance ends the whole VRRP part.',
  bad: unicast(''),
  good: unicast('    unicast_src_ip 192.0.2.1\n'),
  each(one, report, _vrrp, subject) {
    if (one.interface !== undefined || isMeant(one.block, 'interface')) return
    const why = reason(one, subject)
    if (why !== undefined) report({ ...headerSpan(subject, one.block), data: [one.name, why] })
  },
})

function reason(one: Instance, subject: Subject): string | undefined {
  if (!isFrom(subject, '2.1.0')) return 'which every instance needs'
  const mayLack = isFrom(subject, '2.2.8') ? one.hasUnicastKeyword : !isFrom(subject, '2.2.5') && one.peers.length > 0
  if (!mayLack)
    return isFrom(subject, '2.2.5') && one.hasUnicastKeyword && !isFrom(subject, '2.2.8') ? OLD : 'and no unicast peers'
  if (one.block.use_vmac !== undefined && isFrom(subject, '2.3.3') && one.hasVmac) return 'which `use_vmac` needs'
  if (one.source !== undefined) return one.family === 6 && /^fe[89ab]/i.test(one.source) ? LINK_LOCAL : undefined
  return isWritten(one.block, 'unicast_src_ip') || isWritten(one.block, 'mcast_src_ip')
    ? undefined
    : 'and no source address either'
}

const OLD = 'which this version needs for unicast as well'
const LINK_LOCAL = 'which a link-local source address needs'
