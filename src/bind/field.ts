import { type Context, type Field, isKeyword } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'

/** What a statement of a block is read as; an entry of a list may begin with any word. */
export function fieldOf(context: Context, keyword: string, { number }: Dialect): Field | undefined {
  const field = context.fields.get(keyword)
  return field !== undefined && isKeyword(field, number) ? field : context.entry
}
