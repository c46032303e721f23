/** A word of a script line, with its offsets in the text that was cut. */
export interface ScriptWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Cuts a script line as a shell would: both kinds of quotes, which may open and close in the middle of a word; white space separates outside of
 * them; a backslash and the character behind it stay as they are (the first cut of set_script_params_array in 2.4.3). Undefined when a quote
 * is left open; one that is the last character of the line is taken for the end of its word.
 */
export function scriptWords(text: string): readonly ScriptWord[] | undefined {
  const words: ScriptWord[] = []
  let word = ''
  let start = -1
  let quote = ''
  for (let i = 0; i <= text.length; i++) {
    const c = text[i] ?? ' '
    if (quote === '' && /[ \t\r\n\v\f]/.test(c)) {
      if (start >= 0) words.push({ text: word, start, end: i })
      word = ''
      start = -1
      continue
    }
    if (start < 0) start = i
    if (c === '\\' && i + 1 < text.length) word += c + text[++i]
    else if (c === quote) quote = ''
    else if (quote === '' && (c === '"' || c === "'")) quote = i + 1 === text.length ? '' : c
    else word += c
    if (i === text.length && quote !== '') return undefined
  }
  return words
}
