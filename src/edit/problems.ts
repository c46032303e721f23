import type { Config } from '../config.ts'
import type { Document } from '../cst/document.ts'
import { rangesOf } from '../cst/ranges.ts'
import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/finding.ts'

/** Why there are no edits. Stable, as all codes. */
export type EditCode =
  /** the path leads to nothing, or cannot be read */
  | 'edit/no-such-place'
  /** a setting that stands once is there */
  | 'edit/already-there'
  /** several elements are written with these words */
  | 'edit/ambiguous'
  /** the text comes from a definition, a sequence or a multi-line value */
  | 'edit/from-definition'
  /** the line stands behind a condition or a sequence */
  | 'edit/conditional'
  /** there are no braces to write into */
  | 'edit/no-block'
  /** another block has the name */
  | 'edit/name-taken'
  /** the changed text would not be read as what was asked for */
  | 'edit/not-read-back'

interface Words {
  readonly message: string
  readonly help?: string
}

/** `detail` is never a value: it may be a secret. */
const WORDS: Readonly<Record<EditCode, (detail: string) => Words>> = {
  'edit/no-such-place': (path) => ({ message: `there is no ${path}` }),
  'edit/already-there': (path) => ({ message: `${path} is there already and stands once only`, help: 'set it instead' }),
  'edit/ambiguous': (path) => ({ message: `several elements are written like ${path}`, help: 'give its index' }),
  'edit/from-definition': () => ({
    message: 'what stands here is not written here: it comes from a definition or a sequence',
    help: 'edit the definition, or write the value out first',
  }),
  'edit/conditional': () => ({
    message: 'the line counts under a condition or in each round of a sequence only',
    help: 'edit this line by hand',
  }),
  'edit/no-block': (keyword) => ({ message: `\`${keyword}\` has no braces to write into`, help: 'write `{` and `}` behind it' }),
  'edit/name-taken': (keyword) => ({ message: `another \`${keyword}\` has this name` }),
  'edit/not-read-back': () => ({
    message: 'no edit of this text is read as what was asked for',
    help: 'look for a line that is read twice, stands under a condition, or cannot be told apart from another',
  }),
}

const START = { line: 1, column: 1, offset: 0 }

/** A reason why there are no edits, at the place to look at. */
export function problem(
  { sources: { documents } }: Config,
  code: EditCode,
  detail: string,
  path: string,
  place?: Span,
  related: readonly (Span & { readonly message: string })[] = [],
  rangeOf = rangesOf(documents),
): Diagnostic {
  const { message, help } = WORDS[code](detail)
  const name = ({ file }: Span): string => (documents[file] as Document).file
  return {
    code,
    severity: 'error',
    message,
    effect: 'rejected',
    consequence: 'no edit is made',
    reported: false,
    file: place === undefined ? (documents[0] as Document).file : name(place),
    range: place === undefined ? { start: START, end: START } : rangeOf(place),
    path,
    ...(help === undefined ? {} : { help }),
    related: related.map((span): Related => ({ message: span.message, file: name(span), range: rangeOf(span) })),
    fixes: [],
  }
}
