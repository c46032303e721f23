import type { MutableBlock } from '../../bind/model.ts'
import { childRows, type Document } from '../../cst/document.ts'
import { blocks, find, headerSpan, keywordAt, lineSpan, type Place, settingSpan, statementsIn, textOf } from '../look.ts'
import type { Rule, Subject } from '../rule.ts'
import { hasChecker, services, standsBefore } from '../service.ts'
import { service } from './examples.ts'

const outcome: Readonly<Record<string, string>> = {
  hysteresis: 'it is compared with a quorum of 1, found too large, and 0 is used',
  alpha: 'the checkers above it were made without it and start as healthy',
  track_script: 'the entry is dropped with a line in the log',
}

type Report = Parameters<Rule['check']>[1]

/** R21: three settings that are read with what stands above them. */
export const order: Rule = {
  code: 'lvs/order',
  lineages: ['lvs'],
  severity: 'warning',
  effect: 'ignored',
  message: (_keyword, what, other) => `${what} stands before ${other}`,
  consequence: (keyword) => outcome[keyword as string] ?? 'it comes too late',
  help: (_keyword, what, other) => `Write ${what} behind ${other}.`,
  reported: false,
  explanation:
    'hysteresis is checked against the quorum known so far, a checker copies alpha when it is made, and a script is looked up when its name is read: what stands below comes too late.',
  bad: service('    hysteresis 1\n    quorum 2\n', '    real_server 10.0.1.1 80 {\n        weight 5\n    }\n'),
  good: service('    quorum 2\n    hysteresis 1\n', '    real_server 10.0.1.1 80 {\n        weight 5\n    }\n'),
  check(subject, report) {
    for (const block of services(subject)) {
      // 0 is right whatever the quorum.
      if (block.hysteresis !== undefined && block.hysteresis !== 0 && standsBefore(block, 'hysteresis', 'quorum')) {
        late(subject, block, 'hysteresis', 'quorum', report)
      }
      if (block.alpha === true && standsBefore(block, 'real_server', 'alpha')) lateAlpha(subject, block, report)
    }
    for (const instance of blocks(subject.model, 'vrrp_instance')) {
      if (instance.track_script === undefined) continue
      lateScripts(subject, report)
      return
    }
  },
}

function late(subject: Subject, block: MutableBlock, early: string, other: string, report: Report): void {
  const related = [{ ...settingSpan(subject, block, other), message: `the \`${other}\`` }]
  report({ ...settingSpan(subject, block, early), data: [early, `\`${early}\``, `\`${other}\``], related })
}

/** Only servers with a checker lose something. */
function lateAlpha(subject: Subject, block: MutableBlock, report: Report): void {
  const server = blocks(block, 'real_server')[0] as MutableBlock
  if (!blocks(block, 'real_server').some(hasChecker)) return
  report({
    ...headerSpan(subject, server),
    data: ['alpha', 'this `real_server`', '`alpha`'],
    related: [{ ...settingSpan(subject, block, 'alpha'), message: 'the `alpha`' }],
  })
}

/** One walk over the top level, includes followed: instances and scripts in the order in which they are read. */
function lateScripts(subject: Subject, report: Report): void {
  const scripts = new Map<string, MutableBlock>()
  for (const script of blocks(subject.model, 'vrrp_script')) {
    const name = textOf(script, 'name')
    if (name !== undefined && !scripts.has(name)) scripts.set(name, script)
  }
  const instances = blocks(subject.model, 'vrrp_instance')
  const known = new Set<string>()
  let script = 0
  let instance = 0
  for (const place of statementsIn(subject, undefined)) {
    const keyword = keywordAt(subject, place)
    if (keyword === 'vrrp_script') known.add(textOf(blocks(subject.model, 'vrrp_script')[script++] ?? {}, 'name') ?? '')
    if (keyword !== 'vrrp_instance') continue
    for (const entry of trackedScripts(subject, instances[instance++])) {
      const name = keywordAt(subject, entry)
      const later = known.has(name) ? undefined : scripts.get(name)
      if (later === undefined) continue
      const related = [{ ...headerSpan(subject, later), message: 'the script' }]
      report({ ...lineSpan(subject, entry), data: ['track_script', `the use of \`${name}\``, 'its `vrrp_script`'], related })
    }
  }
}

function* trackedScripts(subject: Subject, instance: MutableBlock | undefined): Generator<Place> {
  if (instance?.track_script === undefined) return
  for (const { file, row } of find(subject, instance, 'track_script')) {
    for (const entry of childRows(subject.sources.documents[file] as Document, row)) yield { file, row: entry }
  }
}
