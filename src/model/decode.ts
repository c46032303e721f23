import type * as t from 'io-ts'
import { modelCodec } from './codec.ts'
import type { Model } from './types.ts'

/** One thing that is wrong with a value, without the words of io-ts. */
export interface Fault {
  /** `virtual_server[3].real_server[0].weight`; empty for the whole. */
  readonly path: string
  readonly message: string
}

export type DecodedModel =
  | { readonly ok: true; readonly value: Model }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** A value as the model that a target reads, or what is wrong with it. The value itself comes back. */
export function decodeModel(target: string, value: unknown): DecodedModel {
  const decoded = modelCodec(target).decode(value)
  if (decoded._tag === 'Right') return { ok: true, value: decoded.right }
  return {
    ok: false,
    faults: decoded.left.map(({ context, message }) => ({
      path: pathOf(context),
      message: message ?? 'the value is not allowed here',
    })),
  }
}

/** A longer key is cut. */
const LONGEST_KEY = 100

/** The keys that lead to a value; one that is no word is quoted. */
export function pathOf(context: t.Context): string {
  let path = ''
  for (const { key: whole } of context) {
    const key = whole.length > LONGEST_KEY ? `${whole.slice(0, LONGEST_KEY)}…` : whole
    if (/^\d+$/.test(key)) path += `[${key}]`
    else if (/^[\w-]+$/.test(key)) path += `${path === '' ? '' : '.'}${key}`
    else if (key !== '') path += `[${JSON.stringify(key)}]`
  }
  return path
}
