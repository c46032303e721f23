import type { MutableBlock } from '../bind/model.ts'
import { packOrigin } from '../bind/origins.ts'
import type { Document } from '../cst/document.ts'
import { argumentsOf } from '../cst/words.ts'
import { type AddressFamily, type EffectiveServer, type EffectiveService, methodIn } from './effective-service.ts'
import { keywordAt, type Place, statementsIn, textOf } from './look.ts'
import type { Reading as Subject } from './rule.ts'

interface Parts {
  readonly servers: readonly EffectiveServer[]
  readonly sorry: EffectiveServer | undefined
  /** The family of the service's own address. */
  readonly own: AddressFamily | undefined
}

type Settled = Pick<EffectiveService, 'family' | 'servers' | 'wrongFamily' | 'sorry' | 'wrongSorry' | 'familyConflicts'>

const NONE: readonly never[] = []

/**
 * The address family of a service and the servers that do not have it (rs_end_handler, vs_end_handler, ip_family_handler). Tunnelled servers may
 * have any. The family is that of the address; without one, of what comes first. Where all have one family the order does not matter.
 */
export function settleFamily(subject: Subject, service: MutableBlock, parts: Parts): Settled {
  const { servers, sorry, own } = parts
  const said = textOf(service, 'ip_family') as AddressFamily | undefined
  const mask = textOf(service, 'persistence_granularity')
  let family = own ?? said ?? (mask === undefined ? undefined : familyOfMask(mask))
  let isPlain = said === undefined || said === family
  for (const server of servers) {
    // Whether a tunnelled server settles an open family depends on where its method is set.
    if (own === undefined && server.method === 'TUN') isPlain = false
    family ??= server.family
    isPlain &&= server.family === family
  }
  // NAT64 is wanted in DPVS, which does not compare families.
  if (subject.dialect.lineage === 'dpvs') isPlain = true
  else if (sorry !== undefined) isPlain &&= sorry.family === family
  if (isPlain && hasOneFamily(service)) {
    return { family, servers, sorry, wrongFamily: NONE, wrongSorry: undefined, familyConflicts: NONE }
  }
  return inOrder(subject, service, parts)
}

/** No second `ip_family`, which could be another one. */
const hasOneFamily = ({ unknown }: MutableBlock): boolean => unknown?.some(({ keyword }) => keyword === 'ip_family') !== true

/** keepalived takes a mask with a dot for IPv4 and a number for a prefix length of IPv6 (pgr_handler). */
const familyOfMask = (mask: string): AddressFamily => (mask.includes('.') ? 'inet' : 'inet6')

/** What is known so far, line by line. */
interface Reading {
  family: AddressFamily | undefined
  /** The method of the service so far; real servers copy it when their block opens. */
  method: string | undefined
  sorryMethod: string | undefined
  readonly kept: EffectiveServer[]
  readonly wrongFamily: EffectiveServer[]
  readonly familyConflicts: Place[]
}

/** One line: its place, its first word, the real server that it opens. */
interface Line {
  readonly place: Place
  readonly word: string
  readonly server: EffectiveServer | undefined
}

const METHODS: ReadonlySet<string> = new Set(['NAT', 'DR', 'TUN'])

function setMethod(reading: Reading, { word }: Line): void {
  // A bad word leaves the method before it.
  if (METHODS.has(word)) reading.method = word
}

/** What the lines do that have to do with families, by their keyword. */
const EFFECTS: Readonly<Record<string, (reading: Reading, line: Line) => void>> = {
  ip_family(reading, { word, place }) {
    if (word !== 'inet' && word !== 'inet6') return
    if (reading.family !== undefined && reading.family !== word) reading.familyConflicts.push(place)
    reading.family ??= word
  },
  persistence_granularity(reading, { word }) {
    reading.family ??= familyOfMask(word)
  },
  lb_kind: setMethod,
  lvs_method: setMethod,
  sorry_server(reading) {
    reading.sorryMethod = reading.method
  },
  sorry_server_lvs_method(reading, { word }) {
    if (METHODS.has(word)) reading.sorryMethod = word
  },
  real_server(reading, { server }) {
    if (server === undefined) return
    const method = methodIn(server.block, 'lvs_method') ?? reading.method
    // A method that cannot be read proves nothing.
    const isFree = method === 'TUN' || method === '?'
    if (!isFree) reading.family ??= server.family
    if (isFree || server.family === reading.family) reading.kept.push(server)
    else reading.wrongFamily.push(server)
  },
}

function inOrder(subject: Subject, service: MutableBlock, { servers, sorry, own }: Parts): Settled {
  const byOrigin = new Map(servers.map((server) => [subject.origins.get(server.block), server]))
  const reading: Reading = {
    family: own,
    method: undefined,
    sorryMethod: undefined,
    kept: [],
    wrongFamily: [],
    familyConflicts: [],
  }
  for (const place of statementsIn(subject, service)) {
    const document = subject.sources.documents[place.file] as Document
    EFFECTS[keywordAt(subject, place)]?.(reading, {
      place,
      word: argumentsOf(document, place.row)[0] ?? '',
      server: byOrigin.get(packOrigin(place.file, place.row)),
    })
  }
  const { kept, wrongFamily, familyConflicts, sorryMethod } = reading
  const isBound = sorry !== undefined && sorryMethod !== 'TUN' && sorry.method !== '?'
  const family = reading.family ?? (isBound ? sorry.family : undefined)
  const isWrong = isBound && sorry.family !== family
  return {
    family,
    servers: kept,
    wrongFamily,
    sorry: isWrong ? undefined : sorry,
    wrongSorry: isWrong ? sorry : undefined,
    familyConflicts,
  }
}
