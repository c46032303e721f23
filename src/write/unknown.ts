import type { UnknownStatement } from '../bind/model.ts'
import type { LexicalProfile } from '../lex/profile.ts'
import type { Context } from '../schema/compile.ts'
import { isObject } from './encode.ts'
import { within } from './problem.ts'
import { quote } from './quote.ts'
import { type Writing, writeLine, wrong } from './writing.ts'

/** Deeper blocks are not indented further: a million levels would make a text of quadratic size. */
const DEEPEST = 20

interface Open {
  readonly statements: readonly UnknownStatement[]
  next: number
  readonly level: number
  /** In front of its closing brace. */
  readonly condition: string
}

/** Statements that have no typed place, as they were kept. A loop: they nest as deep as the text did. */
export function writeUnknown(run: Writing, context: Context, statements: readonly UnknownStatement[], indentation: string): void {
  const levels = [indentation]
  const open: Open[] = [{ statements, next: 0, level: 0, condition: '' }]
  // Typed settings may be in front.
  let isBehindLine = true
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const margin = levels[Math.min(top.level, DEEPEST)] ?? marginOf(levels, top.level, run.unit)
    if (top.next === top.statements.length) {
      open.pop()
      // A condition is about one line, so the brace needs it as well.
      if (open.length > 0) writeLine(run, levels[Math.min(top.level - 1, DEEPEST)] as string, `${top.condition}}`)
      isBehindLine = false
      continue
    }
    const before = run.problems.length
    const at = top.next++
    const statement = top.statements[at]
    if (!isStatement(statement)) wrong(run, 'expected a statement (keyword and args)')
    else {
      if (top.level === 0 && statement.prefix === undefined) checkReferences(run, context, statement)
      const line = lineOf(run, statement, isBehindLine)
      if (line !== undefined) writeHead(run, margin, line, statement)
      if (statement.block !== undefined) {
        const condition = statement.prefix?.startsWith('@') === true ? `${statement.prefix} ` : ''
        open.push({ statements: statement.block, next: 0, level: top.level + 1, condition })
      }
      isBehindLine = statement.block === undefined
    }
    // The path names the outermost statement.
    if (run.problems.length > before) {
      within(run.problems, before, open[0] === top ? at : (open[0] as Open).next - 1)
      within(run.problems, before, 'unknown')
    }
  }
}

/** The brace on the line of its statement, but for a text that goes to the end of its line. */
function writeHead(run: Writing, margin: string, line: string, { keyword, args, block }: UnknownStatement): void {
  const isBelow = block !== undefined && isRaw(keyword, args, run.dialect.profile)
  if (line !== '') writeLine(run, margin, block === undefined || isBelow ? line : `${line} {`)
  if (line === '' || isBelow) writeLine(run, margin, '{')
}

function marginOf(levels: string[], level: number, unit: string): string {
  while (levels.length <= Math.min(level, DEEPEST)) levels.push((levels.at(-1) as string) + unit)
  return levels[Math.min(level, DEEPEST)] as string
}

function isStatement(value: unknown): value is UnknownStatement {
  if (!isObject(value)) return false
  const { keyword, args, block, prefix } = value
  return (
    typeof keyword === 'string' &&
    Array.isArray(args) &&
    args.every((word) => typeof word === 'string') &&
    (block === undefined || Array.isArray(block)) &&
    (prefix === undefined || typeof prefix === 'string')
  )
}

/** @param isBehindLine - a brace on a line of its own would go to the statement in front of it: an empty word holds it. */
function lineOf(run: Writing, { keyword, args, prefix, block }: UnknownStatement, isBehindLine: boolean): string | undefined {
  const { profile, name } = run.dialect
  const words: string[] = []
  if (prefix !== undefined) {
    if (!profile.directives || !isPrefix(prefix))
      return wrong(run, `\`prefix\` is no condition or sequence of ${name}`, { code: 'write/not-expressible' })
    words.push(prefix)
  }
  if (isRaw(keyword, args, profile)) {
    // The text behind these two is not cut into words.
    const [raw = ''] = args
    if (!isRawText(raw)) return wrong(run, 'the text would not end with its line', { code: 'write/not-expressible' })
    if (isDefinition(keyword, profile)) run.defined.add(keyword.slice(1, -1))
    return [...words, raw === '' || isDefinition(keyword, profile) ? keyword + raw : `${keyword} ${raw}`].join(' ')
  }
  const isBare = keyword === '' && args.length === 0 && block !== undefined && !isBehindLine
  for (const [i, word] of (isBare ? [] : [keyword, ...args]).entries()) {
    const quoted = quote(word, profile, i === 0 ? 'first' : 'argument', true)
    if (!quoted.ok) return wrong(run, `a word cannot be written for ${name}: ${quoted.why}`, { code: 'write/not-expressible' })
    words.push(quoted.text)
  }
  return words.join(' ')
}

/**
 * A setting was kept because it refers to a definition. Without that one it would be read as a setting whose word is the reference: it is gone where
 * a condition decided about it, which the effective text does not say. `${NAME}` stays open where nothing defines it, as in the text it came from.
 */
function checkReferences(run: Writing, context: Context, { keyword, args }: UnknownStatement): void {
  if (!run.dialect.profile.directives || (context.entry === undefined && context.fields.get(keyword) === undefined)) return
  for (const word of [keyword, ...args]) {
    for (const [, name] of word.matchAll(/\$([A-Za-z]\w*)/g)) {
      if (!run.defined.has(name as string))
        wrong(run, `it refers to a definition that is not in the model: $${(name as string).slice(0, 40)}`, {
          code: 'write/not-expressible',
        })
    }
  }
}

const isPrefix = (prefix: string): boolean => /^(?:@[^ \t\r\n\v\f{}"#!]*|~(?:SEQx?|LST)\([^)\n]*\))$/.test(prefix)

const isDefinition = (keyword: string, { directives }: LexicalProfile): boolean => directives && /^\$[A-Za-z_]\w*=$/.test(keyword)

/** The value of a definition and the pattern of an include stand as one text behind their keyword. */
const isRaw = (keyword: string, args: readonly string[], profile: LexicalProfile): boolean =>
  profile.directives &&
  ((isDefinition(keyword, profile) && args.length <= 1) || (profile.includeWords.includes(keyword) && args.length === 1))

const LONGEST_RAW = 100_000

/** Several lines only behind backslashes, no comment outside of quotes. */
const isRawText = (raw: string): boolean =>
  raw.length < LONGEST_RAW &&
  !raw.includes('\0') &&
  /^(?:\\[ \t]*\r*\n|\\[^\r\n]|"(?:\\[^\r\n]|[^"\\\r\n])*"?|[^\\"#!\r\n])*$/.test(raw)

/** A definition counts from its line on, and a statement that was kept for what it refers to needs it. */
export const hasDefinition = (statements: readonly UnknownStatement[], profile: LexicalProfile): boolean =>
  statements.some((statement) => typeof statement?.keyword === 'string' && isDefinition(statement.keyword, profile))
