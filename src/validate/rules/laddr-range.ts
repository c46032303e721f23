import { isIpv4 } from '../../schema/addresses.ts'
import { blocks, keywordAt, lineSpan, statementsIn } from '../look.ts'
import type { Rule } from '../rule.ts'
import { entriesOf } from '../service.ts'

type Mistake = 'mask' | 'address' | 'last' | 'none' | 'below'

const words: Readonly<Record<Mistake, { readonly fact: string; readonly outcome: string }>> = {
  mask: {
    fact: 'a group of addresses knows no prefix length',
    outcome: 'the length is cut off, and the one address in front of it remains',
  },
  address: {
    fact: 'a range ends with the last octet only',
    outcome: 'the number in front of the first dot is taken for the last octet',
  },
  last: { fact: '255 cannot be the end of a range', outcome: 'the entry is dropped with a line in the log' },
  none: { fact: 'a range that ends with 0 has one address', outcome: 'only the first address is used' },
  below: { fact: 'the range ends below its start', outcome: 'the range is empty and nothing is said' },
}

const example = (entry: string): string => `local_address_group l1 {\n    ${entry}\n}\n`

/** R20, for the entries of both kinds of group: they go through the same reader (inet_stosockaddr, inet_stor). */
export const laddrRange: Rule = {
  code: 'lvs/laddr-range',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (entry, mistake) => `\`${entry}\`: ${(words[mistake as Mistake] ?? words.below).fact}`,
  consequence: (_entry, mistake) => (words[mistake as Mistake] ?? words.below).outcome,
  help: () => 'Write `10.0.0.1-20`: the first address and the last octet, from the first one to 254.',
  reported: false,
  explanation:
    'An entry is one address, or an address and the last octet of the end of a range. An octet of 255 is refused, one below the start makes an empty range, and everything behind a slash is cut off.',
  bad: example('10.0.9.1-255'),
  good: example('10.0.9.1-254'),
  check(subject, report) {
    for (const keyword of ['local_address_group', 'virtual_server_group']) {
      for (const group of blocks(subject.model, keyword)) {
        if (!entriesOf(group).some((entry) => mistakeOf(addressOf(entry)) !== undefined)) continue
        for (const place of statementsIn(subject, group)) {
          const word = keywordAt(subject, place)
          const mistake = mistakeOf(word)
          if (mistake === undefined) continue
          const line = lineSpan(subject, place)
          report({ ...line, end: line.start + word.length, data: [word, mistake] })
        }
      }
    }
  },
}

function addressOf(entry: unknown): string {
  if (typeof entry === 'string') return entry
  const address = typeof entry === 'object' && entry !== null ? (entry as { readonly address?: unknown }).address : undefined
  return typeof address === 'string' ? address : ''
}

function mistakeOf(word: string): Mistake | undefined {
  const slash = word.indexOf('/')
  if (slash > 0) return 'mask'
  const dash = word.indexOf('-')
  if (dash < 0 || word.includes(':')) return undefined
  const end = word.slice(dash + 1)
  if (isIpv4(end)) return 'address'
  const number = Number(end)
  if (number >= 255) return 'last'
  if (number === 0) return 'none'
  return number < Number(word.slice(word.lastIndexOf('.', dash) + 1, dash)) ? 'below' : undefined
}
