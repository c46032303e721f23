import { nameOf } from '../../effective-service.ts'
import { lineSpan, wordSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { bare, service } from './examples.ts'
import { FAMILY_OF_SERVICE, READERS } from './lines.ts'

/** L010. */
export const ipFamily: Rule = {
  code: 'service/ip-family',
  ...READERS,
  severity: 'warning',
  effect: 'ignored',
  message: (name) => `\`ip_family\` contradicts the family that the service ${name} has by now`,
  consequence: () => 'the line is reported and ignored',
  help: () => 'Take the line out, or write it first in a service by mark or group.',
  reported: true,
  explanation: `${FAMILY_OF_SERVICE} A later ip_family that says something else changes nothing (ip_family_handler).`,
  bad: service('    ip_family inet6\n'),
  good: bare('    ip_family inet\n    lb_algo wrr\n    lb_kind NAT\n', undefined, 'fwmark 5'),
  check(subject, report) {
    for (const service of servicesOf(subject)) {
      for (const place of service.familyConflicts) {
        report({ ...lineSpan(subject, place), ...wordSpan(subject, place, 0), data: [nameOf(service)] })
      }
    }
  },
}
