import type { Context, Field } from '../schema/compile.ts'
import type { Arg } from '../schema/row.ts'
import { NAMED_BY } from './identity.ts'

/** How what stands under one key is compared. */
export interface Member {
  readonly key: string
  /** Keywords from the top level on, for the facts about reloads. */
  readonly place: string
  /**
   * - `block`, `blocks`: one block, or several that are told apart by their headers
   * - `entries`: values that are added and removed one by one
   * - `set`: one value, a list of words in any order
   * - `value`: one value
   */
  readonly kind: 'block' | 'blocks' | 'entries' | 'set' | 'value'
  /** Keys of the block that hold the words of its header, in order; with the word in front of it where there is one. */
  readonly header: readonly { readonly name: string; readonly literal?: string }[]
  /** Settings that belong to the name as well. */
  readonly namedBy: readonly string[]
  readonly inside: Guide
  /** What the table says of the words of a value; the key is '' for a value that is one word. */
  readonly argOf: (key: string) => Arg | undefined
  /** What an absent setting means on either side, where the table says so plainly. */
  readonly fallback: readonly [left: unknown, right: unknown]
}

/** The settings of a block. */
export interface Guide {
  readonly member: (key: string, left: unknown, right: unknown) => Member
}

/** Follows the keyword tables of both sides; what one lacks the other knows. */
export function schemaGuide(left: Context | undefined, right: Context | undefined, place = ''): Guide {
  const made = new Map<string, Member>()
  return {
    member(key) {
      const known = made.get(key)
      if (known !== undefined) return known
      const below = place === '' ? key : `${place}/${key}`
      const context = left ?? right
      const member =
        key === 'entries' && context?.lines === true
          ? entriesMember(key, place, context)
          : fieldMember(key, below, fieldOf(left, key), fieldOf(right, key))
      made.set(key, member)
      return member
    },
  }
}

/** The keyword whose values stand under a key: itself, or one that is an alias of it. */
function fieldOf(context: Context | undefined, key: string): Field | undefined {
  const field = context?.fields.get(key)
  return field?.key === key ? field : context?.fields.values().find((one) => one.key === key)
}

function fieldMember(key: string, place: string, left: Field | undefined, right: Field | undefined): Member {
  const field = left ?? right
  if (field === undefined) return plainMember(key, place)
  const { row } = field
  const isNamed = row.form === 'block' || (row.form === 'lines' && row.args.length > 0)
  if (row.form === 'lines' && !isNamed) return entriesMember(key, place, field.context as Context)
  const args = [...row.args, ...(row.alternatives ?? []).flat()]
  return {
    key,
    place,
    kind: isNamed ? (field.many ? 'blocks' : 'block') : kindOfValue(field),
    header: isNamed
      ? args.map(({ name, literal }) => ({ name, ...(literal === undefined ? {} : { literal: literal[0] as string }) }))
      : [],
    namedBy: isNamed ? (NAMED_BY[key] ?? []) : [],
    inside: schemaGuide(left?.context, right?.context, place),
    argOf: argFinder(args),
    fallback: [plainDefault(left), plainDefault(right)],
  }
}

function kindOfValue({ row, many }: Field): Member['kind'] {
  if (many) return 'entries'
  return row.repeat === 'accumulate' && row.args[0]?.variadic === true ? 'set' : 'value'
}

/** A list of entries: those without a leading word, and those that name their kind by one. */
function entriesMember(key: string, place: string, context: Context): Member {
  const args = context.fields.values().flatMap(({ row }): readonly Arg[] => {
    const [first, ...others] = row.args
    return first === undefined || row.keyword === '(entry)' ? row.args : [{ ...first, name: row.keyword }, ...others]
  })
  return { ...plainMember(key, place), kind: 'entries', argOf: argFinder(args) }
}

/** What no table knows is compared as it stands. */
const plainMember = (key: string, place: string): Member => ({
  key,
  place,
  kind: 'value',
  header: [],
  namedBy: [],
  inside: schemaGuide(undefined, undefined, place),
  argOf: () => undefined,
  fallback: [undefined, undefined],
})

export function argFinder(args: readonly Arg[]): (key: string) => Arg | undefined {
  const byName = new Map<string, Arg>()
  const add = (arg: Arg): void => {
    if (!byName.has(arg.name)) byName.set(arg.name, arg)
    for (const inner of arg.options ?? []) add(inner)
  }
  for (const arg of args) add(arg)
  const [first] = args
  return (key) => (key === '' ? first : byName.get(key))
}

/** A default that is a value of its own, not derived from others. */
function plainDefault(field: Field | undefined): unknown {
  const value = field?.availability.default ?? field?.row.default
  return value === null || typeof value === 'object' ? undefined : value
}
