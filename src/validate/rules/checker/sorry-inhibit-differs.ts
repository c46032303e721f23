import { isSame } from '../../effective-service.ts'
import { settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { standsBefore } from '../../service.ts'
import { service } from './examples.ts'
import { READERS, validated } from './lines.ts'

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
    for (const { block, distinct, sorry } of validated(subject)) {
      const same = sorry === undefined ? undefined : distinct.find((server) => isSame(server, sorry))
      if (same === undefined) continue
      const wants = block.sorry_server_inhibit === true && standsBefore(block, 'sorry_server', 'sorry_server_inhibit')
      const has = same.block.inhibit_on_failure ?? block.inhibit_on_failure ?? false
      if (wants !== has) report({ ...settingSpan(subject, block, 'sorry_server'), data: [same.address, wants ? 'on' : 'off'] })
    }
  },
}
