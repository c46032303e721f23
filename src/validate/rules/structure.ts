import type { Rule } from '../rule.ts'
import { bareBlock, missingClose, strayClose } from './braces.ts'
import { byteOrderMark, invalidUtf8, nulByte, textTooLarge } from './bytes.ts'
import { escapedCommentSign } from './escaped-comment-sign.ts'
import { includeInList } from './include-in-list.ts'
import { includeMalformed } from './include-malformed.ts'
import { lineTooLong } from './line-too-long.ts'
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
