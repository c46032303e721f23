import { closeSpan, headerSpan, headerWordSpan, lineSpan, settingSpan, wordSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { bare, real, service } from './examples.ts'
import { READERS } from './lines.ts'

const NAMES = { inet: 'IPv4', inet6: 'IPv6' } as const

const explanation =
  'Only a tunnelled server may have another family than its service. A service by mark or group has the family of what comes first: ip_family, the mask of persistence_granularity, a real server that is not tunnelled.'

/** L006: at the brace that closes the real server, with the method that is known by then. */
export const realServerFamily: Rule = {
  code: 'service/real-server-family',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (server, its, name, family) => `the real server ${server} is ${its}, the service ${name} ${family}`,
  consequence: () => 'it is reported, and the real server is dropped',
  help: (_server, its) => `Give the service ${its} servers, or tunnel: \`lvs_method TUN\` in the real server.`,
  reported: true,
  explanation: `${explanation} The method counts that is known when the block closes: a \`lb_kind TUN\` below it comes too late (rs_end_handler).`,
  bad: service('', real('', '2001:db8::1 80') + real('')),
  good: service('', real('        lvs_method TUN\n', '2001:db8::1 80') + real('')),
  check(subject, report) {
    for (const { block, name, family, wrongFamily } of servicesOf(subject)) {
      for (const server of wrongFamily) {
        report({
          ...closeSpan(subject, server.block),
          data: [server.address, NAMES[server.family], name, family === undefined ? '' : NAMES[family]],
          related: [
            { ...headerWordSpan(subject, server.block, 0), message: 'the real server' },
            { ...headerSpan(subject, block), message: 'the service' },
          ],
        })
      }
    }
  },
}

/** L004: at the brace that closes the service. */
export const sorryServerFamily: Rule = {
  code: 'service/sorry-server-family',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (server, its, name, family) => `the sorry server ${server} is ${its}, the service ${name} ${family}`,
  consequence: () => 'it is reported, and there is no sorry server',
  help: (_server, its) => `Write one of the right family, or tunnel to the ${its} one: \`sorry_server_lvs_method TUN\`.`,
  reported: true,
  explanation: `${explanation} A sorry server copies the method of the service when its line is read (vs_end_handler).`,
  bad: service('    sorry_server 2001:db8::1 80\n'),
  good: service('    sorry_server 2001:db8::1 80\n    sorry_server_lvs_method TUN\n'),
  check(subject, report) {
    for (const { block, name, family, wrongSorry } of servicesOf(subject)) {
      if (wrongSorry === undefined) continue
      report({
        ...closeSpan(subject, block),
        data: [wrongSorry.address, NAMES[wrongSorry.family], name, family === undefined ? '' : NAMES[family]],
        related: [{ ...settingSpan(subject, block, 'sorry_server'), message: 'the sorry server' }],
      })
    }
  },
}

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
  explanation: `${explanation} A later ip_family that says something else changes nothing (ip_family_handler).`,
  bad: service('    ip_family inet6\n'),
  good: bare('    ip_family inet\n    lb_algo wrr\n    lb_kind NAT\n', undefined, 'fwmark 5'),
  check(subject, report) {
    for (const { name, familyConflicts } of servicesOf(subject)) {
      for (const place of familyConflicts) {
        report({ ...lineSpan(subject, place), ...wordSpan(subject, place, 0), data: [name] })
      }
    }
  },
}
