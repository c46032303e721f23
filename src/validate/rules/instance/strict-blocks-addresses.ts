import { headerSpan, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instanceRule } from './cases.ts'
import { instance } from './examples.ts'

/** The default of accept mode in strict mode (vrrp_complete_instance): not to take packets. */
export const strictBlocksAddresses: Rule = instanceRule({
  code: 'vrrp/strict-blocks-addresses',
  since: '1.3.0',
  severity: 'warning',
  effect: 'outage',
  message: (name) => `strict mode lets \`${name}\` take no packets for its virtual addresses`,
  consequence: () => 'firewall rules drop everything that is sent to them, pings as well',
  help: (_name, version) =>
    version === '3' ? 'Write `accept`, or `no_accept` if it is meant.' : 'Write `version 3` and `accept`, or leave strict mode.',
  reported: false,
  explanation:
    'By the letter of the protocol a master that does not own the addresses (priority below 255) only forwards. In strict mode keepalived therefore blocks packets for them, unless `accept` says otherwise, which version 3 allows. It is the most asked question about vrrp_strict.',
  bad: instance('    strict_mode on\n    version 3\n    priority 100\n'),
  good: instance('    strict_mode on\n    version 3\n    priority 100\n    accept\n'),
  each({ block, name, strict, isOwner, accept, version, addresses }, report, _vrrp, subject) {
    if (!strict || isOwner || accept !== undefined || addresses.length === 0) return
    const place = block.strict_mode === undefined ? headerSpan(subject, block) : settingSpan(subject, block, 'strict_mode')
    report({ ...place, data: [name, version] })
  },
})
