import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as library from '../../src/index.ts'

const page = readFileSync(fileURLToPath(new URL('../../docs/editing.md', import.meta.url)), 'utf8')
const examples = [...page.matchAll(/```js\n([\s\S]*?)```\s+```text\n([\s\S]*?)```/g)]

/** What an example prints. Its import becomes names of the library. */
function printed(code: string): string {
  const lines: string[] = []
  const console = { log: (...words: readonly unknown[]) => lines.push(words.join(' ')) }
  const body = code.replace(/import (\{[^}]*\}) from 'keepalived-conf'/, 'const $1 = library')
  new Function('library', 'console', body)(library, console)
  return lines.join('\n').trimEnd()
}

test('the page on editing has an example with its output for each of its parts', () => {
  expect(examples).toHaveLength(4)
  expect([...page.matchAll(/```js/g)]).toHaveLength(4)
})

test.each(examples.map(([, code, output]) => [code as string, output as string]))(
  'an example prints what the page says: %#',
  (code, output) => {
    expect(printed(code)).toBe(output.trimEnd())
  },
)

test('every code of edits is on the page', () => {
  const source = readFileSync(fileURLToPath(new URL('../../src/edit/problems.ts', import.meta.url)), 'utf8')
  const codes = new Set([...source.matchAll(/'(edit\/[\w-]+)'/g)].map(([, code]) => code as string))
  expect([...codes].filter((code) => !page.includes(`\`${code}\``))).toEqual([])
})
