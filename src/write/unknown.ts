import { isDefinition, isRaw, keptLine } from '../bind/kept-line.ts'
import type { UnknownStatement } from '../bind/model.ts'
import type { LexicalProfile } from '../lex/profile.ts'
import type { Context } from '../schema/compile.ts'
import { isObject } from './encode.ts'
import { within } from './problem.ts'
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
  // Not even a value that holds itself may keep this going.
  const entered = new Set<unknown>([statements])
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const margin = levels[Math.min(top.level, DEEPEST)] ?? marginOf(levels, top.level, run.unit)
    if (top.next === top.statements.length) {
      open.pop()
      entered.delete(top.statements)
      // A condition is about one line, so the brace needs it as well.
      if (open.length > 0) writeLine(run, levels[Math.min(top.level - 1, DEEPEST)] as string, `${top.condition}}`)
      isBehindLine = false
      continue
    }
    const before = run.problems.length
    const at = top.next++
    const statement = top.statements[at]
    if (!isStatement(statement)) wrong(run, 'expected a statement (keyword and args)')
    else if (entered.has(statement.block)) wrong(run, 'the block holds itself')
    else {
      if (top.level === 0 && statement.prefix?.includes('~') !== true) checkReferences(run, context, statement)
      const line = lineOf(run, statement, isBehindLine)
      if (line !== undefined) writeHead(run, margin, line, statement)
      if (statement.block !== undefined) {
        const condition = statement.prefix?.startsWith('@') === true ? `${statement.prefix} ` : ''
        entered.add(statement.block)
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
function lineOf(run: Writing, statement: UnknownStatement, isBehindLine: boolean): string | undefined {
  const { profile, name } = run.dialect
  const { keyword, args, prefix, block } = statement
  if (keyword === '' && args.length === 0 && block !== undefined && !isBehindLine && prefix === undefined) return ''
  const line = keptLine(statement, profile)
  if (!line.ok) return wrong(run, `a line cannot be written for ${name}: ${line.why}`, { code: 'write/not-expressible' })
  // The blanks of a line behind a condition are taken in front of a backslash at its end, and what is left of it may be nothing.
  if (prefix !== undefined && line.text.endsWith('\\') && !isDefinition(keyword, profile))
    return wrong(run, `a line cannot be written for ${name}: a backslash is lost at the end of a line behind a condition`, {
      code: 'write/not-expressible',
    })
  if (isDefinition(keyword, profile)) run.defined.add(keyword.slice(1, -1))
  return line.text
}

/**
 * A setting was kept because it refers to a definition under a condition. Without that one it would be read as a setting whose word is the reference:
 * it is gone where it had no place of its own in the effective text (`lasting.ts` of src/expand). `${NAME}` stays open where nothing defines it, as in
 * the text it came from.
 */
function checkReferences(run: Writing, context: Context, { keyword, args }: UnknownStatement): void {
  const isKnown = context.entry !== undefined || context.fields.get(keyword) !== undefined || /^\$[A-Za-z_]\w*$/.test(keyword)
  if (!run.dialect.profile.directives || !isKnown) return
  for (const word of [keyword, ...args]) {
    for (const [, name] of word.matchAll(/\$([A-Za-z]\w*)/g)) {
      if (!run.defined.has(name as string))
        wrong(run, `it refers to a definition that is not in the model: $${(name as string).slice(0, 40)}`, {
          code: 'write/not-expressible',
          help: 'Read the configuration with its id, or define the name at the top, in front of every use.',
        })
    }
  }
}

/** A definition counts from its line on, and a statement that was kept for what it refers to needs it. */
export const hasDefinition = (statements: readonly UnknownStatement[], profile: LexicalProfile): boolean =>
  statements.some((statement) => typeof statement?.keyword === 'string' && isDefinition(statement.keyword, profile))
