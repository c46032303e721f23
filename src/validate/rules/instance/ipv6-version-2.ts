import type { Rule } from '../../rule.ts'
import { caseRule } from './cases.ts'
import { instance } from './examples.ts'

/** V237: behind an IPv6 address the line is refused, in front of it not. */
export const ipv6Version2: Rule = caseRule({
  code: 'vrrp/ipv6-version-2',
  severity: 'warning',
  effect: 'accepted',
  reported: false,
  explanation: 'VRRP for IPv6 came with version 3 of the protocol. keepalived also sends a version 2 of its own making.',
  bad: instance('    version 2\n', { address: 'fe80::10/64' }),
  good: instance('    version 3\n', { address: 'fe80::10/64' }),
  cases: [
    {
      at: ['version'],
      holds: ({ family, version, strict }) => family === 6 && version === 2 && !strict,
      fact: 'version 2 of the protocol has no IPv6',
      outcome: 'keepalived sends it all the same; no other program understands it',
      help: 'Leave `version` out.',
    },
  ],
})
