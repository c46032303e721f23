import type { MutableBlock } from '../../../bind/model.ts'
import { ROUTE_LISTS } from '../../entries.ts'
import type { Rule } from '../../rule.ts'
import { entryRule } from './cases.ts'
import { instanceWith } from './examples.ts'

const route = (line: string): string => instanceWith('virtual_routes', line)
const isTracked = (entry: MutableBlock): boolean => entry.noTrack === undefined && entry.noTrackEarly === undefined

/** The number of protocol keepalived, which marks what it may take away again. */
export const KEEPALIVED = 18

export const otherProtocol = (entry: MutableBlock): boolean =>
  isTracked(entry) && entry.protocol !== undefined && entry.protocol !== KEEPALIVED && entry.protocol !== 'keepalived'

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** A tunnel needs to know where it leads. */
function lacksEnd(encap: unknown): boolean {
  if (typeof encap !== 'object' || encap === null) return false
  const { ip, ip6 } = encap as Readonly<Record<string, Record<string, unknown> | undefined>>
  return [ip, ip6].some((tunnel) => tunnel !== undefined && tunnel.dst === undefined && tunnel.id === undefined)
}

const nexthops = ({ nexthop }: MutableBlock): readonly unknown[] => (Array.isArray(nexthop) ? nexthop : [])

/** V074 to V078, V089: alloc_route, parse_nexthops and parse_encap. */
export const routeOptions: Rule = entryRule({
  code: 'route/options',
  lists: ROUTE_LISTS,
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'A route that is tracked (without no_track) carries the protocol number of keepalived, and from 2.0.1 to 2.3.1 it had to name an interface as well. keepalived reports the line and drops it, or a part of it.',
  bad: route('198.51.100.0/24 via 192.0.2.254 dev eth0 protocol 17'),
  good: route('198.51.100.0/24 via 192.0.2.254 dev eth0'),
  cases: [
    {
      at: ['nexthop'],
      holds: (entry) => entry.or !== undefined && nexthops(entry).length > 0,
      fact: '`nexthop` and `or` exclude each other',
      outcome: 'the whole route is dropped',
      help: 'Write every gateway as `nexthop via …`.',
    },
    {
      at: ['encap'],
      holds: (entry) => isEmpty(entry.encap) || nexthops(entry).some((hop) => isEmpty((hop as MutableBlock).encap)),
      fact: '`encap` lacks a kind of tunnel that is known',
      outcome: 'the encapsulation is dropped, the route is set up without it',
      help: 'Write one of ip, ip6, mpls and ila.',
    },
    {
      at: ['encap'],
      holds: (entry) => lacksEnd(entry.encap) || nexthops(entry).some((hop) => lacksEnd((hop as MutableBlock).encap)),
      fact: 'the tunnel has neither `dst` nor `id`',
      outcome: 'the encapsulation is dropped, the route is set up without it',
      help: 'Write `encap ip dst ADDRESS`.',
    },
    {
      at: ['protocol'],
      holds: otherProtocol,
      fact: 'a route that is tracked has the protocol number of keepalived',
      outcome: `the protocol becomes ${KEEPALIVED}`,
      help: 'Leave `protocol` out, or add `no_track`.',
    },
    {
      holds: (entry) => isTracked(entry) && entry.dev === undefined,
      since: '2.0.1',
      until: '2.3.1',
      fact: 'a route that names no interface cannot be tracked',
      outcome: 'the route is set up but not watched, and the configuration test fails because of the message',
      help: 'Add `dev INTERFACE`, or `no_track`.',
    },
    {
      at: ['track_group'],
      holds: (entry) => entry.trackGroup !== undefined && entry.dev === undefined,
      fact: 'a `track_group` needs `dev`',
      outcome: 'the track_group is dropped',
      help: 'Add `dev INTERFACE`.',
    },
    {
      at: ['track_group'],
      holds: (entry) => entry.trackGroup !== undefined && !isTracked(entry),
      fact: '`no_track` and `track_group` exclude each other',
      outcome: 'the route is not tracked; only the log says so',
      help: 'Keep one of them.',
      reported: false,
    },
  ],
})
