import type { MutableBlock } from '../../../bind/model.ts'
import { blocks, headerSpan, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { instance, list } from './examples.ts'

/** What only instances and sync groups can track, and by which list. */
const TRACKERS = { vrrp_script: 'track_script', vrrp_track_process: 'track_process' } as const

const SCRIPT =
  'global_defs {\n    enable_script_security\n}\nvrrp_script chk {\n    script "/usr/bin/chk"\n    interval 2\n    user root\n}\n'

/** V240: vrrp_complete_init, behind the point where `-t` ends. */
export const trackerUnused: Rule = {
  code: 'vrrp/tracker-unused',
  lineages: ['keepalived'],
  severity: 'warning',
  effect: 'ignored',
  message: (keyword, name) => `nothing tracks the \`${keyword}\` named \`${name}\``,
  consequence: () => 'it is removed at the start: its failure changes nothing',
  help: (_keyword, name, tracking) => `Name it in \`${tracking} { ${name} }\` of an instance or a sync group.`,
  reported: false,
  explanation:
    'A tracker does something only for the instances and groups that name it. vrrp_complete_init removes a script that nobody tracks, with a message that `-t` does not get to.',
  bad: SCRIPT + instance(),
  good: SCRIPT + instance(list('track_script', 'chk')),
  check(subject, report) {
    for (const [keyword, tracking] of Object.entries(TRACKERS)) {
      const declared = blocks(subject.model, keyword)
      if (declared.length === 0 || isIncomplete(subject) || !isAllKnown(subject)) continue
      const used = namesIn(subject, tracking)
      for (const block of declared) {
        const name = textOf(block, 'name')
        if (name !== undefined && !used.has(name)) report({ ...headerSpan(subject, block), data: [keyword, name, tracking] })
      }
    }
  },
}

/** Every block that may track something is there as it is written. */
const isAllKnown = (subject: Subject): boolean =>
  subject.model.unknown === undefined &&
  subject.vrrp().instances.length > 0 &&
  subject.vrrp().instances.every(({ isCertain }) => isCertain) &&
  blocks(subject.model, 'vrrp_sync_group').every((group) => group.unknown === undefined)

function namesIn({ model }: Subject, tracking: string): ReadonlySet<string> {
  const holders: readonly MutableBlock[] = [...blocks(model, 'vrrp_instance'), ...blocks(model, 'vrrp_sync_group')]
  const names = new Set<string>()
  for (const holder of holders) {
    for (const entry of blocks(holder, tracking)) names.add(String(entry.name))
    // An entry that could not be read has its finding, and names something all the same.
    for (const statement of holder.unknown ?? []) {
      if (statement.in === tracking) names.add(statement.keyword)
    }
  }
  return names
}
