// Runs a program once on an example, so that what a check needs is compiled, and writes V8's code cache beside its bundle.
// node scripts/make-cache.cjs BUNDLE CACHE ARGUMENT…  (its output goes to standard output and is not wanted)
'use strict'
const { readFileSync, writeFileSync } = require('node:fs')
const { dirname } = require('node:path')
const { Script } = require('node:vm')

const [bundle, cache, ...words] = process.argv.slice(2)
process.argv = [process.argv[0], bundle, ...words]
globalThis.require = require
globalThis.__dirname = dirname(bundle)
const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle })
script.runInThisContext()
process.once('beforeExit', () => {
  writeFileSync(cache, script.createCachedData())
  process.exitCode = 0
})
