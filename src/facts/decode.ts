import type { Facts, FileFact, GroupFact, InterfaceFact, RoutingFact, UserFact } from './facts.ts'

/** Something that is wrong with the JSON of facts. */
export interface FactsProblem {
  /** `$.interfaces[2].mtu` */
  readonly path: string
  /** What may stand there. */
  readonly expected: string
  /** What stands there, cut to a few characters. */
  readonly actual: string
}

export type DecodedFacts =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly problems: readonly FactsProblem[] }

/**
 * Reads facts from JSON that has been parsed. Unknown keys are problems, since a fact under a misspelt name would say nothing. An interface, a user or
 * a group may be its name alone; `mode` is a number, or a text in octal as `keepalived-conf facts` writes it.
 *
 * @example decodeFacts({ interfaces: ['eth0'] }) // { ok: true, facts: { interfaces: [{ name: 'eth0' }] } }
 * @example decodeFacts({ users: 5 }) // { ok: false, problems: [{ path: '$.users', expected: 'a list', actual: '5' }] }
 */
export function decodeFacts(json: unknown): DecodedFacts {
  const problems: FactsProblem[] = []
  const facts = FACTS(json, '$', problems)
  return problems.length === 0 && facts !== undefined ? { ok: true, facts } : { ok: false, problems }
}

/** Reads one value; undefined, with a problem, when it is none. */
type Reader<A> = (json: unknown, path: string, problems: FactsProblem[]) => A | undefined

const MOST_PROBLEMS = 20
const LONGEST = 40

function problem(problems: FactsProblem[], path: string, expected: string, json: unknown): undefined {
  if (problems.length < MOST_PROBLEMS) problems.push({ path, expected, actual: shown(json) })
}

function shown(json: unknown): string {
  if (json === undefined) return 'nothing'
  if (Array.isArray(json)) return 'a list'
  if (typeof json === 'object' && json !== null) return 'an object'
  const text = JSON.stringify(json) ?? String(json)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

const text: Reader<string> = (json, path, problems) => (typeof json === 'string' ? json : problem(problems, path, 'a text', json))

const boolean: Reader<boolean> = (json, path, problems) =>
  typeof json === 'boolean' ? json : problem(problems, path, 'true or false', json)

const count: Reader<number> = (json, path, problems) =>
  isCount(json) ? json : problem(problems, path, 'a whole number from 0', json)

const isCount = (json: unknown): json is number => typeof json === 'number' && Number.isInteger(json) && json >= 0

const mode: Reader<number> = (json, path, problems) => {
  if (isCount(json) && json <= 0o7777) return json
  if (typeof json === 'string' && /^[0-7]{1,5}$/.test(json) && Number.parseInt(json, 8) <= 0o7777) return Number.parseInt(json, 8)
  return problem(problems, path, 'permission bits, such as "0755"', json)
}

const oneOf =
  <A extends string>(words: readonly A[]): Reader<A> =>
  (json, path, problems) =>
    words.find((word) => word === json) ?? problem(problems, path, `one of ${words.join(', ')}`, json)

const list =
  <A>(item: Reader<A>): Reader<readonly A[]> =>
  (json, path, problems) => {
    if (!Array.isArray(json)) return problem(problems, path, 'a list', json)
    return json.map((one, i) => item(one, `${path}[${i}]`, problems)).filter((one) => one !== undefined)
  }

/** An object with any keys. */
const table =
  <A>(item: Reader<A>): Reader<Readonly<Record<string, A>>> =>
  (json, path, problems) => {
    if (!isObject(json)) return problem(problems, path, 'an object', json)
    const entries: [string, A][] = []
    for (const [key, one] of Object.entries(json)) {
      const value = item(one, `${path}[${JSON.stringify(key)}]`, problems)
      if (value !== undefined) entries.push([key, value])
    }
    return Object.fromEntries(entries)
  }

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** An object with these keys; those not in `needed` may be left out. */
const object =
  <A>(readers: { readonly [K in keyof A]-?: Reader<A[K]> }, needed: readonly (keyof A & string)[] = []): Reader<A> =>
  (json, path, problems) => {
    if (!isObject(json)) return problem(problems, path, 'an object', json)
    const known = new Map<string, Reader<unknown>>(Object.entries(readers))
    const entries: [string, unknown][] = []
    for (const [key, one] of Object.entries(json)) {
      const reader = known.get(key)
      if (reader === undefined) problem(problems, `${path}.${key}`, `one of the keys ${[...known.keys()].join(', ')}`, one)
      else {
        const value = reader(one, `${path}.${key}`, problems)
        if (value !== undefined) entries.push([key, value])
      }
    }
    for (const key of needed) if (!(key in json)) problem(problems, `${path}.${key}`, 'a value', undefined)
    // Each entry was read by the reader of its key.
    return Object.fromEntries(entries) as A
  }

/** A thing with a name, or the name alone. */
const orName =
  <A extends { readonly name: string }>(reader: Reader<A>): Reader<A> =>
  (json, path, problems) =>
    typeof json === 'string' ? ({ name: json } as A) : reader(json, path, problems)

const INTERFACE: Reader<InterfaceFact> = object<InterfaceFact>(
  {
    name: text,
    loopback: boolean,
    multicast: boolean,
    up: boolean,
    mtu: count,
    type: text,
    kind: text,
    addresses: list(text),
  },
  ['name'],
)

const USER: Reader<UserFact> = object<UserFact>({ name: text, uid: count, gid: count }, ['name'])

const GROUP: Reader<GroupFact> = object<GroupFact>({ name: text, gid: count }, ['name'])

const ROUTING: Reader<RoutingFact> = object<RoutingFact>({
  tables: list(text),
  protocols: list(text),
  scopes: list(text),
  realms: list(text),
  dsfields: list(text),
  groups: list(text),
})

const ABSENT: Reader<FileFact> = object<{ readonly kind: 'absent' }>({ kind: oneOf(['absent']) }, ['kind'])

const PRESENT: Reader<FileFact> = object<Exclude<FileFact, { readonly kind: 'absent' }>>(
  { kind: oneOf(['file', 'directory', 'symlink', 'other']), mode, uid: count, gid: count, target: text },
  ['kind', 'mode', 'uid', 'gid'],
)

const FILE: Reader<FileFact> = (json, path, problems) =>
  (isObject(json) && json.kind === 'absent' ? ABSENT : PRESENT)(json, path, problems)

const FACTS: Reader<Facts> = object<Facts>({
  interfaces: list(orName(INTERFACE)),
  users: list(orName(USER)),
  groups: list(orName(GROUP)),
  files: table(FILE),
  searchPath: list(text),
  directory: text,
  hostname: text,
  hosts: table(boolean),
  namespaces: list(text),
  routing: ROUTING,
  user: text,
})
