/** What keepalived makes of the word behind `regex`. */
export interface Pattern {
  readonly text: string
  /** The first letter or sign that loses its backslash, though the two together mean something to PCRE2: `\d`, `\.`. */
  readonly lost: string | undefined
}

const CONTROL: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** With a backslash these are classes, assertions, references to a group, or signs that stand for themselves. */
const MEANT = /^[bdDwWsSBAzZGQKRXhHNpPkg1-7.*+?()[\]{}|^$]$/

/** The word without its escapes (alloc_strvec_quoted_escaped): a backslash that PCRE2 is to see must be written twice. */
export function patternOf(word: string): Pattern {
  let lost: string | undefined
  const text = word.replace(/\\(?:x([0-9a-fA-F]{1,2})|c(.)|([0-7]{1,3})|(.))/gs, (whole, hex, control, octal, other) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f)
    if (MEANT.test(octal ?? other)) lost ??= whole
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    return CONTROL[other] ?? other
  })
  return { text, lost }
}

/** Where comments, verbs and letters for control characters stand is left to PCRE2. */
const NOT_FOLLOWED = /\(\*|\(\?[^):=!<>]*x|\\c|\(\?C/

/** Letters of escapes that take braces with them: `\x{41}`, `\p{L}`. */
const BRACED = 'xopPgkN'

/**
 * Why PCRE2 cannot compile a pattern; undefined when it can, or when that is not certain. Follows what parse_regex of PCRE2 looks at: escapes, classes,
 * groups, and what stands before a quantifier.
 *
 * @example patternProblem('(a') // 'a `(` is never closed'
 */
export function patternProblem(pattern: string, options: readonly string[] = []): string | undefined {
  if (NOT_FOLLOWED.test(pattern) || options.includes('extended') || options.includes('alt_bsux')) return undefined
  let open = 0
  /** Nothing stands here that could be repeated. */
  let isBare = true
  let i = 0
  while (i < pattern.length) {
    const c = pattern[i] as string
    let isBareNext = false
    if (c === '\\') {
      if (i + 1 === pattern.length) return 'a backslash is its last character'
      i = pattern[i + 1] === 'Q' ? endOfQuote(pattern, i + 2) : endOfEscape(pattern, i)
    } else if (c === '[') {
      const of = classAt(pattern, i, options.includes('allow_empty_class'))
      if (typeof of === 'string') return of
      i = of
    } else if (c === '(') {
      if (pattern.startsWith('(?#', i)) {
        const end = pattern.indexOf(')', i)
        if (end < 0) return 'a comment is never closed'
        i = end + 1
      } else {
        open++
        // What stands behind `(?` is not looked at, so nothing is said of a quantifier there.
        isBareNext = pattern[i + 1] !== '?'
        i += isBareNext ? 1 : 2
      }
    } else if (c === ')') {
      if (open-- === 0) return 'a `)` closes nothing'
      i++
    } else if (c === '|') {
      isBareNext = true
      i++
    } else if ((c === '*' || c === '+' || c === '?') && isBare) {
      return `\`${c}\` has nothing to repeat`
    } else if (c === '{') {
      const reversed = reversedAt(pattern, i)
      if (reversed !== undefined) return `\`${reversed}\` ends before it begins`
      i++
    } else i++
    isBare = isBareNext
  }
  return open > 0 ? 'a `(` is never closed' : undefined
}

function endOfQuote(pattern: string, from: number): number {
  const end = pattern.indexOf('\\E', from)
  return end < 0 ? pattern.length : end + 2
}

function endOfEscape(pattern: string, at: number): number {
  const letter = pattern[at + 1] as string
  if (!BRACED.includes(letter) || pattern[at + 2] !== '{') return at + 2
  const end = pattern.indexOf('}', at)
  return end < 0 ? pattern.length : end + 1
}

/** `{5,2}`. */
function reversedAt(pattern: string, at: number): string | undefined {
  const match = /^\{(\d{1,5}),(\d{1,5})\}/.exec(pattern.slice(at, at + 13))
  return match !== null && Number(match[1]) > Number(match[2]) ? match[0] : undefined
}

/** Where the class ends that begins here, or what is wrong with it. */
function classAt(pattern: string, at: number, mayBeEmpty: boolean): number | string {
  const UNCLOSED = 'a `[` is never closed'
  let i = at + 1
  if (pattern[i] === '^') i++
  if (pattern[i] === ']' && !mayBeEmpty) i++
  while (i < pattern.length) {
    const c = pattern[i] as string
    if (c === ']') return i + 1
    const named = c === '[' ? /^\[([:.=])[^\]\\]*?\1\]/.exec(pattern.slice(i, i + 40)) : null
    const range = /^([a-z])-([a-z])|^([A-Z])-([A-Z])|^(\d)-(\d)/.exec(pattern.slice(i, i + 3))
    if (named !== null) i += named[0].length
    else if (range !== null) {
      const [from, to] = range.slice(1).filter((one) => one !== undefined) as [string, string]
      if (from > to) return `the range \`${range[0]}\` ends before it begins`
      i += 3
    } else if (c !== '\\') i++
    else if (pattern[i + 1] === 'Q') i = endOfQuote(pattern, i + 2)
    else i = endOfEscape(pattern, i)
  }
  return UNCLOSED
}
