import type { MutableBlock } from '../bind/model.ts'
import { lazy } from '../text/lazy.ts'
import type { EffectiveService } from './effective-service.ts'
import { blocks, textOf } from './look.ts'
import type { Subject } from './rule.ts'

/** A checker of a real server that keepalived reads. */
export interface Checker {
  readonly keyword: string
  readonly block: MutableBlock
  /** The real server around it. */
  readonly server: MutableBlock
  /** The `host` blocks that an SMTP_CHECK may have instead of settings of its own. */
  readonly hosts: readonly MutableBlock[]
}

/** The checkers of a configuration, in the order of the text. */
export interface Checkers {
  readonly byKeyword: ReadonlyMap<string, readonly Checker[]>
  /** Those with a connection, by their keywords. */
  readonly connecting: () => readonly Checker[]
  /** The pages that HTTP checks ask for. */
  readonly pages: () => readonly MutableBlock[]
}

/** Checkers with a connection of their own, and so with a destination. */
export const CONNECTING = ['TCP_CHECK', 'HTTP_GET', 'SSL_GET', 'SMTP_CHECK', 'DNS_CHECK', 'UDP_CHECK', 'PING_CHECK'] as const

/** The others. */
export const LOCAL = ['MISC_CHECK', 'FILE_CHECK', 'BFD_CHECK'] as const

/** Checkers of these keywords. Those of a service or a server that is skipped because of its header are not read. */
export const checkersOf = (subject: Subject, ...keywords: readonly string[]): readonly Checker[] =>
  within(subject.checkers().byKeyword, keywords)

const within = (byKeyword: Checkers['byKeyword'], keywords: readonly string[]): readonly Checker[] =>
  keywords.length === 1
    ? (byKeyword.get(keywords[0] as string) ?? [])
    : keywords.flatMap((keyword) => byKeyword.get(keyword) ?? [])

/** All checkers of some services. */
export function checkersIn(services: readonly EffectiveService[]): Checkers {
  const byKeyword = new Map<string, Checker[]>([...CONNECTING, ...LOCAL].map((keyword) => [keyword, []]))
  for (const { block: service } of services) {
    for (const server of blocks(service, 'real_server')) {
      if (server.invalid !== undefined || server.address === undefined) continue
      for (const keyword in server) {
        const list = byKeyword.get(keyword)
        if (list === undefined) continue
        for (const block of blocks(server, keyword)) list.push({ keyword, block, server, hosts: blocks(block, 'host') })
      }
    }
  }
  return {
    byKeyword,
    connecting: lazy(() => within(byKeyword, CONNECTING)),
    pages: lazy(() => within(byKeyword, ['HTTP_GET', 'SSL_GET']).flatMap(({ block }) => blocks(block, 'url'))),
  }
}

/** Calls `look` with each block that sets a connection of a checker: the checker itself, or its hosts. */
export function eachEnd(subject: Subject, look: (checker: Checker, end: MutableBlock) => void): void {
  for (const checker of subject.checkers().connecting()) {
    if (checker.hosts.length === 0) look(checker, checker.block)
    else for (const host of checker.hosts) look(checker, host)
  }
}

/** Where one of its connections goes. */
export const destinationOf = ({ server }: Checker, end: MutableBlock): string =>
  textOf(end, 'connect_ip') ?? (server.address as string)
