import { type Origin, originOf } from '../bind/origins.ts'
import type { Config } from '../config.ts'
import { childRows, type Document, headSpan } from '../cst/document.ts'
import { rangesOf } from '../cst/ranges.ts'
import { argumentsOf, keywordOf } from '../cst/words.ts'
import type { Span } from '../diagnostics/finding.ts'
import { schemaOf } from '../schema/registry.ts'
import { lazy } from '../text/lazy.ts'
import type { ChangePlace } from './change.ts'
import { type Block, isBlock, type Side } from './side.ts'

/** Keys and indexes from the model on. */
export type Path = readonly (string | number)[]

/** `virtual_server[0].real_server[1]` */
export const writtenPath = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')

/** Finds where a part of a side is written. What is looked up on the way is kept: there may be a change in every block. */
export function placeFinder(side: Side): (path: Path, value?: unknown) => ChangePlace {
  const { config } = side
  if (config === undefined) return (path) => ({ file: '', path: writtenPath(path) })
  const spanOf = spanFinder(config, side)
  const rangeOf = rangesOf(config.sources.documents)
  return (path, value) => {
    const found = spanOf(path, value)
    if (found === undefined) return { file: config.document.file, path: writtenPath(path) }
    const written = config.boundTo?.originOf(found).use ?? found
    const document = config.sources.documents[written.file] as Document
    return { file: document.file, path: writtenPath(path), range: rangeOf(written) }
  }
}

/** Statements of a block by their keyword. */
type Lines = ReadonlyMap<string, readonly Origin[]>

function spanFinder(config: Config, side: Side): (path: Path, value: unknown) => Span | undefined {
  const sources = config.boundTo?.sources ?? config.sources
  const names = namesOf(config)
  const known = new Map<string, Lines>()
  const follow = pathFollower(side, config)
  const documentOf = ({ file }: Origin): Document => sources.documents[file] as Document
  const spanOf = (place: Origin): Span => ({ file: place.file, ...headSpan(documentOf(place), place.row) })

  function* inside({ file, row: parent }: Origin): Generator<Origin> {
    for (const row of childRows(sources.documents[file] as Document, parent)) {
      const included = sources.includes[file]?.get(row)
      if (included === undefined) yield { file, row }
      else for (const other of included) yield* inside({ file: other, row: -1 })
    }
  }
  /** @param by - what a statement is found by. */
  const linesOf = (parents: readonly Origin[], by: (place: Origin) => readonly string[]): Lines => {
    const first = parents[0] as Origin
    const key = `${first.file} ${first.row} ${by === wordsOf ? 'words' : ''}`
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const lines = new Map<string, Origin[]>()
    for (const parent of parents) {
      for (const place of inside(parent)) {
        for (const word of by(place)) {
          const list = lines.get(word)
          if (list === undefined) lines.set(word, [place])
          else list.push(place)
        }
      }
    }
    known.set(key, lines)
    return lines
  }
  const keywordsOf = (place: Origin): readonly string[] => [keywordOf(documentOf(place), place.row)]
  const wordsOf = (place: Origin): readonly string[] => [
    ...new Set([keywordOf(documentOf(place), place.row), ...argumentsOf(documentOf(place), place.row)]),
  ]

  return (written, value) => {
    const path = follow(written)
    let at: unknown = config.bound.model
    let block: Origin = { file: sources.root ?? 0, row: -1 }
    let depth = 0
    let rest: Path = path
    for (const part of path) {
      at = isBlock(at) || Array.isArray(at) ? (at as Block)[part] : undefined
      depth++
      const origin = isBlock(at) ? originOf(config.bound.origins, at) : undefined
      if (origin === undefined) continue
      block = origin
      rest = path.slice(depth)
    }
    const [key, index] = rest
    const header = block.row < 0 ? undefined : spanOf(block)
    if (typeof key !== 'string') return header
    const byKeyword = linesOf([block], keywordsOf)
    const lines = (names.get(key) ?? [key]).flatMap((name) => byKeyword.get(name) ?? [])
    if (lines.length === 0) {
      // Entries of a named group stand in the block itself.
      const word = wordOf(value)
      const entry = key === 'entries' && word !== undefined ? linesOf([block], wordsOf).get(word)?.[0] : undefined
      return entry === undefined ? header : spanOf(entry)
    }
    const word = typeof index === 'number' ? wordOf(value) : undefined
    const entry = word === undefined ? undefined : linesOf(lines, wordsOf).get(word)?.[0]
    if (entry !== undefined) return spanOf(entry)
    return spanOf((typeof index === 'number' ? lines[index] : undefined) ?? (lines.at(-1) as Origin))
  }
}

/** A word that an entry is found by: its first. */
function wordOf(value: unknown): string | undefined {
  const first = isBlock(value) ? Object.values(value)[0] : value
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined
}

/** Keywords behind a key of the model, its aliases included. */
function namesOf({ dialect }: Config): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { keyword, aliasOf } of schemaOf(dialect).rows) {
    if (aliasOf === undefined) continue
    const known = names.get(aliasOf)
    if (known === undefined) names.set(aliasOf, [aliasOf, keyword])
    else if (!known.includes(keyword)) known.push(keyword)
  }
  return names
}

/**
 * A path in the shape of conf2json is one in the model, but for the entries of local groups, and for services that stand where they do not belong and
 * move the others.
 */
function pathFollower({ form, given }: Side, config: Config): (path: Path) => Path {
  const services = (config.bound.model.virtual_server ?? []) as readonly Block[]
  const listed = (given.virtual_server ?? []) as readonly Block[]
  const byAddress = lazy(() => new Map(services.map((one, index) => [`${one.address ?? ''} ${one.port ?? 0}`, index])))
  return (path) => {
    const [key, index, ...rest] = path
    if (form === 'model') return path
    if (key === 'local_address_group' && rest[0] === 'address') return [key, index as number, 'entries', ...rest.slice(1)]
    if (key !== 'virtual_server' || typeof index !== 'number' || services.length === listed.length) return path
    const own = listed[index]
    const found = byAddress().get(`${own?.vip ?? ''} ${own?.vport ?? 0}`)
    return found === undefined ? [key] : [key, found, ...rest]
  }
}
