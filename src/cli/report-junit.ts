import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import { isAtLeast } from '../diagnostics/severity.ts'
import { grouped } from '../text/grouped.ts'
import { advice, placeOf, plainLines, shown, surroundings } from './details.ts'
import { reportedFile } from './file-uri.ts'
import type { Report } from './report.ts'

/**
 * JUnit XML: a suite a file, a case a finding. Those that count for the exit status have failed, the others have passed and say what they are;
 * a file without findings has one case that has passed.
 */
export function reportJunit({ shown: diagnostics, files, least, directory }: Report): string {
  const nameOf = (file: string): string => reportedFile(directory, file)
  const byFile = grouped(diagnostics, ({ file }) => nameOf(file))
  let suites = ''
  let cases = 0
  for (const file of new Set([...files.map(nameOf), ...byFile.keys()])) {
    const found = byFile.get(file) ?? []
    suites += suite(file, found, least)
    cases += Math.max(1, found.length)
  }
  const all = { name: 'keepalived-conf', tests: cases, failures: failuresIn(diagnostics, least), errors: 0 }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes(all)}>\n${suites}</testsuites>\n`
}

const failuresIn = (diagnostics: readonly Diagnostic[], least: Severity): number =>
  diagnostics.filter(({ severity }) => isAtLeast(severity, least)).length

function suite(file: string, found: readonly Diagnostic[], least: Severity): string {
  const name = shown(file)
  const head = { name, tests: Math.max(1, found.length), failures: failuresIn(found, least), errors: 0 }
  const cases =
    found.length === 0
      ? `    <testcase${attributes({ name: 'no findings', classname: name, file: name })}/>\n`
      : found.map((one) => caseOf(name, one, isAtLeast(one.severity, least))).join('')
  return `  <testsuite${attributes(head)}>\n${cases}  </testsuite>\n`
}

/** Programs tell cases apart by their names: the place makes them different. */
function caseOf(file: string, diagnostic: Diagnostic, failed: boolean): string {
  const { code, severity, range, message } = diagnostic
  const { line, column } = range.start
  const head = { name: `${line}:${column} ${code}: ${shown(message)}`, classname: file, file, line }
  const details = plainLines([...advice(diagnostic), ...surroundings(diagnostic)])
  const text = xml(`${placeOf(diagnostic)}: ${severity} ${code} ${shown(message)}\n${details}`)
  const result = failed
    ? `<failure${attributes({ message: shown(message), type: severity })}>${text}</failure>`
    : `<system-out>${text}</system-out>`
  return `    <testcase${attributes(head)}>\n      ${result}\n    </testcase>\n`
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no way to write a control character, half a surrogate pair, U+FFFE or U+FFFF, not even as an entity. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)
