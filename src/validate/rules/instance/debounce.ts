import { listEntries } from '../../entries.ts'
import { lineSpan, numberOf, settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { instance } from './examples.ts'

const delays = (down: string): string => `interface_up_down_delays {\n    eth0 ${down}\n}\n`

/** V183: check_debounce_timers, looked at in operation only. */
export const debounce: Rule = {
  code: 'vrrp/debounce',
  lineages: ['keepalived'],
  since: '2.2.3',
  severity: 'warning',
  effect: 'default',
  message: (link, name, most, down) =>
    most === '0'
      ? `\`${link}\` is given time before it counts as down, but \`${name}\` is missed with the first advert`
      : `\`${link}\` is given ${down} s before it counts as down, and \`${name}\` is missed after ${most} s`,
  consequence: (_link, _name, most) =>
    most === '0' ? 'both delays are cleared; only the log says so' : 'the delay is cut to a little less; only the log says so',
  help: (_link, _name, most) =>
    most === '0'
      ? 'Leave the delays out, or set `down_timer_adverts` to 2 or more.'
      : `Write a delay of less than ${most} s, or a longer \`advert_int\`.`,
  reported: false,
  explanation:
    'An interface that is believed to be up for longer than it takes the other nodes to miss the master leads to two masters. The delay for going down must be less than advert_int times the adverts that may be missed but one.',
  bad: delays('3 3') + instance(),
  good: delays('1.5 3') + instance(),
  check(subject, report) {
    const entries = [...listEntries(subject, subject.model, 'interface_up_down_delays')]
    if (entries.length === 0 || isIncomplete(subject)) return
    // The later line of an interface counts.
    const byName = new Map(entries.map((one) => [textOf(one.entry, 'interface'), one]))
    const told = new Set<string>()
    for (const { block, name, interface: link, adverts, isCertain } of subject.vrrp().instances) {
      const found = byName.get(link)
      if (found === undefined || link === undefined || !isCertain || told.has(link)) continue
      const down = numberOf(found.entry, 'downDelay') ?? 0
      const most = (adverts - 1) * (numberOf(block, 'advert_int') ?? 1)
      if (down === 0 || (most > 0 && down < most)) continue
      told.add(link)
      report({
        ...lineSpan(subject, found.place),
        data: [link, name, Math.round(most * 1000) / 1000, down],
        related: [{ ...settingSpan(subject, block, 'advert_int', 'down_timer_adverts'), message: 'the instance' }],
      })
    }
  },
}
