import { blocks, keywordAt, lineSpan, statementsIn, wordAt } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { block } from './examples.ts'

/** V109: vrrp_tprocess_quorum_handler and vrrp_tprocess_quorum_max_handler, which compare with what stands above. */
export const quorum: Rule = {
  code: 'global/process-quorum',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (fact) => fact as string,
  consequence: () => 'the line is ignored',
  help: () => 'At most as many processes can be asked for as may run.',
  reported: true,
  explanation:
    'quorum and quorum_max of a vrrp_track_process are compared with each other in the order of their lines. quorum_max 0 is allowed while the quorum is 1, and means that the process must not run.',
  bad: block('vrrp_track_process', 'proxy', 'process haproxy', 'quorum_max 2', 'quorum 3'),
  good: block('vrrp_track_process', 'proxy', 'process haproxy', 'quorum_max 3', 'quorum 2'),
  check(subject, report) {
    for (const process of blocks(subject.model, 'vrrp_track_process')) {
      if (process.quorum === undefined || process.quorum_max === undefined) continue
      let least = 1
      let most = Number.POSITIVE_INFINITY
      for (const place of statementsIn(subject, process)) {
        const keyword = keywordAt(subject, place)
        const value = Number(wordAt(subject, place, 0))
        if (!Number.isInteger(value)) continue
        if (keyword === 'quorum') {
          if (value > most) report({ ...lineSpan(subject, place), data: [`the quorum is above the \`quorum_max\` of ${most}`] })
          else least = value
        } else if (keyword === 'quorum_max') {
          if ((value > 0 || least > 1) && value < least) {
            report({ ...lineSpan(subject, place), data: [`\`quorum_max\` is below the quorum of ${least}`] })
          } else {
            most = value
            least = value === 0 ? 0 : Math.max(1, least)
          }
        }
      }
    }
  },
}
