import type { Document } from '../cst/document.ts'
import type { Expanded } from './expand.ts'
import { isExact, lookUp, type OriginMap } from './origin-map.ts'
import type { Sources } from './sources.ts'

/** The effective text as one more document behind the files it was made from, with its map back to them. */
export function effectiveOf(
  sources: Sources,
  document: Document,
  map: OriginMap,
): Pick<Expanded, 'sources' | 'document' | 'file' | 'originOf' | 'isExact'> {
  const file = sources.documents.length
  return {
    sources: {
      documents: [...sources.documents, document],
      includes: [...sources.includes, new Map()],
      findings: sources.findings,
      root: file,
    },
    document,
    file,
    originOf: (span) => (span.file === file ? lookUp(map, span.start, span.end) : { use: span }),
    isExact: (span) => span.file !== file || isExact(map, span.start, span.end),
  }
}
