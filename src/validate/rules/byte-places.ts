import type { Subject } from '../rule.ts'

export const LINEAGES = ['keepalived', 'lvs', 'dpvs'] as const
export const good = 'global_defs {\n    router_id A\n}\n'

export function* places(
  subject: Subject,
  pattern: RegExp,
  most: number,
): Generator<{ file: number; start: number; end: number }> {
  for (const [file, { text }] of subject.originals.entries()) {
    let count = 0
    for (const match of text.matchAll(pattern)) {
      yield { file, start: match.index, end: match.index + match[0].length }
      if (++count === most) break
    }
  }
}
