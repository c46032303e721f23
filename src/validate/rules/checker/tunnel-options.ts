import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { bare } from './examples.ts'
import { READERS } from './lines.ts'

const example = (method: string): string => bare(`    lb_algo wrr\n    protocol TCP\n    lb_kind ${method}\n`)

/** L012. */
export const tunnelOptions: Rule = {
  code: 'service/tunnel-options',
  ...READERS,
  lineages: ['keepalived'],
  since: '2.0.18',
  severity: 'error',
  effect: 'ignored',
  message: (problem) => problem as string,
  consequence: () => 'it is reported, and the options of the tunnel are dropped; the method stays',
  help: () => 'Write `type gue port N` with or without a checksum, `type gre` with or without `csum`, or plain `TUN`.',
  reported: true,
  explanation: 'Generic UDP encapsulation needs a port, the others have none; IPIP has no checksum, GRE no remote one.',
  bad: example('TUN type gue'),
  good: example('TUN type gue port 6080'),
  check(subject, report) {
    for (const { block } of servicesOf(subject)) {
      tell(block, 'lb_kind', METHOD)
      tell(block, 'sorry_server_lvs_method', SORRY_METHOD)
      for (const server of blocks(block, 'real_server')) tell(server, 'lvs_method', METHOD)
    }
    function tell(block: MutableBlock, key: string, keywords: readonly string[]): void {
      const value = block[key]
      const problem = typeof value === 'object' && value !== null ? problemOf(value as MutableBlock) : undefined
      if (problem !== undefined) report({ ...settingSpan(subject, block, ...keywords), data: [problem] })
    }
  },
}

const METHOD = ['lb_kind', 'lvs_method'] as const
const SORRY_METHOD = ['sorry_server_lvs_method'] as const

/** The checks at the end of svr_forwarding_handler, in its order. */
function problemOf(options: MutableBlock): string | undefined {
  const type = textOf(options, 'type') ?? 'ipip'
  const checksum = textOf(options, 'checksum') ?? 'nocsum'
  if (type === 'gue' && options.port === undefined) return 'a gue tunnel needs a `port`'
  if (type !== 'gue' && options.port !== undefined) return `a tunnel of type ${type} has no port`
  if (type === 'ipip' && checksum !== 'nocsum') return `a tunnel of type ipip has no checksum, \`${checksum}\``
  return type === 'gre' && checksum === 'remcsum' ? 'a tunnel of type gre has no remote checksum' : undefined
}
