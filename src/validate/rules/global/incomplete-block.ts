import type { MutableBlock } from '../../../bind/model.ts'
import { versionNumber } from '../../../schema/version.ts'
import { blocks, closeSpan, headerSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { block } from './examples.ts'

interface Need {
  readonly block: string
  /** One of these must be there. */
  readonly one: readonly string[]
  readonly outcome: string
  /** First version that looks. */
  readonly since?: string
}

/** What a block is for nothing without. */
const NEEDS: readonly Need[] = [
  { block: 'vrrp_script', one: ['script'], outcome: 'the script is removed, and no instance can track it' },
  {
    block: 'vrrp_track_process',
    one: ['process'],
    outcome: 'the process is removed, and no instance can track it',
  },
  { block: 'track_file', one: ['file'], outcome: 'the file is removed, and nothing can track it' },
  { block: 'bfd_instance', one: ['neighbor_ip'], outcome: 'the BFD instance is removed' },
  { block: 'garp_group', one: ['garp_interval', 'gna_interval'], outcome: 'the group is removed' },
  { block: 'vrrp_sync_group', one: ['group'], outcome: 'the group is removed' },
  { block: 'track_group', one: ['group'], outcome: 'the group is removed', since: '2.2.8' },
]

/** V103 to V105, V107, V108, V114: the functions that run when a block closes. keepalived names the line of the brace. */
export const incompleteBlock: Rule = {
  code: 'global/incomplete-block',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (keyword, missing) => `the \`${keyword}\` has no ${missing}`,
  consequence: (_keyword, _missing, outcome) => outcome as string,
  help: (_keyword, missing) => `Add ${missing}.`,
  reported: true,
  explanation:
    'When such a block closes keepalived looks whether what it is about has been given. If not it reports that and takes the block out again.',
  bad: block('vrrp_script', 'check', 'interval 2'),
  good: block('vrrp_script', 'check', 'interval 2', 'script "/usr/local/bin/check.sh"'),
  check(subject, report) {
    for (const { block: keyword, one, outcome, since } of NEEDS) {
      if (since !== undefined && subject.dialect.number < versionNumber(since)) continue
      for (const found of blocks(subject.model, keyword)) {
        // A block without a name has its finding, and is not looked at.
        if (found.name === undefined && keyword !== 'garp_group') continue
        if (one.some((key) => isThere(found, key))) continue
        const missing = one.map((key) => `\`${key}\``).join(' or ')
        const related = [{ ...headerSpan(subject, found), message: 'the block' }]
        report({ ...closeSpan(subject, found), data: [keyword, missing, outcome], related })
      }
    }
  },
}

/** Readable, written in some way that has its own finding, or perhaps in a file that is not known. An empty command counts as none. */
const isThere = (found: MutableBlock, key: string): boolean =>
  found[key] === undefined
    ? isMeant(found, key) || (key === 'neighbor_ip' && isMeant(found, 'neighbour_ip'))
    : textOf(found, key) !== ''
