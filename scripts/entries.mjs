import { rowsAsText } from './rows-plugin.mjs'

/** Entry points of the library, src/NAME.ts → dist/NAME.js. */
export const ENTRIES = ['index', 'fp', 'codecs', 'schema']

/** Programs: dist/NAME.cjs ← source. */
export const PROGRAMS = { cli: 'src/cli/main.ts', conf2json: 'src/cli/conf2json-main.ts' }

/** What package.json names as programs: dist/bin/NAME.cjs. */
export const BINS = ['keepalived-conf', 'conf2json']

/** How a program is bundled, but for its version and where it goes. The tests of the command line use the same. */
export const PROGRAM_OPTIONS = {
  bundle: true,
  // A script: the starters run it as it is, and Node alone runs it as a CommonJS module.
  format: 'iife',
  platform: 'node',
  target: 'node20',
  plugins: [rowsAsText],
  mainFields: ['module', 'main'],
  // io-ts's ES modules import fp-ts/es6; ours import fp-ts/lib (the one Node can load): one copy, and it can be tree-shaken.
  alias: { 'fp-ts/lib': 'fp-ts/es6' },
  outExtension: { '.js': '.cjs' },
  legalComments: 'none',
  // Fewer characters to read and to compile at every start.
  minify: true,
  charset: 'ascii',
  logLevel: 'warning',
}
