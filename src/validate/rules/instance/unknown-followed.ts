import { nearest } from '../../../text/distance.ts'
import { blocks } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isIncomplete } from '../../service.ts'
import { memberNames } from '../../vrrp.ts'
import { instance, list } from './examples.ts'
import { memberSpan } from './members.ts'

const followed = (...names: readonly string[]): string => `track_group g {\n${list('group', ...names)}}\n`

/** V221: static_track_group_set. */
export const unknownFollowed: Rule = {
  code: 'vrrp/unknown-followed',
  lineages: ['keepalived'],
  since: '2.0.0',
  severity: 'error',
  effect: 'ignored',
  message: (name) => `no \`vrrp_instance\` of the name \`${name}\` can follow this track group`,
  consequence: () => 'the name is left out, and a group without names is removed; only the log says so',
  help: (_name, near) =>
    near === '' || near === undefined ? 'Define the instance, or leave the name out.' : `Did you mean \`${near}\`?`,
  reported: false,
  explanation:
    'The instances of a track group go to the fault state when a static address, route or rule of the group is lost. They are looked up once the whole file is read.',
  bad: instance() + followed('VI_1', 'VI_2'),
  good: instance() + followed('VI_1'),
  check(subject, report) {
    const groups = blocks(subject.model, 'track_group')
    if (groups.length === 0) return
    const names = new Set(subject.vrrp().instances.map(({ name }) => name))
    for (const block of groups) {
      for (const name of memberNames(block)) {
        if (names.has(name) || name.includes('$')) continue
        if (isIncomplete(subject)) return
        const near = names.size > 1000 ? undefined : nearest(name, [...names])
        report({ ...memberSpan(subject, block, name), data: [name, near ?? ''] })
      }
    }
  },
}
