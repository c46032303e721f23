import { openedBy, programOf } from '../../../facts/named.ts'
import type { Rule } from '../../rule.ts'
import { labelOf, scriptSpan, scriptsOf } from '../../scripts.ts'
import { instance, SECURE } from './examples.ts'

const example = (command: string): string => `${SECURE}${instance(`    notify_master "${command} master"\n`)}`

/** V113: find_path. */
export const scriptWithoutDirectory: Rule = {
  code: 'host/script-without-directory',
  lineages: ['keepalived'],
  since: '1.3.0',
  severity: 'info',
  effect: 'accepted',
  message: (label, program) => `\`${label}\` names \`${program}\` without its directory`,
  consequence: () => 'it is looked for along the PATH of the daemon, which may not be that of a login, and a line is logged',
  help: () => 'Write the whole path.',
  reported: false,
  explanation:
    'A command without a slash is looked for in the directories of the PATH that keepalived was started with. Under a service manager that is another one than in a shell, and the first hit runs.',
  bad: example('check'),
  good: example('/usr/bin/check'),
  example: { target: '2.4.3' },
  check(subject, report) {
    for (const script of scriptsOf(subject)) {
      if (script.value.startsWith('/')) continue
      const program = programOf(script.value)
      if (program === undefined || program === '' || program.includes('/') || program.includes('$')) continue
      if (openedBy(script.value) === undefined) report({ ...scriptSpan(subject, script), data: [labelOf(script), program] })
    }
  },
}
