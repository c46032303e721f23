import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PARSER } from './parsing.mjs'
import { median } from './statistics.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

const PEAKS = { quick: ['1m'], default: ['10m'], full: ['10m', '100m'] }

/** Memory kept by the tree, and the most that the whole program needs. */
export async function memoryRows({ options, workshop, say }) {
  say('memory: kept by the tree')
  const rows = [await keptRow({ options, workshop })]
  const program = workshop.path('bin/keepalived-conf.cjs')
  for (const preset of PEAKS[options.size]) {
    const id = `peak-${preset}`
    if (!existsSync(program))
      rows.push({ id, note: `there is no ${options.programs}/bin/keepalived-conf.cjs; npm run build makes it` })
    else {
      say(`memory: check, ${preset}`)
      rows.push({ id, ...peakOf(program, await workshop.input({ preset }), workshop.path('peak')) })
    }
  }
  if (options.size !== 'full') rows.push({ id: 'peak-100m', note: 'with --full' })
  return rows
}

async function keptRow({ options, workshop }) {
  const file = await workshop.input({ preset: options.size === 'quick' ? '1m' : '10m' })
  const library = await workshop.library('parser', PARSER)
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', here('kept.mjs'), file, library], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`kept.mjs ended with ${status}: ${stderr.trim()}`)
  const { size, computed, observed } = JSON.parse(stdout)
  return { id: 'kept', now: computed / size, note: `observed after a collection: ${(observed / size).toFixed(2)} B/B` }
}

function peakOf(program, file, answer) {
  const peaks = []
  for (let round = 0; round < 3; round++) {
    const { error, status } = spawnSync(
      process.execPath,
      ['--require', here('peak.cjs'), program, 'check', '--for', '2.2.7', file],
      {
        stdio: 'ignore',
        env: { ...process.env, BENCH_PEAK: answer },
      },
    )
    if (error !== undefined) throw error
    if (status !== 0) return { note: `not counted: check ended with ${status}` }
    peaks.push(Number(readFileSync(answer, 'utf8')))
  }
  return { now: median(peaks) / 1e6 }
}
