import { blocks, headerSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { service } from './examples.ts'

/** checks-lvs, part 3. */
export const markService: Rule = {
  code: 'dpvs/mark-service',
  lineages: ['dpvs'],
  severity: 'error',
  effect: 'outage',
  message: (mark) => `DPVS has no services by firewall mark (${mark})`,
  consequence: () => 'the block is read without a complaint, and no packet is ever forwarded by it',
  help: () => 'Name the service by address and port, or by `match`.',
  reported: false,
  explanation:
    'DPVS forwards packets beside the kernel, which is what sets firewall marks: the words are those of keepalived and are read, but nothing stands behind them.',
  bad: service('', 'fwmark 5'),
  good: service(''),
  check(subject, report) {
    for (const block of blocks(subject.model, 'virtual_server')) {
      if (block.fwmark !== undefined) report({ ...headerSpan(subject, block), data: [String(block.fwmark)] })
    }
  },
}
