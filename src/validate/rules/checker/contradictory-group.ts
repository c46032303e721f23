import { serverGroup } from '../../groups.ts'
import { blocks, closeSpan, headerSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { group } from './examples.ts'
import { READERS } from './lines.ts'

/** L002. */
export const contradictoryGroup: Rule = {
  code: 'service/contradictory-group',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (name) => `the group ${name} has addresses of both families and a firewall mark without one`,
  consequence: () => 'it is reported and dropped, and with it silently every service that names it',
  help: () => 'Say which family each mark is for, such as `fwmark 5 inet`, or make a group for each family.',
  reported: true,
  explanation: 'A mark without a family takes that of its group, which has none here (vsg_handler).',
  bad: group('    10.0.0.1 80\n    2001:db8::1 80\n    fwmark 5\n'),
  good: group('    10.0.0.1 80\n    2001:db8::1 80\n    fwmark 5 inet\n'),
  check(subject, report) {
    for (const block of blocks(subject.model, 'virtual_server_group')) {
      const name = textOf(block, 'name')
      if (name === undefined || !serverGroup(block).isContradictory) continue
      report({ ...closeSpan(subject, block), data: [name], related: [{ ...headerSpan(subject, block), message: 'the group' }] })
    }
  },
}
