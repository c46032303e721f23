import { type Document, headSpan, parentOf } from '../../cst/document.ts'
import { keywordOf } from '../../cst/words.ts'
import type { Context } from '../../schema/compile.ts'
import type { Rule, Subject } from '../rule.ts'

/** R25: inside a block of plain lines 1.2.2 reads an included file with the keyword table, not as entries. */
export const includeInList: Rule = {
  code: 'include/in-list',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (list) => `an include inside \`${list}\` does not add entries to it`,
  consequence: () => 'the lines of the file are taken for keywords and are lost without a word',
  help: () => 'Include the whole block, or write the lines here.',
  reported: false,
  explanation: 'The reader of plain lines and the reader of included files are different functions of lib/parser.c.',
  bad: '',
  good: '',
  check(subject, report) {
    for (const [file, document] of subject.originals.entries()) {
      for (const row of (subject.sources.includes[file] as ReadonlyMap<number, unknown>).keys()) {
        const list = listAround(subject, document, row)
        if (list !== undefined) report({ file, ...headSpan(document, row), data: [list] })
      }
    }
  },
}

/** The keyword of the enclosing block when that is one of plain lines. */
function listAround(subject: Subject, document: Document, row: number): string | undefined {
  const keywords: string[] = []
  for (let at = parentOf(document, row); at >= 0; at = parentOf(document, at)) keywords.unshift(keywordOf(document, at))
  let context: Context | undefined = subject.schema.root
  for (const keyword of keywords) context = context?.fields.get(keyword)?.context
  return context?.lines === true ? keywords.at(-1) : undefined
}
