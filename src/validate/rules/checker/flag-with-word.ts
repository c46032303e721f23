import type { Document } from '../../../cst/document.ts'
import { argumentsOf } from '../../../cst/words.ts'
import { find, isEven, keywordAt, lineSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { service } from './examples.ts'
import { READERS } from './lines.ts'

/** A lint: `alpha no` and the like mean yes. */
export const flagWithWord: Rule = {
  code: 'service/flag-with-word',
  ...READERS,
  severity: 'warning',
  effect: 'misread',
  message: (flag, word) => `\`${flag} ${word}\` switches ${flag} on`,
  consequence: () => 'the word is not looked at',
  help: (flag) => `Take the line out to leave ${flag} off.`,
  reported: false,
  explanation:
    'At the level of a service alpha, omega, ha_suspend, inhibit_on_failure and sorry_server_inhibit take no word. In a real server alpha and inhibit_on_failure do.',
  bad: service('    alpha no\n'),
  good: service(''),
  check(subject, report) {
    for (const { block } of servicesOf(subject)) {
      if (isEven(subject, block) || !SWITCHES.some((flag) => block[flag] === true)) continue
      for (const place of find(subject, block, ...SWITCHES)) {
        const keyword = keywordAt(subject, place)
        const word = argumentsOf(subject.sources.documents[place.file] as Document, place.row)[0]
        if (word !== undefined && NO.has(word)) report({ ...lineSpan(subject, place), data: [keyword, word] })
      }
    }
  },
}

const SWITCHES: readonly string[] = ['alpha', 'omega', 'ha_suspend', 'inhibit_on_failure', 'sorry_server_inhibit']
const NO: ReadonlySet<string> = new Set(['no', 'off', 'false', '0'])
