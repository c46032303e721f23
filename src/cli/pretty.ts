import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import { advice, placeOf, shown, surroundings } from './details.ts'
import { frame } from './frame.ts'
import type { SourceOf } from './sources.ts'

const CODES: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' }

/** Wraps a text in the escapes of one style, or leaves it as it is. */
export type Paint = (style: string, text: string) => string

/** @param wantsColor - asked when there is something to paint: what it takes to know is not free. */
export function painter(wantsColor: () => boolean): Paint {
  let color: boolean | undefined
  return (style, text) => {
    color ??= wantsColor()
    return color ? `\x1b[${style}m${text}\x1b[0m` : text
  }
}

/** A finding with its source line: the fact, what the target does with it, what to write instead. */
export function pretty(diagnostic: Diagnostic, sourceOf: SourceOf, paint: Paint): string {
  const { severity, code, message, file, range } = diagnostic
  const style = CODES[severity]
  const number = String(range.start.line)
  const source = sourceOf(file)
  let text = `${paint(`1;${style}`, `${severity}[${code}]`)}${paint('1', `: ${shown(message)}`)}\n`
  text += `${' '.repeat(number.length)}${paint('2', '-->')} ${placeOf(diagnostic)}\n`
  if (source !== undefined) {
    const { line: sourceLine, marks } = frame(source, range)
    text += `${paint('2', `${number} |`)} ${sourceLine}\n${paint('2', `${' '.repeat(number.length)} |`)} ${paint(style, marks)}\n`
  }
  for (const [label, line] of [...advice(diagnostic), ...surroundings(diagnostic)])
    text += `${paint('1', label.padEnd(8))}${line}\n`
  return text
}

/** A finding in one line, as compilers write it. */
export const concise = (diagnostic: Diagnostic): string =>
  `${placeOf(diagnostic)}: ${diagnostic.severity} ${diagnostic.code} ${shown(diagnostic.message)}\n`
