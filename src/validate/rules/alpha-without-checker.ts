import { blocks, settingSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { hasChecker, services } from '../service.ts'
import { service } from './examples.ts'

const example = (checker: string): string => service('    alpha\n', `    real_server 10.0.1.1 80 {\n${checker}    }\n`)

/** R22, second half. */
export const alphaWithoutChecker: Rule = {
  code: 'lvs/alpha-without-checker',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'outage',
  message: () => 'the service has `alpha`, and no real server has a checker',
  consequence: () => 'the servers start as failed and nothing ever brings them up',
  help: () => 'Add a checker to the real servers, or leave `alpha` out.',
  reported: false,
  explanation: 'With alpha a server joins the service after its first successful check. Without a checker there is none.',
  bad: example(''),
  good: example('        TCP_CHECK {\n            connect_timeout 3\n        }\n'),
  check(subject, report) {
    for (const block of services(subject)) {
      if (block.alpha !== true) continue
      const servers = blocks(block, 'real_server')
      if (servers.length > 0 && !servers.some(hasChecker)) report({ ...settingSpan(subject, block, 'alpha'), data: [] })
    }
  },
}
