import { headerSpan, numberOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { afterParsing, isFrom } from './cases.ts'
import { instance, list } from './examples.ts'

const WITHOUT = 'an instance without `interface`'

/** V227 to V229: pointers to the interface that are followed without a look (vrrp_complete_instance, check_vrid_conflicts). */
export const crash: Rule = {
  code: 'vrrp/crash',
  lineages: ['keepalived'],
  since: '2.2.8',
  severity: 'error',
  effect: 'crash',
  exit: 'crash',
  message: (name, why) => `\`${name}\` makes keepalived crash: ${why}`,
  consequence: () => 'the VRRP process dies with a segmentation fault, again after every restart, and so does `keepalived -t`',
  help: () => 'Write `interface`, or the addresses of the other nodes into `unicast_peer`.',
  reported: false,
  explanation:
    'Unicast instances may do without an interface, but some code behind the last line takes one for granted: with down_timer_adverts 1, with a unicast keyword but no peer for IPv6, and with two such instances of one number for IPv4.',
  bad: instance(`    unicast_src_ip 192.0.2.1\n    down_timer_adverts 1\n${list('unicast_peer', '192.0.2.2')}`, {
    link: '',
    address: '192.0.2.10/24 dev eth1',
  }),
  good: instance(`    unicast_src_ip 192.0.2.1\n    down_timer_adverts 2\n${list('unicast_peer', '192.0.2.2')}`, {
    link: '',
    address: '192.0.2.10/24 dev eth1',
  }),
  check(subject, report) {
    const vrrp = subject.vrrp()
    if (!vrrp.isValidated || vrrp.instances.some((one) => endsBefore(one))) return
    const say = afterParsing(vrrp, report)
    const numbers = new Map<number, Instance>()
    for (const one of vrrp.instances) {
      if (one.interface !== undefined || !one.isCertain) continue
      const found = headerSpan(subject, one.block)
      const vrid = numberOf(one.block, 'virtual_router_id') as number
      const twin = numbers.get(vrid)
      if (one.adverts === 1 && !(one.strict && isFrom(subject, '2.2.3')))
        say({ ...found, data: [one.name, `${WITHOUT} and with \`down_timer_adverts 1\``] })
      else if (!one.isUnicast && one.family === 6) say({ ...found, data: [one.name, `${WITHOUT} and without peers, for IPv6`] })
      else if (!one.isUnicast && twin !== undefined)
        say({ ...found, data: [one.name, `${WITHOUT} and without peers, like \`${twin.name}\``] })
      if (!one.isUnicast && one.family === 4) numbers.set(vrid, one)
    }
  },
}

/** chk_min_cfg and the checks of vrrp_complete_instance end the process in an orderly way first. */
const endsBefore = ({ block, interface: link, hasUnicastKeyword, hasVmac, source, family }: Instance): boolean =>
  numberOf(block, 'virtual_router_id') === undefined ||
  (link === undefined && (!hasUnicastKeyword || hasVmac || source === undefined || (family === 6 && /^fe[89ab]/i.test(source))))
