import { originOf } from '../../../bind/origins.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { DEFAULT_ACCOUNT, lacks } from '../../accounts.ts'
import type { Rule, Subject } from '../../rule.ts'
import { globalOwner, hasScriptSecurity, labelOf, type Script, scriptSpan, scriptsOf } from '../../scripts.ts'
import { closeSpan } from '../../typed-words.ts'
import { globalDefs, instance, MACHINE, SECURE } from './examples.ts'

const script = 'vrrp_script check {\n    script "/usr/bin/check"\n}\n'

/** V053. */
export const noScriptUser: Rule = {
  code: 'host/no-script-user',
  lineages: ['keepalived'],
  since: '1.3.0',
  severity: 'error',
  effect: 'rejected',
  message: (label) => `\`${label}\` has no account to run as: this machine has no user \`${DEFAULT_ACCOUNT}\``,
  consequence: () => 'it is reported and removed, and so is every other script without a user of its own',
  help: () => `Write \`script_user\` in \`global_defs\`, or make the account \`${DEFAULT_ACCOUNT}\`.`,
  reported: true,
  explanation:
    'With enable_script_security a script that names no user runs as script_user, and without one as the account keepalived_script. Where that does not exist the script is dropped; without script security it would run as root.',
  bad: `${globalDefs('enable_script_security')}${script}${instance()}`,
  good: `${SECURE}${script}${instance('    track_script {\n        check\n    }\n')}`,
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    if (!hasScriptSecurity(subject) || globalOwner(subject) !== undefined || !lacks(subject.facts?.users, DEFAULT_ACCOUNT)) return
    let first: (Span & { readonly label: string }) | undefined
    let asked = false
    for (const one of inOrder(scriptsOf(subject))) {
      if (one.owner !== undefined) continue
      // Whoever asks first is told; of those behind it, only notify commands are dropped without a word.
      if (asked && one.kind === 'notify') continue
      asked = true
      const span = placeOf(subject, one)
      if (first === undefined || span.file < first.file || (span.file === first.file && span.start < first.start)) {
        first = { ...span, label: labelOf(one) }
      }
    }
    if (first !== undefined) report({ file: first.file, start: first.start, end: first.end, data: [first.label] })
  },
}

/** The parent reads first, then the checker part, then the VRRP part. */
const inOrder = (scripts: readonly Script[]): readonly Script[] => {
  const rank = ({ path }: Script): number => (path === 'global_defs' ? 0 : path.startsWith('virtual_server') ? 1 : 2)
  return [...scripts].sort((a, b) => rank(a) - rank(b))
}

/** A notify command is judged on its line, the others when their block closes. */
function placeOf(subject: Subject, one: Script): Span {
  const origin = one.kind === 'notify' ? undefined : originOf(subject.origins, one.block)
  return origin === undefined ? scriptSpan(subject, one) : closeSpan(subject, origin)
}
