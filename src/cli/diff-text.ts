import type { Change, ChangePlace } from '../diff/change.ts'
import type { ReloadEffect } from '../diff/reload-facts.ts'
import type { JsonValue } from '../json/value.ts'
import type { Paint } from './pretty.ts'
import { visible } from './visible.ts'

const SIGNS: Readonly<Record<Change['kind'], readonly [sign: string, style: string]>> = {
  added: ['+', '32'],
  removed: ['-', '31'],
  changed: ['~', '33'],
  order: ['~', '33'],
  unmapped: ['!', '31'],
}

const RELOAD: Readonly<Record<ReloadEffect, string>> = {
  refused: 'a reload is refused',
  'not-applied': 'a reload does not apply it',
  rebuilt: 'a reload interrupts it',
  crash: 'a reload kills the process',
}

/** Of all differences those that a reload refuses, does not apply or pays for. */
export function reloadText(changes: readonly Change[], paint: Paint): string {
  const noted = changes.filter(({ reload }) => reload !== undefined)
  return noted.length === 0 ? '' : `\nwhat a reload makes of it:\n${noted.map((change) => changeText(change, paint)).join('')}`
}

/** A difference as a paragraph: what, from which value to which, where, and what a reload makes of it. */
export function changeText(change: Change, paint: Paint): string {
  const { kind, level, where, old, new: fresh, oldPlace, newPlace, notes, reload } = change
  const [sign, style] = level === 'note' ? ['i', '36'] : SIGNS[kind]
  const places = [oldPlace, newPlace].flatMap((place) => (place === undefined ? [] : [placeText(place)]))
  const lines = [
    `${paint(`1;${style}`, sign)} ${visible(where.join(' › '))}${valuesText(kind, old, fresh)}`,
    `    ${paint('2', visible(places.join(' → ')))}`,
    ...notes.map((note) => `    note: ${visible(note)}`),
    ...(reload === undefined ? [] : [`    ${RELOAD[reload.effect]}: ${reload.text}`]),
  ]
  return `${lines.join('\n')}\n`
}

function valuesText(kind: Change['kind'], old: JsonValue | undefined, fresh: JsonValue | undefined): string {
  if (kind === 'order') return ': the entries stand in another order'
  if (kind === 'unmapped') return ': no new address'
  const values = [old, fresh].flatMap((value) => (value === undefined ? [] : [visible(valueText(value))]))
  return values.length === 0 ? '' : `: ${values.join(' → ')}`
}

const LONGEST = 200

/** A value in the words of a configuration. */
function valueText(value: JsonValue): string {
  const text =
    typeof value !== 'object' || value === null
      ? typeof value === 'string' && (value === '' || /\s/.test(value))
        ? JSON.stringify(value)
        : value === true
          ? 'on'
          : value === false
            ? 'off'
            : String(value)
      : Array.isArray(value)
        ? value.map(valueText).join(' ')
        : Object.entries(value)
            .map(([key, inner], index) => (index === 0 ? valueText(inner) : inner === true ? key : `${key} ${valueText(inner)}`))
            .join(' ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const placeText = ({ file, path, range }: ChangePlace): string =>
  range === undefined ? (file === '' ? path : file) : `${file}:${range.start.line}:${range.start.column}`

const COUNTED: readonly (readonly [Change['kind'], string])[] = [
  ['removed', 'removed'],
  ['added', 'added'],
  ['changed', 'changed'],
  ['order', 'in another order'],
  ['unmapped', 'without a new address'],
]

/** `3 differences: 1 removed, 2 changed` */
export function summaryText(changes: readonly Change[]): string {
  const counting = changes.filter(({ level }) => level === 'difference')
  if (counting.length === 0) return 'no difference'
  const parts = COUNTED.map(([kind, name]) => [counting.filter((one) => one.kind === kind).length, name] as const)
  const listed = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`)
  return `${counting.length} difference${counting.length === 1 ? '' : 's'}: ${listed.join(', ')}`
}
