import type { Arg, Availability, Row } from '../../row.ts'
import { versionNumber } from '../../version.ts'
import type { Change } from './args.ts'
import { BACKPORTS, CHANGES, GONE } from './changes.ts'

/** DPVS grew out of keepalived 1.2.13 and changed to 2.0.19 with its own version 1.8.2. */
const FIRST_BASE = versionNumber('1.2.13')
const BASE = versionNumber('2.0.19')
const REBASED = '1.8.2'
const BEFORE = '1.7.8'

/** A row of keepalived as DPVS has it; undefined where neither base of DPVS has the keyword. */
export function fromKeepalived(row: Row): Row | undefined {
  const places = Object.entries(row.in).flatMap(([path, availability]) => {
    const own = inDpvs(path, row.keyword, availability)
    return own === undefined ? [] : [[path, own] as const]
  })
  if (places.length === 0) return undefined
  const { drop = [], ...change } = changeOf(row)
  const args = argsInDpvs(row.args)
  return {
    ...without(row, drop),
    lineage: 'dpvs',
    in: Object.fromEntries(places),
    args,
    ...(row.alternatives === undefined ? {} : { alternatives: row.alternatives.map(argsInDpvs) }),
    // One argument of several is left: the model keeps the shape that it has for keepalived.
    ...(row.args.length > 1 && args.length === 1 ? { shape: row.shape ?? 'object' } : {}),
    ...(row.args.length > 0 && args.length === 0 && row.form === 'value' ? FLAG : {}),
    ...change,
  }
}

/** A switch that could not be switched off yet. */
const FLAG: Change = { form: 'flag', bad: 'words behind it are ignored, also off' }

function changeOf({ keyword, in: places }: Row): Change {
  for (const path in places) {
    const change = CHANGES[`${path}|${keyword}`]
    if (change !== undefined) return change
  }
  return {}
}

const without = (row: Row, keys: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key))) as unknown as Row

function inDpvs(path: string, keyword: string, { since, until, ...others }: Availability): Availability | undefined {
  const backport = BACKPORTS.find((one) => one.path === path && (one.keyword === undefined || one.keyword === keyword))
  if (backport !== undefined) return { ...others, since: backport.since }
  const from = since === null ? 0 : versionNumber(since)
  const to = until === undefined ? Number.POSITIVE_INFINITY : versionNumber(until)
  const isFirst = from <= FIRST_BASE && FIRST_BASE <= to
  const isLater = from <= BASE && BASE <= to
  if (!isFirst && !isLater) return undefined
  return { ...others, since: isFirst ? null : REBASED, ...(isLater ? {} : { until: BEFORE }) }
}

function argsInDpvs(args: readonly Arg[]): readonly Arg[] {
  return args.filter(isInBase).map(({ since, number, scale, options, ...arg }) => ({
    ...arg,
    // The timers of 2.0.19 are floating point numbers.
    ...(number === undefined ? {} : { number: number === 'timer' ? 'float' : number }),
    ...(scale === undefined || number === 'timer' ? {} : { scale }),
    ...(options === undefined ? {} : { options: argsInDpvs(options) }),
    ...(since === undefined || versionNumber(since) <= FIRST_BASE ? {} : { since: REBASED }),
  }))
}

const isInBase = ({ name, since }: Arg): boolean => !GONE.includes(name) && (since === undefined || versionNumber(since) <= BASE)
