// Runs a program once on an example, so that what a check needs is compiled, and writes V8's code cache beside its bundle.
// node scripts/make-cache.cjs BUNDLE CACHE ARGUMENT…  (its output goes to standard output and is not wanted)
'use strict'
const { readFileSync, writeFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { dirname } = require('node:path')
const { Script } = require('node:vm')

const [bundle, cache, ...words] = process.argv.slice(2)
process.argv = [process.argv[0], bundle, ...words]
const script = new Script(wrap(readFileSync(bundle, 'latin1').replace(/^#!.*/, '')), { filename: bundle })
script.runInThisContext().call(exports, exports, createRequire(bundle), module, bundle, dirname(bundle))
process.once('beforeExit', () => {
  writeFileSync(cache, script.createCachedData())
  process.exitCode = 0
})
