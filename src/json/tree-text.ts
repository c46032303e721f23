import { isPrefix, isRaw, keptLine } from '../bind/kept-line.ts'
import { parseDocument } from '../cst/document.ts'
import { argumentsOf, keywordOf } from '../cst/words.ts'
import { CLOSE, COMMENT, EOL, OPEN, OPEN_QUOTE, RAW } from '../lex/kinds.ts'
import type { LexicalProfile } from '../lex/profile.ts'
import { kindOf } from '../lex/tokens.ts'
import type { TreeNode } from './tree.ts'
import { type Fault, nodeFault, pathTo } from './tree-node.ts'

/** How the text is laid out. */
export interface TreeLayout {
  /** Blanks of one level. */
  readonly unit: string
  readonly eol: string
}

export type TreeText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Deeper blocks are not indented further: the text would be of quadratic size. */
const DEEPEST = 20
/** Faults beyond these say nothing new. */
const MOST_FAULTS = 1000

type IncludedFile = NonNullable<TreeNode['included']>[number]

/** A list of statements, or of included files. */
interface Open {
  readonly nodes: readonly (TreeNode | IncludedFile)[]
  next: number
  readonly level: number
  /** What leads here from the list around it. */
  readonly step: string
  /** The statement whose block this is. */
  readonly owner?: TreeNode
}

/**
 * The tree form as text: each statement on a line of its own, comments where they were, included files in the place of their line. What the nodes say
 * is what counts; `written`, the spelling, is followed where it says the same. `line` and `file` are not looked at.
 */
export function treeText(root: readonly unknown[], profile: LexicalProfile, { unit, eol }: TreeLayout): TreeText {
  const faults: Fault[] = []
  const margins = Array.from({ length: DEEPEST + 1 }, (_, level) => unit.repeat(level))
  const open: Open[] = []
  const entered = new Set<unknown>()
  // A brace on a line of its own would go to the statement in front of it.
  let isBehindLine = false
  let text = ''
  const line = (level: number, content: string, comment?: string): void => {
    // A definition of several lines may end with one that holds the comment only.
    const gap = content.endsWith('\n') ? '' : ' '
    text += `${margins[Math.min(level, DEEPEST)]}${content}${comment === undefined ? '' : `${gap}${comment}`}${eol}`
  }
  const fault = (message: string, key: string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ path: pathTo(open, key), message })
  }
  const enter = (nodes: Open['nodes'], level: number, step: string, owner?: TreeNode): void => {
    if (entered.has(nodes)) fault('the list holds itself', step.slice(1))
    else {
      entered.add(nodes)
      open.push({ nodes, next: 0, level, step, ...(owner === undefined ? {} : { owner }) })
    }
  }
  const leave = ({ nodes, level, owner }: Open): void => {
    open.pop()
    entered.delete(nodes)
    if (owner === undefined) return
    for (const comment of owner.closingComments ?? []) line(level, comment)
    if (owner.unclosed !== true) line(level - 1, joined(owner.closingPrefix, '}'), owner.closingComment)
    isBehindLine = false
  }
  const statement = (node: TreeNode, level: number): void => {
    const { comment, comments = [], included, block, closingPrefix } = node
    if (closingPrefix !== undefined && !isPrefix(closingPrefix, profile)) fault('it is no condition', 'closingPrefix')
    for (const one of comments) line(level, one)
    if (included !== undefined) {
      if (comment !== undefined) line(level, comment)
      enter(included, level, '.included')
      return
    }
    const head = headOf(node, profile, isBehindLine)
    if (!head.ok) fault(head.why, '')
    else if (block === undefined) {
      if (head.text !== '') line(level, head.text, comment)
    } else if (head.isOpen) {
      if (head.text !== '') line(level, head.text)
      line(level, '{', comment)
    } else line(level, joined(head.text, '{'), comment)
    isBehindLine = block === undefined && node.keyword !== '}'
    if (block !== undefined) enter(block, level + 1, '.block', node)
  }

  enter(root as Open['nodes'], 0, '')
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (top.next === top.nodes.length) {
      leave(top)
      continue
    }
    const node = top.nodes[top.next++] as TreeNode | IncludedFile
    if (top.step === '.included') {
      enter((node as IncludedFile).statements, top.level, '.statements')
      continue
    }
    const wrong = nodeFault(node)
    if (wrong === undefined) statement(node as TreeNode, top.level)
    else fault(wrong.message, wrong.key)
  }
  return faults.length === 0 ? { ok: true, text } : { ok: false, faults }
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ')

type Head =
  /** `isOpen`: nothing may follow on the line */
  { readonly ok: true; readonly text: string; readonly isOpen: boolean } | { readonly ok: false; readonly why: string }

/** The line of a statement without its brace. Braces without a partner, and comments without a statement, are nodes as well. */
function headOf(node: TreeNode, profile: LexicalProfile, isBehindLine: boolean): Head {
  const { keyword, args, prefix, written, block } = node
  if (prefix !== undefined && !isPrefix(prefix, profile)) return { ok: false, why: '`prefix` is no condition or sequence' }
  const isBare = keyword === '' && (block === undefined || !isBehindLine)
  const isBrace = (keyword === '{' || keyword === '}') && block === undefined
  if (args.length === 0 && written === undefined && (isBare || isBrace))
    return { ok: true, text: joined(prefix, keyword), isOpen: false }
  const spelled = written === undefined ? undefined : spelling(node, written, profile)
  if (spelled !== undefined) return spelled
  const line = keptLine(node, profile)
  if (line.ok) return { ...line, isOpen: isRaw(keyword, args, profile) }
  // Words that quotes would change may still stand without them.
  return spelling(node, [keyword, ...args], profile) ?? line
}

/** The words as they were spelled, when they still are the words of the node and nothing else. */
function spelling({ keyword, args, prefix }: TreeNode, written: readonly string[], profile: LexicalProfile): Head | undefined {
  const text = joined(prefix, ...written)
  const document = parseDocument(text, '', profile)
  const { statements, tokens } = document
  const kinds = Array.from({ length: tokens.count }, (_, i) => kindOf(tokens, i))
  if (statements.count !== 1 || kinds.some((kind) => kind === EOL || kind === COMMENT || kind === OPEN || kind === CLOSE))
    return undefined
  const words = argumentsOf(document, 0)
  const isSame = keywordOf(document, 0) === keyword && words.length === args.length && words.every((word, i) => word === args[i])
  const last = kinds.at(-1)
  return isSame ? { ok: true, text, isOpen: last === RAW || last === OPEN_QUOTE } : undefined
}
