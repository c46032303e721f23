import { cpSync, createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { chunks } from './generate.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * A temporary folder with what the contenders work on.
 *
 * @typedef {object} Workshop
 * @property {(name: string) => string} path of a file in it
 * @property {(options: object) => Promise<string>} input file with the output of the generator, made once
 * @property {(name: string, source: string) => Promise<string>} library URL of one ES module bundled from src
 * @property {(folder: string) => void} keep copies the programs into it, a second time without code caches: a build during the run must not change what is measured
 * @property {() => void} clear removes it all
 */

/** @returns {Workshop} */
export function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'keepalived-conf-bench-'))
  const path = (name) => join(folder, name)
  return {
    path,
    keep(folder) {
      if (!existsSync(folder)) return
      for (const name of readdirSync(folder).filter((name) => name === 'bin' || /\.(cjs|rows|cache)$/.test(name))) {
        cpSync(join(folder, name), path(name), { recursive: true, preserveTimestamps: true })
        if (!name.endsWith('.cache')) cpSync(join(folder, name), path(`uncached/${name}`), { recursive: true })
      }
    },
    async input(options) {
      const file = path(`${Object.values(options).join('-')}.txt`)
      if (!existsSync(file)) await pipeline(Readable.from(blocks(options)), createWriteStream(file))
      return file
    },
    async library(name, source) {
      const entry = path(`${name}.entry.ts`)
      const outfile = path(`${name}.mjs`)
      writeFileSync(entry, source.replaceAll("'src/", `'${root}src/`))
      await esbuild.build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile,
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        mainFields: ['module', 'main'],
        alias: { 'fp-ts/lib': 'fp-ts/es6' },
        nodePaths: [`${root}node_modules`],
        logLevel: 'silent',
      })
      return pathToFileURL(outfile).href
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The generator's small strings, joined: a write for each would take longer than making them. */
function* blocks(options) {
  let waiting = []
  let length = 0
  for (const chunk of chunks(options)) {
    waiting.push(chunk)
    length += chunk.length
    if (length < 1 << 20) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  yield waiting.join('')
}
