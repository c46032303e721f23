import { SCHEMAS, schemaOf } from '../schema/registry.ts'
import { lazy } from '../text/lazy.ts'
import { contentOf, isSameSet, wordsOf } from './canonical.ts'
import type { Change, DiffOptions } from './change.ts'
import { conf2jsonGuide } from './conf2json-guide.ts'
import { type Guide, schemaGuide } from './guide.ts'
import { reporter, statementText } from './report.ts'
import { type Block, type DiffInput, isBlock, type Side, sidesOf } from './side.ts'
import { mapVips } from './vip-map.ts'
import { compareBlocks, compareMember, type Walk } from './walk.ts'

/**
 * What differs between two configurations by meaning: services, servers, instances, addresses, settings that were added, removed or changed. The order
 * of blocks and keywords, aliases, quotes, comments, files, spellings of addresses and plain defaults make no difference. Pure; nothing throws.
 *
 * Each side is a `Config`, its model, or JSON of one of the three forms. With conf2json on one side both are compared in that shape, which knows
 * less. Changes stand in the order of the old side, then what is new.
 *
 * @example
 * diff(parse('vrrp_instance A {\n  priority 100\n}\n'), parse('vrrp_instance A {\n  priority 90\n}\n'))[0]
 * // { kind: 'changed', where: ['vrrp_instance A', 'priority'], old: 100, new: 90, … }
 */
export function diff(a: DiffInput, b: DiffInput, options: DiffOptions = {}): readonly Change[] {
  const [given, right] = sidesOf(a, b, options)
  const { model, unmapped } =
    options.vips === undefined ? { model: given.model, unmapped: [] } : mapVips(given.model, options.vips)
  const left: Side = { ...given, model }
  const { say, changes } = reporter(left, right)
  const guide = guideOf(left, right)
  const listOf = (key: string): readonly unknown[] => (Array.isArray(given.model[key]) ? (given.model[key] as unknown[]) : [])
  const walk: Walk = {
    say,
    isIgnored: ignoring(options.ignore ?? []),
    isSameGroup: groupsOf(left, right),
    given: (key, index) => listOf(key)[index],
    textOf: { old: statementText(left), new: statementText(right) },
  }
  const { only } = options
  for (const index of only === undefined || only.includes('virtual_server') ? unmapped : []) {
    const member = guide.member('virtual_server', left.model.virtual_server, right.model.virtual_server)
    const block = listOf('virtual_server')[index] as Block
    const address = wordsOf(block.address ?? block.vip)
    const at = { up: undefined, key: 'virtual_server', left: index, title: () => `virtual_server ${address}` }
    say({ kind: 'unmapped', at, member, notes: [`the map of addresses has no ${address}`] })
  }
  if (only === undefined) compareBlocks(walk, guide, left.model, right.model, undefined)
  else compareOnly(walk, guide, left, right, only)
  return changes
}

function guideOf(left: Side, right: Side): Guide {
  if (left.form === 'conf2json') return conf2jsonGuide()
  const own = left.dialect ?? right.dialect
  const other = right.dialect ?? left.dialect
  const fallback = SCHEMAS.keepalived
  return schemaGuide((own === undefined ? fallback : schemaOf(own)).root, (other === undefined ? fallback : schemaOf(other)).root)
}

/** A keyword is ignored under all its names. */
function ignoring(keywords: readonly string[]): (keyword: string) => boolean {
  if (keywords.length === 0) return () => false
  const names = new Set(keywords)
  for (const { rows } of Object.values(SCHEMAS)) {
    for (const { keyword, aliasOf } of rows) if (aliasOf !== undefined && names.has(keyword)) names.add(aliasOf)
  }
  return (keyword) => names.has(keyword)
}

type Names = ReadonlyMap<string, Block>

/** Groups of one kind by name; of two with one name the first. */
function byName(model: Block, keyword: string): Names {
  const groups = new Map<string, Block>()
  const list = model[keyword]
  for (const group of Array.isArray(list) ? list : []) {
    if (isBlock(group) && group.name !== undefined && !groups.has(wordsOf(group.name))) groups.set(wordsOf(group.name), group)
  }
  return groups
}

function groupsOf(left: Side, right: Side): Walk['isSameGroup'] {
  const known = new Map<string, readonly [Names, Names]>()
  return (keyword, old, fresh) => {
    const [a, b] = known.get(keyword) ?? [byName(left.model, keyword), byName(right.model, keyword)]
    known.set(keyword, [a, b])
    const [from, to] = [a.get(old), b.get(fresh)].map((group) => group?.entries ?? group?.address)
    return Array.isArray(from) && Array.isArray(to) && isSameSet(contentOf(from), contentOf(to))
  }
}

/** Some kinds of blocks, and of the groups those that they name: a service is what its group holds. */
function compareOnly(walk: Walk, guide: Guide, left: Side, right: Side, only: readonly string[]): void {
  const wanted = (model: Block): Block => ({
    ...Object.fromEntries(Object.entries(model).filter(([key]) => only.includes(key))),
    ...(Array.isArray(model.unknown)
      ? { unknown: model.unknown.filter((one: unknown) => isBlock(one) && only.includes(wordsOf(one.keyword))) }
      : {}),
  })
  compareBlocks(walk, guide, wanted(left.model), wanted(right.model), undefined)
  for (const [keyword, names] of namedBy(only, left, right)) {
    // A JSON that leaves the groups out says nothing about them.
    if (left.form === 'conf2json' && (left.model[keyword] === undefined || right.model[keyword] === undefined)) continue
    // Lists keep their places.
    const named = (model: Block): readonly unknown[] =>
      (Array.isArray(model[keyword]) ? (model[keyword] as unknown[]) : []).map((one) =>
        isBlock(one) && names.has(wordsOf(one.name)) ? one : undefined,
      )
    compareMember(
      walk,
      guide.member(keyword, left.model[keyword], right.model[keyword]),
      named(left.model),
      named(right.model),
      undefined,
    )
  }
}

/** Which keyword of which block names which kind of group, by the tables of all lineages. */
const references = lazy(() =>
  Object.values(SCHEMAS).flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const args = [...row.args, ...(row.alternatives ?? []).flat()]
      const to = args.find((arg) => arg.type === 'ref' && arg.to?.endsWith('_group') === true)
      if (to === undefined) return []
      const own = row.form === 'block' ? [{ block: row.keyword, key: to.name, to: to.to as string }] : []
      return [...own, ...Object.keys(row.in).map((block) => ({ block, key: row.keyword, to: to.to as string }))]
    }),
  ),
)

/** Names of groups that the wanted blocks of either side use and that are not compared anyway. */
function namedBy(only: readonly string[], left: Side, right: Side): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { block, key, to } of references()) {
    if (!only.includes(block) || only.includes(to)) continue
    const names = found.get(to) ?? new Set<string>()
    found.set(to, names)
    for (const { model } of [left, right]) {
      for (const one of Array.isArray(model[block]) ? (model[block] as unknown[]) : []) {
        if (isBlock(one) && typeof one[key] === 'string') names.add(one[key])
      }
    }
  }
  return found
}
