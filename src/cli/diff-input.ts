import { statSync } from 'node:fs'
import type { Config } from '../config.ts'
import type { DiffInput } from '../diff/side.ts'
import type { Loader } from '../expand/load.ts'
import { formOf, readJson } from '../json/read-json.ts'
import type { JsonValue } from '../json/value.ts'
import { load } from '../load.ts'
import { type Dialect, LVS_122 } from '../schema/dialects.ts'
import { validateAll } from '../validate/facade.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { entryOf, nodeLoader } from './files.ts'
import { joined } from './joined.ts'
import { complain, STDERR, write } from './output.ts'
import { concise } from './pretty.ts'
import { progress } from './progress.ts'
import { configIdOf } from './read.ts'

/** One side of a comparison as it was read. */
export interface Read {
  readonly name: string
  readonly value: DiffInput
  /** The value, when it is no JSON. */
  readonly config: Config | undefined
  /** Undefined for JSON that does not name its target. */
  readonly dialect: Dialect | undefined
  /** Some word of the file told the reader, or an option did. */
  readonly decided: boolean
}

/**
 * Both sides, the new one of one file or of several; undefined, with a line on standard error, when something cannot be read. A side that no word
 * decides is read as the other.
 */
export async function readSides(
  program: string,
  [old = '', ...fresh]: readonly string[],
  args: Arguments,
): Promise<readonly [Read, Read] | undefined> {
  // Standard input can be read once only.
  const loader = remembering(nodeLoader(progress()))
  const first = await readSide(program, old, args, loader)
  if (first === undefined) return undefined
  const second = await readFiles(program, fresh, args, loader, first.decided ? first.dialect : undefined)
  if (second === undefined) return undefined
  const isSettled = first.decided || !second.decided || second.dialect?.id === first.dialect?.id
  const again = isSettled ? first : await readSide(program, old, args, loader, second.dialect)
  return again === undefined ? undefined : [again, second]
}

/** Several files as one configuration, all for the reader that the first of them decides. */
async function readFiles(
  program: string,
  files: readonly string[],
  args: Arguments,
  loader: Loader,
  fallback: Dialect | undefined,
): Promise<Read | undefined> {
  const [file = '', ...others] = files
  if (others.length === 0) return readSide(program, file, args, loader, fallback)
  const sides: Read[] = []
  for (const one of files) {
    const side = await readSide(program, one, args, loader, fallback)
    if (side === undefined) return undefined
    if (side.config === undefined) {
      complain(program, `\`${side.name}\` is JSON; it can be compared alone, not as one of several files`)
      return undefined
    }
    sides.push(side)
  }
  const leader = sides.find(({ decided }) => decided) ?? (sides[0] as Read)
  const configs: Config[] = []
  for (const [index, side] of sides.entries()) {
    const isSame = side.dialect?.id === leader.dialect?.id
    const again = isSame
      ? side
      : await readSide(program, files[index] as string, args, loader, leader.dialect, leader.dialect?.id)
    if (again?.config === undefined) return undefined
    configs.push(again.config)
  }
  const config = joined(configs, args)
  return { name: `${sides[0]?.name} …`, value: config, config, dialect: leader.dialect, decided: leader.decided }
}

async function readSide(
  program: string,
  file: string,
  args: Arguments,
  loader: Loader,
  fallback?: Dialect,
  target = optionOf(args, 'for'),
): Promise<Read | undefined> {
  const name = entryOf(file)
  const entry = isDirectory(file) ? `${file.replace(/\/+$/, '')}/*.conf` : name
  const main = await loader.read(entry)
  const json = main.ok ? jsonIn(main.text) : undefined
  if (json === 'broken') {
    complain(program, `\`${name}\` begins as JSON and is none`)
    return undefined
  }
  if (json !== undefined) return jsonSide(program, name, json, target)
  const loaded = await load(entry, loader, { target, ...(fallback === undefined ? {} : { fallback }), ...configIdOf(args) })
  if (!loaded.ok) {
    complain(program, loaded.diagnostics[0]?.message ?? `${name} cannot be read`)
    return undefined
  }
  const config = loaded.value
  return isIncomplete(config)
    ? undefined
    : { name, value: config, config, dialect: config.dialect, decided: config.chosen !== UNDECIDED }
}

/** What `chooseDialect` says when it takes the fallback. */
const UNDECIDED = 'no word of the file decides'

function isDirectory(file: string): boolean {
  try {
    return statSync(file).isDirectory()
  } catch {
    return false
  }
}

/** A directory is a file that includes all of it. */
function remembering(loader: Loader): Loader {
  const known = new Map<string, ReturnType<Loader['read']>>()
  return {
    list: loader.list,
    read(path) {
      const kept = known.get(path)
      if (kept !== undefined) return kept
      const made: ReturnType<Loader['read']> = path.endsWith('/*.conf')
        ? { ok: true, text: 'include *.conf\n' }
        : loader.read(path)
      known.set(path, made)
      return made
    },
  }
}

/** No configuration begins with a brace or a bracket. */
function jsonIn(text: string): JsonValue | undefined | 'broken' {
  if (!/^\s*(\{\s*["}]|\[)/.test(text.slice(0, 1000))) return undefined
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return 'broken'
  }
}

/** The model form names its target; conf2json is of the LVS edition, and what another program printed is taken as it is. */
function jsonSide(program: string, name: string, json: JsonValue, target: string): Read | undefined {
  const known = target === 'auto' ? undefined : target
  const asItIs: Read = { name, value: json, config: undefined, dialect: LVS_122, decided: true }
  if (formOf(json) === 'conf2json') return asItIs
  const read = readJson(json, { target: known })
  if (!read.ok) {
    // conf2json of a configuration without services.
    if (hasKey(json, 'virtual_server') && !hasKey(json, 'formatVersion')) return asItIs
    complain(program, `\`${name}\`: ${read.diagnostics[0]?.message ?? 'it is no configuration'}`)
    return undefined
  }
  const { model, dialect } = read.value
  const value = { ...model, target: dialect.id } as unknown as JsonValue
  return {
    name,
    value,
    config: undefined,
    dialect,
    decided: known !== undefined || Array.isArray(json) || hasKey(json, 'target'),
  }
}

const hasKey = (json: JsonValue, key: string): boolean => typeof json === 'object' && json !== null && key in json

/** A part that cannot be read must not look as if it were removed. */
function isIncomplete(config: Config): boolean {
  const missing = validateAll(config, { rules: [], severity: 'error' }).diagnostics.filter(({ code }) =>
    code.startsWith('include/'),
  )
  for (const one of missing) write(STDERR, concise(one))
  return missing.length > 0
}
