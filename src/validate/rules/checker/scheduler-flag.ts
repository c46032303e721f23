import type { MutableBlock } from '../../../bind/model.ts'
import type { Document } from '../../../cst/document.ts'
import { argumentsOf } from '../../../cst/words.ts'
import { isEven, keywordAt, lineSpan, statementsIn } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { standsBefore } from '../../service.ts'
import { servicesOf } from '../../services.ts'
import { bare } from './examples.ts'
import { READERS } from './lines.ts'

const hashing = (lines: string): string => bare(`    lb_kind NAT\n    protocol TCP\n${lines}`)

/** Which scheduler a flag is for. `hashed` has been for none since 2.1.5. */
const FLAGS: Readonly<Record<string, string>> = {
  'sh-port': 'sh',
  'sh-fallback': 'sh',
  'mh-port': 'mh',
  'mh-fallback': 'mh',
  hashed: '',
}

const FLAG_NAMES = Object.keys(FLAGS)

/** Behind the scheduler that it is for, where each of them stands once. */
const isRight = (block: MutableBlock, flag: string): boolean =>
  block.lb_algo === FLAGS[flag] && standsBefore(block, 'lb_algo', flag)

const HASHING: ReadonlySet<string> = new Set(['sh', 'mh'])

/** L015 and L016. */
export const schedulerFlag: Rule = {
  code: 'service/scheduler-flag',
  ...READERS,
  since: '2.1.5',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: (flag, scheduler, known) =>
    scheduler === ''
      ? `\`${flag}\` has no effect any more`
      : `\`${flag}\` is for \`lb_algo ${scheduler}\`, and ${known === '' ? 'no scheduler is set above it' : `${known} is set above it`}`,
  consequence: () => 'the line is ignored',
  help: (flag, scheduler) =>
    scheduler === '' ? 'Leave it out.' : `Write \`${flag}\` behind \`lb_algo ${scheduler}\`, or leave it out.`,
  reported: true,
  explanation:
    'The flag is looked at with the scheduler that has been read by then (lbflags_handler). Under the other of the two hashing schedulers it is ignored without a word.',
  bad: hashing('    sh-port\n    lb_algo sh\n'),
  good: hashing('    lb_algo sh\n    sh-port\n'),
  check(subject, report) {
    for (const { block } of servicesOf(subject)) {
      if (FLAG_NAMES.every((flag) => block[flag] === undefined || (isRight(block, flag) && isEven(subject, block)))) continue
      let known = ''
      for (const place of statementsIn(subject, block)) {
        const keyword = keywordAt(subject, place)
        if (keyword === 'lb_algo' || keyword === 'lvs_sched') {
          known = argumentsOf(subject.sources.documents[place.file] as Document, place.row)[0] ?? known
        }
        const scheduler = FLAGS[keyword]
        if (scheduler === undefined || (scheduler !== '' && scheduler === known)) continue
        const isSilent = HASHING.has(known)
        report({ ...lineSpan(subject, place), data: [keyword, scheduler, known], ...(isSilent ? { reported: false } : {}) })
      }
    }
  },
}
