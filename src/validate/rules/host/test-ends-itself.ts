import { programOf } from '../../../facts/named.ts'
import { ownAccount } from '../../accounts.ts'
import { type CheckedScript, checkedScriptsOf } from '../../checked-scripts.ts'
import type { Rule } from '../../rule.ts'
import { isOther } from '../../script-check.ts'
import { defaultAccount, labelOf, type Script, scriptAccount, scriptSpan, scriptsOf } from '../../scripts.ts'
import { instance } from './examples.ts'

const example = (user: string): string =>
  `global_defs {\n    enable_script_security\n    script_user ${user}\n}\n${instance('    notify_master "/usr/bin/check"\n')}`

/** check_script_secure compares its parent with the parent of a daemon, which a test has none of. */
export const testEndsItself: Rule = {
  code: 'host/test-ends-itself',
  lineages: ['keepalived'],
  since: '2.2.5',
  until: '2.2.7',
  severity: 'error',
  effect: 'crash',
  message: (label) => `\`${label}\` runs as another user than keepalived`,
  consequence: () => 'keepalived -t ends itself with a TERM signal (status 143) when it looks at the script; the daemon runs',
  help: () => 'Take a newer version for the test, or ignore status 143.',
  reported: false,
  exit: 'crash',
  explanation:
    'keepalived 2.2.5 to 2.2.7 change to the account of a script to look at it, and then end the process if its parent has gone. In a configuration test the parent is not the one that they compare with, so the test always ends there, with status 143 and without another word. Fixed in 2.2.8.',
  bad: example('nobody'),
  good: example('root'),
  example: { target: '2.2.7' },
  check(subject, report) {
    const own = ownAccount(subject.facts)
    const fallback = defaultAccount(subject)
    const isOthers = (script: Script): boolean => {
      const account = scriptAccount(subject, script, fallback)
      return account !== undefined && account !== 'missing' && isOther(account, own)
    }
    // Nearly always all of them run as keepalived does.
    if (!scriptsOf(subject).some(isOthers)) return
    const found = checkedScriptsOf(subject).find(
      (one) => one.account !== undefined && isOther(one.account, own) && isReached(one),
    )
    if (found !== undefined) report({ ...scriptSpan(subject, found.script), data: [labelOf(found.script)] })
  },
}

/** Neither a file that is only opened nor a command that no directory of the search path has. */
const isReached = ({ script, check: { verdict } }: CheckedScript): boolean =>
  verdict !== 'opens' && !(verdict === 'not-found' && programOf(script.value)?.includes('/') !== true)
