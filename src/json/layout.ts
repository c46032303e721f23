import { lazy } from '../text/lazy.ts'
import type { JsonValue } from './value.ts'

/**
 * The layout of conf2json: two blanks, one key a line, lists of plain values in one line.
 *
 * Its readers delete every line with the text `weight` (`sed -i '/weight/d'`) before they compare two outputs, so what is left must still be JSON:
 * such a key is never the last of its object, and the text appears nowhere else (elsewhere its `e` is written as an escape, which reads the same).
 *
 * Recursive: the values are as deep as the keyword tables.
 */
export const layout = (value: JsonValue): string => `${createLayout().value(value, '\n')}\n`

/** Writes values behind their keys, one after the other. */
export interface Layout {
  /**
   * @param line - a line end with the indentation of the enclosing line.
   * @param before - what stands in front of the value.
   */
  readonly value: (value: JsonValue, line: string, before?: string) => string
  /** A key with its colon, by what stands behind it. */
  readonly key: (key: string, value: JsonValue) => string
}

export function createLayout(): Layout {
  // Quoted keys: there are some fifty, each a hundred thousand times.
  const known = new Map<string, string>()

  const keyOf = (key: string, value: JsonValue): string => {
    const text = known.get(key)
    if (text !== undefined) return text
    if (key.includes(WEIGHT)) return isWeight(key, value) ? `"${key}": ` : `${quote(key)}: `
    const made = `${quote(key)}: `
    known.set(key, made)
    return made
  }

  // Pieces are collected and joined: a text of 40 MB that grows by concatenation keeps a node for every piece of it.
  const write = (parts: string[], value: JsonValue, level: Level): void => {
    if (typeof value !== 'object' || value === null) parts.push(scalar(value))
    else if (isList(value)) writeList(parts, value, level)
    else writeObject(parts, value, level)
  }

  const writeList = (parts: string[], list: readonly JsonValue[], level: Level): void => {
    if (list.every(isScalar)) {
      parts.push('[', list.map(scalar).join(', '), ']')
      return
    }
    let separator = level.firstItem
    for (const item of list) {
      parts.push(separator)
      write(parts, item, level.inner())
      separator = level.next
    }
    parts.push(level.endOfList)
  }

  const writeObject = (parts: string[], object: { readonly [key: string]: JsonValue }, level: Level): void => {
    const keys = order(Object.keys(object), object)
    if (keys.length === 0) {
      parts.push('{}')
      return
    }
    let separator = level.firstKey
    for (const key of keys) {
      const value = object[key] as JsonValue
      parts.push(separator, keyOf(key, value))
      write(parts, value, level.inner())
      separator = level.next
    }
    parts.push(level.endOfObject)
  }

  const levels = new Map<string, Level>()
  return {
    key: keyOf,
    value: (value, line, before = '') => {
      const level = levels.get(line) ?? levelOf(line)
      levels.set(line, level)
      const parts = [before]
      write(parts, value, level)
      return parts.join('')
    },
  }
}

/** What stands between the parts of a value, by the line end with the indentation of its first line: made once, used for each of 100,000 objects. */
interface Level {
  readonly firstItem: string
  readonly firstKey: string
  readonly next: string
  readonly endOfList: string
  readonly endOfObject: string
  readonly inner: () => Level
}

function levelOf(line: string): Level {
  const inner = `${line}  `
  return {
    firstItem: `[${inner}`,
    firstKey: `{${inner}`,
    next: `,${inner}`,
    endOfList: `${line}]`,
    endOfObject: `${line}}`,
    inner: lazy(() => levelOf(inner)),
  }
}

const scalar = (value: JsonValue): string => (typeof value === 'string' ? quote(value) : String(value))

const isScalar = (value: JsonValue | undefined): boolean => typeof value !== 'object' || value === null

const isList = (value: object): value is readonly JsonValue[] => Array.isArray(value)

/** A line that its reader may delete. */
const isWeight = (key: string, value: JsonValue | undefined): boolean =>
  key.includes(WEIGHT) && isScalar(value) && !UNSAFE.test(key.replaceAll(WEIGHT, ''))

function order(keys: string[], object: { readonly [key: string]: JsonValue }): readonly string[] {
  const last = keys.at(-1)
  if (last === undefined || !isWeight(last, object[last])) return keys
  const stays = keys.findLastIndex((key) => !isWeight(key, object[key]))
  if (stays < 0) return keys
  return [...keys.slice(0, stays), ...keys.slice(stays + 1), keys[stays] as string]
}

const WEIGHT = 'weight'
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON escapes
const UNSAFE = /["\\\u0000-\u001f\ud800-\udfff]|weight/

const quote = (text: string): string =>
  UNSAFE.test(text) ? JSON.stringify(text).replaceAll(WEIGHT, 'w\\u0065ight') : `"${text}"`
