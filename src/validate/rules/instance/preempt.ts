import { numberOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import type { Instance } from '../../vrrp-instance.ts'
import { type Case, caseRule } from './cases.ts'
import { instance } from './examples.ts'

const delays = ({ block }: Instance): boolean => (numberOf(block, 'preempt_delay') ?? 0) > 0

const BACKUP = 'Write `state BACKUP`, on all nodes: the priorities decide.'

/** In the order of vrrp_complete_instance, where each one changes what the next one sees. */
const CASES: readonly Case[] = [
  {
    at: ['nopreempt'],
    holds: ({ nopreempt, isOwner, block }) => nopreempt && isOwner && block.priority === undefined,
    fact: '`state MASTER` without `priority` means priority 255, which does not go with `nopreempt`',
    outcome: '`nopreempt` is dropped: the instance takes over whenever it can',
    help: 'Write a `priority`, and `state BACKUP`.',
  },
  {
    at: ['nopreempt'],
    holds: ({ nopreempt, isOwner }) => nopreempt && isOwner,
    fact: '`nopreempt` does not go with priority 255',
    outcome: '`nopreempt` is dropped: the owner of the addresses takes over whenever it can',
    help: 'Write a lower `priority`.',
  },
  {
    at: ['nopreempt'],
    holds: ({ nopreempt, isMaster }) => nopreempt && isMaster,
    fact: '`nopreempt` does not go with `state MASTER`',
    outcome: '`nopreempt` is dropped: the instance takes over whenever it can',
    help: BACKUP,
  },
  {
    at: ['preempt_delay'],
    holds: (one) => delays(one) && one.isMaster,
    fact: '`preempt_delay` does not go with an instance that begins as master',
    outcome: '`preempt_delay` is dropped: the instance takes over at once',
    help: BACKUP,
  },
  {
    at: ['preempt_delay'],
    holds: (one) => delays(one) && one.keepsNopreempt && !one.strict,
    fact: '`preempt_delay` does not go with `nopreempt`',
    outcome: '`preempt_delay` is dropped: the instance never takes over from a master that works',
    help: 'Keep one of the two.',
  },
  {
    at: ['timer_expired_backup'],
    holds: ({ block, keepsNopreempt }) => block.timer_expired_backup !== undefined && !keepsNopreempt,
    fact: '`timer_expired_backup` works with `nopreempt` only',
    outcome: 'it is dropped',
    since: '2.2.8',
    lacks: 'nopreempt',
  },
]

/** V165 to V171. */
export const preempt: Rule = caseRule({
  code: 'vrrp/preempt',
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'An instance that begins as master, or owns its addresses, preempts by definition. vrrp_complete_instance drops what contradicts that; the usual wish, a node that does not take over again, is `state BACKUP` with `nopreempt`.',
  bad: instance('    state MASTER\n    priority 150\n    nopreempt\n'),
  good: instance('    state BACKUP\n    priority 150\n    nopreempt\n'),
  cases: CASES,
})
