import type { Rule } from '../../rule.ts'
import { reportSameNames } from '../../same-names.ts'
import { TRACKED } from './examples.ts'

/** V029: the lists are searched from their start, and nothing looks for a name before it adds one. */
export const nameHidden: Rule = {
  code: 'global/name-hidden',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: (keyword, name) => `a \`${keyword}\` named \`${name}\` is declared already`,
  consequence: () => 'whoever names it gets the first one; this one is never used, and nothing is said',
  help: () => 'Give it another name, or leave it out.',
  reported: false,
  explanation: 'Scripts, files and processes that instances track may have one name twice. Every look-up finds the first one.',
  bad: TRACKED.script + TRACKED.script,
  good: TRACKED.script,
  check(subject, report) {
    reportSameNames(subject, ['vrrp_script', 'track_file', 'vrrp_track_process'], report)
  },
}
