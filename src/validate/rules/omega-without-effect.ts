import { blocks, isWritten, settingSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { isMeant, services } from '../service.ts'
import { service } from './examples.ts'

/** R22, first half: omega runs the notifiers of a service at the end of the daemon, so it needs one. */
export const omegaWithoutEffect: Rule = {
  code: 'lvs/omega-without-effect',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: () => '`omega` has nothing to run',
  consequence: () => 'the line has no effect',
  help: () => 'Add `quorum_down` or a `notify_down`, or leave `omega` out.',
  reported: false,
  explanation:
    'At the end of the daemon omega takes the servers down one by one, as if their checks had failed, and runs notify_down and quorum_down on the way. A service with neither, and without alpha, ends the same with and without it.',
  bad: service('    omega\n'),
  good: service('    omega\n    quorum_down "/usr/local/bin/down"\n'),
  check(subject, report) {
    for (const block of services(subject)) {
      if (block.omega !== true || block.alpha === true || isWritten(block, 'vip_bind_dev') || isMeant(block, 'quorum_down'))
        continue
      if (blocks(block, 'real_server').some((server) => isMeant(server, 'notify_down'))) continue
      report({ ...settingSpan(subject, block, 'omega'), data: [] })
    }
  },
}
