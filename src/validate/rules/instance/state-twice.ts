import { find, lineSpan, wordAt } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instance } from './examples.ts'

/** vrrp_state_handler: MASTER stays, whatever comes behind it. */
export const stateTwice: Rule = {
  code: 'vrrp/state-twice',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (state) => `\`state ${state}\` behind another \`state\``,
  consequence: (state) =>
    state === 'BACKUP' ? 'MASTER stays, and this line is reported' : 'the last one counts, without a message',
  help: () => 'Keep one of them.',
  reported: true,
  explanation:
    'vrrp_state_handler keeps MASTER once it was given and reports a later BACKUP; the other way round the later one counts silently.',
  bad: instance('    state MASTER\n    state BACKUP\n'),
  good: instance('    state BACKUP\n'),
  check(subject, report) {
    for (const { block } of subject.vrrp().instances) {
      if (block.state === undefined) continue
      const places = find(subject, block, 'state')
      if (places.length < 2) continue
      let isMaster = false
      for (const [i, place] of places.entries()) {
        const state = wordAt(subject, place, 0) ?? ''
        const before = places[i - 1]
        const related = before === undefined ? [] : [{ ...lineSpan(subject, before), message: 'the one before' }]
        const found = { ...lineSpan(subject, place), data: [state], related }
        if (i > 0 && (state === 'MASTER' || state === 'BACKUP')) {
          if (isMaster && state === 'BACKUP') report(found)
          else report({ ...found, severity: 'warning', reported: false })
        }
        isMaster ||= state === 'MASTER'
        if (state !== 'MASTER' && state !== 'BACKUP') isMaster = false
      }
    }
  },
}
