import type { MutableBlock } from '../../../bind/model.ts'
import { lineSpan, settingsIn, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { namesOf } from './declared.ts'
import { globals, instance } from './examples.ts'

/** V055, V241: looked for in operation only (vrrp_complete_init). */
export const syncInstance: Rule = {
  code: 'global/sync-instance',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name) => `no \`vrrp_instance\` is named \`${name}\``,
  consequence: () => 'the synchronisation daemon is not started; the configuration test does not see it',
  help: () => 'Name an instance that exists.',
  reported: false,
  explanation: 'lvs_sync_daemon is master or backup along with an instance. The name is looked up when the VRRP process starts.',
  bad: globals('lvs_sync_daemon eth0 inst VI_2') + instance(''),
  good: globals('lvs_sync_daemon eth0 inst VI_1') + instance(''),
  check(subject, report) {
    const daemon = (subject.model.global_defs as MutableBlock | undefined)?.lvs_sync_daemon
    const name = typeof daemon === 'object' && daemon !== null ? textOf(daemon as MutableBlock, 'inst') : undefined
    if (name === undefined || isIncomplete(subject) || namesOf(subject, 'vrrp_instance').has(name)) return
    const place = [...settingsIn(subject, 'global_defs', 'lvs_sync_daemon')][0]
    if (place !== undefined) report({ ...lineSpan(subject, place), data: [name] })
  },
}
