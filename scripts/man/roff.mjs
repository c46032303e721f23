// Text as roff, for man(1).

/** Words as they are; what stands between backquotes is bold. */
export const inline = (text) =>
  escaped(text)
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `\\fB${part}\\fP` : part))
    .join('')

/** A backslash, a hyphen that may be copied, an ellipsis, quotes. */
const escaped = (text) =>
  text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('…', '...').replaceAll("'", '\\(aq').replaceAll('"', '\\(dq')

/** A line that begins with a dot would be a request. */
export const line = (text) => (/^[.']/.test(text) ? `\\&${text}` : text)

export const paragraph = (text) => `.PP\n${line(inline(text))}\n`

/** A term with its explanation below. */
export const item = (term, text) => `.TP\n${line(term)}\n${line(inline(text))}\n`

export const section = (title, body) => `.SH ${title}\n${body.replace(/^\.PP\n/, '')}`

export const subsection = (title, body) => `.SS ${title}\n${body.replace(/^\.PP\n/, '')}`

/** Lines that stay as they are. */
export const verbatim = (text) =>
  `.PP\n.nf\n.RS 4\n${text
    .split('\n')
    .map((one) => line(escaped(one)))
    .join('\n')}\n.RE\n.fi\n`

export const bold = (text) => `\\fB${escaped(text)}\\fP`
export const italic = (text) => `\\fI${escaped(text)}\\fP`
