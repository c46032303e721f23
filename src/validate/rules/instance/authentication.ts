import type { MutableBlock } from '../../../bind/model.ts'
import { blockOf, blocks, isWritten, numberOf, textOf } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { type Case, caseRule } from './cases.ts'
import { instance } from './examples.ts'

const authOf = (block: MutableBlock): MutableBlock | undefined => blockOf(block, 'authentication')

/** `PASS` or `AH`; undefined without authentication. */
export const authTypeOf = (block: MutableBlock): string | undefined => textOf(authOf(block) ?? {}, 'auth_type')

const lacksPassword = (block: MutableBlock): boolean =>
  authTypeOf(block) !== undefined &&
  (!isWritten(authOf(block) as MutableBlock, 'auth_pass') || textOf(authOf(block) as MutableBlock, 'auth_pass') === '')

/** The key named by `active_key` is there. */
export function hasActiveKey(block: MutableBlock): boolean {
  const auth = blockOf(block, 'auth_hmac')
  if (auth === undefined) return false
  const active = numberOf(auth, 'active_key')
  return active !== undefined && blocks(auth, 'key').some((key) => key.id === active)
}

const WITHOUT = 'it is dropped: adverts go out without authentication'

/** Strict mode drops authentication before any of these. */
const CASES: readonly Case[] = [
  {
    at: ['authentication'],
    holds: ({ block, strict, version }) => !strict && version === 3 && authTypeOf(block) !== undefined,
    fact: 'version 3 of the protocol has no authentication',
    outcome: WITHOUT,
    help: 'Leave the block out.',
  },
  {
    at: ['authentication'],
    holds: ({ block, strict }) => !strict && lacksPassword(block),
    fact: '`auth_type` without `auth_pass`',
    outcome: WITHOUT,
    help: 'Add `auth_pass`.',
  },
  {
    at: ['authentication'],
    holds: ({ block, strict, family }) => !strict && family === 6 && authTypeOf(block) === 'AH',
    fact: 'AH does not work with IPv6',
    outcome: WITHOUT,
  },
  {
    at: ['state'],
    holds: ({ block, strict, isOwner, stated }) => !strict && authTypeOf(block) === 'AH' && stated === 'MASTER' && !isOwner,
    fact: 'with AH an instance cannot begin as master, unless its priority is 255',
    outcome: 'it begins as BACKUP, to learn the sequence number of the others first',
    help: 'Write `state BACKUP`.',
  },
  {
    at: ['authentication'],
    holds: ({ block }) => authTypeOf(block) !== undefined && block.auth_hmac !== undefined,
    fact: '`authentication` beside `auth_hmac`',
    outcome: '`auth_hmac` is used, the other is dropped',
    since: '2.4.0',
  },
  {
    at: ['auth_hmac'],
    holds: ({ block }) => block.auth_hmac !== undefined && !hasActiveKey(block),
    fact: '`active_key` of `auth_hmac` names no key',
    outcome: 'the block is dropped: adverts go out without authentication',
    help: 'Write `active_key` with the number of one of the keys.',
    since: '2.4.0',
  },
  {
    at: ['authentication'],
    holds: ({ block }) => {
      const auth = authOf(block)
      return auth?.auth_pass !== undefined && !isWritten(auth, 'auth_type')
    },
    fact: '`auth_pass` without `auth_type`',
    outcome: 'nothing is authenticated, without a word',
    help: 'Write `auth_type PASS`, or leave the block out.',
    severity: 'warning',
    reported: false,
  },
]

/** V147 to V150. */
export const authentication: Rule = caseRule({
  code: 'vrrp/authentication',
  severity: 'error',
  effect: 'ignored',
  reported: true,
  explanation:
    'Authentication came with version 2 of the protocol and went with version 3. vrrp_complete_instance drops what cannot work, with a message, and the instance talks to anybody.',
  bad: instance('    version 3\n    authentication {\n        auth_type PASS\n        auth_pass s3cret\n    }\n'),
  good: instance('    version 2\n    authentication {\n        auth_type PASS\n        auth_pass s3cret\n    }\n'),
  cases: CASES,
})
