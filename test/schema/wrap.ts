import { assemble, type Config } from '../../src/config.ts'
import { parseDocument } from '../../src/cst/document.ts'
import { single } from '../../src/expand/sources.ts'
import { codecOf } from '../../src/model/check.ts'
import { modelCheck } from '../../src/model/model-check.ts'
import { type Dialect, DPVS_19, dialectOf, keepalived, LATEST_KEEPALIVED, LVS_122 } from '../../src/schema/dialects.ts'
import { SCHEMAS, schemaOf } from '../../src/schema/registry.ts'
import type { Lineage, Row } from '../../src/schema/row.ts'
import { versionNumber } from '../../src/schema/version.ts'

/** A row at one of its places. */
export interface Placed {
  readonly row: Row
  readonly path: string
  readonly dialect: Dialect
}

/** Every row of a lineage at every place, for the newest version that has it there. */
export function placed(lineage: Lineage): readonly Placed[] {
  return SCHEMAS[lineage].rows
    .filter((row) => row.lineage === lineage)
    .flatMap((row) => Object.keys(row.in).map((path) => ({ row, path, dialect: dialectFor(row, path) })))
}

function dialectFor(row: Row, path: string): Dialect {
  if (row.lineage === 'lvs') return LVS_122
  const untils = [row.in[path]?.until, ...parents(row.lineage, path).map(({ until }) => until)]
  const newest = row.lineage === 'dpvs' ? DPVS_19 : keepalived(LATEST_KEEPALIVED)
  return untils.reduce<Dialect>((least, until) => {
    if (until === undefined || versionNumber(until) >= least.number) return least
    return dialectOf(`${row.lineage}-${until}`) ?? keepalived(until)
  }, newest)
}

interface Parent {
  readonly header: string
  readonly until: string | undefined
}

/** The blocks around a place: the first line of their example, and until when they are there. */
function parents(lineage: Lineage, path: string): readonly Parent[] {
  if (path === '') return []
  const parts = path.split('/')
  return parts.map((keyword, i) => {
    const outer = parts.slice(0, i).join('/')
    const rows = SCHEMAS[lineage].rows.filter(
      (row) => row.keyword === keyword && outer in row.in && row.form.match(/block|lines/),
    )
    const row = rows.at(-1)
    if (row === undefined) throw new Error(`no block ${keyword} in ${outer}`)
    return { header: row.example.split('\n')[0] as string, until: row.in[outer]?.until }
  })
}

/** A statement inside the blocks of a place, each with the header of its example. */
export function wrap({ row, path }: Placed, statement = row.example): string {
  const headers = parents(row.lineage, path).map(({ header }) => header)
  return [...headers, statement, ...headers.map(() => '}')].join('\n').concat('\n')
}

export function read(text: string, dialect: Dialect): Config {
  const document = parseDocument(text, '', dialect.profile, schemaOf(dialect).rootOnly)
  return assemble({ dialect, reason: '' }, single(document), {})
}

/** Keys of a model that hold what could not be typed, with their paths. */
export function untyped(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'unknown' || key === 'invalid' ? [`${path}.${key} ${JSON.stringify(inner)}`] : untyped(inner, `${path}.${key}`),
  )
}

/** What the table says of a keyword rather than of its use. */
const EXPECTED = new Set(['schema/deprecated', 'schema/fork-keyword'])

const codecs = new Map<string, ReturnType<typeof codecOf>>()
const codecFor = (dialect: Dialect) => {
  const known = codecs.get(dialect.id) ?? codecOf(modelCheck(schemaOf(dialect).root, dialect))
  codecs.set(dialect.id, known)
  return known
}

/** What is wrong with a statement at its place. */
export function problems(at: Placed, statement: string): readonly string[] {
  const config = read(wrap(at, statement), at.dialect)
  const codes = config.bound.findings
    .map(({ code }) => code.code)
    .filter((code) => code.startsWith('schema/') && !EXPECTED.has(code))
  const decoded = codecFor(at.dialect).decode(config.model)
  return [
    ...codes,
    ...untyped(config.model),
    ...(decoded._tag === 'Left' ? decoded.left.map(({ message }) => `codec: ${message}`) : []),
  ]
}
