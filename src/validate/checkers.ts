import type { MutableBlock } from '../bind/model.ts'
import type { EffectiveService } from './effective-service.ts'
import { blocks, textOf } from './look.ts'
import type { Subject } from './rule.ts'

/** A checker of a real server that keepalived reads. */
export interface Checker {
  readonly keyword: string
  readonly block: MutableBlock
  /** The real server around it. */
  readonly server: MutableBlock
}

/** Checkers with a connection of their own, and so with a destination. */
export const CONNECTING = ['TCP_CHECK', 'HTTP_GET', 'SSL_GET', 'SMTP_CHECK', 'DNS_CHECK', 'UDP_CHECK', 'PING_CHECK'] as const

/** The others. */
export const LOCAL = ['MISC_CHECK', 'FILE_CHECK', 'BFD_CHECK'] as const

/** Checkers of these keywords. Those of a service or a server that is skipped because of its header are not read. */
export const checkersOf = (subject: Subject, ...keywords: readonly string[]): readonly Checker[] =>
  keywords.flatMap((keyword) => subject.checkers().get(keyword) ?? [])

/** All checkers of some services by their keyword, in the order of the text. */
export function checkersIn(services: readonly EffectiveService[]): ReadonlyMap<string, readonly Checker[]> {
  const found = new Map<string, Checker[]>([...CONNECTING, ...LOCAL].map((keyword) => [keyword, []]))
  for (const { block: service } of services) {
    for (const server of blocks(service, 'real_server')) {
      if (server.invalid !== undefined || server.address === undefined) continue
      for (const keyword of Object.keys(server)) {
        const list = found.get(keyword)
        if (list !== undefined) for (const block of blocks(server, keyword)) list.push({ keyword, block, server })
      }
    }
  }
  return found
}

/** Where a checker connects to. */
export const destinationOf = ({ block, server }: Checker): string => textOf(block, 'connect_ip') ?? (server.address as string)
