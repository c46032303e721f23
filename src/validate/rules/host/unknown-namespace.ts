import { nearest } from '../../../text/distance.ts'
import { settingSpan, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instance, MACHINE } from './examples.ts'

/** V002: set_namespaces. */
export const unknownNamespace: Rule = {
  code: 'host/unknown-namespace',
  lineages: ['keepalived'],
  since: '1.2.24',
  severity: 'error',
  effect: 'outage',
  message: (name) => `there is no network namespace \`${name}\``,
  consequence: () => 'keepalived ends when it cannot enter it; its test then says nothing of the rest and succeeds',
  help: (_name, near) =>
    near === '' ? 'Make the namespace before keepalived starts: `ip netns add`.' : `Did you mean \`${near}\`?`,
  reported: false,
  exit: 'unseen',
  explanation:
    'The namespace is entered after the global part has been read. Where that fails the run ends with status 0 even if errors were printed before, and instances and servers are never looked at.',
  bad: `net_namespace red\n${instance()}`,
  good: `net_namespace blue\n${instance()}`,
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const { model, facts } = subject
    const name = textOf(model, 'net_namespace')
    if (name === undefined || facts?.namespaces?.includes(name)) return
    // No machine has a namespace by the name of a definition that does not exist.
    if (facts?.namespaces === undefined && !name.startsWith('$')) return
    const span = settingSpan(subject, model, 'net_namespace')
    report({ ...span, data: [name, nearest(name, facts?.namespaces ?? []) ?? ''] })
  },
}
