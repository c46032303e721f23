import type { UnknownStatement } from '../bind/model.ts'
import type { Member } from './guide.ts'
import { pairUp } from './pair.ts'
import { type At, flatStatement, type Said } from './report.ts'
import { isBlock } from './side.ts'

export interface UnknownWalk {
  readonly say: (said: Said) => void
  readonly isIgnored: (keyword: string) => boolean
  readonly textOf: { readonly old: (one: UnknownStatement) => string; readonly new: (one: UnknownStatement) => string }
}

/** Statements that have no typed place: what counts is their words, not their order. */
export function compareUnknown(walk: UnknownWalk, left: unknown, right: unknown, up: At | undefined): void {
  const old = statementsOf(walk, left)
  const fresh = statementsOf(walk, right)
  const key = 'unknown'
  for (const [i, j] of pairUp(old, fresh, [({ statement }) => flatStatement(statement)])) {
    if (i >= 0 && j >= 0) continue
    const one = (i < 0 ? fresh[j] : old[i]) as { readonly statement: UnknownStatement; readonly index: number }
    const { keyword } = one.statement
    walk.say({
      kind: i < 0 ? 'added' : 'removed',
      at: { up, key, [i < 0 ? 'right' : 'left']: one.index, title: () => keyword },
      member: { ...PLAIN, key: keyword },
      ...(i < 0 ? { new: walk.textOf.new(one.statement) } : { old: walk.textOf.old(one.statement) }),
      notes: ['its block does not know the keyword, or not these words behind it'],
    })
  }
}

const PLAIN: Member = {
  key: '',
  place: '',
  kind: 'value',
  header: [],
  namedBy: [],
  inside: { member: () => PLAIN },
  argOf: () => undefined,
  fallback: [undefined, undefined],
}

/** Definitions are followed, so their lines say nothing of their own. */
function statementsOf(
  walk: UnknownWalk,
  value: unknown,
): readonly { readonly statement: UnknownStatement; readonly index: number }[] {
  if (!Array.isArray(value)) return []
  return (value as readonly UnknownStatement[])
    .map((statement, index) => ({ statement, index }))
    .filter(({ statement }) => isBlock(statement) && typeof statement.keyword === 'string')
    .filter(({ statement: { keyword } }) => !/^\$\w+=$/.test(keyword) && !walk.isIgnored(keyword))
}
