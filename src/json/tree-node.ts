/** What is wrong with a part of a JSON value. */
export interface Fault {
  readonly path: string
  readonly message: string
  readonly help?: string
}

/** Deeper paths are cut in the middle: a block nests as deep as anybody likes. */
const DEEPEST_PATH = 40

interface Level {
  readonly step: string
  readonly next: number
}

/** Where a node stands: `[3].block[0].args`. The lists on the way to it, each with how far it has been read. */
export function pathTo(open: readonly Level[], key: string): string {
  const levels = open.length > DEEPEST_PATH ? open.slice(0, DEEPEST_PATH) : open
  const path = levels.map(({ step, next }) => `${step}[${next - 1}]`).join('')
  return `${path}${levels === open ? '' : '…'}${key === '' ? '' : `.${key}`}`
}

const KEYS = new Set([
  ...['comments', 'prefix', 'keyword', 'args', 'written', 'comment', 'file', 'line', 'block', 'closingComments'],
  ...['closingComment', 'closingPrefix', 'unclosed', 'included'],
])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string')

/** A comment ends with its line. A carriage return ends none, unless the line feed stands behind it. */
const isComment = (value: unknown): boolean => typeof value === 'string' && /^[#!](?:[^\n\0]*[^\n\r\0])?$/.test(value)

interface Part {
  readonly key: string
  readonly holds: (value: unknown) => boolean
  readonly expected: string
}

const PARTS: readonly Part[] = [
  { key: 'prefix', holds: (value) => typeof value === 'string', expected: 'a text' },
  { key: 'closingPrefix', holds: (value) => typeof value === 'string', expected: 'a text' },
  { key: 'written', holds: isTexts, expected: 'a list of texts' },
  {
    key: 'comments',
    holds: (value) => Array.isArray(value) && value.every(isComment),
    expected: 'a list of comments, each one line that begins with # or !',
  },
  { key: 'comment', holds: isComment, expected: 'a comment: one line that begins with # or !' },
  {
    key: 'closingComments',
    holds: (value) => Array.isArray(value) && value.every(isComment),
    expected: 'a list of comments, each one line that begins with # or !',
  },
  { key: 'closingComment', holds: isComment, expected: 'a comment: one line that begins with # or !' },
  { key: 'unclosed', holds: (value) => value === true, expected: 'true' },
  { key: 'block', holds: Array.isArray, expected: 'a list of statements' },
  {
    key: 'included',
    holds: (value) => Array.isArray(value) && value.every((file) => isObject(file) && Array.isArray(file.statements)),
    expected: 'a list of files with their statements',
  },
]

/** The first thing that is wrong with a node, not looking into its block. */
export function nodeFault(node: unknown): { readonly key: string; readonly message: string } | undefined {
  if (!isObject(node))
    return { key: '', message: `expected a statement (an object with keyword and args), found ${kindName(node)}` }
  for (const key in node) if (!KEYS.has(key)) return { key: key.slice(0, 40), message: 'unknown key in a statement' }
  if (typeof node.keyword !== 'string') return { key: 'keyword', message: `expected a text, found ${kindName(node.keyword)}` }
  if (!isTexts(node.args)) return { key: 'args', message: `expected a list of texts, found ${kindName(node.args)}` }
  for (const { key, holds, expected } of PARTS) {
    const value = node[key]
    if (value !== undefined && !holds(value)) return { key, message: `expected ${expected}, found ${kindName(value)}` }
  }
  return undefined
}

/** What a value is, without saying the value: it may be a secret. */
export function kindName(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'a text'
  return Array.isArray(value) ? (value.length === 0 ? 'an empty list' : 'a list') : 'an object'
}
