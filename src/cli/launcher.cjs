#!/usr/bin/env node
// Starts a program with V8's code cache: compiling the bundle is half of the time of a small check. `npm run build` makes the cache for the
// Node it runs on; under another Node, or without the file, the bundle is compiled as usual. The bundles beside this folder work alone too.
'use strict'
const { readFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const { Script } = require('node:vm')

/** Set by the build: a cache belongs to one text of a bundle. */
const BUILDS = {}

const folder = join(__dirname, '..')

// What a bundle expects of a module; its text goes to V8 as it is in the file: to wrap it would copy it twice.
globalThis.require = require
globalThis.__dirname = folder

if (basename(__filename) === 'conf2json.cjs') start('conf2json')
else {
  // Words that may ask for a plain check, with the command or the -t of the original in front: its program says whether they do.
  if (/^(check$|-t|--config-test$)/.test(process.argv[2])) start('check')
  if (globalThis.plain?.begun !== true) start('cli')
}

function start(name) {
  const filename = join(folder, `${name}.cjs`)
  const cachedData = cacheOf(`${filename}.${BUILDS[name]}.${process.version}.cache`)
  new Script(readFileSync(filename, 'latin1'), { filename, cachedData }).runInThisContext()
}

function cacheOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
