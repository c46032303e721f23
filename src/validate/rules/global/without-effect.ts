import type { MutableBlock } from '../../../bind/model.ts'
import type { Severity } from '../../../diagnostics/diagnostic.ts'
import { versionNumber } from '../../../schema/version.ts'
import { lineSpan, settingsIn, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { globals } from './examples.ts'

interface Case {
  /** The setting that is shown. */
  readonly at: readonly string[]
  readonly holds: (global: MutableBlock, order: readonly string[]) => boolean
  readonly fact: string
  readonly outcome: string
  readonly help: string
  readonly severity?: Severity
  readonly since?: string
}

const before = (first: string, second: string, order: readonly string[]): boolean =>
  order.includes(first) && order.includes(second) && order.indexOf(first) < order.lastIndexOf(second)

const chain = (global: MutableBlock, key: string): unknown => (global.vrrp_iptables as MutableBlock | undefined)?.[key]

/** The name of a setting that may stand with an owner: `vrrp_notify_fifo PATH USER`. */
const pathOf = (global: MutableBlock, key: string): string | undefined =>
  typeof global[key] === 'object' && global[key] !== null ? textOf(global[key] as MutableBlock, 'path') : textOf(global, key)

const LATE = (table: string): Pick<Case, 'outcome' | 'help'> => ({
  outcome: `\`${table}\` sets it back to its default`,
  help: `Write it below \`${table}\`.`,
})

/** V042 to V046, V048, V234: what keepalived drops or sets back, and at most logs. */
const CASES: readonly Case[] = [
  {
    at: ['vrrp_iptables'],
    holds: (global) =>
      textOf(global.vrrp_iptables as MutableBlock, 'inChain') !== undefined &&
      chain(global, 'inChain') === chain(global, 'outChain'),
    fact: 'both chains of `vrrp_iptables` have one name',
    outcome: 'both are dropped; only the log says so',
    help: 'Name two chains.',
  },
  {
    at: ['vrrp_iptables'],
    holds: ({ vrrp_iptables: iptables, nftables }) => iptables !== undefined && nftables !== undefined,
    fact: '`vrrp_iptables` and `nftables` exclude each other',
    outcome: 'the settings of iptables are dropped; only the log says so',
    help: 'Keep one of them.',
  },
  {
    at: ['vrrp_ipsets'],
    holds: ({ vrrp_iptables: iptables, vrrp_ipsets: ipsets }) => ipsets !== undefined && iptables === undefined,
    fact: '`vrrp_ipsets` goes with `vrrp_iptables` only',
    outcome: 'no ipset is used; only the log says so',
    help: 'Add `vrrp_iptables`, or leave it out.',
  },
  {
    at: ['nftables_priority'],
    holds: (_global, order) => before('nftables_priority', 'nftables', order),
    fact: '`nftables_priority` stands above `nftables`',
    ...LATE('nftables'),
  },
  {
    at: ['nftables_ipvs_priority', 'nftables_ipvs_start_fwmark'],
    holds: (_global, order) =>
      before('nftables_ipvs_priority', 'nftables_ipvs', order) || before('nftables_ipvs_start_fwmark', 'nftables_ipvs', order),
    fact: 'a setting of `nftables_ipvs` stands above it',
    ...LATE('nftables_ipvs'),
  },
  {
    at: ['vrrp_notify_fifo'],
    holds: (global) =>
      pathOf(global, 'notify_fifo') !== undefined && pathOf(global, 'notify_fifo') === pathOf(global, 'vrrp_notify_fifo'),
    fact: '`vrrp_notify_fifo` has the name of `notify_fifo`',
    outcome: 'it is dropped on a reload; only the log says so',
    help: 'Leave it out: notify_fifo gets everything.',
  },
  {
    at: ['lvs_notify_fifo'],
    holds: (global) =>
      pathOf(global, 'notify_fifo') !== undefined && pathOf(global, 'notify_fifo') === pathOf(global, 'lvs_notify_fifo'),
    fact: '`lvs_notify_fifo` has the name of `notify_fifo`',
    outcome: 'it is dropped on a reload; only the log says so',
    help: 'Leave it out: notify_fifo gets everything.',
  },
  {
    at: ['lvs_notify_fifo_script'],
    holds: (global) =>
      pathOf(global, 'lvs_notify_fifo') !== undefined &&
      pathOf(global, 'lvs_notify_fifo') === pathOf(global, 'vrrp_notify_fifo') &&
      global.vrrp_notify_fifo_script !== undefined,
    fact: '`lvs_notify_fifo` has the name of `vrrp_notify_fifo`, and each has a script',
    outcome: 'this script is dropped on a reload; only the log says so',
    help: 'Keep one script for both, or name two FIFOs.',
  },
  {
    at: ['random_seed'],
    holds: ({ random_seed: seed }) => seed !== undefined,
    fact: '`random_seed` has no effect',
    outcome: 'random numbers of the configuration are drawn before it is read',
    help: 'Leave it out.',
    severity: 'info',
  },
]

export const withoutEffect: Rule = {
  code: 'global/without-effect',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: (fact) => fact as string,
  consequence: (_fact, outcome) => outcome as string,
  help: (_fact, _outcome, help) => help as string,
  reported: false,
  explanation:
    'Some settings of global_defs exclude each other or depend on the order of the lines. The configuration test says nothing of it, for it is found out when the processes start.',
  bad: globals('nftables_priority -10', 'nftables keepalived'),
  good: globals('nftables keepalived', 'nftables_priority -10'),
  check(subject, report) {
    const global = subject.model.global_defs as MutableBlock | undefined
    if (typeof global !== 'object' || global === null) return
    const order = Object.keys(global)
    for (const { at, holds, fact, outcome, help, severity, since } of CASES) {
      if (since !== undefined && subject.dialect.number < versionNumber(since)) continue
      if (!at.some((key) => global[key] !== undefined) || !holds(global, order)) continue
      const place = [...settingsIn(subject, 'global_defs', ...at)].at(-1)
      if (place === undefined) continue
      report({ ...lineSpan(subject, place), data: [fact, outcome, help], ...(severity === undefined ? {} : { severity }) })
    }
  },
}
