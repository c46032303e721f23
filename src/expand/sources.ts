import type { Document } from '../cst/document.ts'
import type { Finding } from '../diagnostics/finding.ts'

/** The files of a configuration and how they include each other. Document 0 is the main file. */
export interface Sources {
  readonly documents: readonly Document[]
  /** For each document: row of an include statement → the documents it brings in, in order. */
  readonly includes: readonly ReadonlyMap<number, readonly number[]>[]
  /** Includes that could not be followed. */
  readonly findings: readonly Finding[]
}

export const single = (document: Document): Sources => ({ documents: [document], includes: [new Map()], findings: [] })
