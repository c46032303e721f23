// Whole programs, start to finish, taking turns. Run by programs.mjs, once and inside the network namespace, so that what it costs to enter that
// is in no number. Reads batches from the file it is given and writes what it measured to standard output.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Batch
 * @property {string} id
 * @property {number} rounds one more is run first and not counted
 * @property {Record<string, string[]>} cases name → program and arguments
 */

/** @param {Batch} batch */
function race({ id, rounds, cases }) {
  const names = Object.keys(cases)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  const failures = {}
  for (let round = -1; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round + names.length) % names.length]
      const [program, ...args] = cases[name]
      const start = performance.now()
      const run = spawnSync(program, args, { stdio: 'ignore' })
      const time = performance.now() - start
      if (run.error !== undefined) throw run.error
      if (round >= 0) times[name].push(time)
      if (run.status !== 0) failures[name] = [...(failures[name] ?? []), run.status ?? run.signal]
    }
  }
  return { id, times, failures }
}

const batches = JSON.parse(readFileSync(process.argv[2], 'utf8'))
for (const batch of batches) {
  process.stderr.write(`${batch.id}\n`)
  process.stdout.write(`${JSON.stringify(race(batch))}\n`)
}
