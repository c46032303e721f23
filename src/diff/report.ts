import type { UnknownStatement } from '../bind/model.ts'
import type { Config } from '../config.ts'
import { isSecretStatement, MASK, secretsOf } from '../json/redact.ts'
import { copyJson, type JsonValue } from '../json/value.ts'
import { type Dialect, keepalived, LATEST_KEEPALIVED } from '../schema/dialects.ts'
import type { Arg } from '../schema/row.ts'
import { versionNumber } from '../schema/version.ts'
import { lazy } from '../text/lazy.ts'
import { wordsOf } from './canonical.ts'
import type { Change, ReloadNote } from './change.ts'
import type { Member } from './guide.ts'
import { type Path, placeFinder } from './places.ts'
import { RELOAD_FACTS } from './reload-facts.ts'
import { isBlock, type Side } from './side.ts'

/** Where the walk is: a key, and the place in its list on either side. */
export interface At {
  readonly up: At | undefined
  readonly key: string
  readonly left?: number
  readonly right?: number
  /** How a reader names it. */
  readonly title: () => string
}

/** What is said of a place. */
export interface Said {
  readonly kind: Change['kind']
  readonly level?: Change['level']
  readonly at: At
  readonly member: Member
  /** Values where they are shown, of an entry or a setting. */
  readonly old?: unknown
  readonly new?: unknown
  readonly notes?: readonly string[]
}

/** Puts differences into words and places: the only stage that counts lines. */
export function reporter(left: Side, right: Side): { readonly say: (said: Said) => void; readonly changes: Change[] } {
  const changes: Change[] = []
  const places = { left: placeFinder(left), right: placeFinder(right) }
  const runs = right.dialect ?? left.dialect ?? keepalived(LATEST_KEEPALIVED)
  return {
    changes,
    say({ kind, level = 'difference', at, member, notes = [], ...values }) {
      const reload = reloadNote(kind, at, member, runs, right)
      changes.push({
        kind,
        level,
        where: titlesOf(at),
        keyword: member.key,
        ...('old' in values && values.old !== undefined ? { old: shown(values.old, member) } : {}),
        ...('new' in values && values.new !== undefined ? { new: shown(values.new, member) } : {}),
        ...(kind === 'added' ? {} : { oldPlace: places.left(pathOf(at, 'left', left.from), values.old) }),
        ...(kind === 'removed' || kind === 'unmapped'
          ? {}
          : { newPlace: places.right(pathOf(at, 'right', right.from), values.new) }),
        notes,
        ...(reload === undefined ? {} : { reload }),
      })
    },
  }
}

function titlesOf(at: At): readonly string[] {
  const titles: string[] = []
  for (let one: At | undefined = at; one !== undefined; one = one.up) if (one.title() !== '') titles.unshift(one.title())
  return titles
}

/** @param from - where the services of the list were before their groups were unrolled. */
function pathOf(at: At, side: 'left' | 'right', from: readonly number[] | undefined): Path {
  const path: (string | number)[] = []
  for (let one: At | undefined = at; one !== undefined; one = one.up) {
    const place = one[side]
    const index = place !== undefined && one.up === undefined && one.key === 'virtual_server' ? (from?.[place] ?? place) : place
    path.unshift(...(index === undefined ? [one.key] : [one.key, index]))
  }
  return path
}

const isSecret = (arg: Arg | undefined): boolean => arg?.secret === true

/** A copy of a value without what must not be shown. */
function shown(value: unknown, { argOf }: Member): JsonValue {
  const mask = (one: unknown, key: string, depth: number): unknown => {
    if (typeof one !== 'object' || one === null) return isSecret(argOf(key)) && one !== true ? MASK : one
    if (depth > DEEPEST) return '…'
    if (Array.isArray(one)) return one.map((inner) => mask(inner, key, depth + 1))
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, mask(inner, name, depth + 1)]))
  }
  return copyJson(mask(value, '', 0))
}

const DEEPEST = 50

/** DPVS has the parser of keepalived 2.0.19, or of 1.2.13 before its version 1.8.2. */
const numberOf = ({ lineage, number }: Dialect): number =>
  lineage === 'dpvs' ? versionNumber(number >= versionNumber('1.8.2') ? '2.0.19' : '1.2.13') : number

function reloadNote(kind: Change['kind'], at: At, { place }: Member, runs: Dialect, right: Side): ReloadNote | undefined {
  if (kind === 'unmapped' || kind === 'order') return undefined
  const fact = RELOAD_FACTS.find(
    ({ lineages, since, places, named }) =>
      lineages.includes(runs.lineage) &&
      (since === undefined || numberOf(runs) >= versionNumber(since)) &&
      places.includes(place) &&
      (named === undefined || (kind === 'removed' && stillNames(right, named, at))),
  )
  return fact === undefined ? undefined : { effect: fact.effect, text: fact.text }
}

function stillNames(right: Side, { by, as }: { readonly by: string; readonly as: string }, at: At): boolean {
  const name = at.title().slice(at.key.length + 1)
  const blocks = right.model[by]
  return Array.isArray(blocks) && blocks.some((block) => isBlock(block) && wordsOf(block[as]) === name)
}

const NO_TEXT: Pick<Config, 'sources'> = { sources: { documents: [], includes: [], findings: [] } }

/** Statements without a typed place as text, secrets masked. */
export function statementText({ config }: Side): (statement: UnknownStatement) => string {
  const secrets = lazy(() => secretsOf(config ?? NO_TEXT))
  return ({ keyword, args, prefix, block }) => {
    const plain = Array.isArray(args) ? args.map(wordsOf) : []
    const words = isSecretStatement(keyword, secrets()) ? plain.map(() => MASK) : plain
    return [...(prefix === undefined ? [] : [prefix]), keyword, ...words, ...(block === undefined ? [] : ['{ … }'])].join(' ')
  }
}

const quoted = (word: unknown): string => JSON.stringify(wordsOf(word))

/** Everything of a statement in one text. A loop: unknown blocks nest without bound. */
export function flatStatement(statement: UnknownStatement): string {
  const parts: string[] = []
  const waiting: (UnknownStatement | '}')[] = [statement]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one === '}') {
      parts.push('}')
      continue
    }
    const { keyword, args, prefix, block, in: list } = one
    parts.push([list, prefix, keyword, ...(Array.isArray(args) ? args : [])].map(quoted).join(','))
    // JSON may hold anything under these names.
    if (!Array.isArray(block)) continue
    parts.push('{')
    waiting.push('}')
    for (let i = block.length - 1; i >= 0; i--) if (isBlock(block[i])) waiting.push(block[i] as UnknownStatement)
  }
  return parts.join(' ')
}
