import { find, keywordAt, lineSpan, statementsIn, wordAt } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { familyOf } from '../../vrrp-instance.ts'
import { instance } from './examples.ts'
import { addressesOf } from './families.ts'

/** vrrp_version_handler and vrrp_native_ipv6_handler: V237 when the address comes second. */
export const otherVersion: Rule = {
  code: 'vrrp/version-refused',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (version, why) => `\`${version}\` does not go with ${why}`,
  consequence: () => 'the line is reported and ignored',
  reported: true,
  explanation:
    'The first `version` counts, an equal one may follow. IPv6 needs version 3: behind an IPv6 address `version 2` is refused, in front of one it is taken without a word, which only strict mode puts right.',
  bad: instance('    version 2\n    version 3\n'),
  good: instance('    version 3\n'),
  check(subject, report) {
    for (const { block } of subject.vrrp().instances) {
      const isOld = block.native_ipv6 !== undefined
      if (!isOld && block.version === undefined) continue
      if (!isOld && block.version !== 2 && find(subject, block, 'version').length < 2) continue
      walk(subject, block, (place, message, why) => report({ ...lineSpan(subject, place), data: [message, why] }))
    }
  },
}

type Place = Parameters<typeof lineSpan>[1]

function walk(subject: Subject, block: object, refuse: (place: Place, line: string, why: string) => void): void {
  let version = ''
  let family: 4 | 6 | undefined
  for (const place of statementsIn(subject, block)) {
    const keyword = keywordAt(subject, place)
    if (keyword === 'version') {
      const written = wordAt(subject, place, 0) ?? ''
      if (written !== '2' && written !== '3') continue
      if (version !== '' && version !== written) refuse(place, `version ${written}`, `version ${version}`)
      else if (written === '2' && family === 6) refuse(place, 'version 2', 'the IPv6 addresses above')
      else version = written
    } else if (keyword === 'native_ipv6') {
      if (family === 4) refuse(place, 'native_ipv6', 'the IPv4 addresses above')
      else {
        family = 6
        version = '3'
      }
    } else if (family === undefined) {
      const [first] = addressesOf(subject, place)
      if (first !== undefined) family = familyOf(first.address)
    }
  }
}
