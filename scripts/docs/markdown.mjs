// Markdown of the generated pages.

/** Text in which nothing but code spans means anything. */
export const plain = (text) =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[<>*[\]|]/g, '\\$&')))
    .join('')

export const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** A block of code. A fence longer than any in it. */
export function fence(text, language) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}\n`
}

/** A heading that can be linked to by a name that the text around it does not change. */
export const heading = (level, id, text) => `${'#'.repeat(level)} <a id="${id}"></a>${text}\n`

/** `a sentence` with a capital and a full stop. */
export const sentence = (text) =>
  text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
