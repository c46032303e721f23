// Writes man/ and completions/ from the option table of the programs. The results are committed; test/docs/man.test.ts compares. `npm run man` writes them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSource } from './load-source.mjs'
import { bash, fish, zsh } from './man/completions.mjs'
import { conf2jsonPage, keepalivedConfPage } from './man/pages.mjs'

/** The text of every generated file, by its path. */
export async function generate() {
  const source = await loadSource('cli/options/index', 'cli/options/option', 'schema/dialects')
  const targets = ['auto', source.LVS_122.id, source.DPVS_19.id, `keepalived-${source.LATEST_KEEPALIVED}`]
  const tables = { ...source, targets }
  return {
    'man/keepalived-conf.1': keepalivedConfPage(tables),
    'man/conf2json.1': conf2jsonPage(tables),
    'completions/keepalived-conf.bash': bash(tables),
    'completions/keepalived-conf.zsh': zsh(tables),
    'completions/keepalived-conf.fish': fish(tables),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  for (const [name, text] of Object.entries(await generate())) {
    mkdirSync(dirname(`${root}${name}`), { recursive: true })
    writeFileSync(`${root}${name}`, text)
  }
}
