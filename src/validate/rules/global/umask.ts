import { blockOf, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { globals } from './examples.ts'

/** The words are read one behind the other, so a bar may stand at the end of one, alone, or at the start of the next. */
const BITS = /^[A-Z]+(?:\|[A-Z]+)*$/

/** umask_handler: what a single word cannot tell. */
export const umask: Rule = {
  code: 'global/umask',
  lineages: ['keepalived'],
  since: '2.0.9',
  severity: 'error',
  effect: 'ignored',
  message: (words) => `\`umask ${words}\` is neither one number nor names of bits with a bar between each two`,
  consequence: () => 'it is reported, and the umask stays as it is',
  help: () => 'Write `umask 0027`, or `umask IWGRP|IRWXO`.',
  reported: true,
  explanation:
    'A number stands alone. Names of bits are joined by bars, with or without blanks around them; a bar at either end, and two names without one, are mistakes.',
  bad: globals('umask IWGRP|'),
  good: globals('umask IWGRP | IWOTH'),
  check(subject, report) {
    const globalDefs = blockOf(subject.model, 'global_defs')
    const words = globalDefs?.umask
    if (globalDefs === undefined || !Array.isArray(words)) return
    const isNumber = /^\d/.test(String(words[0]))
    if (isNumber ? words.length > 1 : !BITS.test(unspaced(words)))
      report({ ...settingSpan(subject, globalDefs, 'umask'), data: [words.join(' ')] })
  },
}

/** The words as one, without the blanks around bars. */
const unspaced = (words: readonly unknown[]): string =>
  words
    .join(' ')
    .trim()
    .replace(/ *\| */g, '|')
