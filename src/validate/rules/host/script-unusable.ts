import type { Finding } from '../../../diagnostics/finding.ts'
import { type CheckedScript, checkedScriptsOf } from '../../checked-scripts.ts'
import type { Rule } from '../../rule.ts'
import { labelOf, type Script, scriptSpan } from '../../scripts.ts'
import { instance, MACHINE, SECURE } from './examples.ts'

const example = (path: string): string =>
  `${SECURE}vrrp_script check {\n    script "${path}"\n}\n${instance('    track_script {\n        check\n    }\n')}`

/** V041, V110, V111, L077, L078. */
export const scriptUnusable: Rule = {
  code: 'host/script-unusable',
  lineages: ['keepalived'],
  since: '1.3.0',
  severity: 'error',
  effect: 'ignored',
  message: (label, path, why) => `\`${label}\` cannot be used: ${why === '' ? `\`${path}\`` : `\`${path}\`: ${why}`}`,
  consequence: () => 'it is reported, and taken off every instance and group that tracks it',
  help: (_label, _path, _why, help) => help,
  reported: true,
  explanation:
    'keepalived looks at the program of every script before it starts: it must be there, its account must be able to execute it, and with enable_script_security nobody but root may be able to change it or a directory above it. Of a vrrp_script a missing or unsafe one is reported; every other script is dropped with a line in the log, and the configuration test succeeds.',
  bad: example('/usr/bin/nothing'),
  good: example('/usr/bin/check'),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    if (subject.facts?.files === undefined) return
    for (const one of checkedScriptsOf(subject)) {
      const { verdict, path = one.script.value, why = '' } = one.check
      if (verdict === 'usable' || verdict === 'opens') continue
      report({
        ...scriptSpan(subject, one.script),
        data: [labelOf(one.script), path, why, HELP[verdict]],
        ...outcome(one),
      })
    }
  },
}

const HELP = {
  'not-found': 'Write the path of a program that exists.',
  'not-executable': 'Set its execute bits, or run it as another user.',
  refused: 'Give the file and each directory above it to root, without write permission for others, and write its real path.',
} as const

function outcome({ script: { kind }, check: { verdict } }: CheckedScript): Partial<Finding> {
  // A file without execute bit is dropped without a message in every case.
  if (kind === 'track' && verdict !== 'not-executable') return {}
  return { reported: false, consequence: SILENT[kind] }
}

const SILENT: Readonly<Record<Script['kind'], string>> = {
  track: 'it is taken off every instance and group that tracks it; keepalived -t says nothing',
  check: 'the check is removed, and the server counts as up; keepalived -t says nothing',
  notify: 'it is dropped with a line in the log and never runs; keepalived -t says nothing',
}
