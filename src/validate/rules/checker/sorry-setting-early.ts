import type { MutableBlock } from '../../../bind/model.ts'
import { keywordAt, lineSpan, statementsIn } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { standsBefore } from '../../service.ts'
import { servicesOf } from '../../services.ts'
import { service } from './examples.ts'
import { READERS } from './lines.ts'

const SETTINGS = ['sorry_server_inhibit', 'sorry_server_lvs_method'] as const

/** L013: the setting of a sorry server that is not there yet. */
export const sorrySettingEarly: Rule = {
  code: 'service/sorry-setting-early',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (keyword) => `\`${keyword}\` stands before the \`sorry_server\` that it is for`,
  consequence: () => 'it is reported and ignored',
  help: (keyword) => `Write \`${keyword}\` behind \`sorry_server\`.`,
  reported: true,
  unread: true,
  explanation: 'The setting goes to the sorry server that has been read; without one there is nothing to set.',
  bad: service('    sorry_server_inhibit\n    sorry_server 10.0.1.9 80\n'),
  good: service('    sorry_server 10.0.1.9 80\n    sorry_server_inhibit\n'),
  check(subject, report) {
    for (const { block } of servicesOf(subject)) {
      if (!mayBeEarly(block)) continue
      for (const place of statementsIn(subject, block)) {
        const keyword = keywordAt(subject, place)
        // A bad sorry_server is none, and what follows it is ignored as well; that is the same mistake.
        if (keyword === 'sorry_server') break
        if (SETTINGS.some((one) => one === keyword)) report({ ...lineSpan(subject, place), data: [keyword] })
      }
    }
  },
}

/** Settings stand in the model in the order of the text, so most services need no look at their lines. */
const mayBeEarly = (block: MutableBlock): boolean =>
  SETTINGS.some((key) => block[key] !== undefined && !standsBefore(block, 'sorry_server', key)) ||
  block.unknown?.some(({ keyword }) => keyword.startsWith('sorry_server')) === true
