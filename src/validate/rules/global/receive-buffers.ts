import { wordsAt } from '../../entries.ts'
import { lineSpan, settingsIn } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { globals } from './examples.ts'

const KEYWORD = 'vrrp_rx_bufs_policy'

/** V049: vrrp_rx_bufs_policy_handler; several lines add up. */
export const receiveBuffers: Rule = {
  code: 'global/receive-buffers',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (fact) => fact as string,
  consequence: (_fact, outcome) => outcome as string,
  help: () => 'Keep one of them.',
  reported: true,
  explanation: 'The size of a receive buffer is taken from the MTU, from the size of an advert, or is a number: one of them.',
  bad: globals(`${KEYWORD} MTU ADVERT`),
  good: globals(`${KEYWORD} MTU`),
  check(subject, report) {
    const given = new Set<string>()
    for (const place of settingsIn(subject, 'global_defs', KEYWORD)) {
      for (const { text } of wordsAt(subject, place).slice(1)) {
        if (/^(?:mtu|advert)$/i.test(text)) given.add(text.toUpperCase())
        else if (/^\d+$/.test(text)) given.add('size')
      }
      if (given.size < 2) continue
      const data = given.has('size')
        ? ['a number of bytes and a policy exclude each other', 'the policy is dropped, the number counts']
        : ['MTU and ADVERT exclude each other', 'ADVERT is dropped']
      report({ ...lineSpan(subject, place), data })
      if (!given.has('size')) given.delete('ADVERT')
      else for (const one of ['MTU', 'ADVERT']) given.delete(one)
    }
  },
}
