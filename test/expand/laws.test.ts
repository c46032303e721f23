import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { parseDocument } from '../../src/cst/document.ts'
import { expand, hasDirectives } from '../../src/expand/expand.ts'
import { follow } from '../../src/expand/load.ts'
import { single } from '../../src/expand/sources.ts'
import { UPSTREAM } from '../../src/lex/profile.ts'
import { allSharedFiles } from '../support/files.ts'
import { memory } from '../support/memory.ts'
import { pieces, randomText } from '../support/random.ts'
import { expandText } from './effective.ts'

describe('laws of expansion', () => {
  test('a text without directives stays as it is, and every place stands for itself', () => {
    for (const { path, text } of allSharedFiles()) {
      const document = parseDocument(text, '', UPSTREAM)
      // What stands behind a brace is read as a line of its own, also an include.
      if (hasDirectives(document) || /[{}][ \t]*include/.test(text)) continue
      const expanded = expand(single(document))
      expect(expanded.document.text.replace(/^\uFEFF/, ''), path).toBe(text.replace(/^\uFEFF/, '').replace(/([^\n])$/, '$1\n'))
      expect(expanded.findings, path).toEqual([])
      const start = text.startsWith('\uFEFF') ? 1 : 0
      const span = { file: expanded.file, start: 0, end: Math.max(0, text.length - start) }
      if (text.length > start) expect(expanded.originOf(span).use, path).toEqual({ file: 0, start, end: text.length })
      expect(parse(text, { target: '2.4.3' }).expanded, path).toBeUndefined()
    }
  })

  test('any text ends, and every place is inside its file', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const text = randomText(seed, pieces)
      const { document, file, originOf } = expandText(text, {
        limits: { steps: 1000, lines: 1000 },
        ...(seed % 2 ? { configId: undefined } : {}),
      })
      for (let at = 0; at <= document.text.length; at += 3) {
        const { use } = originOf({ file, start: at, end: Math.min(at + 4, document.text.length) })
        expect(use.start >= 0 && use.start <= use.end && use.end <= text.length, `seed ${seed} at ${at}`).toBe(true)
      }
    }
  })

  test('what has been expanded is expanded no further', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const text = randomText(seed, pieces).replaceAll('\uFEFF', '')
      const once = expandText(text, { limits: { steps: 1000, lines: 1000 } }).document.text
      const uses = /\$[A-Za-z_{]|@|~|include/.test(once)
      if (!uses) expect(expandText(once).document.text, `seed ${seed}`).toBe(once)
    }
  })
})

describe('size', () => {
  const time = (work: () => unknown): number => {
    const start = performance.now()
    work()
    return performance.now() - start
  }

  test('10,000 definitions, a sequence of 100,000', () => {
    const definitions = (count: number): string => {
      let text = ''
      for (let i = 0; i < count; i++) text += `$A${i}=value${i}\nrouter_id \${A${i}}\n`
      return text
    }
    const small = time(() => expandText(definitions(10_000)))
    const large = time(() => expandText(definitions(20_000)))
    expect(large).toBeLessThan(4 * small + 200)
    const { document } = expandText('~SEQ(I, 1, 100000) foo $I\n')
    expect(document.statements.count).toBe(100_000)
  })

  test('1,000 includes, half of them behind a definition', async () => {
    const files: Record<string, string> = {}
    let main = '$D=d\n'
    for (let i = 0; i < 1000; i++) {
      files[`d/${i}.conf`] = `virtual_server_group g${i} {\n    10.0.0.1 80\n}\n`
      main += i % 2 ? `include d/${i}.conf\n` : `include \${D}/${i}.conf\n`
    }
    const document = parseDocument(main, 'main.conf', UPSTREAM)
    const { expanded, sources } = await follow(document, memory({ ...files, 'main.conf': main }), new Set())
    expect(sources.documents.length).toBe(1001)
    expect(expanded?.document.statements.count).toBe(2000)
    expect(expanded?.wanted).toEqual([])
    expect(sources.findings).toEqual([])
  })

  test.each([
    ['~SEQ(I, 1, 1000000000) foo$I\n', 'expand/limit'],
    ['$A=$A\nrouter_id $A\n', 'expand/recursive'],
    ['~SEQ(I,1,9999) ~SEQ(J,1,9999) ~SEQ(K,1,9999) foo\n', 'expand/limit'],
    [
      `${Array.from({ length: 40 }, (_, i) => `$A${i}=\${A${i + 1}}\${A${i + 1}}\n`).join('')}$A40=\nfoo \${A0}\n`,
      'expand/limit',
    ],
    [`${Array.from({ length: 100 }, (_, i) => `$A${i}=\${A${i + 1}}\n`).join('')}$A100=x\nfoo \${A0}\n`, 'expand/limit'],
  ])('%s stops with one finding', (text, code) => {
    const { findings } = expandText(text, { limits: { lines: 20_000, steps: 100_000 } })
    expect(findings.map((one) => one.code.code)).toEqual([code])
  })
})
