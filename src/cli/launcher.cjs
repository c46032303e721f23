#!/usr/bin/env node
// Starts a program with V8's code cache: compiling the bundle is half of the time of a small check. `npm run build` makes the cache for the
// Node it runs on; under another Node, or without the file, the bundle is loaded as usual. The bundle beside this folder works alone too.
'use strict'
const { readFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const { Script } = require('node:vm')

/** Set by the build: a cache belongs to one text of the bundle. */
const BUILD = 'none'

const bundle = join(__dirname, '..', basename(__filename) === 'conf2json.cjs' ? 'conf2json.cjs' : 'cli.cjs')

function cacheOf(file) {
  try {
    return readFileSync(`${file}.${BUILD}.${process.version}.cache`)
  } catch {
    return undefined
  }
}

const cachedData = cacheOf(bundle)
if (cachedData === undefined) require(bundle)
else {
  // The text goes to V8 as it is in the file: to wrap it as a module would copy it twice.
  globalThis.require = require
  new Script(readFileSync(bundle, 'latin1'), { filename: bundle, cachedData }).runInThisContext()
}
