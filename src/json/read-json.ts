import { type Config, parse } from '../config.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Result } from '../diagnostics/result.ts'
import { decodeModel } from '../model/decode.ts'
import type { Model } from '../model/types.ts'
import { chooseDialect } from '../schema/choose.ts'
import { type Dialect, dialectOf, keepalived, LATEST_KEEPALIVED, LVS_122 } from '../schema/dialects.ts'
import { JSON_CODES, type JsonCode } from './codes.ts'
import { fromConf2json } from './from-conf2json.ts'
import type { Fault } from './tree-node.ts'
import { type TreeLayout, treeText } from './tree-text.ts'
import { copyJson, type JsonObject } from './value.ts'

/** The forms that `toJSON` knows. */
export type JsonForm = 'model' | 'tree' | 'conf2json'

/** What was found in a JSON value. */
export interface ReadJson {
  readonly model: Model
  readonly dialect: Dialect
  readonly form: JsonForm
  /** Of a tree: the text that was made of it, with its comments. */
  readonly text?: string
}

export interface ReadJsonOptions {
  readonly target?: string | undefined
  readonly form?: JsonForm | undefined
  /** For the text of a tree. */
  readonly layout?: TreeLayout
}

type Values = Record<string, unknown>

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A tree is a list; conf2json calls the address of a service `vip`, that of a server `rip`. */
export function formOf(json: unknown): JsonForm {
  if (Array.isArray(json)) return 'tree'
  const services = isObject(json) ? json.virtual_server : undefined
  const [first] = Array.isArray(services) ? services : []
  return isObject(first) && ('vip' in first || 'vport' in first) ? 'conf2json' : 'model'
}

/** A JSON value of any form → model, with the reader that it is for. */
export function readJson(json: unknown, { target, form = formOf(json), layout = LAYOUT }: ReadJsonOptions): Result<ReadJson> {
  if (target !== undefined && target !== 'auto' && dialectOf(target) === undefined)
    return refused([{ path: '', message: 'the target is not known' }])
  const dialect = target === undefined ? undefined : dialectOf(target)
  if (form === 'tree') return readTree(json, dialect, layout)
  if (form === 'conf2json') return readConf2json(json, dialect ?? LVS_122)
  return readModel(json, dialect ?? ownDialect(json) ?? keepalived(LATEST_KEEPALIVED))
}

const LAYOUT: TreeLayout = { unit: '    ', eol: '\n' }

/** The reader that the model form names. */
const ownDialect = (json: unknown): Dialect | undefined =>
  isObject(json) && Object.hasOwn(json, 'target') && typeof json.target === 'string' ? dialectOf(json.target) : undefined

function readModel(json: unknown, dialect: Dialect): Result<ReadJson> {
  const decoded = decodeModel(dialect.id, json)
  if (!decoded.ok) return refused(decoded.faults)
  const { formatVersion: _version, target: _target, ...model } = copyJson(decoded.value) as JsonObject
  return { ok: true, value: { model: model as Model, dialect, form: 'model' }, diagnostics: [] }
}

function readConf2json(json: unknown, dialect: Dialect): Result<ReadJson> {
  if (!isObject(json)) return refused([{ path: '', message: 'expected an object with a list `virtual_server`' }])
  const { value, faults } = fromConf2json(json, dialect)
  if (faults.length > 0) return refused(faults)
  const decoded = decodeModel(dialect.id, value)
  if (!decoded.ok) return refused(decoded.faults)
  return { ok: true, value: { model: decoded.value, dialect, form: 'conf2json' }, diagnostics: [LOSSY] }
}

/** Without a target the words decide, as for a text. */
function readTree(json: unknown, named: Dialect | undefined, layout: TreeLayout): Result<ReadJson> {
  if (!Array.isArray(json)) return refused([{ path: '', message: 'expected a list of statements' }])
  const made = treeText(json, (named ?? keepalived(LATEST_KEEPALIVED)).profile, layout)
  const dialect = named ?? (made.ok ? chooseDialect('auto', made.text).dialect : undefined)
  const final = dialect === undefined || made.ok === false || dialect === named ? made : treeText(json, dialect.profile, layout)
  if (!final.ok || dialect === undefined) return refused(final.ok ? [] : final.faults)
  const config: Config = parse(final.text, { target: dialect.id })
  return { ok: true, value: { model: config.model, dialect, form: 'tree', text: final.text }, diagnostics: [] }
}

const START = { line: 1, column: 1, offset: 0 }

const NOWHERE = { reported: false, file: '', range: { start: START, end: START }, related: [], fixes: [] } as const

const refused = (faults: readonly Fault[]): Result<never> => ({ ok: false, diagnostics: faults.map(describe) })

const describe = ({ path, message, help }: Fault): Diagnostic =>
  diagnosticOf(
    message.startsWith('unknown key') ? 'json/unknown-key' : 'json/invalid',
    path === '' ? message : `${path}: ${message}`,
    path,
    help,
  )

function diagnosticOf(code: JsonCode, message: string, path: string, help: string | undefined): Diagnostic {
  const { severity, effect, consequence } = JSON_CODES[code]
  return {
    ...{ code, severity, message, effect, consequence: consequence(), ...NOWHERE, path },
    ...(help === undefined ? {} : { help }),
  }
}

const { message, help } = JSON_CODES['json/lossy-form']

/** Said of every configuration that is made of this form. */
const LOSSY: Diagnostic = diagnosticOf('json/lossy-form', message(), '', help?.())
