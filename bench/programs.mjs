import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ratio } from './statistics.mjs'

const PRESETS = {
  quick: ['1k', '100k', '1m'],
  default: ['1k', '100k', '1m', '10m'],
  full: ['1k', '100k', '1m', '10m', '100m'],
}
const ROUNDS = { '1k': 31, '100k': 21, '1m': 11, '10m': 7, '100m': 3 }
const CONF2JSON = { quick: '1m', default: '10m', full: '10m' }

/** The generator's configurations name this interface; keepalived asks the kernel for it. */
const IN_NAMESPACE = 'ip link add eth0 type veth peer name eth0p && ip link set lo up && exec "$@"'

/** Our programs against keepalived itself and against an empty Node program. */
export async function programRows({ options, root, workshop, say }) {
  const cli = workshop.path('bin/keepalived-conf.cjs')
  const conf2json = workshop.path('bin/conf2json.cjs')
  const peer = peerOf()
  const empty = workshop.path('empty.cjs')
  writeFileSync(empty, '')

  const batches = []
  const skipped = []
  const add = (preset, id, cases) => batches.push({ id, rounds: ROUNDS[preset], cases })
  const skip = (id, note) => skipped.push({ id, note })
  for (const preset of PRESETS[options.size]) {
    const file = await workshop.input({ preset })
    const check = [process.execPath, cli, 'check', '--for', '2.2.7', file]
    const keepalived = ['keepalived', '-t', '-f', file]
    const missing = existsSync(cli) ? peer.missing : absent(cli)
    if (missing !== undefined) skip(`check-${preset}`, missing)
    else add(preset, `check-${preset}`, { keepalived, ours: check })
    if (preset === '1k') {
      if (existsSync(cli)) add(preset, 'start', { empty: [process.execPath, empty], ours: check })
      else skip('start', absent(cli))
      // The code cache helps the Node that built it only: this is what any other one has.
      const uncached = workshop.path('uncached/bin/keepalived-conf.cjs')
      if (existsSync(uncached)) {
        add(preset, 'start-uncached', {
          empty: [process.execPath, empty],
          ours: [process.execPath, uncached, 'check', '--for', '2.2.7', file],
        })
      }
    }
    if (preset === CONF2JSON[options.size]) {
      const without = existsSync(conf2json) ? peer.missing : absent(conf2json)
      if (without !== undefined) skip(`conf2json-${preset}`, without)
      else {
        // The plain style: the LVS edition that conf2json reads for knows no definitions and no braces on lines of their own.
        const plain = await workshop.input({ preset, style: 'plain' })
        add(preset, `conf2json-${preset}`, {
          keepalived: ['keepalived', '-t', '-f', plain],
          ours: [process.execPath, conf2json, plain],
        })
      }
    }
  }
  if (options.size !== 'full') skip('check-100m', 'with --full')

  const results = await raceAll(batches, { workshop, say, shell: peer.missing === undefined })
  const stale = staleness(cli, root)
  return [...results.map(rowOf), ...skipped].map((row, i) =>
    i === 0 ? { ...row, note: [row.note, stale].filter(Boolean).join('; ') || undefined } : row,
  )
}

/** A program that fails is done sooner: its time is no measure, even if it failed once only. */
function rowOf({ id, times, failures }) {
  const notes = Object.entries(failures).map(
    ([name, all]) => `${name} ended ${all.length} times with ${[...new Set(all)].join(', ')}`,
  )
  if (notes.length > 0) return { id, note: `not counted: ${notes.join('; ')}` }
  return { id, now: ratio(times.ours, times.keepalived ?? times.empty) }
}

const absent = (program) => `there was no ${basename(program)}; npm run build makes it`

function peerOf() {
  const version = spawnSync('keepalived', ['--version'], { encoding: 'utf8' })
  if (version.error !== undefined) return { missing: 'keepalived is not installed' }
  const namespace = spawnSync('unshare', ['-n', 'sh', '-c', IN_NAMESPACE, 'sh', 'true'], { stdio: 'ignore' })
  return namespace.status === 0 ? {} : { missing: 'no network namespace with an eth0 can be made here' }
}

async function raceAll(batches, { workshop, say, shell }) {
  if (batches.length === 0) return []
  const list = workshop.path('batches.json')
  writeFileSync(list, JSON.stringify(batches))
  const race = [process.execPath, fileURLToPath(new URL('race.mjs', import.meta.url)), list]
  const [program, ...args] = shell ? ['unshare', '-n', 'sh', '-c', IN_NAMESPACE, 'sh', ...race] : race
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  const complaints = []
  createInterface(child.stderr).on('line', (line) => {
    if (batches.some(({ id }) => id === line)) say(`programs: ${line}`)
    else complaints.push(line)
  })
  const results = []
  for await (const line of createInterface(child.stdout)) results.push(JSON.parse(line))
  const [status] = await closed
  if (status !== 0) throw new Error(`race.mjs ended with ${status}: ${complaints.join(' ')}`)
  return results
}

/** A program older than its source measures the past. */
function staleness(program, root) {
  if (!existsSync(program)) return ''
  const newest = readdirSync(`${root}src`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, { parentPath, path, name }) => Math.max(latest, statSync(join(parentPath ?? path, name)).mtimeMs), 0)
  return newest > statSync(program).mtimeMs ? 'the programs are older than src; npm run build' : ''
}
