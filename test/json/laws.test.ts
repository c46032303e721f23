import { expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { type Document, hasBlock, parentOf } from '../../src/cst/document.ts'
import { keywordOf } from '../../src/cst/words.ts'
import { conf2json, conf2jsonText } from '../../src/json/conf2json.ts'
import { fromJSON } from '../../src/json/from-json.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { allSharedFiles } from '../support/files.ts'
import { mutate, pieces, randomText } from '../support/random.ts'
import { fixture } from './sources.ts'

const TARGETS = ['lvs-1.2.2', 'keepalived-2.4.3']
const RUNS = process.env.KEEPALIVED_CONF_LONG === '1' ? 20_000 : 300

/** What does not hold for the JSON forms of a text; empty when all does. */
function broken(text: string, target: string): string {
  const config = parse(text, { target })
  const back = fromJSON(toJSON(config))
  if (!back.ok) return `the model is refused: ${back.diagnostics[0]?.message}`
  expect(back.value).toEqual(config.model)
  const written = conf2jsonText(config)
  expect(JSON.parse(written)).toEqual(conf2json(config))
  const kept = written.split('\n').filter((line) => !line.includes('weight'))
  JSON.parse(kept.join('\n'))
  // A sequence in front of a block, or a definition with braces, makes other blocks of the text than it seems.
  const document = config.boundTo?.document ?? config.document
  let services = 0
  let servers = 0
  for (let row = 0; row < document.statements.count; row++) {
    if (!hasBlock(document, row)) continue
    const keyword = keywordOf(document, row)
    if (keyword === 'virtual_server') services++
    if (keyword === 'real_server' && isIn(document, row, 'virtual_server')) servers++
  }
  const found = conf2json(config).virtual_server as readonly { readonly real_server: readonly unknown[] }[]
  if (found.length < services) return `${services} virtual servers, ${found.length} in conf2json`
  const inside = found.flatMap(({ real_server }) => real_server).length
  if (inside < servers) return `${servers} real servers, ${inside} in conf2json`
  toJSON(config, { form: 'tree', redact: true })
  conf2json(config, { redact: true, expandGroups: true })
  return ''
}

/** The block stands directly in one of this keyword. */
function isIn(document: Document, row: number, keyword: string): boolean {
  const parent = parentOf(document, row)
  return parent >= 0 && keywordOf(document, parent) === keyword
}

it('hold for random and mutated texts', () => {
  const base = fixture('lvs.conf')
  for (let seed = 0; seed < RUNS; seed++) {
    const text = seed % 2 === 0 ? randomText(seed, pieces) : mutate(base, seed)
    for (const target of TARGETS) expect(broken(text, target), JSON.stringify(text)).toBe('')
  }
})

it('hold for every file of the shared material', () => {
  for (const { path, text } of allSharedFiles()) {
    for (const target of TARGETS) expect(broken(text, target), `${path} for ${target}`).toBe('')
  }
}, 60_000)
