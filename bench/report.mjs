import { cpus } from 'node:os'
import { BUDGET } from './budget.mjs'

/**
 * @typedef {object} Row
 * @property {string} id key of BUDGET
 * @property {number} [now] undefined where it was not measured
 * @property {string} [note] why not, or what to know about the number
 */

/** Does `value` reach the limit? */
function reaches({ unit, exact }, value, limit) {
  if (exact === true) return value === limit
  return unit === '× faster' ? value >= limit : value <= limit
}

/** @param {Row} row */
export function verdict({ id, now }) {
  const { must, aim } = BUDGET[id]
  if (now === undefined) return 'not measured'
  if (must === undefined && aim === undefined) return ''
  if (must !== undefined && !reaches(BUDGET[id], now, must)) return 'MISSED'
  return aim === undefined || reaches(BUDGET[id], now, aim) ? 'ok' : 'must'
}

function number(value, unit) {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`
}

function limit(value, { unit, exact }) {
  if (value === undefined) return ''
  return `${exact === true ? '=' : unit === '× faster' ? '≥' : '≤'} ${value}`
}

/**
 * The machine, in one line.
 *
 * @param {number} load of the machine before the run
 */
export function machine(load) {
  const [first] = cpus()
  // The benchmark needs a processor for itself.
  const busy = load > cpus().length - 1 ? `, busy with other work (load ${load.toFixed(1)}): numbers are rough` : ''
  return `Node ${process.versions.node}, ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${new Date().toISOString().slice(0, 10)}${busy}`
}

const HEAD = ['what', 'now', 'must', 'aim', 'verdict']

const cells = (row) => {
  const goal = BUDGET[row.id]
  const now = row.now === undefined ? '–' : number(row.now, goal.unit)
  return [goal.what, now, limit(goal.must, goal), limit(goal.aim, goal), verdict(row)]
}

const noteOf = (row) => (row.note === undefined ? [] : [`${BUDGET[row.id].what}: ${row.note}`])

/** @param {readonly Row[]} rows */
export function plainTable(rows, load) {
  const lines = [HEAD, ...rows.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  const text = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  )
  text.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '))
  const notes = rows.flatMap(noteOf)
  return [...text, ...(notes.length > 0 ? ['', ...notes] : []), '', machine(load), ''].join('\n')
}

/** @param {readonly Row[]} rows */
export function markdownTable(rows, load) {
  const line = (row) => `| ${row.join(' | ')} |`
  const notes = rows.flatMap(noteOf).map((note) => `- ${note}`)
  return [
    line(HEAD),
    line(HEAD.map(() => '---')),
    ...rows.map(cells).map(line),
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
    machine(load),
    '',
  ].join('\n')
}
