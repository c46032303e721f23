import type { Span } from '../../../diagnostics/finding.ts'
import { nearest } from '../../../text/distance.ts'
import { lacks, type Owner } from '../../accounts.ts'
import { find, headerSpan, lineSpan, wordSpan } from '../../look.ts'
import type { Rule, Subject } from '../../rule.ts'
import { type Script, scriptsOf } from '../../scripts.ts'
import { typedWords } from '../../typed-words.ts'
import { globalDefs, MACHINE } from './examples.ts'

const DROPPED = 'this is written to the log only, and what runs or belongs under the name is dropped'

/** V052, V104, L018, L030: set_uid_gid knows the name of no account or group. */
export const unknownUser: Rule = {
  code: 'host/unknown-user',
  lineages: ['keepalived'],
  since: '1.3.0',
  severity: 'error',
  effect: 'rejected',
  message: (kind, name) => `this machine has no ${kind} \`${name}\``,
  consequence: () => 'the line is reported, and every script that would run under it is dropped',
  help: (kind, _name, near) =>
    near === ''
      ? `Make the ${kind}, or name one that exists; a script with parameters needs quotes around all of it.`
      : `Did you mean \`${near}\`?`,
  reported: true,
  explanation:
    'Scripts run as an account of the machine. keepalived looks it up while it reads: of script_user, of a vrrp_script and of MISC_CHECK an unknown one is reported; of notify commands and pipes it is written to the log, the test succeeds, and the command never runs. The parameters of a command without quotes are taken for a user and a group.',
  bad: globalDefs('script_user keepalive'),
  good: globalDefs('script_user nobody nogroup'),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const { facts } = subject
    if (facts?.users === undefined && facts?.groups === undefined) return
    const tell = (kind: 'user' | 'group', name: string, span: Span, reported: boolean): void => {
      const known = kind === 'user' ? facts.users : facts.groups
      if (!lacks(known, name)) return
      const near = nearest(name, known?.map((one) => one.name) ?? []) ?? ''
      report({
        ...span,
        data: [kind, name, near],
        ...(reported ? {} : { reported, effect: 'ignored', consequence: DROPPED }),
      })
    }
    for (const { arg, field, value, file, start, end } of typedWords(subject, ['user', 'group'])) {
      if (field.row.args.some(({ type }) => type === 'command')) continue
      // The owner of a FIFO is only logged.
      const reported = !field.row.args.some(({ type }) => type === 'path')
      tell(arg.type === 'user' ? 'user' : 'group', value, { file, start, end }, reported)
    }
    for (const script of scriptsOf(subject)) {
      const { owner, kind, parts } = script
      if (owner === undefined || kind !== 'notify') continue
      const reported = parts.includes('parent')
      tell('user', owner.user, ownerSpan(subject, script, owner.user), reported)
      if (owner.group !== undefined) tell('group', owner.group, ownerSpan(subject, script, owner.group), reported)
    }
  },
}

/** The word of an owner behind its command. */
function ownerSpan(subject: Subject, { block, keyword }: Script, name: Owner['user']): Span {
  const place = find(subject, block, keyword)[0]
  if (place === undefined) return headerSpan(subject, block)
  const text = subject.sources.documents[place.file]?.text ?? ''
  for (let i = LAST_OWNER_WORD; i > 0; i--) {
    const span = wordSpan(subject, place, i)
    if (text.slice(span.start, span.end).replace(/^"|"$/g, '') === name) return span
  }
  return lineSpan(subject, place)
}

/** Words of a command in apostrophes are looked past. */
const LAST_OWNER_WORD = 9
