/**
 * What is measured and how good it has to be.
 *
 * @typedef {object} Goal
 * @property {string} what
 * @property {'×' | '× faster' | 'B/B' | 'MB' | ''} unit of the number; `× faster` is better when larger, all others when smaller
 * @property {number} [must]
 * @property {number} [aim]
 * @property {boolean} [exact] less is as wrong as more
 */

const stress = (what) => ({ what: `${what}, against the scanner`, unit: '×', must: 10, aim: 6 })
const check = (what, must, aim) => ({ what: `check, ${what}, against \`keepalived -t\``, unit: '×', must, aim })

/** @type {Readonly<Record<string, Goal>>} */
export const BUDGET = {
  'parse-1m': { what: 'lex + statements, 1 MB, against the scanner (tokens only)', unit: '×', must: 7, aim: 4 },
  'parse-10m': { what: 'lex + statements, 10 MB, against the scanner (tokens only)', unit: '×', must: 7, aim: 4 },
  'parse-100m': { what: 'lex + statements, 100 MB, against the scanner (tokens only)', unit: '×', must: 7, aim: 4 },
  'table-1m': { what: 'lex + statements, 1 MB, against the scanner with statement table', unit: '×' },
  'table-10m': { what: 'lex + statements, 10 MB, against the scanner with statement table', unit: '×' },
  'table-100m': { what: 'lex + statements, 100 MB, against the scanner with statement table', unit: '×' },
  jsonc: { what: 'lex + statements against jsonc-parser parseTree, a virtual server', unit: '× faster', must: 2, aim: 4 },
  yaml: { what: 'lex + statements against yaml CST, a virtual server', unit: '× faster', must: 15, aim: 25 },
  growth: { what: 'growth exponent of lex + statements', unit: '', must: 1.05 },
  'growth-definitions': { what: 'growth exponent of load, definitions', unit: '' },
  'growth-includes': { what: 'growth exponent of load, included files', unit: '' },
  'growth-sequence': { what: 'growth exponent of load, lines of a sequence', unit: '' },
  longline: stress('one word of 10 MB'),
  words: stress('one line of words'),
  junk: stress('junk'),
  comments: stress('comments'),
  blank: stress('blank lines'),
  nest: stress('nested blocks'),
  kept: { what: 'kept by tokens and tree besides the text', unit: 'B/B', must: 6, aim: 2.5 },
  'peak-1m': { what: 'peak memory of check, 1 MB', unit: 'MB' },
  'peak-10m': { what: 'peak memory of check, 10 MB', unit: 'MB' },
  'peak-100m': { what: 'peak memory of check, 100 MB', unit: 'MB', must: 2000, aim: 800 },
  'check-1k': check('1 KB', 4, 3),
  'check-100k': check('100 KB', 6, 4),
  'check-1m': check('2,000 virtual servers', 3, 1.8),
  'check-10m': check('20,000 virtual servers', 2, 1),
  'check-100m': check('200,000 virtual servers', 1.5, 0.8),
  start: { what: 'check, 1 KB, against an empty Node program', unit: '×', must: 1.6, aim: 1.2 },
  'start-uncached': { what: 'the same without the code cache of this Node', unit: '×' },
  'conf2json-1m': { what: 'conf2json, 2,000 virtual servers, against `keepalived -t`', unit: '×' },
  'conf2json-10m': { what: 'conf2json, 20,000 virtual servers, against `keepalived -t`', unit: '×', must: 2, aim: 1 },
  codec: { what: 'JSON → model, valid, against JSON.parse', unit: '×', must: 2, aim: 1 },
  faults: { what: 'JSON → model, errors a fault', unit: '', must: 1, exact: true },
  invalid: { what: 'JSON → model, one fault a virtual server, against the valid case', unit: '×' },
  write: { what: 'model → text against JSON.stringify', unit: '×', must: 8, aim: 5 },
}
