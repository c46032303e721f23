import { existsSync, readFileSync } from 'node:fs'
import type { Lineage } from '../../src/schema/row.ts'
import { versionNumber } from '../../src/schema/version.ts'
import { SHARED } from '../support/files.ts'

/** An argument as the reference files describe it. */
export interface ReferenceArg {
  readonly name: string
  readonly type: string
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly optional?: boolean
  readonly enum?: readonly string[]
  readonly maxLength?: number
  readonly secret?: boolean
  readonly caseInsensitive?: boolean
  readonly repeatable?: boolean
  readonly variadic?: boolean
  readonly since?: string
}

/** A keyword as the reference files describe it, the two spellings of the files made one. */
export interface ReferenceEntry {
  readonly key: string
  readonly lineage: Lineage
  readonly form: string
  readonly args: readonly ReferenceArg[]
  readonly repeat: string
  readonly missing: string
  readonly extra: string | undefined
  readonly since: string | null
  readonly until: string | null
  /** For a list: the words that introduce options of its entries. */
  readonly options: readonly string[] | undefined
}

interface Raw {
  readonly dialect?: string
  readonly path: readonly string[]
  readonly keyword: string
  readonly form: string
  readonly args: readonly ReferenceArg[]
  readonly repeat: string
  readonly missing?: string
  readonly missingArg?: string
  readonly extraArgs?: string
  readonly since: string | null
  readonly firstTag?: string
  readonly until: string | null
  readonly line?: {
    readonly options?: readonly { readonly keyword: string; readonly aliases?: readonly { readonly keyword: string }[] }[]
  }
}

const FILES = ['keywords-lvs.json', 'keywords-vrrp.json']

export const hasReference = FILES.every((name) => existsSync(`${SHARED}reference/${name}`))

const LINEAGES: Readonly<Record<string, Lineage>> = { keepalived: 'keepalived', 'lvs-1.2.2': 'lvs', dpvs: 'dpvs' }

/** Forms of the reference → forms of rows; what differs between them is in the arguments. */
const FORMS: Readonly<Record<string, string>> = {
  bool: 'value',
  list: 'value',
  script: 'value',
  'flag-or-value': 'value',
  words: 'lines',
}

const MISSING: Readonly<Record<string, string>> = { fatal: 'fatal', exit2: 'fatal', ok: 'none', 'n/a': 'none' }

/** The first release of DPVS has no number. */
const version = (text: string | null | undefined): string | null =>
  text?.startsWith('first release') === true ? null : (text?.replace(/^(v|keepalived )/, '') ?? null)

export function referenceEntries(): readonly ReferenceEntry[] {
  return FILES.flatMap((name) => JSON.parse(readFileSync(`${SHARED}reference/${name}`, 'utf8')) as readonly Raw[]).flatMap(
    (raw) => {
      const missing = raw.missing ?? raw.missingArg ?? ''
      const entry: ReferenceEntry = {
        key: `${raw.path.join('/')}|${raw.keyword}`,
        lineage: LINEAGES[raw.dialect ?? 'keepalived'] as Lineage,
        form: FORMS[raw.form] ?? raw.form,
        args: raw.args,
        repeat: raw.repeat === 'idempotent' ? 'last-wins' : raw.repeat,
        missing: MISSING[missing] ?? missing,
        extra: raw.extraArgs,
        since: raw.since === 'pre-1.2' ? version(raw.firstTag) : version(raw.since),
        until: version(raw.until),
        options: raw.line?.options?.flatMap(({ keyword, aliases = [] }) => [keyword, ...aliases.map((alias) => alias.keyword)]),
      }
      return raw.dialect === undefined ? [entry, ...inDpvs(entry)] : [entry]
    },
  )
}

/** keywords-vrrp.json lists keepalived only: "global_defs, vrrp and the rest are those of 2.0.19" in DPVS, and of 1.2.13 before DPVS 1.8.2. */
function inDpvs(entry: ReferenceEntry): readonly ReferenceEntry[] {
  const [isFirst, isLater] = ['1.2.13', '2.0.19'].map((base) => isKnownTo(base, entry))
  if (isFirst === false && isLater === false) return []
  const args = entry.args.filter(
    ({ since }) => since === undefined || isKnownTo('2.0.19', { since: version(since), until: null }),
  )
  return [
    {
      ...entry,
      lineage: 'dpvs',
      args,
      form: entry.form === 'value' && entry.args.length > 0 && args.length === 0 ? 'flag' : entry.form,
      since: isFirst === true ? null : '1.8.2',
      until: isLater === true ? null : '1.7.8',
    },
  ]
}

const isKnownTo = (base: string, { since, until }: Pick<ReferenceEntry, 'since' | 'until'>): boolean =>
  (since === null || versionNumber(since) <= versionNumber(base)) &&
  (until === null || versionNumber(until) >= versionNumber(base))

const TYPES: Readonly<Record<string, string>> = {
  script: 'command',
  shell: 'command',
  ifname: 'interface',
  pcre2: 'regex',
  'ip|hostname': 'host',
  'iptables-chain': 'string',
  'nft-name': 'string',
  'ipset-name': 'string',
  'ipv4-multicast': 'ipv4',
  'ipv6-multicast': 'ipv6',
  'ip-multicast': 'ip',
  'enum-or-int': 'enum',
  'int-or-range': 'int-range',
}

/** Types of the reference that stand for several arguments; their grammar is prose, and the examples of the rows are what checks it. */
const COMPOSITE = new Set(['pairs', 'list', 'positional'])

export const isComposite = ({ args }: ReferenceEntry): boolean => args.some(({ type }) => COMPOSITE.has(type))

/** A text with known words is an enumeration that is not checked. */
export const typeOf = ({ type, enum: words }: ReferenceArg): string =>
  type.startsWith('ref:') ? 'ref' : type === 'string' && words !== undefined ? 'enum' : (TYPES[type] ?? type)
