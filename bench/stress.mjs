import { compete } from './contenders.mjs'
import { PARSER } from './parsing.mjs'
import { ratio } from './statistics.mjs'

const SHAPES = ['longline', 'words', 'junk', 'comments', 'blank']

/** Shapes that no person writes. A contender that overflows or aborts is reported as what could not run. */
export async function stressRows({ options, workshop, say }) {
  const library = await workshop.library('parser', PARSER)
  const quick = options.size === 'quick'
  const inputs = [
    ...SHAPES.map((shape) => ({ shape, bytes: quick ? '1M' : '10M' })),
    { shape: 'nest', depth: quick ? 100_000 : 1_000_000 },
  ]
  const rows = []
  for (const input of inputs) {
    say(`stress: ${input.shape}`)
    const more = { file: await workshop.input(input), warm: quick ? 12 : 4, calls: quick ? 3 : 1 }
    const times = await compete({ parse: { task: 'parse', library, ...more }, scanner: { task: 'scanner', ...more } }, 7)
    rows.push({ id: input.shape, now: ratio(times.parse, times.scanner), ...(quick ? { note: 'a tenth of the size' } : {}) })
  }
  return rows
}
