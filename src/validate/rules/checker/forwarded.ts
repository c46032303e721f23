import { type EffectiveServer, type EffectiveService, NAT_METHODS } from '../../effective-service.ts'
import { headerWordSpan, settingSpan } from '../../look.ts'
import type { Subject } from '../../rule.ts'
import { firstOfEach } from './duplicate-real-server.ts'

/** Real servers and the sorry server that get packets as they are: DR and TUN do not write another port into them. */
export function* unchanged({
  method,
  servers,
  sorry,
}: EffectiveService): Generator<readonly [EffectiveServer, 'real' | 'sorry']> {
  const keeps = (server: EffectiveServer): boolean => {
    const used = server.method ?? method ?? 'NAT'
    return !NAT_METHODS.has(used) && used !== '?' && server.port !== 0
  }
  for (const server of firstOfEach(servers)) if (keeps(server)) yield [server, 'real']
  if (sorry !== undefined && keeps(sorry)) yield [sorry, 'sorry']
}

export const portSpan = (subject: Subject, { block }: EffectiveService, server: EffectiveServer, kind: 'real' | 'sorry') =>
  kind === 'real' ? headerWordSpan(subject, server.block, 1) : settingSpan(subject, block, 'sorry_server')

export const methodOf = (service: EffectiveService, server: EffectiveServer): string => server.method ?? service.method ?? 'NAT'
