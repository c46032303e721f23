import { atonAddress, isIpv4 } from '../../../schema/addresses.ts'
import { settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { servicesOf } from '../../services.ts'
import { bare, real } from './examples.ts'
import { READERS } from './lines.ts'

const six = (mask: string): string =>
  bare(
    `    lb_algo wrr\n    lb_kind NAT\n    protocol TCP\n    persistence_granularity ${mask}\n`,
    real('', '2001:db8::9 80'),
    '2001:db8::1 80',
  )

/** A mask of the other family is reported; a number for IPv4 is taken for an address without a word. */
export const granularity: Rule = {
  code: 'service/granularity',
  ...READERS,
  severity: 'error',
  effect: 'ignored',
  message: (mask, family) => `\`${mask}\` is not a mask of ${family}`,
  consequence: () => 'it is reported and ignored: every client address is by itself',
  help: (_mask, family) => (family === 'IPv6' ? 'Write a prefix length from 1 to 128.' : 'Write a mask such as 255.255.255.0.'),
  reported: true,
  explanation:
    'IPv4 takes a mask with dots, IPv6 a prefix length (pgr_handler). A number for IPv4 is read as inet_aton does: 24 is 0.0.0.24, which puts clients together by five bits of their last byte.',
  bad: six('255.255.255.0'),
  good: six('64'),
  check(subject, report) {
    for (const { block } of servicesOf(subject)) {
      const mask = textOf(block, 'persistence_granularity')
      if (mask === undefined) continue
      const own = textOf(block, 'address')
      const isSix = own === undefined ? !mask.includes('.') : own.includes(':')
      const bits = /^\d+$/.test(mask) ? Number(mask) : 0
      if (isSix ? bits >= 1 && bits <= 128 : isIpv4(mask)) continue
      report({
        ...settingSpan(subject, block, 'persistence_granularity'),
        data: [mask, isSix ? 'IPv6' : 'IPv4'],
        ...(isSix ? {} : { ...MISREAD, consequence: `it is taken for the mask ${atonAddress(mask)}, without a word` }),
      })
    }
  },
}

const MISREAD = {
  severity: 'warning',
  effect: 'misread',
  reported: false,
} as const
