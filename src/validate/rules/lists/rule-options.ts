import type { MutableBlock } from '../../../bind/model.ts'
import { RULE_LISTS } from '../../entries.ts'
import { numberOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { entryRule } from './cases.ts'
import { instanceWith } from './examples.ts'
import { KEEPALIVED, otherProtocol } from './route-options.ts'

const rule = (line: string): string => instanceWith('virtual_rules', line)

const ACTIONS = ['table', 'l3mdev', 'goto', 'nop', 'blackhole', 'unreachable', 'prohibit'] as const
const ACTION_WORDS = ['lookup', ...ACTIONS]
const actionsOf = (entry: MutableBlock): readonly string[] => ACTIONS.filter((key) => entry[key] !== undefined)
const looksUp = ({ table, l3mdev }: MutableBlock): boolean => table !== undefined || l3mdev !== undefined

/** V080 to V082, V084 to V088: alloc_rule. */
export const ruleOptions: Rule = entryRule({
  code: 'rule/options',
  lists: RULE_LISTS,
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'A rule has exactly one action and should say its preference. realms and suppress_* belong to a look-up in a table, goto needs a preference below its target. keepalived reports the line and drops it, or puts something else in.',
  bad: rule('from 192.0.2.0/24 preference 1000'),
  good: rule('from 192.0.2.0/24 table 100 preference 1000'),
  cases: [
    {
      at: ACTION_WORDS,
      holds: (entry) => actionsOf(entry).length > 1,
      fact: 'the rule has two actions',
      outcome: 'the rule is dropped',
      help: 'Keep one of table, l3mdev, goto, nop, blackhole, unreachable and prohibit.',
    },
    {
      at: ['goto'],
      holds: (entry) => entry.goto !== undefined && entry.preference === undefined,
      fact: '`goto` needs a preference',
      outcome: 'the rule is dropped',
      help: 'Add `preference` with a number below the target.',
    },
    {
      at: ['goto'],
      holds: (entry) => entry.goto !== undefined && (numberOf(entry, 'preference') ?? 0) >= (numberOf(entry, 'goto') ?? 0),
      fact: 'the target of `goto` must be above the preference of the rule',
      outcome: 'the rule is dropped',
      help: 'Rules are gone through upwards: raise the target or lower the preference.',
    },
    {
      holds: (entry) => actionsOf(entry).length === 0,
      fact: 'the rule has no action',
      outcome: 'the rule is dropped',
      help: 'Add `table NUMBER`, or one of l3mdev, goto, nop, blackhole, unreachable and prohibit.',
    },
    {
      at: ['realms', 'suppress_prefixlength', 'sup_pl', 'suppress_ifgroup', 'sup_group'],
      holds: (entry) =>
        !looksUp(entry) &&
        (entry.realms !== undefined || entry.suppressPrefixlength !== undefined || entry.suppressIfgroup !== undefined),
      fact: 'realms and suppress_* belong to a look-up in a table',
      outcome: 'the rule is dropped',
      help: 'Leave the option out, or use `table`.',
    },
    {
      at: ['protocol'],
      holds: otherProtocol,
      fact: 'a rule that is tracked has the protocol number of keepalived',
      outcome: `the protocol becomes ${KEEPALIVED}`,
      help: 'Leave `protocol` out, or add `no_track`.',
      since: '2.0.1',
    },
    {
      at: ['track_group'],
      holds: (entry) => entry.trackGroup !== undefined && entry.dev === undefined,
      fact: 'a `track_group` needs `dev` or `iif`',
      outcome: 'the track_group is dropped',
      help: 'Add `iif INTERFACE`.',
    },
    {
      holds: (entry) => entry.preference === undefined,
      fact: 'the rule has no preference',
      outcome: 'keepalived gives it one, counting down from 16384, and the configuration test fails because of the message',
      help: 'Add `preference NUMBER`.',
      effect: 'default',
      since: '2.0.16',
    },
    {
      at: ['track_group'],
      holds: (entry) => entry.trackGroup !== undefined && entry.noTrack !== undefined,
      fact: '`no_track` and `track_group` exclude each other',
      outcome: 'the rule is not tracked; only the log says so',
      help: 'Keep one of them.',
      reported: false,
    },
  ],
})
