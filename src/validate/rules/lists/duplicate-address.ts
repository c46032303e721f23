import type { MutableBlock } from '../../../bind/model.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { addressKey } from '../../address-key.ts'
import { type Entry, listEntries, wordsAt } from '../../entries.ts'
import { blocks, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { instance } from './examples.ts'

const lines = (list: string, ...entries: readonly string[]): string =>
  `    ${list} {\n${entries.map((entry) => `        ${entry}\n`).join('')}    }\n`

/** V069, V070: vip_is_duplicate, in the order of the file. An excluded address counts for its interface only. */
export const duplicateAddress: Rule = {
  code: 'address/duplicate',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: (address) => `the instance has \`${address}\` already`,
  consequence: () => 'since 2.3.3 it is reported and dropped; before, it is set up twice',
  help: () => 'Keep one of them.',
  reported: true,
  reportedSince: '2.3.3',
  explanation:
    'Addresses are compared without their lengths. The same address may stand once in virtual_ipaddress and once on another interface in virtual_ipaddress_excluded.',
  bad: instance(lines('virtual_ipaddress', '192.0.2.10/32')),
  good: instance(lines('virtual_ipaddress', '192.0.2.11/32')),
  check(subject, report) {
    for (const block of blocks(subject.model, 'vrrp_instance')) {
      const entries = inOrder(subject, block)
      if (entries.length < 2) continue
      const virtual = new Map<string, Entry>()
      const virtualOn = new Map<string, Entry>()
      const excludedOn = new Map<string, Entry>()
      for (const one of entries) {
        const address = addressKey(textOf(one.entry, 'address') as string)
        const on = `${address} ${textOf(one.entry, 'dev') ?? ''}`
        const other = (one.isExcluded ? virtualOn.get(on) : virtual.get(address)) ?? excludedOn.get(on)
        if (other !== undefined) {
          report({
            ...spanOf(subject, one),
            data: [textOf(one.entry, 'address') as string],
            related: [{ ...spanOf(subject, other), message: 'the one that counts' }],
          })
        } else if (one.isExcluded) excludedOn.set(on, one)
        else {
          virtual.set(address, one)
          virtualOn.set(on, one)
        }
      }
    }
  },
}

interface Address extends Entry {
  readonly isExcluded: boolean
}

/** Addresses of both lists as they follow each other in the file. */
function inOrder(subject: Subject, block: MutableBlock): readonly Address[] {
  const virtual = [...listEntries(subject, block, 'virtual_ipaddress')].map((one) => ({ ...one, isExcluded: false }))
  const excluded = [...listEntries(subject, block, 'virtual_ipaddress_excluded')].map((one) => ({ ...one, isExcluded: true }))
  return [...virtual, ...excluded].sort(({ place: a }, { place: b }) => a.file - b.file || a.row - b.row)
}

const spanOf = (subject: Subject, { place }: Entry): Span => (wordsAt(subject, place)[0] as { readonly span: Span }).span
