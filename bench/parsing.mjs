import { readFileSync, statSync } from 'node:fs'
import { compete } from './contenders.mjs'
import { scan, rows as statementsOf } from './scanner.mjs'
import { exponent, ratio } from './statistics.mjs'

export const PARSER = `export { lex } from 'src/lex/tokens.ts'
export { parseDocument } from 'src/cst/document.ts'
export { UPSTREAM } from 'src/lex/profile.ts'
`

const PRESETS = { quick: ['1m'], default: ['1m', '10m'], full: ['1m', '10m', '100m'] }
const WARM = { '1m': 20, '10m': 5, '100m': 2 }
const ROUNDS = { quick: 15, default: 11, full: 5 }

/** Text → tokens → statements: against the scanner, against parsers of like formats, and how it grows. */
export async function parsingRows({ options, workshop, say }) {
  const library = await workshop.library('parser', PARSER)
  const presets = PRESETS[options.size]
  const tasks = {}
  const sizes = []
  for (const preset of presets) {
    say(`parsing: ${preset}`)
    const file = await workshop.input({ preset })
    sizes.push(statSync(file).size)
    if (preset !== '100m') await mustAgree(file, library)
    const more = { file, warm: WARM[preset], calls: preset === '1m' ? 3 : 1 }
    tasks[`parse ${preset}`] = { task: 'parse', library, ...more }
    tasks[`scanner ${preset}`] = { task: 'scanner', ...more }
    tasks[`table ${preset}`] = { task: 'scanner + table', ...more }
  }
  const times = await compete(tasks, ROUNDS[options.size])
  // The lowest times: what else runs on the machine lengthens a long run more than a short one, and would look like growth.
  const growthOf = (name) =>
    exponent(
      sizes,
      presets.map((preset) => Math.min(...times[`${name} ${preset}`])),
    )
  const range = () =>
    `${options.size === 'full' ? '1 MB to 100 MB' : '1 MB to 10 MB; to 100 MB with --full'}; of the lowest times; the scanner's is ${growthOf('scanner').toFixed(2)}`
  return [
    ...presets.map((preset) => ({ id: `parse-${preset}`, now: ratio(times[`parse ${preset}`], times[`scanner ${preset}`]) })),
    ...presets.map((preset) => ({ id: `table-${preset}`, now: ratio(times[`parse ${preset}`], times[`table ${preset}`]) })),
    // Less than 1 MB stays in the processor's cache: what it costs to leave that would look like growth too.
    options.size === 'quick'
      ? { id: 'growth', note: 'not with --quick' }
      : { id: 'growth', now: growthOf('parse'), note: range() },
    ...(await peerRows({ options, workshop, library, say })),
  ]
}

/** The same data in all three formats, so a ratio of times is a ratio of times a virtual server. */
async function peerRows({ options, workshop, library, say }) {
  say('parsing: jsonc-parser, yaml')
  const preset = '1m'
  const times = await compete(
    {
      parse: { task: 'parse', library, file: await workshop.input({ preset }), warm: WARM[preset], calls: 3 },
      jsonc: { task: 'jsonc', file: await workshop.input({ preset, format: 'jsonc' }), warm: 5 },
      yaml: { task: 'yaml', file: await workshop.input({ preset, format: 'yaml' }), warm: 2 },
    },
    options.size === 'quick' ? 5 : 7,
  )
  return [
    { id: 'jsonc', now: ratio(times.jsonc, times.parse) },
    { id: 'yaml', now: ratio(times.yaml, times.parse) },
  ]
}

/** A scanner that cut other tokens would be no measure. */
async function mustAgree(file, library) {
  const { parseDocument, UPSTREAM } = await import(library)
  const text = readFileSync(file).toString()
  const { tokens, statements } = parseDocument(text, '', UPSTREAM)
  const scanned = scan(text)
  const same = (ours, theirs, length) => ours.subarray(0, length).every((value, i) => value === theirs[i])
  if (tokens.count !== scanned.count || !same(tokens.table, scanned.table, tokens.count)) {
    throw new Error('the tokens of the scanner and of lex() differ')
  }
  const { table, count } = statementsOf(scanned)
  if (statements.count !== count || !same(statements.table, table, statements.table.length)) {
    throw new Error('the statements of the scanner and of parseDocument() differ')
  }
}
