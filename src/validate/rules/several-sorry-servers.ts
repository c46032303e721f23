import { blocks, find, isEven, lineSpan } from '../look.ts'
import type { Rule } from '../rule.ts'

/** R03: only the last `sorry_server` counts. Reported on every one but the last. */
export const severalSorryServers: Rule = {
  code: 'lvs/several-sorry-servers',
  lineages: ['lvs', 'keepalived', 'dpvs'],
  severity: 'warning',
  effect: 'ignored',
  message: () => 'this `sorry_server` is replaced by a later one',
  consequence: () => 'only the last `sorry_server` of a virtual server counts',
  help: () => 'Keep one.',
  reported: false,
  explanation:
    'A virtual server has room for one sorry server; each further line replaces the one before without a message, in 1.2.2 and in 2.x.',
  bad: 'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    sorry_server 10.0.2.1 80\n    sorry_server 10.0.2.2 80\n    real_server 10.0.1.1 80 {\n    }\n}\n',
  good: 'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    sorry_server 10.0.2.2 80\n    real_server 10.0.1.1 80 {\n    }\n}\n',
  check(subject, report) {
    for (const service of blocks(subject.model, 'virtual_server')) {
      if (service.sorry_server === undefined || isEven(subject, service)) continue
      const places = find(subject, service, 'sorry_server')
      const last = places.at(-1)
      for (const place of places.slice(0, -1)) {
        report({
          ...lineSpan(subject, place),
          data: [],
          ...(last === undefined ? {} : { related: [{ ...lineSpan(subject, last), message: 'the one that counts' }] }),
        })
      }
    }
  },
}
