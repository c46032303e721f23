/** Where a text stops being JSON. */
export interface JsonFault {
  readonly offset: number
  readonly message: string
}

/**
 * The first place where a text is not JSON, undefined when it is. For messages only: `JSON.parse` tells the place in some versions of Node and for some
 * texts, and quotes the text, which may hold a secret.
 *
 * @example jsonFault('{"a": }') // { offset: 6, message: 'a value is missing' }
 */
export function jsonFault(text: string): JsonFault | undefined {
  const open: Bracket[] = []
  let state: State = 'value'
  for (let at = skipBlanks(text, 0); ; ) {
    if (at >= text.length) return state === 'end' ? undefined : { offset: at, message: messageAt(text, at, state) }
    const end = endOfToken(text, at)
    const c = text[at] as string
    const next: State | undefined =
      end < 0 ? undefined : after(state, '{}[]:,'.includes(c) ? c : c === '"' ? 'text' : 'word', open)
    if (next === undefined) return { offset: at, message: messageAt(text, at, state) }
    state = next
    at = skipBlanks(text, end)
  }
}

type Bracket = '{' | '['

function skipBlanks(text: string, from: number): number {
  let at = from
  while (' \t\n\r'.includes(text[at] ?? 'x')) at++
  return at
}

/** -1 when there is no token. Texts are walked by hand: an expression would need a stack for a long one. */
function endOfToken(text: string, at: number): number {
  const c = text[at] as string
  if ('{}[]:,'.includes(c)) return at + 1
  if (c !== '"') {
    const word = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/.exec(
      text.slice(at, at + LONGEST_WORD),
    )
    return word === null ? -1 : at + word[0].length
  }
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 34) return i + 1
    if (code < 32) return -1
    if (code === 92) {
      const behind = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i + 1, i + 6))
      if (behind === null) return -1
      i += behind[0].length
    }
  }
  return -1
}

const LONGEST_WORD = 1000

/** What may come next. */
type State = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'more' | 'end'

const EXPECTED: Readonly<Record<State, string>> = {
  value: 'a value is missing',
  'first-value': 'a value or ] is missing',
  key: 'a key in double quotes is missing',
  'first-key': 'a key in double quotes or } is missing',
  colon: 'a : is missing',
  more: 'a comma or a closing bracket is missing',
  end: 'there is something behind the end',
}

function messageAt(text: string, offset: number, state: State): string {
  if (offset >= text.length) return state === 'value' && offset === 0 ? 'there is nothing in it' : 'it ends too early'
  if (text[offset] === '"' && state !== 'colon' && state !== 'more' && state !== 'end')
    return 'this text does not end, or holds what must be escaped'
  if (text[offset] === "'") return 'texts stand in double quotes'
  if (text[offset] === '/' || text[offset] === '#') return 'JSON has no comments'
  return EXPECTED[state]
}

/** The state behind a token, undefined where it may not stand. */
function after(state: State, token: string, open: Bracket[]): State | undefined {
  const closed = (): State => {
    open.pop()
    return open.length === 0 ? 'end' : 'more'
  }
  switch (state) {
    case 'first-value':
      if (token === ']') return closed()
      return after('value', token, open)
    case 'value':
      if (token === '{' || token === '[') {
        open.push(token)
        return token === '{' ? 'first-key' : 'first-value'
      }
      return token === 'text' || token === 'word' ? (open.length === 0 ? 'end' : 'more') : undefined
    case 'first-key':
      return token === '}' ? closed() : token === 'text' ? 'colon' : undefined
    case 'key':
      return token === 'text' ? 'colon' : undefined
    case 'colon':
      return token === ':' ? 'value' : undefined
    case 'more':
      if (token === ',') return open.at(-1) === '{' ? 'key' : 'value'
      return token === (open.at(-1) === '{' ? '}' : ']') ? closed() : undefined
    case 'end':
      return undefined
  }
}
