// The same tokens and statements from a scanner written by hand: the ceiling for any parser in JavaScript, and what `npm run bench` measures
// the generated one against. It knows the common subset of the upstream profile (no escapes, `${…}`, `~SEQ`, includes, no recovery of braces);
// on the generator's configurations its tokens are those of `lex`, which the benchmark verifies before it measures.

const BLANK = 0
const EOL = 1
const COMMENT = 2
const WORD = 3
const QUOTED = 4
const OPEN = 5
const CLOSE = 6
const OPEN_QUOTE = 7
const DEFINITION = 8
const RAW = 9
const PREFIX = 10

const isBlank = (c) => c === 32 || c === 9
const isLineEnd = (c) => c === 10 || c === 13
const endsWord = (c) => c === 32 || c === 10 || c === 9 || c === 123 || c === 125 || c === 35 || c === 33 || c === 34 || c === 13

/**
 * Text → tokens, `start << 4 | kind` each.
 *
 * @param {string} text
 * @returns {{ table: Int32Array, count: number }}
 */
export function scan(text) {
  const end = text.length
  let table = new Int32Array((end >> 2) + 16)
  let count = 0
  let at = 0
  let fresh = true // no word yet on this line: only there a directive can stand
  while (at < end) {
    const start = at
    let kind = WORD
    const c = text.charCodeAt(at++)
    switch (c) {
      case 32:
      case 9:
        while (at < end && isBlank(text.charCodeAt(at))) at++
        kind = BLANK
        break
      case 13:
        if (at < end && text.charCodeAt(at) === 10) at++
        kind = EOL
        fresh = true
        break
      case 10:
        kind = EOL
        fresh = true
        break
      case 123:
        kind = OPEN
        fresh = true
        break
      case 125:
        kind = CLOSE
        fresh = true
        break
      case 35:
      case 33:
        while (at < end && !isLineEnd(text.charCodeAt(at))) at++
        kind = COMMENT
        break
      case 34:
        while (at < end && text.charCodeAt(at) !== 34 && !isLineEnd(text.charCodeAt(at))) at++
        if (at < end && text.charCodeAt(at) === 34) {
          at++
          kind = QUOTED
        } else {
          while (at < end && !isLineEnd(text.charCodeAt(at))) at++
          kind = OPEN_QUOTE
        }
        fresh = false
        break
      default:
        while (at < end && !endsWord(text.charCodeAt(at))) at++
        if (fresh && c === 64) kind = PREFIX
        else if (fresh && c === 36 && text.slice(start, at).includes('=')) kind = DEFINITION
        fresh = false
    }
    if (count + 1 >= table.length) {
      const bigger = new Int32Array(table.length * 2)
      bigger.set(table)
      table = bigger
    }
    table[count++] = (start << 4) | kind
    if (kind === DEFINITION) {
      const value = text.indexOf('=', start) + 1
      while (at < end && !isLineEnd(text.charCodeAt(at))) at++
      if (value < at) table[count++] = (value << 4) | RAW
    }
  }
  return { table, count }
}

/**
 * Tokens → statements, six ints each: first token, last word, parent, row after the subtree, brace, closing brace.
 *
 * @param {{ table: Int32Array, count: number }} tokens
 * @returns {{ table: Int32Array, count: number, errors: number }}
 */
export function rows({ table: token, count: tokens }) {
  let table = new Int32Array(6 * ((tokens >> 3) + 16))
  let count = 0
  let current = -1
  let parent = -1
  let errors = 0
  for (let i = 0; i < tokens; i++) {
    switch (token[i] & 15) {
      case WORD:
      case QUOTED:
      case DEFINITION:
      case RAW:
        if (current < 0) {
          if (6 * count + 6 > table.length) {
            const bigger = new Int32Array(table.length * 2)
            bigger.set(table)
            table = bigger
          }
          current = count++
          const at = 6 * current
          table[at] = i
          table[at + 2] = parent
          table[at + 3] = count
          table[at + 4] = -1
          table[at + 5] = -1
        }
        table[6 * current + 1] = i
        break
      case EOL:
        current = -1
        break
      case OPEN:
        // The brace belongs to the latest statement; its row is also the stack.
        if (current < 0) current = count - 1
        if (current >= 0) {
          table[6 * current + 4] = i
          parent = current
        } else errors++
        current = -1
        break
      case CLOSE:
        current = -1
        if (parent >= 0) {
          table[6 * parent + 5] = i
          table[6 * parent + 3] = count
          parent = table[6 * parent + 2]
        } else errors++
        break
      case OPEN_QUOTE:
        errors++
        current = -1
        break
    }
  }
  for (; parent >= 0; parent = table[6 * parent + 2]) {
    table[6 * parent + 3] = count
    errors++
  }
  return { table, count, errors }
}
