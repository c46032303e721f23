import { type EffectiveServer, type EffectiveService, NAT_METHODS } from '../../effective-service.ts'
import { headerWordSpan, settingSpan } from '../../look.ts'
import type { Subject } from '../../rule.ts'

/** Real servers and the sorry server that get packets as they are: DR and TUN do not write another port into them. */
export function unchanged(service: EffectiveService): readonly (readonly [EffectiveServer, 'real' | 'sorry'])[] {
  const { method, distinct, sorry } = service
  if (!distinct.some((server) => keeps(server, method)) && (sorry === undefined || !keeps(sorry, method))) return NONE
  const found = distinct.filter((server) => keeps(server, method)).map((server) => [server, 'real'] as const)
  return sorry !== undefined && keeps(sorry, method) ? [...found, [sorry, 'sorry']] : found
}

const NONE: readonly never[] = []

function keeps({ method, port }: EffectiveServer, ofService: string | undefined): boolean {
  const used = method ?? ofService ?? 'NAT'
  return !NAT_METHODS.has(used) && used !== '?' && port !== 0
}

export const portSpan = (subject: Subject, { block }: EffectiveService, server: EffectiveServer, kind: 'real' | 'sorry') =>
  kind === 'real' ? headerWordSpan(subject, server.block, 1) : settingSpan(subject, block, 'sorry_server')

export const methodOf = (service: EffectiveService, server: EffectiveServer): string => server.method ?? service.method ?? 'NAT'
