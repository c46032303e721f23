import type { MutableBlock } from '../../../bind/model.ts'
import { versionNumber } from '../../../schema/version.ts'
import { type Checker, CONNECTING, checkersOf, destinationOf } from '../../checkers.ts'
import { familyOf } from '../../effective-service.ts'
import { blocks, closeSpan, headerSpan, isWritten, settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { standsBefore } from '../../service.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'

/** The checker, or the `host` blocks that an SMTP_CHECK may have instead of settings of its own. */
function* ends(checker: Checker): Generator<Checker> {
  const hosts = blocks(checker.block, 'host')
  if (hosts.length === 0) yield checker
  for (const block of hosts) yield { ...checker, block }
}

const isLinkLocal = (address: string): boolean => /^fe[89ab][0-9a-f]:/i.test(address)

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
    for (const checker of checkersOf(subject, ...CONNECTING)) {
      for (const end of ends(checker)) {
        const address = destinationOf(end)
        if (!isLinkLocal(address) || isWritten(end.block, 'bind_if')) continue
        const closing = subject.dialect.number < AT_THE_CHECKER ? end.block : checker.block
        const related = [{ ...headerSpan(subject, end.block), message: 'the checker' }]
        report({ ...closeSpan(subject, closing), data: [checker.keyword, address], related })
      }
    }
  },
}

/** From 2.2.8 on a host block sets options of the checker around it. */
const AT_THE_CHECKER = versionNumber('2.2.8')

/** L027: the later of the two lines is ignored. */
export const bindFamily: Rule = {
  code: 'checker/bind-family',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (keyword, address, other) => `\`${keyword}\` ${address} is not of the family of ${other}`,
  consequence: () => 'the line is reported and ignored',
  help: () => 'Use addresses of one family.',
  reported: true,
  explanation:
    'A connection has one family. Each of connect_ip and bindto is compared with what is known when its line is read; without a connect_ip that is the address of the real server. Of an SMTP_CHECK nothing is known by then.',
  bad: checked('TCP_CHECK', line('bindto 2001:db8::1')),
  good: checked('TCP_CHECK', line('connect_ip 2001:db8::9') + line('bindto 2001:db8::1')),
  check(subject, report) {
    for (const checker of checkersOf(subject, ...CONNECTING)) {
      for (const { block, server } of ends(checker)) {
        const isKnown = checker.keyword !== 'SMTP_CHECK' || (block !== checker.block && subject.dialect.number < AT_THE_CHECKER)
        const found = conflictIn(block, isKnown ? (server.address as string) : undefined)
        if (found !== undefined) {
          report({ ...settingSpan(subject, block, found[0]), data: found })
        }
      }
    }
  },
}

/** The keyword that is ignored, its address, and the one that it does not go with. */
function conflictIn(block: MutableBlock, server: string | undefined): readonly [string, string, string] | undefined {
  const source = textOf(block, 'bindto')
  const target = textOf(block, 'connect_ip')
  if (source === undefined) return undefined
  const known = target !== undefined && standsBefore(block, 'connect_ip', 'bindto') ? target : server
  if (known !== undefined && familyOf(source) !== familyOf(known)) return ['bindto', source, known]
  return target !== undefined && familyOf(target) !== familyOf(source) ? ['connect_ip', target, source] : undefined
}
