import { checkedScriptsOf } from '../../checked-scripts.ts'
import type { Rule } from '../../rule.ts'
import { hasScriptSecurity, labelOf, scriptSpan } from '../../scripts.ts'
import { instance, SECURE } from './examples.ts'

const notify = '    notify_master "/usr/bin/check"\n'

/** V040, V112, L076: a script that is there counts, whether or not it can be used. */
export const scriptSecurity: Rule = {
  code: 'host/no-script-security',
  lineages: ['keepalived'],
  since: '1.3.0',
  severity: 'warning',
  effect: 'accepted',
  message: (label, others) =>
    `\`${label}\`${others === '0' ? ' runs' : ` and ${others} more run`} without \`enable_script_security\``,
  consequence: () => 'the script runs even if others than root may change it; keepalived -t ends with status 6',
  help: () => 'Write `enable_script_security` in `global_defs`, and `script_user` with the account that scripts run as.',
  reported: true,
  exit: 'security',
  explanation:
    'Without enable_script_security keepalived runs scripts as root whoever may write to them, and its configuration test answers with status 6, which outranks every other fault. A script counts when its program exists; without facts of a machine it is taken to.',
  bad: instance(notify),
  good: `${SECURE}${instance(notify)}`,
  example: { target: '2.4.3' },
  check(subject, report) {
    if (hasScriptSecurity(subject)) return
    const running = checkedScriptsOf(subject).filter(({ check }) => check.isScript)
    const [first] = running
    if (first === undefined) return
    const reported = subject.facts !== undefined
    report({ ...scriptSpan(subject, first.script), data: [labelOf(first.script), running.length - 1], reported })
  },
}
