import type { UnknownStatement } from '../bind/model.ts'
import type { Config } from '../config.ts'
import type { Document } from '../cst/document.ts'
import { argumentsOf, keywordOf } from '../cst/words.ts'
import { definitionAt } from '../expand/definitions.ts'
import type { Context, Field } from '../schema/compile.ts'
import { SCHEMAS, schemaOf } from '../schema/registry.ts'
import type { Arg } from '../schema/row.ts'
import { nearest } from '../text/distance.ts'
import { copyJson, type JsonObject } from './value.ts'

/** What stands for a password or a key. */
export const MASK = '***'

/** Which words are secret by themselves: those behind these keywords wherever they stand, and the values of these definitions. */
export interface Secrets {
  readonly keywords: readonly string[]
  readonly definitions: ReadonlySet<string>
}

/** Secrets of a configuration that only the words around them give away. */
export function secretsOf({ sources }: Pick<Config, 'sources'>): Secrets {
  const rows = Object.values(SCHEMAS).flatMap((schema) => schema.rows)
  const keywords = [...new Set(rows.filter(({ args }) => args.some(isSecret)).map(({ keyword }) => keyword))]
  return { keywords, definitions: secretDefinitions(sources.documents, keywords) }
}

const isSecret = (arg: Arg): boolean => arg.secret === true || arg.options?.some(isSecret) === true

/** The keyword, or one that is a typing error away from it. */
export const isSecretKeyword = ({ keywords }: Secrets, keyword: string): boolean => nearest(keyword, keywords) !== undefined

/** `$PASS=…` is secret when `auth_pass $PASS` uses it, also by way of other definitions. */
function secretDefinitions(documents: readonly Document[], keywords: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  const values = new Map<string, string>()
  for (const document of documents.filter(({ profile }) => profile.directives)) {
    for (let row = 0; row < document.statements.count; row++) {
      const definition = definitionAt(document, row)
      if (definition !== undefined) values.set(definition.name, definition.value)
      else if (nearest(keywordOf(document, row), keywords) !== undefined) {
        for (const word of argumentsOf(document, row)) addNames(names, word)
      }
    }
  }
  // A set is walked with what is added on the way.
  for (const name of names) addNames(names, values.get(name) ?? '')
  return names
}

function addNames(names: Set<string>, text: string): void {
  for (const match of text.matchAll(/\$\{?(\w+)/g)) names.add(match[1] as string)
}

/** A copy of the model with its secrets masked. */
export function redactModel(config: Config): JsonObject {
  const copy = copyJson(config.bound.model) as JsonObject
  maskBlock(copy, schemaOf(config.dialect).root, secretsOf(config))
  return copy
}

/** Depth is that of the keyword tables. */
function maskBlock(block: JsonObject, context: Context, secrets: Secrets): void {
  if (Array.isArray(block.unknown)) maskStatements(block.unknown, secrets)
  for (const field of context.fields.values()) {
    const key = field.row.form === 'line' ? 'entries' : field.key
    const value = block[key]
    if (value === undefined || value === null) continue
    if (field.context === undefined) block[key] = masked(value, argsOf(field)) as JsonObject
    else if (field.row.form === 'lines' && Array.isArray(value) && field.row.args.length === 0) {
      maskBlock({ entries: value }, field.context, secrets)
    } else for (const inner of Array.isArray(value) ? value : [value]) maskHeaded(inner, field, secrets)
  }
}

function maskHeaded(block: unknown, field: Field, secrets: Secrets): void {
  if (typeof block !== 'object' || block === null) return
  const inner = block as JsonObject
  for (const arg of argsOf(field)) if (arg.name in inner) inner[arg.name] = masked(inner[arg.name], [arg]) as JsonObject
  maskBlock(inner, field.context as Context, secrets)
}

const argsOf = ({ row }: Field): readonly Arg[] => [...row.args, ...(row.alternatives ?? []).flat()]

function masked(value: unknown, args: readonly Arg[]): unknown {
  if (!args.some(isSecret)) return value
  if (Array.isArray(value)) return value.map((one) => masked(one, args))
  if (typeof value !== 'object' || value === null) return args[0]?.secret === true && value !== true ? MASK : value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const arg = args.find((one) => one.name === name)
      return [name, arg?.options !== undefined ? masked(inner, arg.options) : arg?.secret === true ? MASK : inner]
    }),
  )
}

interface MutableStatement extends Omit<UnknownStatement, 'args' | 'block'> {
  args: readonly string[]
  readonly block?: MutableStatement[]
}

function maskStatements(statements: unknown[], secrets: Secrets): void {
  const waiting = [statements as MutableStatement[]]
  for (let list = waiting.pop(); list !== undefined; list = waiting.pop()) {
    for (const statement of list) {
      if (isSecretStatement(statement.keyword, secrets)) statement.args = statement.args.map(() => MASK)
      if (statement.block !== undefined) waiting.push(statement.block)
    }
  }
}

export function isSecretStatement(keyword: string, secrets: Secrets): boolean {
  const definition = /^\$(\w+)=$/.exec(keyword)
  return definition === null ? isSecretKeyword(secrets, keyword) : secrets.definitions.has(definition[1] as string)
}

/** The same for a keyword whose block is known: a table row decides. */
export function isSecretIn(context: Context | undefined, keyword: string, secrets: Secrets): boolean {
  const field = context?.fields.get(keyword)
  return field === undefined ? isSecretStatement(keyword, secrets) : argsOf(field).some(isSecret)
}

/** Settings that are commented out are secret as well. */
export const maskComment = (comment: string, { keywords }: Secrets): string =>
  keywords.reduce(
    (text, keyword) => text.replaceAll(new RegExp(`\\b(${keyword.replace(/\W/g, '\\$&')}\\s+)\\S.*`, 'g'), `$1${MASK}`),
    comment,
  )
