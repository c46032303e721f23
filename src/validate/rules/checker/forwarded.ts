import { type EffectiveServer, type EffectiveService, NAT_METHODS } from '../../effective-service.ts'
import { headerWordSpan, settingSpan } from '../../look.ts'
import type { Subject } from '../../rule.ts'

/** Real servers and the sorry server that get packets as they are: DR and TUN do not write another port into them. */
export function unchanged({ method, distinct, sorry }: EffectiveService): readonly Forwarded[] {
  const found: Forwarded[] = []
  for (const server of distinct) if (keeps(server, method)) found.push([server, 'real'])
  if (sorry !== undefined && keeps(sorry, method)) found.push([sorry, 'sorry'])
  return found
}

type Forwarded = readonly [EffectiveServer, 'real' | 'sorry']

function keeps({ method, port }: EffectiveServer, ofService: string | undefined): boolean {
  const used = method ?? ofService ?? 'NAT'
  return !NAT_METHODS.has(used) && used !== '?' && port !== 0
}

export const portSpan = (subject: Subject, { block }: EffectiveService, server: EffectiveServer, kind: 'real' | 'sorry') =>
  kind === 'real' ? headerWordSpan(subject, server.block, 1) : settingSpan(subject, block, 'sorry_server')

export const methodOf = (service: EffectiveService, server: EffectiveServer): string => server.method ?? service.method ?? 'NAT'
