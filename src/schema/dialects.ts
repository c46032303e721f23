import { DPVS, type LexicalProfile, LVS, UPSTREAM } from '../lex/profile.ts'
import type { Lineage } from './row.ts'
import { versionNumber } from './version.ts'

/** A reader of configurations. Data only: no stage asks for its name. */
export interface Dialect {
  /** `keepalived-2.4.3`, `lvs-1.2.2`, `dpvs-1.9`. */
  readonly id: string
  readonly lineage: Lineage
  readonly version: string
  /** Orders versions inside the lineage. */
  readonly number: number
  readonly profile: LexicalProfile
  /** How messages name it. */
  readonly name: string
  /** It has a configuration test that reports. The 1.2.2 parser is silent. */
  readonly reports: boolean
  /** What becomes of a keyword nobody knows. */
  readonly unknownKeywords: 'reported' | 'silent'
}

export const LATEST_KEEPALIVED = '2.4.3'

/** What `--for` and `target` accept besides `auto`. */
export const TARGET_FORMS =
  'keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2'

const OLDEST = versionNumber('1.2.2')
const NEWEST = versionNumber(LATEST_KEEPALIVED)

/**
 * The dialect of a target name, undefined for a name that is none.
 *
 * @example dialectOf('2.2.7')?.id // 'keepalived-2.2.7'
 */
export function dialectOf(target: string): Dialect | undefined {
  if (target === 'lvs-1.2.2' || target === 'lvs') return LVS_122
  if (target.startsWith('dpvs')) return dpvsOf(target)
  const match = /^(?:keepalived-)?v?(\d+\.\d+\.\d+)$/.exec(target)
  if (target !== 'keepalived' && match === null) return undefined
  const version = match?.[1] ?? LATEST_KEEPALIVED
  const number = versionNumber(version)
  if (number < OLDEST || number > NEWEST) return undefined
  return keepalived(version)
}

export const LVS_122: Dialect = {
  id: 'lvs-1.2.2',
  lineage: 'lvs',
  version: '1.2.2',
  number: OLDEST,
  profile: LVS,
  name: 'keepalived-1.2.2_LVS',
  reports: false,
  unknownKeywords: 'silent',
}

export const keepalived = (version: string): Dialect => ({
  id: `keepalived-${version}`,
  lineage: 'keepalived',
  version,
  number: versionNumber(version),
  profile: UPSTREAM,
  name: `keepalived ${version}`,
  reports: true,
  unknownKeywords: versionNumber(version) >= versionNumber('1.2.20') ? 'reported' : 'silent',
})

const OLDEST_DPVS = versionNumber('1.5.1')
const NEWEST_DPVS = versionNumber('1.9.8')

/** DPVS with the parser of keepalived 2.0.19, or of 1.2.13 before its version 1.8.2. */
const dpvs = (version: string, number: number): Dialect => ({
  id: `dpvs-${version}`,
  lineage: 'dpvs',
  version,
  number,
  profile: DPVS,
  name: `DPVS ${version}`,
  reports: true,
  unknownKeywords: number >= versionNumber('1.8.2') ? 'reported' : 'silent',
})

/** The newest of its series. */
export const DPVS_19: Dialect = dpvs('1.9', NEWEST_DPVS)

function dpvsOf(target: string): Dialect | undefined {
  if (target === 'dpvs' || target === 'dpvs-1.9') return DPVS_19
  const version = /^dpvs-v?(\d+\.\d+\.\d+)$/.exec(target)?.[1]
  if (version === undefined) return undefined
  const number = versionNumber(version)
  return number < OLDEST_DPVS || number > NEWEST_DPVS ? undefined : dpvs(version, number)
}
