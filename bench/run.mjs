// npm run bench: what it costs, as ratios against programs and parsers that do the same on the same data in the same run.
// Numbers of different runs or machines do not compare; ratios do. A difference under 1.3 × is none on a busy machine.
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { BUDGET } from './budget.mjs'
import { conversionRows } from './conversion.mjs'
import { expansionRows } from './expansion.mjs'
import { memoryRows } from './memory.mjs'
import { HELP, readOptions } from './options.mjs'
import { parsingRows } from './parsing.mjs'
import { programRows } from './programs.mjs'
import { markdownTable, plainTable, verdict } from './report.mjs'
import { stressRows } from './stress.mjs'
import { openWorkshop } from './workshop.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const MEASURES = {
  parsing: parsingRows,
  expansion: expansionRows,
  stress: stressRows,
  memory: memoryRows,
  programs: programRows,
  conversion: conversionRows,
}

/** @returns {Promise<number>} exit status */
async function bench(options) {
  // Node 20 reads this file at every start, which costs more than the programs that are measured.
  delete process.env.NODE_EXTRA_CA_CERTS
  // Before there is anything of ours in it.
  const [load] = loadavg()
  const workshop = openWorkshop()
  workshop.keep(options.programs)
  const say = (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`)
  const rows = []
  const broken = []
  try {
    for (const [group, measure] of Object.entries(MEASURES)) {
      if (options.only.length > 0 && !options.only.includes(group)) continue
      try {
        rows.push(...(await measure({ options, root, workshop, say })))
      } catch (error) {
        broken.push(`${group} could not run: ${error.message}`)
      }
    }
  } finally {
    workshop.clear()
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  const order = Object.keys(BUDGET)
  rows.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  process.stdout.write(options.markdown ? markdownTable(rows, load) : plainTable(rows, load))
  for (const line of broken) process.stderr.write(`${line}\n`)
  if (broken.length > 0) return 2
  return options.assert && rows.some((row) => verdict(row) === 'MISSED') ? 1 : 0
}

try {
  const options = readOptions(process.argv.slice(2), root)
  if (options === undefined) process.stdout.write(HELP)
  else process.exitCode = await bench(options)
} catch (error) {
  process.stderr.write(`${error.message}\n\n${HELP}`)
  process.exitCode = 2
}
