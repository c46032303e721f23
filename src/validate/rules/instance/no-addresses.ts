import { headerSpan, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { instanceRule, isFrom } from './cases.ts'
import { instance } from './examples.ts'

/** Addresses were written, and dropped for reasons that have findings of their own. */
const lostAll = ({ block }: Instance): boolean =>
  (Array.isArray(block.virtual_ipaddress) && block.virtual_ipaddress.length > 0) ||
  block.unknown?.some((statement) => statement.in === 'virtual_ipaddress') === true ||
  (block.virtual_ipaddress === undefined && isMeant(block, 'virtual_ipaddress'))

/** V196, V197: vrrp_complete_instance. */
export const noAddresses: Rule = instanceRule({
  code: 'vrrp/no-addresses',
  severity: 'error',
  effect: 'accepted',
  message: (name) => `\`${name}\` has no virtual address`,
  consequence: () => 'it works, and moves nothing; the configuration test fails because of it',
  reported: true,
  explanation:
    'Version 3 of the protocol, and strict mode, want at least one address in `virtual_ipaddress`: an instance without one ends the VRRP process. With version 2 it is only reported. Addresses of `virtual_ipaddress_excluded` do not count. `no_virtual_ipaddress` (since 2.2.8) says that it is meant.',
  bad: instance('', { address: '' }),
  good: instance(),
  each(one, report, _vrrp, subject) {
    const { block, name, version, family, strict } = one
    const isMeantSo = block.no_virtual_ipaddress === true && !strict
    if (one.addresses.length > 0 || isMeantSo || lostAll(one)) return
    const isRequired = version === 3 || strict || (family === 6 && !isFrom(subject, '2.2.8'))
    const place =
      block.virtual_ipaddress === undefined ? headerSpan(subject, block) : settingSpan(subject, block, 'virtual_ipaddress')
    report({
      ...place,
      data: [name],
      help:
        isFrom(subject, '2.2.8') && !isRequired ? 'Add one, or write `no_virtual_ipaddress`.' : 'Add one to `virtual_ipaddress`.',
      ...(isRequired
        ? { effect: 'outage', consequence: 'the VRRP process ends: no instance of the file works' }
        : { severity: 'warning', ...(isFrom(subject, '2.1.0') ? {} : { reported: false }) }),
    })
  },
})
