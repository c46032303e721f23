import type { MutableBlock } from '../../bind/model.ts'
import { blocks, headerSpan } from '../look.ts'
import type { Rule } from '../rule.ts'
import { services } from '../service.ts'
import { service } from './examples.ts'

const real = (address: string): string => `    real_server ${address} 80 {\n    }\n`

/** Services of up to this many servers are compared pair by pair, which makes no garbage. */
const FEW = 16

/** R19, second half: reported on every one but the first. */
export const duplicateRealServer: Rule = {
  code: 'lvs/duplicate-real-server',
  lineages: ['lvs'],
  severity: 'error',
  effect: 'misread',
  message: (address, port) => `the service has a real server ${address} ${port} already`,
  consequence: () =>
    'both are kept and act on the same server of the kernel: the weight and the checks of one undo those of the other',
  help: () => 'Keep one.',
  reported: false,
  explanation: 'The kernel knows a server of a service by address and port. 1.2.2 does not look for duplicates.',
  bad: service('', real('10.0.1.1') + real('10.0.1.1')),
  good: service('', real('10.0.1.1') + real('10.0.1.2')),
  check(subject, report) {
    for (const block of services(subject)) {
      const servers = blocks(block, 'real_server')
      const found = servers.length > FEW ? amongMany(servers) : amongFew(servers)
      for (const [server, first] of found) {
        const related = [{ ...headerSpan(subject, first), message: 'the first one' }]
        report({ ...headerSpan(subject, server), data: [String(server.address), String(server.port)], related })
      }
    }
  },
}

type Pair = readonly [server: MutableBlock, first: MutableBlock]
const NONE: readonly Pair[] = []

const isSame = (a: MutableBlock, b: MutableBlock): boolean =>
  a.address !== undefined && a.port !== undefined && a.port === b.port && a.address === b.address

function amongFew(servers: readonly MutableBlock[]): readonly Pair[] {
  let found: Pair[] | undefined
  for (let i = 1; i < servers.length; i++) {
    const server = servers[i] as MutableBlock
    for (let j = 0; j < i; j++) {
      const first = servers[j] as MutableBlock
      if (!isSame(server, first)) continue
      found ??= []
      found.push([server, first])
      break
    }
  }
  return found ?? NONE
}

function amongMany(servers: readonly MutableBlock[]): readonly Pair[] {
  const first = new Map<string, MutableBlock>()
  const found: Pair[] = []
  for (const server of servers) {
    if (server.address === undefined || server.port === undefined) continue
    const key = `${server.address} ${server.port}`
    const other = first.get(key)
    if (other === undefined) first.set(key, server)
    else found.push([server, other])
  }
  return found
}
