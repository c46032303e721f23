import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, headerSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
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
    for (const keyword of ['vrrp_script', 'track_file', 'vrrp_track_process']) {
      const first = new Map<string, MutableBlock>()
      for (const block of blocks(subject.model, keyword)) {
        const name = textOf(block, 'name')
        if (name === undefined) continue
        const other = first.get(name)
        if (other === undefined) first.set(name, block)
        else {
          const related = [{ ...headerSpan(subject, other), message: 'the one that is used' }]
          report({ ...headerSpan(subject, block), data: [keyword, name], related })
        }
      }
    }
  },
}
