import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, numberOf, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { block } from './examples.ts'

const MOST = 254

/** track_file_init_handler. */
export const initValue: Rule = {
  code: 'global/init-value',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'accepted',
  message: (value) => `the value ${value} that the file starts with is not between -${MOST} and ${MOST}`,
  consequence: () => 'it is written all the same, and the configuration test fails because of the message',
  help: () => `Write a number between -${MOST} and ${MOST}; more than that no priority can change.`,
  reported: true,
  explanation: 'A tracked file adds its number to priorities, which go up to 255, or to weights of real servers.',
  bad: block('track_file', 'load', 'file /run/load', 'init_file 300'),
  good: block('track_file', 'load', 'file /run/load', 'init_file 30'),
  check(subject, report) {
    for (const file of blocks(subject.model, 'track_file')) {
      const init = file.init_file
      const value =
        typeof init === 'number' ? init : typeof init === 'object' && init !== null ? numberOf(init as MutableBlock, 'value') : 0
      if (value === undefined || Math.abs(value) <= MOST) continue
      report({ ...settingSpan(subject, file, 'init_file'), data: [value] })
    }
  },
}
