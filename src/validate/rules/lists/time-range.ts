import type { MutableBlock } from '../../../bind/model.ts'
import { entriesEverywhere, optionSpan, ROUTE_LISTS } from '../../entries.ts'
import { textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instanceWith } from './examples.ts'

/** How many of its own units a millisecond has, by the option. */
const STEPS: Readonly<Record<string, { readonly word: string; readonly steps: number }>> = {
  rtt: { word: 'rtt', steps: 8 },
  rttvar: { word: 'rttvar', steps: 4 },
  rtoMin: { word: 'rto_min', steps: 1 },
}

const LEAST = 200
const MOST = 120_000

/** Milliseconds of a time as get_time_rtt reads it. */
function milliseconds(word: string, steps: number): number {
  const number = Number.parseFloat(word.trim())
  if (!/s/i.test(word)) return number / steps
  return /m/i.test(word) ? number : number * 1000
}

/** V079: get_time_rtt. */
export const timeRange: Rule = {
  code: 'route/time-range',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'misread',
  message: (word, value) => `\`${word} ${value}\` is not between 200 ms and 120 s`,
  consequence: (_word, _value, bound) => `${bound} is used`,
  help: () => 'Write a time with its unit: `300ms`, `1.5s`.',
  reported: true,
  reportedSince: '2.2.8',
  explanation:
    'The kernel keeps round-trip times within 200 ms and 120 s. A number without a unit counts eighths of a millisecond for rtt, quarters for rttvar, and milliseconds for rto_min.',
  bad: instanceWith('virtual_routes', '198.51.100.0/24 via 192.0.2.254 dev eth0 rto_min 20ms'),
  good: instanceWith('virtual_routes', '198.51.100.0/24 via 192.0.2.254 dev eth0 rto_min 200ms'),
  check(subject, report) {
    for (const { entry, place } of entriesEverywhere(subject, ROUTE_LISTS)) {
      for (const key of Object.keys(STEPS)) {
        const { word, steps } = STEPS[key] as (typeof STEPS)[string]
        const value = timeOf(entry[key])
        if (value === undefined) continue
        const time = milliseconds(value, steps)
        if (time >= LEAST && time <= MOST) continue
        const isLocked = typeof entry[key] === 'object' && 'lock' in (entry[key] as MutableBlock)
        // What is far too much is refused before it is cut.
        report({
          ...optionSpan(subject, place, [word], isLocked ? 2 : 1),
          data: [word, value, time < LEAST ? '200 ms' : '120 s'],
          ...(time > (/s/i.test(value) ? MOST * steps : MOST)
            ? { effect: 'ignored', consequence: 'the whole route is dropped', reported: true }
            : { severity: 'warning' }),
        })
      }
    }
  },
}

const timeOf = (option: unknown): string | undefined =>
  typeof option === 'string'
    ? option
    : typeof option === 'object' && option !== null
      ? textOf(option as MutableBlock, 'value')
      : undefined
