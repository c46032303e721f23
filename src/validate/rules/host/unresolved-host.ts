import { blockOf, settingsIn, wordAt, wordSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { typedWords } from '../../typed-words.ts'
import { globalDefs, MACHINE } from './examples.ts'

/** No name service has an answer for a placeholder, on whatever machine. */
const NO_NAME = /[*<>()[\]{}|@,;/'"!?=&^~#]/

/** domain_stosockaddr: the name is resolved while the line is read. */
export const unresolvedHost: Rule = {
  code: 'host/unresolved-host',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'rejected',
  message: (name) => `the host name \`${name}\` cannot be resolved`,
  consequence: () => 'the line is reported and no mail is sent, not even to a server that an earlier line named',
  help: () => 'Write its address: a name is only looked up when the configuration is read.',
  reported: true,
  explanation:
    'The name of a mail server is resolved while the configuration is read, and at no other time. A name service that does not answer then leaves keepalived without a mail server, and a slow one delays every start and every test.',
  bad: globalDefs('smtp_server mail.example.invalid'),
  good: globalDefs('smtp_server mail.example.org'),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const { model, facts } = subject
    if (facts?.hosts !== undefined) {
      const { hosts } = facts
      for (const { value, file, start, end } of typedWords(subject, ['host'])) {
        if (Object.hasOwn(hosts, value) && hosts[value] === false) report({ file, start, end, data: [value] })
      }
      return
    }
    // Without facts the rows are not searched for words of this type, which costs more than all other rules for a small file.
    if (blockOf(model, 'global_defs')?.smtp_server === undefined) return
    for (const place of settingsIn(subject, 'global_defs', 'smtp_server')) {
      const value = wordAt(subject, place, 0)
      if (value !== undefined && NO_NAME.test(value)) report({ ...wordSpan(subject, place, 0), data: [value] })
    }
  },
}
