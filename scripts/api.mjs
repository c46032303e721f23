// API reports, one an entry point: etc/NAME.api.md. With --check a report that differs is an error. Reads dist/: build first.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { ENTRIES } from './entries.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const check = process.argv.includes('--check')
const base = `${root}api-extractor.json`

/** What the main entry exports need not be exported again by the others. */
const [, clause = ''] = /export \{([^}]*)\}/.exec(readFileSync(`${root}dist/index.d.ts`, 'utf8')) ?? []
const main = new Set(clause.split(',').map((item) => item.trim().split(/\s+/).at(-1)))

function nameable(message) {
  if (message.messageId !== 'ae-forgotten-export') return
  const [, symbol] = /"(\w+)"/.exec(message.text) ?? []
  if (main.has(symbol)) message.logLevel = 'none'
}

for (const name of ENTRIES) {
  const configObject = ExtractorConfig.loadFile(base)
  configObject.mainEntryPointFilePath = `${root}dist/${name}.d.ts`
  configObject.apiReport.reportFileName = `${name}.api.md`
  const config = ExtractorConfig.prepare({ configObject, configObjectFullPath: base, packageJsonFullPath: `${root}package.json` })
  const messageCallback = name === 'index' ? undefined : nameable
  const { succeeded, apiReportChanged } = Extractor.invoke(config, { localBuild: !check, messageCallback })
  console.log(`etc/${name}.api.md: ${apiReportChanged ? (check ? 'differs: run npm run api' : 'written') : 'unchanged'}`)
  if (!succeeded || (check && apiReportChanged)) process.exitCode = 1
}
