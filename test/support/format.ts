import { type Config, parse } from '../../src/config.ts'
import { applyEdits } from '../../src/edit/apply.ts'
import { type FormatOptions, format } from '../../src/edit/format.ts'
import { validateAll } from '../../src/validate/facade.ts'

/** The text of a configuration after formatting. */
export const formatted = (config: Config, options?: FormatOptions): string =>
  applyEdits(config.document.text, format(config, options))

export const formattedText = (text: string, target: string, options?: FormatOptions): string =>
  formatted(parse(text, { target }), options)

/** Findings that formatting may change: those about blanks, line ends and braces, and the one about which line keepalived will name. */
const ABOUT_BLANKS: ReadonlySet<string> = new Set([
  'lvs/brace-glued',
  'lvs/brace-own-line',
  'lvs/no-final-newline',
  'reader/named-line',
  'reader/other-host',
])

const WHITE = /[ \t\r\n]+/g

/** What is wrong with the formatting of a text; empty when every law holds. */
export function brokenFormat(text: string, target: string, options?: FormatOptions): string {
  const before = parse(text, { target })
  const result = formatted(before, options)
  if (result.replace(WHITE, '') !== text.replace(WHITE, '')) return `more than blanks has changed:\n${result}`
  const after = parse(result, { target: before.dialect.id })
  const again = formatted(after, options)
  if (again !== result) return `a second run changes it again:\n${result}\n--- to\n${again}`
  if (JSON.stringify(before.model) !== JSON.stringify(after.model)) return `the model is another one:\n${result}`
  const codes = (config: Config): readonly string[] =>
    validateAll(config, { limit: 10_000 })
      .diagnostics.map(({ code, message }) => `${code} ${message.replace(/\d+/g, '').replace(/\s+/g, ' ')}`)
      .filter((one) => !ABOUT_BLANKS.has(one.split(' ')[0] as string))
      .sort()
  const [old, now] = [codes(before), codes(after)]
  if (JSON.stringify(old) !== JSON.stringify(now)) return `findings differ: ${changes(old, now)}\n${result}`
  return ''
}

const changes = (old: readonly string[], now: readonly string[]): string =>
  JSON.stringify({ gone: old.filter((one) => !now.includes(one)), new: now.filter((one) => !old.includes(one)) })
