import type { RoutingFact } from '../../../facts/facts.ts'
import { nearest } from '../../../text/distance.ts'
import type { Rule } from '../../rule.ts'
import { typedWords } from '../../typed-words.ts'
import { instance, MACHINE } from './examples.ts'

const example = (table: string): string =>
  instance(`    virtual_routes {\n        10.1.0.0/16 via 10.0.0.9 dev eth0 table ${table}\n    }\n`)

/** Which list of names an argument of addresses, routes and rules takes its words from, and what keepalived knows without any file. */
const LISTS: Readonly<
  Record<string, { readonly list: keyof RoutingFact; readonly what: string; readonly known: readonly string[] }>
> = {
  table: { list: 'tables', what: 'routing table', known: ['default', 'main', 'local'] },
  protocol: {
    list: 'protocols',
    what: 'routing protocol',
    known: 'none redirect kernel boot static gated ra mrt zebra bird babel dnrouted xorp ntk dhcp'.split(' '),
  },
  scope: { list: 'scopes', what: 'scope', known: ['global', 'nowhere', 'host', 'link', 'site'] },
  tos: { list: 'dsfields', what: 'type of service', known: [] },
  tc: { list: 'dsfields', what: 'type of service', known: [] },
  suppressIfgroup: { list: 'groups', what: 'group of interfaces', known: [] },
  group: { list: 'groups', what: 'group of interfaces', known: [] },
  realms: { list: 'realms', what: 'realm', known: [] },
}

/** find_entry of rttables.c: a number, or a name of the files. */
export const unknownRoutingName: Rule = {
  code: 'host/unknown-routing-name',
  lineages: ['keepalived'],
  since: '1.2.24',
  severity: 'error',
  effect: 'rejected',
  message: (what, name) => `this machine has no ${what} \`${name}\``,
  consequence: () => 'it is reported, and a route or rule with it is dropped',
  help: (what, _name, near) =>
    near === '' ? `Write the number, or give the ${what} a name in /etc/iproute2.` : `Did you mean \`${near}\`?`,
  reported: true,
  explanation:
    'Routing tables, protocols, scopes, realms, types of service and groups of interfaces are numbers to the kernel. Their names stand in the files of iproute2, which keepalived reads as ip(8) does; a name that is not there is an error.',
  bad: example('downlink'),
  good: example('uplink'),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const { routing } = subject.facts ?? {}
    if (routing === undefined) return
    for (const { arg, context, field, value, file, start, end } of typedWords(subject, ['enum', 'string'])) {
      const names = LISTS[arg.name]
      const inFiles = names === undefined ? undefined : routing[names.list]
      if (names === undefined || inFiles === undefined || !isOfRouting(context.path, field.row.keyword)) continue
      const all = [...names.known, ...inFiles]
      const wrong = (arg.name === 'realms' ? value.split('/') : [value]).find((one) => !NUMBER.test(one) && !all.includes(one))
      if (wrong !== undefined) report({ file, start, end, data: [names.what, wrong, nearest(wrong, all) ?? ''] })
    }
  },
}

const isOfRouting = (path: string, keyword: string): boolean =>
  /(?:^|\/)(?:static|virtual)_(?:ipaddress(?:_excluded)?|routes|rules)$/.test(path) || VMAC.has(keyword)

/** Keywords that make an interface, and put it into a group. */
const VMAC: ReadonlySet<string> = new Set(['use_vmac', 'use_ipvlan'])

/** As strtoul reads it with any base; a bad number is no matter of names. */
const NUMBER = /^\s*[-+]?\d/
