import type { MutableBlock } from '../../../bind/model.ts'
import { eachEnd } from '../../checkers.ts'
import { familyOf } from '../../effective-service.ts'
import { settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { standsBefore } from '../../service.ts'
import { AT_THE_CHECKER } from './connection-ends.ts'
import { checked, line } from './examples.ts'
import { READERS } from './lines.ts'

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
    eachEnd(subject, ({ keyword, block, server }, end) => {
      if (end.bindto === undefined) return
      const isKnown = keyword !== 'SMTP_CHECK' || (end !== block && subject.dialect.number < AT_THE_CHECKER)
      const found = conflictIn(end, isKnown ? (server.address as string) : undefined)
      if (found !== undefined) report({ ...settingSpan(subject, end, found[0]), data: found })
    })
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
