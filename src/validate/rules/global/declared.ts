import type { MutableBlock } from '../../../bind/model.ts'
import { originOf, packOrigin } from '../../../bind/origins.ts'
import { blocks, keywordAt, type Place, statementsIn, textOf } from '../../look.ts'
import type { Subject } from '../../rule.ts'

/** What a list of tracked things refers to, by its keyword. */
export const TRACK_LISTS = {
  track_script: 'vrrp_script',
  track_file: 'track_file',
  track_process: 'vrrp_track_process',
  track_bfd: 'bfd_instance',
} as const

export type TrackList = keyof typeof TRACK_LISTS
export type Declared = (typeof TRACK_LISTS)[TrackList] | 'track_group'

/** Blocks at the top level, in the order in which they are read, includes followed. */
export function* topBlocks(
  subject: Subject,
  keywords: readonly string[],
): Generator<{
  readonly keyword: string
  readonly block: MutableBlock
  readonly place: Place
}> {
  const known = new Map<number, MutableBlock>()
  for (const keyword of keywords) {
    for (const block of blocks(subject.model, keyword)) {
      const origin = originOf(subject.origins, block)
      if (origin !== undefined) known.set(packOrigin(origin.file, origin.row), block)
    }
  }
  if (known.size === 0) return
  for (const place of statementsIn(subject, undefined)) {
    const block = known.get(packOrigin(place.file, place.row))
    if (block === undefined) continue
    const written = keywordAt(subject, place)
    yield { keyword: written === 'vrrp_track_file' ? 'track_file' : written, block, place }
  }
}

/** Names of the blocks of one keyword, wherever they stand. */
export function namesOf(subject: Subject, keyword: string): ReadonlyMap<string, MutableBlock> {
  const names = new Map<string, MutableBlock>()
  for (const block of blocks(subject.model, keyword)) {
    const name = textOf(block, 'name')
    if (name !== undefined && !names.has(name)) names.set(name, block)
  }
  return names
}
