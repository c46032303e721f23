import { settingSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { methodOf, services } from '../service.ts'
import { service } from './examples.ts'

/** R15, second half. */
export const synProxyWithoutEffect: Rule = {
  code: 'lvs/syn-proxy-without-effect',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: (reason) => `\`syn_proxy\` has no effect with ${reason}`,
  consequence: () => 'connections are not protected',
  help: () => 'Use NAT or FNAT and TCP, or leave the line out.',
  reported: false,
  explanation:
    'The SYN proxy answers the handshake in place of the server, which it can do for TCP and only where the answers pass the director: NAT and FNAT.',
  bad: service('    lb_kind DR\n    syn_proxy\n'),
  good: service('    lb_kind NAT\n    syn_proxy\n'),
  check(subject, report) {
    for (const block of services(subject)) {
      if (block.syn_proxy !== true) continue
      const method = methodOf(block)
      const reason = method === 'DR' || method === 'TUN' ? method : block.protocol === 'UDP' ? 'UDP' : undefined
      if (reason !== undefined) report({ ...settingSpan(subject, block, 'syn_proxy'), data: [reason] })
    }
  },
}
