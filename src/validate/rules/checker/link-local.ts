import { destinationOf, eachEnd } from '../../checkers.ts'
import { closeSpan, headerSpan, isWritten } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { AT_THE_CHECKER } from './connection-ends.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'

const isLinkLocal = (address: string): boolean => address.includes(':') && /^fe[89ab][0-9a-f]:/i.test(address)

/** L026. */
export const linkLocal: Rule = {
  code: 'checker/link-local',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (checker, address) => `\`${checker}\` connects to ${address}, which is of one link only, and has no \`bind_if\``,
  consequence: () => 'it is reported, and the checker is dropped: nobody checks the server',
  help: () => 'Say through which interface: `bind_if eth0`.',
  reported: true,
  explanation: 'A link-local address means nothing without the interface that leads to its link (check_conn_opts).',
  bad: checked('TCP_CHECK', line('connect_ip fe80::1')),
  good: checked('TCP_CHECK', line('connect_ip fe80::1') + line('bind_if eth0')),
  check(subject, report) {
    eachEnd(subject, (checker, end) => {
      const address = destinationOf(checker, end)
      if (!isLinkLocal(address) || isWritten(end, 'bind_if')) return
      const closing = subject.dialect.number < AT_THE_CHECKER ? end : checker.block
      const related = [{ ...headerSpan(subject, end), message: 'the checker' }]
      report({ ...closeSpan(subject, closing), data: [checker.keyword, address], related })
    })
  },
}
