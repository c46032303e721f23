import type { Config } from '../config.ts'
import type { Document } from '../cst/document.ts'
import { rangesOf } from '../cst/ranges.ts'
import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/finding.ts'
import { EDIT_CODES, type EditCode } from './codes.ts'

export type { EditCode } from './codes.ts'

const START = { line: 1, column: 1, offset: 0 }

/**
 * A reason why there are no edits, at the place to look at.
 *
 * @param detail - never a value: it may be a secret.
 */
export function problem(
  { sources: { documents } }: Config,
  code: EditCode,
  detail: string,
  path: string,
  place?: Span,
  related: readonly (Span & { readonly message: string })[] = [],
  rangeOf = rangesOf(documents),
): Diagnostic {
  const { severity, effect, message, consequence, help, reported } = EDIT_CODES[code]
  const name = ({ file }: Span): string => (documents[file] as Document).file
  return {
    code,
    severity,
    message: message(detail),
    effect,
    consequence: consequence(),
    reported,
    file: place === undefined ? (documents[0] as Document).file : name(place),
    range: place === undefined ? { start: START, end: START } : rangeOf(place),
    path,
    ...(help === undefined ? {} : { help: help() }),
    related: related.map((span): Related => ({ message: span.message, file: name(span), range: rangeOf(span) })),
    fixes: [],
  }
}
