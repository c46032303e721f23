import type { Document } from '../../cst/document.ts'
import { type BraceProblem, problemAt } from '../../cst/problems.ts'
import type { Subject } from '../rule.ts'

export const LINEAGES = ['keepalived', 'lvs', 'dpvs'] as const

export const service = (inner: string): string =>
  `virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n    real_server 10.0.1.1 80 {\n        weight 1\n${inner}`

export interface Found {
  readonly file: number
  readonly document: Document
  readonly problem: BraceProblem
}

/**
 * Where directives exist a block may begin in one file and end in another, and braces may come out of definitions: then the effective text counts.
 */
export function* braceProblems({ originals, expanded }: Subject): Generator<Found> {
  const places = expanded === undefined ? [...originals.entries()] : [[expanded.file, expanded.document] as const]
  for (const [file, document] of places) {
    for (let i = 0; i < document.problems.count; i++) yield { file, document, problem: problemAt(document.problems, i) }
  }
}
