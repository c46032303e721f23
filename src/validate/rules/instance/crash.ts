import { headerSpan, numberOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { isFrom } from './cases.ts'
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
    if (!vrrp.isValidated || vrrp.instances.some((one) => failsMinimum(one))) return
    const end = vrrp.instances.findIndex((one) => stops(one, subject))
    const groups = end < 0 ? multicastByNumber(vrrp.instances) : undefined
    for (const one of end < 0 ? vrrp.instances : vrrp.instances.slice(0, end)) {
      if (one.interface !== undefined || !one.isCertain) continue
      const twin = groups?.get(numberOf(one.block, 'virtual_router_id') as number)?.find((other) => other !== one)
      const why = reason(one, twin)
      if (why !== undefined) report({ ...headerSpan(subject, one.block), data: [one.name, why] })
    }
  },
}

function reason({ adverts, strict, isUnicast, family }: Instance, twin: Instance | undefined): string | undefined {
  if (adverts === 1 && !strict) return `${WITHOUT} and with \`down_timer_adverts 1\``
  if (isUnicast) return undefined
  if (family === 6) return `${WITHOUT} and without peers, for IPv6`
  return twin === undefined ? undefined : `${WITHOUT} and without peers has the number of \`${twin.name}\``
}

/** IPv4 instances that send to the group: their interfaces are compared. */
function multicastByNumber(instances: readonly Instance[]): ReadonlyMap<number, readonly Instance[]> {
  const found = new Map<number, Instance[]>()
  for (const one of instances) {
    if (one.isUnicast || one.family !== 4) continue
    const vrid = numberOf(one.block, 'virtual_router_id') as number
    found.set(vrid, [...(found.get(vrid) ?? []), one].slice(0, 2))
  }
  return found
}

/** chk_min_cfg, which looks at all instances first, ends the process in an orderly way. */
const failsMinimum = ({ block, interface: link, hasUnicastKeyword, hasVmac }: Instance): boolean =>
  numberOf(block, 'virtual_router_id') === undefined || (link === undefined && (!hasUnicastKeyword || hasVmac))

/** vrrp_complete_instance ends it at this instance. */
const stops = (
  { strict, isUnicast, interface: link, source, family, addresses, version, block }: Instance,
  subject: Subject,
): boolean =>
  (strict && isUnicast && link !== undefined && isFrom(subject, '2.4.0')) ||
  (link === undefined && (source === undefined || (family === 6 && /^fe[89ab]/i.test(source)))) ||
  (addresses.length === 0 && (strict || (version === 3 && block.no_virtual_ipaddress !== true)))
