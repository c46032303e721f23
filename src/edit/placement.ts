import type { Site, Written } from '../bind/written.ts'
import { hasBlock, headSpan } from '../cst/document.ts'
import { CLOSE_BRACE, field as rowField } from '../cst/statements.ts'
import { keywordOf } from '../cst/words.ts'
import type { Field } from '../schema/compile.ts'
import type { Anchor } from './changes.ts'
import { type Editing, fail, spotOf } from './editing.ts'
import { isBlockField } from './fields.ts'

/** The statements of a block by their key, and those of them that are to be removed. */
export interface Keys {
  readonly site: Site
  readonly items: ReadonlyMap<string, readonly Written[]>
  readonly gone: Set<Written>
}

/**
 * Where a keyword goes that a block has not had: behind the nearest one before it in `order`, settings among settings and blocks among blocks; settings
 * stand in front of blocks.
 */
export function anchorForNew(
  editing: Editing,
  keys: Keys,
  key: string,
  field: Field | undefined,
  order: readonly string[],
): Anchor | undefined {
  const isBlock = field === undefined || isBlockField(field)
  const isLike = (item: Written): boolean => (item.field === undefined || isBlockField(item.field)) === isBlock
  const of = (name: string): readonly Written[] => (keys.items.get(name) ?? []).filter((item) => !keys.gone.has(item))
  const at = order.indexOf(key)
  const all = [...keys.items.values()].flat().filter((item) => !keys.gone.has(item))
  const before = order.slice(0, at).reverse()
  const behind = order.slice(at + 1)
  const candidates: (readonly [Anchor['at'], Written | undefined])[] = []
  for (const name of before) candidates.push(['after', of(name).filter(isLike).at(-1)])
  for (const name of behind) candidates.push(['before', of(name).filter((item) => !isBlock || isLike(item))[0]])
  if (isBlock) candidates.push(['after', lastOf(all)])
  else candidates.push(['before', firstOf(all)])
  for (const [place, item] of candidates) {
    const anchor = item === undefined ? undefined : quietly(editing, () => anchorAt(editing, item, place))
    if (anchor !== undefined) return anchor
  }
  return insideOf(editing, keys.site)
}

/** In the order of the text, as far as it is one text. */
const firstOf = (items: readonly Written[]): Written | undefined =>
  items.reduce<Written | undefined>((best, item) => (best === undefined || item.row < best.row ? item : best), undefined)
const lastOf = (items: readonly Written[]): Written | undefined =>
  items.reduce<Written | undefined>((best, item) => (best === undefined || item.row > best.row ? item : best), undefined)

export function anchorAt(editing: Editing, item: Written, at: Anchor['at']): Anchor | undefined {
  const spot = spotOf(editing, item)
  return spot === undefined ? undefined : { ...spot, at }
}

/** Between the braces of a block without statements; at the end of a file without any. */
export function insideOf(editing: Editing, { parts }: Pick<Site, 'parts'>): Anchor | undefined {
  const part = parts.at(-1)
  const spot = part === undefined ? undefined : spotOf(editing, part)
  if (spot === undefined) return undefined
  const { document, row, file } = spot
  const isOpen = row < 0 || (hasBlock(document, row) && rowField(document.statements, row, CLOSE_BRACE) >= 0)
  if (isOpen) return { ...spot, at: 'inside' }
  return fail(editing, 'edit/no-block', keywordOf(document, row), { file, ...headSpan(document, row) })
}

/** Tries something; what it has to say is forgotten, because there is another way. */
export function quietly<A>({ problems }: Editing, attempt: () => A | undefined): A | undefined {
  const before = problems.length
  const result = attempt()
  if (result === undefined) problems.length = before
  return result
}
