import type { Document } from '../cst/document.ts'
import type { Finding } from '../diagnostics/finding.ts'
import { isKeyword, type Schema } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'
import type { Remark } from '../trace/trace.ts'
import { unsaid } from './config-test.ts'
import { namedLine } from './reader-codes.ts'
import type { Subject } from './rule.ts'

/** Where the target names another line than that of the cause, and it is known what it says there, the line is told as well. */
export function withStumbles(findings: readonly Finding[], { sources, schema, dialect }: Subject): readonly Finding[] {
  if (!findings.some(({ stumbles }) => stumbles !== undefined)) return findings
  const told: Finding[] = []
  const result = findings.map((one): Finding => {
    const { stumbles } = one
    if (stumbles === undefined) return one
    const { text } = sources.documents[stumbles.file] as Document
    const remark = remarkOn(text.slice(stumbles.start, stumbles.end), schema, dialect)
    if (remark === undefined) return one
    told.push({ code: namedLine, data: [remark], ...stumbles })
    return unsaid(one)
  })
  return [...result, ...told]
}

/** What is said of a line that stands at the top level all at once; undefined for one that begins with a keyword. */
function remarkOn(line: string, { root }: Schema, { number }: Dialect): Remark | undefined {
  if (line.startsWith('}')) return 'extra-close'
  if (line.startsWith('{')) return 'unexpected-open'
  const [word = ''] = line.split(/[\s{}]/)
  const field = root.fields.get(word)
  return field !== undefined && isKeyword(field, number) ? undefined : 'unknown-keyword'
}
