import type { Document } from '../cst/document.ts'
import type { Finding } from '../diagnostics/finding.ts'

/** The files of a configuration and how they include each other. Document 0 is the main file. */
export interface Sources {
  readonly documents: readonly Document[]
  /** For each document: row of an include statement → the documents it brings in, in order. */
  readonly includes: readonly ReadonlyMap<number, readonly number[]>[]
  /** Includes that could not be followed. */
  readonly findings: readonly Finding[]
  /** Where reading starts: the main file, or the effective text behind the files. */
  readonly root?: number
  /** Includes that come out of directives, by directory and pattern → the documents they bring in. */
  readonly found?: ReadonlyMap<string, readonly number[]>
}

export const single = (document: Document): Sources => ({ documents: [document], includes: [new Map()], findings: [] })
