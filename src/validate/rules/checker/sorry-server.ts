import type { MutableBlock } from '../../../bind/model.ts'
import type { EffectiveServer } from '../../effective-service.ts'
import { keywordAt, lineSpan, settingSpan, statementsIn } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { standsBefore } from '../../service.ts'
import { servicesOf } from '../../services.ts'
import { firstOfEach } from './duplicate-real-server.ts'
import { real, service } from './examples.ts'
import { READERS, validated } from './lines.ts'

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

/** L061. */
export const sorryInhibitDiffers: Rule = {
  code: 'service/sorry-inhibit-differs',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (server, sorry) =>
    `the sorry server is the real server ${server}, and of the two only the ${sorry === 'on' ? 'sorry' : 'real'} server has its inhibit setting`,
  consequence: (_server, sorry) =>
    `it is reported, and the sorry server is ${sorry === 'on' ? 'not inhibited' : 'inhibited, too'}`,
  help: () => 'Give both the same setting, or take another sorry server.',
  reported: true,
  explanation:
    'Both are one server of the kernel, which either keeps its place with weight 0 or is removed. validate_check_config takes the setting of the real server.',
  bad: service('    sorry_server 10.0.1.1 80\n    sorry_server_inhibit\n'),
  good: service('    sorry_server 10.0.1.9 80\n    sorry_server_inhibit\n'),
  check(subject, report) {
    for (const { block, servers, sorry } of validated(subject)) {
      const same = sorry === undefined ? undefined : firstOfEach(servers).find((server) => isSame(server, sorry))
      if (same === undefined) continue
      const wants = block.sorry_server_inhibit === true && standsBefore(block, 'sorry_server', 'sorry_server_inhibit')
      const has = same.block.inhibit_on_failure ?? block.inhibit_on_failure ?? false
      if (wants !== has) report({ ...settingSpan(subject, block, 'sorry_server'), data: [same.address, wants ? 'on' : 'off'] })
    }
  },
}

/** Ports as written: an omitted one is not the port of the service yet. */
export const isSame = (a: EffectiveServer, b: EffectiveServer): boolean => a.key === b.key

/** A lint: the kernel cannot hold one server of a service twice. */
export const sorryIsReal: Rule = {
  code: 'service/sorry-is-real-server',
  ...READERS,
  severity: 'warning',
  effect: 'accepted',
  message: (server) => `the sorry server ${server} is a real server of the service, too`,
  consequence: () =>
    'it takes over for servers that it is one of; going back and forth between the two has failed in several versions',
  help: () => 'Take another server, or none.',
  reported: false,
  explanation:
    'A sorry server serves when the quorum of the real servers is lost. The kernel knows one server of this address and port in the service, whichever of the two it is.',
  bad: service('    sorry_server 10.0.1.1 80\n', real('') + real('', '10.0.1.2 80')),
  good: service('    sorry_server 10.0.1.9 80\n', real('') + real('', '10.0.1.2 80')),
  check(subject, report) {
    for (const { block, servers, sorry } of validated(subject)) {
      if (sorry === undefined || !servers.some((server) => isSame(server, sorry))) continue
      if (isToldElsewhere(subject, block)) continue
      report({ ...settingSpan(subject, block, 'sorry_server'), data: [sorry.address] })
    }
  },
}

/** With different inhibit settings the same fact is reported by keepalived itself. */
const isToldElsewhere = (_subject: Subject, { sorry_server_inhibit, inhibit_on_failure, real_server }: MutableBlock): boolean =>
  sorry_server_inhibit === true ||
  inhibit_on_failure === true ||
  (real_server as readonly MutableBlock[]).some((server) => server.inhibit_on_failure === true)
