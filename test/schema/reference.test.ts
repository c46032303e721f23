import { describe, expect, it } from 'vitest'
import { SCHEMAS } from '../../src/schema/registry.ts'
import { type Arg, type Availability, ENTRY, type Lineage, type Row } from '../../src/schema/row.ts'
import {
  hasReference,
  isComposite,
  type ReferenceArg,
  type ReferenceEntry,
  referenceEntries,
  typeOf,
} from './reference-entries.ts'

/** Where the table says something else on purpose. */
const AGREED: Readonly<Record<string, string>> = {
  'keepalived |interface_up_down_delays: repeat': 'the lists add up; it is for one interface that the last line wins',
  'keepalived vrrp_script|script: missing': 'silent at the line, reported at the closing brace: the reference says both',
  'lvs virtual_server_group|(entry): missing': 'the port is read without a look whether it is there: badInput of the reference',
  'dpvs vrrp_script|script: missing': 'as for keepalived',
  'dpvs virtual_server|src-range: range type': 'may have ports behind a colon, which no range of addresses has: kept as text',
  'dpvs virtual_server|dst-range: range type': 'as src-range',
  // 16 letters fit without a word (2.2.7, 2.4.3).
  ...Object.fromEntries(
    ['keepalived', 'dpvs'].map((lineage) => [
      `${lineage} virtual_server|persistence_engine: engine maxLength`,
      'the binary wins',
    ]),
  ),
  // 2.2.7 and 2.4.3 both name a surplus word behind the tunnel options (svr_forwarding_handler).
  ...Object.fromEntries(
    ['keepalived', 'dpvs'].flatMap((lineage) =>
      ['|lb_kind', '|lvs_method', '|sorry_server_lvs_method', '/real_server|lvs_method'].map((word) => [
        `${lineage} virtual_server${word}: extra`,
        'reported: the binary wins',
      ]),
    ),
  ),
  // Arguments that changed after 2.0.19: notes of the reference.
  'dpvs garp_group|garp_interval: seconds max': 'up to 2147.483647 before 2.3.2',
  'dpvs garp_group|gna_interval: seconds max': 'up to 2147.483647 before 2.3.2',
  ...Object.fromEntries(
    ['interval', 'timeout'].flatMap((word) =>
      ['type', 'min'].map((what) => [`dpvs vrrp_script|${word}: seconds ${what}`, 'whole seconds before 2.3.2']),
    ),
  ),
  ...Object.fromEntries(
    ['min_rx', 'min_tx', 'idle_tx'].map((word) => [
      `dpvs bfd_instance|${word}: milliseconds type`,
      'whole milliseconds before 2.2.0',
    ]),
  ),
}

interface Placed {
  readonly row: Row
  readonly availability: Availability
}

function table(lineage: Lineage): ReadonlyMap<string, Placed> {
  const rows = SCHEMAS[lineage].rows.filter((row) => row.lineage === lineage)
  return new Map(
    rows.flatMap((row) =>
      Object.entries(row.in).map(([path, availability]): [string, Placed] => [`${path}|${row.keyword}`, { row, availability }]),
    ),
  )
}

/** What differs between an entry of the reference and its row. */
function differences(entry: ReferenceEntry, { row, availability }: Placed): readonly string[] {
  const found: string[] = []
  const compare = (what: string, reference: unknown, own: unknown): void => {
    const place = `${entry.lineage} ${entry.key}: ${what}`
    if (JSON.stringify(reference) !== JSON.stringify(own) && AGREED[place] === undefined) {
      found.push(`${place}: ${JSON.stringify(reference)} in the reference, ${JSON.stringify(own)} in the table`)
    }
  }
  compare('form', entry.form, row.form)
  compare('repeat', entry.repeat, row.repeat)
  // Some entries of forks, whose source nobody has, say nothing of a missing word.
  if (entry.missing !== '' && entry.missing !== 'unknown') compare('missing', entry.missing, row.missing)
  if (entry.extra !== undefined) compare('extra', entry.extra, row.extra)
  compare('since', entry.since, availability.since)
  compare('until', entry.until, availability.until ?? null)
  if (isComposite(entry)) return found
  compare(
    'arguments',
    entry.args.map((arg, i) => nameOf(arg, row.args[i])),
    row.args.map(({ name }) => name),
  )
  entry.args.forEach((arg, i) => {
    const own = row.args[i]
    if (own !== undefined) argumentDifferences(arg, own, (what, a, b) => compare(`${arg.name} ${what}`, a, b))
  })
  return found
}

/** An optional word of one spelling is a flag of that name. */
const isFlag = (arg: ReferenceArg, own: Arg | undefined): boolean =>
  own?.type === 'flag' && arg.enum?.length === 1 && arg.enum[0] === own.literal?.[0]

/** A switch is called `enable` in every row. */
const nameOf = (arg: ReferenceArg, own: Arg | undefined): string =>
  arg.type === 'bool' ? 'enable' : isFlag(arg, own) ? (own as Arg).name : arg.name

function argumentDifferences(
  arg: ReferenceArg,
  own: Arg,
  compare: (what: string, reference: unknown, own: unknown) => void,
): void {
  if (isFlag(arg, own)) {
    compare('optional', arg.optional, own.optional)
    return
  }
  compare('type', typeOf(arg), own.type)
  for (const key of ['min', 'max', 'unit', 'optional', 'maxLength', 'caseInsensitive'] as const) {
    compare(key, arg[key] || undefined, own[key] || undefined)
  }
  // The table knows more secrets than the reference marks.
  if (arg.secret === true) compare('secret', true, own.secret)
  if (own.type !== 'bool') compare('enum', arg.enum, own.enum)
}

describe.runIf(hasReference)('the table against the reference', () => {
  const entries = referenceEntries()

  it.each(['keepalived', 'lvs', 'dpvs'] as const)('%s has every keyword, invents none, and says the same of each', (lineage) => {
    const own = table(lineage)
    const wanted = entries.filter((entry) => entry.lineage === lineage)
    const keys = new Set(wanted.map(({ key }) => key))
    const lacking = wanted.filter(({ key }) => !own.has(key)).map(({ key }) => `lacking: ${key}`)
    // The entries of lists have a grammar in the reference, not an entry of their own.
    const invented = [...own.keys()]
      .filter((key) => !keys.has(key) && !key.endsWith(`|${ENTRY}`))
      .map((key) => `invented: ${key}`)
    const different = wanted.flatMap((entry) => {
      const placed = own.get(entry.key)
      return placed === undefined ? [] : differences(entry, placed)
    })
    expect([...lacking, ...invented, ...different]).toEqual([])
  })

  it('entries of lists know the same options', () => {
    const own = table('keepalived')
    const different = entries.flatMap(({ key, options }) => {
      if (options === undefined) return []
      const entry = own.get(`${key.replace(/^\|/, '').replace('|', '/')}|${ENTRY}`)?.row
      const words = entry?.args.flatMap(({ literal = [] }) => literal) ?? []
      // Some words are values of an argument that stands in order.
      const values = entry?.args.flatMap(({ enum: one = [] }) => one) ?? []
      return [
        ...options
          .filter((option) => !words.includes(option) && !values.includes(option))
          .map((option) => `lacking: ${key} ${option}`),
        ...words.filter((word) => !options.includes(word)).map((word) => `invented: ${key} ${word}`),
      ]
    })
    expect(different).toEqual([])
  })
})
