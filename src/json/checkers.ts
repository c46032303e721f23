import { type Block, blockOf, numberOf, parsed, switchOf, textOf } from './settings.ts'
import type { JsonObject, JsonValue } from './value.ts'

/** What a checker takes from the server that it checks. */
export interface CheckedServer {
  readonly rip: string
  readonly rport: number
  readonly delayLoop: number
  /** Where an SMTP_CHECK goes: 25 in the 1.2.2 edition, newer ones take the port of the server. */
  readonly smtpPort: number
  /** 0 in the 1.2.2 edition, where the check then times out at once. */
  readonly connectTimeout: number
  readonly retry: number
  readonly delayBeforeRetry: number
}

type Known = (block: Block, server: CheckedServer) => JsonObject

const connection = (block: Block, server: CheckedServer): JsonObject => ({
  connect_port: numberOf(block, 'connect_port', server.rport),
  bindto: textOf(block, 'bindto'),
  connect_timeout: numberOf(block, 'connect_timeout', server.connectTimeout),
})

const http: Known = (block, server) => ({
  connect_port: numberOf(block, 'connect_port', server.rport),
  bindto: textOf(block, 'bindto'),
  connect_timeout: numberOf(block, 'connect_timeout', server.connectTimeout),
  // newer versions call it retry
  nb_get_retry: numberOf(block, 'nb_get_retry', server.retry, 'retry'),
  delay_before_retry: numberOf(block, 'delay_before_retry', server.delayBeforeRetry),
  url: blocksOf(block, 'url').map((url) =>
    withRest(url, { path: textOf(url, 'path'), digest: textOf(url, 'digest'), status_code: statusCode(url) }),
  ),
})

const smtp: Known = (block, server) => {
  const hosts = blocksOf(block, 'host')
  return {
    helo_name: textOf(block, 'helo_name', 'smtpchecker.keepalived.org'),
    connect_timeout: numberOf(block, 'connect_timeout', 5),
    retry: numberOf(block, 'retry', 1),
    delay_before_retry: numberOf(block, 'delay_before_retry', 1),
    // without a host there is one: the server itself
    host: (hosts.length === 0 ? [block] : hosts).map((host) =>
      withRest(hosts.length === 0 ? {} : host, {
        connect_ip: textOf(host, 'connect_ip', server.rip),
        connect_port: numberOf(host, 'connect_port', server.smtpPort),
        bindto: textOf(host, 'bindto'),
      }),
    ),
  }
}

const misc: Known = (block, server) => ({
  misc_path: textOf(block, 'misc_path'),
  misc_timeout: numberOf(block, 'misc_timeout', server.delayLoop),
  misc_dynamic: switchOf(block, 'misc_dynamic'),
})

const KNOWN: ReadonlyMap<string, Known> = new Map([
  ['TCP_CHECK', connection],
  ['HTTP_GET', http],
  ['SSL_GET', http],
  ['SMTP_CHECK', smtp],
  ['MISC_CHECK', misc],
])

/** A list of ranges in newer versions, one number in 1.2.2. */
function statusCode(url: Block): JsonValue {
  const text = textOf(url, 'status_code', '0')
  return /^\d+$/.test(text) || !Array.isArray(url.status_code) ? numberOf({ status_code: text }, 'status_code', 0) : text
}

/** Adds to a real server one list a kind of checker, in the order of the file. */
export function addCheckers(object: JsonObject, block: Block, server: CheckedServer): void {
  for (const key in block) {
    if (!isChecker(key)) continue
    const checkers = blocksOf(block, key)
    if (checkers.length > 0) object[key] = checkers.map((checker) => checkerOf(key, checker, server))
  }
  for (const { keyword, block: content } of block.unknown ?? []) {
    if (content === undefined || !isChecker(keyword) || keyword in object) continue
    object[keyword] = blocksOf(block, keyword).map((checker) => checkerOf(keyword, checker, server))
  }
}

/** `TCP_CHECK`, `HTTP_GET`, `CI-LINUX`: names of checkers are in capitals, names of settings are not. */
const isChecker = (key: string): boolean => {
  const first = key.charCodeAt(0)
  return first >= 65 && first <= 90
}

function checkerOf(key: string, block: Block, server: CheckedServer): JsonObject {
  const known = KNOWN.get(key)
  return known === undefined ? (parsed(block) as JsonObject) : withRest(block, known(block, server))
}

/** Settings beyond the fixed keys follow them; `retry` has been taken where it is an alias. */
function withRest(block: Block, object: JsonObject): JsonObject {
  for (const key in block) {
    if (key in object || key === 'unknown' || key === 'invalid' || (key === 'retry' && 'nb_get_retry' in object)) continue
    object[key] = parsed(block[key])
  }
  return object
}

/** The blocks of a keyword, typed ones first, then those that have no typed place. */
export function blocksOf(block: Block, key: string): readonly Block[] {
  const value = block[key]
  const typed = Array.isArray(value)
    ? (value as readonly Block[])
    : typeof value === 'object' && value !== null
      ? [value as Block]
      : []
  if (block.unknown === undefined) return typed
  return [...typed, ...block.unknown.filter((one) => one.keyword === key && one.block !== undefined).map(blockOf)]
}
