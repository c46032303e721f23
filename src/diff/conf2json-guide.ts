import { readingOf, serviceOf } from '../json/service.ts'
import { SCHEMAS } from '../schema/registry.ts'
import { type Arg, type ArgType, hasSecret } from '../schema/row.ts'
import { lazy } from '../text/lazy.ts'
import type { Guide, Member } from './guide.ts'
import { NAMED_BY } from './identity.ts'

/** What identifies a block in the shape of conf2json; `name` where nothing is said. */
const HEADERS: Readonly<Record<string, Member['header']>> = {
  virtual_server: [
    { name: 'vip' },
    { name: 'vport' },
    { name: 'group', literal: 'group' },
    { name: 'fwmark', literal: 'fwmark' },
  ],
  real_server: [{ name: 'rip' }, { name: 'rport' }],
  zone: [{ name: 'network' }, { name: 'mask' }],
}

const NAME: Member['header'] = [{ name: 'name' }]

const TYPES: Readonly<Record<string, ArgType>> = {
  vip: 'ip',
  rip: 'ip',
  connect_ip: 'ip',
  bindto: 'ip',
  address: 'ip-range',
  virtual_ipaddress: 'ip-cidr',
}

/** Defaults are those that conf2json itself fills in, so a setting that one program leaves out is no difference. */
const DEFAULTS = lazy((): Readonly<Record<string, object>> => {
  const service = serviceOf({ real_server: [{}] }, readingOf('lvs', false))
  const [server] = service.real_server as readonly object[]
  return { virtual_server: service, real_server: server as object }
})

const SECRET_KEYS = lazy((): ReadonlySet<string> => {
  const rows = Object.values(SCHEMAS).flatMap((schema) => schema.rows)
  return new Set(rows.filter(hasSecret).map(({ keyword }) => keyword))
})

/** Follows the values themselves: lists of objects are blocks, other lists are entries. */
export function conf2jsonGuide(place = ''): Guide {
  const [parent = ''] = place.split('/').slice(-1)
  return {
    member(key, left, right) {
      const below = place === '' ? key : `${place}/${key}`
      const own = DEFAULTS()[parent] as Readonly<Record<string, unknown>> | undefined
      const fallback = own !== undefined && typeof own[key] !== 'object' && own[key] !== '' ? own[key] : undefined
      const kind = kindOf(left ?? right)
      return {
        key,
        place: below,
        kind,
        header: kind === 'blocks' ? (HEADERS[key] ?? NAME) : [],
        namedBy: kind === 'blocks' ? (NAMED_BY[key] ?? []) : [],
        inside: conf2jsonGuide(below),
        argOf: (name) => argOf(name === '' ? key : name),
        fallback: [fallback, fallback],
      }
    },
  }
}

function kindOf(value: unknown): Member['kind'] {
  if (typeof value !== 'object' || value === null) return 'value'
  if (!Array.isArray(value)) return 'block'
  return value.some((one) => typeof one === 'object' && one !== null && !Array.isArray(one)) ? 'blocks' : 'entries'
}

function argOf(name: string): Arg | undefined {
  const secret = SECRET_KEYS().has(name)
  const type = TYPES[name]
  if (name === 'laddr_group_name') return { name, type: 'ref', to: 'local_address_group' }
  if (!secret && type === undefined) return undefined
  return { name, type: type ?? 'string', ...(secret ? { secret } : {}) }
}

const SWITCHES = new Set(['alpha', 'omega', 'syn_proxy', 'ha_suspend', 'inhibit_on_failure', 'misc_dynamic'])

/** Other names that programs and their versions use. */
const ALIASES: Readonly<Record<string, string>> = { lvs_sched: 'lb_algo', lvs_method: 'lb_kind' }

/** Deepest value that is kept. */
const DEEPEST = 50

/**
 * The shape of conf2json with its liberties taken out: `"80"` is 80, a switch is 0 or 1 whatever it is called, null and an empty text are nothing.
 * Lists keep their places.
 */
export function plainConf2json(value: unknown, key = '', depth = 0): unknown {
  if (value === null || value === '' || depth > DEEPEST) return undefined
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return plainText(value, key)
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => plainConf2json(one, key, depth + 1))
  const object: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const plain = plainConf2json(inner, name, depth + 1)
    if (plain !== undefined) object[ALIASES[name] ?? name] = plain
  }
  return object
}

function plainText(text: string, key: string): string | number {
  if (SWITCHES.has(key) && /^(on|yes|true)$/i.test(text)) return 1
  if (SWITCHES.has(key) && /^(off|no|false)$/i.test(text)) return 0
  // More digits than a number holds are a digest.
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}
