import { type Context, type Field, isAvailable } from '../schema/compile.ts'
import type { Dialect } from '../schema/dialects.ts'

/** A row that records a widespread mistake: the word was never a keyword. */
const NEVER = 'never a keyword'

/** What a statement of a block is read as; an entry of a list may begin with any word. */
export function fieldOf(context: Context, keyword: string, { number }: Dialect): Field | undefined {
  const field = context.fields.get(keyword)
  const isRead = field !== undefined && isAvailable(field, number) && field.availability.variant !== NEVER
  return isRead ? field : context.entry
}
