import type { MutableBlock } from '../../../bind/model.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { nearest } from '../../../text/distance.ts'
import { listEntries, optionSpan, wordsAt } from '../../entries.ts'
import { headerSpan, textOf } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { type Declared, namesOf, TRACK_LISTS, type TrackList, topBlocks } from './declared.ts'
import { TRACKED, tracking } from './examples.ts'

const LISTS = Object.keys(TRACK_LISTS) as readonly TrackList[]
const STATIC_LISTS = ['static_ipaddress', 'static_routes', 'static_rules']
const DECLARING: readonly Declared[] = [...Object.values(TRACK_LISTS), 'track_group']

interface Use {
  readonly kind: Declared
  readonly name: string
  readonly span: () => Span
}

/**
 * V026, V027, V116: the look-ups of alloc_track_script and its like, which know what has been read so far. A file is looked up through a
 * pointer into the wrong list once there is a file at all, because `-t` reads everything in one process (find_tracked_file_by_name).
 */
export const undeclared: Rule = {
  code: 'global/undeclared-name',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'ignored',
  message: (name, kind, why) =>
    `${why === 'later' ? `the \`${kind}\` named` : `no \`${kind}\` is named`} \`${name}\`${why === 'later' ? ' is declared further down only' : why === 'checker' ? ' for instances: it tells the checker process only' : ''}`,
  consequence: () => 'the line is reported and left out',
  help: (name, kind, why, near) =>
    why === 'later'
      ? `Move the \`${kind}\` above the line that names it.`
      : why === 'checker'
        ? `Add \`vrrp\` to the bfd_instance ${name}.`
        : near === ''
          ? 'Declare it above, or name one that is.'
          : `Did you mean \`${near}\`?`,
  reported: true,
  explanation:
    'Scripts, files, processes, BFD sessions and track groups are looked up while the line that names them is read, so they must be declared above it. Names of instances are looked up at the end.',
  bad: tracking(TRACKED.process, 'track_process', 'porxy'),
  good: tracking(TRACKED.process, 'track_process', 'proxy'),
  check(subject, report) {
    if (isIncomplete(subject)) return
    const all = new Map(DECLARING.map((kind) => [kind, namesOf(subject, kind)]))
    const declared = new Map(DECLARING.map((kind) => [kind, new Set<string>()]))
    const look = ({ kind, name, span }: Use): void => {
      const block = all.get(kind)?.get(name)
      const isRead = declared.get(kind)?.has(name) === true
      const isChecker = kind === 'bfd_instance' && block?.checker === true && block.vrrp !== true
      if (isRead && !isChecker) return
      const why = isRead ? 'checker' : block === undefined ? '' : 'later'
      const near = why === '' ? (nearest(name, [...(all.get(kind)?.keys() ?? [])]) ?? '') : ''
      const crashes = kind === 'track_file' && (declared.get(kind)?.size ?? 0) > 0
      report({
        ...span(),
        data: [name, kind, why, near],
        ...(block === undefined ? {} : { related: [{ ...headerSpan(subject, block), message: 'its declaration' }] }),
        ...(crashes ? { ...CRASH } : {}),
      })
    }
    for (const { keyword, block } of topBlocks(subject, [...DECLARING, 'vrrp_instance', 'vrrp_sync_group'])) {
      const names = declared.get(keyword as Declared)
      if (names !== undefined) names.add(textOf(block, 'name') ?? '')
      else for (const use of usesIn(subject, block)) look(use)
    }
    lookInStaticLists(subject, all.get('track_group') as ReadonlyMap<string, MutableBlock>, look)
  },
}

const CRASH = {
  effect: 'crash',
  exit: 'crash',
  reported: false,
  consequence: '`keepalived -t` dies of a segmentation fault; in operation the line is left out',
} as const

function* usesIn(subject: Subject, block: MutableBlock): Generator<Use> {
  for (const list of LISTS) {
    for (const { entry, place } of listEntries(subject, block, list)) {
      const name = textOf(entry, 'name')
      if (name === undefined) continue
      yield { kind: TRACK_LISTS[list], name, span: () => (wordsAt(subject, place)[0] as { readonly span: Span }).span }
    }
  }
}

/** Static lists have no block of the model of their own; a group that stands anywhere counts as declared, which is quiet where it is below. */
function lookInStaticLists(subject: Subject, groups: ReadonlyMap<string, MutableBlock>, look: (use: Use) => void): void {
  for (const list of STATIC_LISTS) {
    for (const { entry, place } of listEntries(subject, subject.model, list)) {
      const name = textOf(entry, 'trackGroup')
      if (name === undefined || groups.has(name)) continue
      look({ kind: 'track_group', name, span: () => optionSpan(subject, place, ['track_group']) })
    }
  }
}
