/** Entry points of the library, src/NAME.ts → dist/NAME.js. */
export const ENTRIES = ['index', 'fp', 'codecs', 'schema']

/** Programs: dist/NAME.cjs ← source. */
export const PROGRAMS = { cli: 'src/cli/main.ts', conf2json: 'src/cli/conf2json-main.ts' }
