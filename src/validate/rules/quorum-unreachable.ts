import type { MutableBlock } from '../../bind/model.ts'
import { blocks, isWritten, numberOf, settingSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { services, standsBefore } from '../service.ts'
import { service } from './examples.ts'

const example = (weight: number): string =>
  service('    quorum 5\n    hysteresis 1\n', `    real_server 10.0.1.1 80 {\n        weight ${weight}\n    }\n`)

/** R23: the service comes up at quorum + hysteresis; the sum of all weights is the most there can be. */
export const quorumUnreachable: Rule = {
  code: 'lvs/quorum-unreachable',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'outage',
  message: (needed, total) => `quorum and hysteresis add up to ${needed}, all weights to ${total}`,
  consequence: () => 'once the quorum is lost it is never gained again, even with all servers up',
  help: () => 'Lower `quorum` or `hysteresis`, or raise the weights.',
  reported: false,
  explanation:
    'A service is up again when the weight of its live servers reaches quorum plus hysteresis; 1.2.2 does not compare that with the total.',
  bad: example(5),
  good: example(6),
  check(subject, report) {
    for (const block of services(subject)) {
      const quorum = numberOf(block, 'quorum')
      if (quorum === undefined) continue
      const total = totalWeight(blocks(block, 'real_server'))
      const needed = quorum + hysteresisOf(block, quorum)
      if (total !== undefined && needed > total) report({ ...settingSpan(subject, block, 'quorum'), data: [needed, total] })
    }
  },
}

/** The hysteresis that 1.2.2 uses: one that is not below the quorum known so far becomes 0. */
function hysteresisOf(block: MutableBlock, quorum: number): number {
  const hysteresis = numberOf(block, 'hysteresis') ?? 0
  return hysteresis < 0 || hysteresis >= quorum || standsBefore(block, 'hysteresis', 'quorum') ? 0 : hysteresis
}

/** Undefined without servers, and when a weight could not be read. */
function totalWeight(servers: readonly MutableBlock[]): number | undefined {
  if (servers.length === 0) return undefined
  let total = 0
  for (const server of servers) {
    const weight = numberOf(server, 'weight')
    if (weight === undefined && isWritten(server, 'weight')) return undefined
    total += weight ?? 1
  }
  return total
}
