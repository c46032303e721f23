import type { MutableBlock } from '../../../bind/model.ts'
import { addressKey, isSix } from '../../address-key.ts'
import { blocks, closeSpan, headerSpan, numberOf, settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { block } from './examples.ts'

/** BFD_CONTROL_TTL and BFD_CONTROL_HOPLIMIT. */
const TTL = { 4: 255, 6: 64 } as const

const cut = (word: string): string => word.replace(/[-/].*$/, '')

interface Problem {
  readonly fact: string
  readonly outcome: string
  readonly help: string
  readonly shows: readonly string[]
  readonly other?: MutableBlock
}

/** V114, V115: bfd_end_handler. */
export const bfdAddresses: Rule = {
  code: 'bfd/addresses',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (fact) => fact as string,
  consequence: (_fact, outcome) => outcome as string,
  help: (_fact, _outcome, help) => help as string,
  reported: true,
  explanation:
    'When a bfd_instance closes keepalived compares its addresses with each other and with those of the instances above it, and max_hops with the ttl.',
  bad: block('bfd_instance', 'peer', 'neighbor_ip 192.0.2.2', 'source_ip 2001:db8::1'),
  good: block('bfd_instance', 'peer', 'neighbor_ip 192.0.2.2', 'source_ip 192.0.2.1'),
  check(subject, report) {
    const known = new Map<string, MutableBlock>()
    for (const one of blocks(subject.model, 'bfd_instance')) {
      const found = problemOf(one, known)
      if (found === undefined) continue
      const { fact, outcome, help, shows, other } = found
      const related = [{ ...settingSpan(subject, one, ...shows), message: 'this one' }]
      if (other !== undefined) related.push({ ...headerSpan(subject, other), message: 'the instance that has them' })
      report({ ...closeSpan(subject, one), data: [fact, outcome, help], related })
    }
  },
}

/** What is wrong with an instance; one that is kept is remembered. */
function problemOf(one: MutableBlock, known: Map<string, MutableBlock>): Problem | undefined {
  const neighbor = textOf(one, 'neighbor_ip')
  const source = textOf(one, 'source_ip')
  if (neighbor === undefined) return undefined
  const isIpv6 = isSix(neighbor)
  if (source !== undefined && isSix(source) !== isIpv6) {
    return {
      fact: 'source and neighbour are of different families',
      outcome: 'the BFD instance is removed',
      help: 'Use addresses of one family.',
      shows: ['source_ip'],
    }
  }
  const key = [
    addressKey(cut(neighbor)),
    source === undefined ? '' : addressKey(cut(source)),
    String(one.multihop ?? false),
  ].join(' ')
  const other = known.get(key)
  if (other !== undefined) {
    return {
      fact: 'another BFD instance has the same neighbour and source',
      outcome: 'the BFD instance is removed',
      help: 'Track the other one, or give this one a source address of its own.',
      shows: ['neighbor_ip', 'neighbour_ip'],
      other,
    }
  }
  known.set(key, one)
  const ttl = numberOf(one, 'ttl') ?? TTL[isIpv6 ? 6 : 4]
  const hops = numberOf(one, 'max_hops') ?? 0
  if (hops <= ttl) return undefined
  return {
    fact: `\`max_hops\` is above the ttl of ${ttl}`,
    outcome: 'it is cut to the ttl',
    help: `Write at most ${ttl}.`,
    shows: ['max_hops'],
  }
}
