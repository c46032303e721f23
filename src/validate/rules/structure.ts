import type { Rule } from '../rule.ts'
import { byteOrderMark } from './byte-order-mark.ts'
import { escapedCommentSign } from './escaped-comment-sign.ts'
import { includeInList } from './include-in-list.ts'
import { includeMalformed } from './include-malformed.ts'
import { invalidUtf8 } from './invalid-utf8.ts'
import { lineTooLong } from './line-too-long.ts'
import { missingClose } from './missing-close.ts'
import { bareBlock } from './no-keyword.ts'
import { nulByte } from './nul.ts'
import { strayClose } from './stray-close.ts'
import { textTooLarge } from './too-large.ts'
import { unclosedQuote } from './unclosed-quote.ts'

/** Rules about text and structure, for every lineage. */
export const STRUCTURE_RULES: readonly Rule[] = [
  textTooLarge,
  byteOrderMark,
  invalidUtf8,
  nulByte,
  lineTooLong,
  unclosedQuote,
  escapedCommentSign,
  missingClose,
  strayClose,
  bareBlock,
  includeInList,
  includeMalformed,
]
