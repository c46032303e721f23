import type { FileEdit } from '../diagnostics/diagnostic.ts'

/** A text after edits, and how many of them were made. */
export interface Edited {
  readonly text: string
  readonly made: number
}

/**
 * Applies groups of edits to one text; a group is made whole or not at all. Of two groups that touch the same place the first wins, the other is
 * left for a next round. Edits that are outside of the text are left out as well.
 *
 * @param groups - offsets are those of `text`, in any order.
 */
export function edited(text: string, groups: readonly (readonly FileEdit[])[]): Edited {
  const taken: FileEdit[] = []
  const starts: number[] = [] // of taken edits, sorted, beside `taken`
  let made = 0
  for (const group of groups) {
    const own: FileEdit[] = []
    if (!group.every((edit) => fits(edit) && isFree(edit) && own.push(edit) > 0)) continue
    for (const edit of own) {
      const at = placeOf(edit.range.start.offset)
      starts.splice(at, 0, edit.range.start.offset)
      taken.splice(at, 0, edit)
    }
    made++
  }
  let result = ''
  let at = 0
  for (const { range, newText } of taken) {
    result += text.slice(at, range.start.offset) + newText
    at = range.end.offset
  }
  return { text: result + text.slice(at), made }

  function fits({ range: { start, end } }: FileEdit): boolean {
    return start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length
  }

  /** Edits that touch at their ends only do not get in each other's way, but for two insertions at one place. */
  function isFree({ range: { start, end } }: FileEdit): boolean {
    const at = placeOf(start.offset)
    const before = taken[at - 1]
    const behind = taken[at]
    if (before !== undefined && (before.range.end.offset > start.offset || before.range.start.offset === start.offset))
      return false
    return behind === undefined || (behind.range.start.offset >= end.offset && behind.range.start.offset !== start.offset)
  }

  /** How many taken edits start at or before an offset. */
  function placeOf(offset: number): number {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
