import type { Config } from '../config.ts'
import { type Document, hasBlock } from '../cst/document.ts'
import { type BraceProblems, problemAt } from '../cst/problems.ts'
import { CLOSE_BRACE, FIRST, field, OPEN_BRACE, PARENT } from '../cst/statements.ts'
import { argumentsOf, argumentTokens, isWord, keywordOf } from '../cst/words.ts'
import type { Sources } from '../expand/sources.ts'
import { CLOSE, COMMENT, EOL, OPEN, PREFIX } from '../lex/kinds.ts'
import { kindOf, startOf, type Tokens, textOf } from '../lex/tokens.ts'
import type { Context } from '../schema/compile.ts'
import { schemaOf } from '../schema/registry.ts'
import { lineStarts, positionAt } from '../text/position.ts'
import { isSecretIn, MASK, maskComment, type Secrets, secretsOf } from './redact.ts'
import type { JsonValue } from './value.ts'

/**
 * One statement as written. Nothing of the text is lost but its layout: comments on lines of their own stand with the statement below them, those at the end
 * of a block with the block, those at the end of the file with a last node without keyword. A brace without a partner is a node of its own.
 */
export interface TreeNode {
  readonly comments?: readonly string[]
  /** `@id`, `~SEQ(…)` in front of it. */
  readonly prefix?: string
  readonly keyword: string
  readonly args: readonly string[]
  /** Keyword and words as they are spelled, when quotes or escapes make that differ; words without a blank between them are one piece. */
  readonly written?: readonly string[]
  /** Behind the statement, on its line. */
  readonly comment?: string
  /** On every node as soon as a name is known or there are several files. */
  readonly file?: string
  /** Counts from 1. */
  readonly line: number
  readonly block?: readonly TreeNode[]
  /** Before and behind the `}`. */
  readonly closingComments?: readonly string[]
  readonly closingComment?: string
  /** `@id` in front of the `}`. */
  readonly closingPrefix?: string
  /** The `}` is missing. */
  readonly unclosed?: true
  /** What an include line brings in. */
  readonly included?: readonly { readonly file: string; readonly statements: readonly TreeNode[] }[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface Node extends Omit<Mutable<TreeNode>, 'block' | 'comments' | 'closingComments'> {
  comments?: string[]
  block?: Node[]
  closingComments?: string[]
}

/** The tree form: one list of statements, includes followed. Made in loops: blocks may nest a million deep. */
export function treeOf(config: Config, redact: boolean): JsonValue {
  const { sources } = config
  const named = sources.documents.length > 1 || sources.documents[0]?.file !== ''
  const secrets = redact ? secretsOf(config) : undefined
  const hidden = new Set(redact ? config.bound.secrets.map(({ file, start }) => place(file, start)) : [])
  return fileTree({ sources, named, secrets, hidden }, 0, [], schemaOf(config.dialect).root) as unknown as JsonValue
}

interface Run {
  readonly sources: Sources
  readonly named: boolean
  readonly secrets: Secrets | undefined
  /** Places of secret words. */
  readonly hidden: ReadonlySet<string>
}

const place = (file: number, start: number): string => `${file}:${start}`

interface Open {
  readonly row: number
  readonly node: Node
  /** What the keyword table says of the block, undefined for an unknown one. */
  readonly context: Context | undefined
}

function fileTree(run: Run, file: number, above: readonly number[], context: Context | undefined): readonly Node[] {
  const document = run.sources.documents[file] as Document
  const { tokens, statements } = document
  const lines = lineStarts(document.text)
  const strays = strayCloses(document.problems)
  const root: Node[] = []
  const open: Open[] = []
  let prefix: string[] = []
  let comments: string[] = []
  let opening: Open | undefined
  let attach: ((comment: string) => boolean) | undefined
  let row = 0

  const push = (token: number, node: Pick<Node, 'keyword' | 'args'> & Partial<Node>): Node => {
    const made: Node = {
      ...(comments.length === 0 ? {} : { comments }),
      ...(prefix.length === 0 ? {} : { prefix: prefix.join(' ') }),
      ...node,
      ...(run.named ? { file: document.file } : {}),
      line: positionAt(lines, startOf(tokens, token)).line,
    }
    comments = []
    prefix = []
    ;(open.at(-1)?.node.block ?? root).push(made)
    return made
  }
  const unclosedTo = (isInside: (row: number) => boolean): void => {
    for (let top = open.at(-1); top !== undefined && !isInside(top.row); top = open.at(-1)) {
      top.node.unclosed = true
      open.pop()
    }
  }

  for (let i = 0; i < tokens.count; i++) {
    if (row < statements.count && field(statements, row, FIRST) === i) {
      const parent = field(statements, row, PARENT)
      unclosedTo((one) => one === parent)
      const outer = open.length === 0 ? context : open.at(-1)?.context
      const node = push(i, words(run, file, document, row, outer))
      const included = includedBy(run, file, row, above, outer)
      if (included !== undefined) node.included = included
      if (hasBlock(document, row)) {
        node.block = []
        opening = { row, node, context: outer?.fields.get(node.keyword)?.context }
      }
      attach = behind(node, 'comment')
      row++
    }
    switch (kindOf(tokens, i)) {
      case OPEN:
        if (opening !== undefined && field(statements, opening.row, OPEN_BRACE) === i) {
          open.push(opening)
          attach = behind(opening.node, 'comment')
          opening = undefined
        } else attach = behind(push(i, { keyword: '{', args: [] }), 'comment')
        break
      case COMMENT: {
        const comment = run.secrets === undefined ? textOf(tokens, i) : maskComment(textOf(tokens, i), run.secrets)
        if (attach?.(comment) !== true) comments.push(comment)
        break
      }
      case EOL:
        attach = undefined
        if (prefix.length > 0) push(i, { keyword: '', args: [] })
        break
      case PREFIX:
        prefix.push(textOf(tokens, i).trim())
        break
      case CLOSE: {
        if (strays.has(i)) {
          attach = behind(push(i, { keyword: '}', args: [] }), 'comment')
          break
        }
        unclosedTo((one) => field(statements, one, CLOSE_BRACE) === i)
        const closed = open.pop()?.node
        if (closed !== undefined && prefix.length > 0) {
          closed.closingPrefix = prefix.join(' ')
          prefix = []
        }
        if (closed !== undefined && comments.length > 0) {
          closed.closingComments = comments
          comments = []
        }
        attach = closed === undefined ? undefined : behind(closed, 'closingComment')
        break
      }
    }
  }
  unclosedTo(() => false)
  if (comments.length > 0 || prefix.length > 0) push(tokens.count, { keyword: '', args: [] })
  return root
}

function strayCloses(problems: BraceProblems): ReadonlySet<number> {
  const tokens = new Set<number>()
  for (let i = 0; i < problems.count; i++) {
    const problem = problemAt(problems, i)
    if (problem.kind === 'stray-close') tokens.add(problem.token)
  }
  return tokens
}

/** Puts the first comment on the line of a node or its brace; a second one goes to the next statement. */
const behind =
  (node: Node, slot: 'comment' | 'closingComment') =>
  (comment: string): boolean => {
    if (node[slot] !== undefined) return false
    node[slot] = comment
    return true
  }

/** Keyword and words of a statement, secrets masked. */
function words(
  { secrets, hidden }: Run,
  file: number,
  document: Document,
  row: number,
  context: Context | undefined,
): Pick<Node, 'keyword' | 'args' | 'written'> {
  const { tokens, statements } = document
  const keyword = keywordOf(document, row)
  const args = argumentsOf(document, row)
  const argTokens = argumentTokens(document, row)
  if (secrets !== undefined) {
    const isSecret =
      argTokens.some((token) => hidden.has(place(file, startOf(tokens, token)))) || isSecretIn(context, keyword, secrets)
    if (isSecret) return { keyword, args: args.map(() => MASK) }
  }
  const first = field(statements, row, FIRST)
  const written = pieces(tokens, isWord(tokens, first) ? [first, ...argTokens] : argTokens)
  const isPlain =
    written.length === args.length + (keyword === '' ? 0 : 1) &&
    written.join('\n') === [...(keyword === '' ? [] : [keyword]), ...args].join('\n')
  return { keyword, args, ...(isPlain ? {} : { written }) }
}

/** The spelling of words. Those without a blank between them are one piece: where a command is cut as a shell does, they are one word. */
function pieces(tokens: Tokens, words: readonly number[]): readonly string[] {
  const found: string[] = []
  for (const [i, token] of words.entries()) {
    if (i > 0 && words[i - 1] === token - 1) found.push(`${found.pop()}${textOf(tokens, token)}`)
    else found.push(textOf(tokens, token))
  }
  return found
}

/** A file that includes itself is not followed a second time. */
function includedBy(
  run: Run,
  file: number,
  row: number,
  above: readonly number[],
  context: Context | undefined,
): Node['included'] {
  const files = run.sources.includes[file]?.get(row)
  return files
    ?.filter((other) => other !== file && !above.includes(other))
    .map((other) => ({
      file: (run.sources.documents[other] as Document).file,
      statements: fileTree(run, other, [...above, file], context),
    }))
}
