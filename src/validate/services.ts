import type { MutableBlock } from '../bind/model.ts'
import type { Dialect } from '../schema/dialects.ts'
import {
  type AddressFamily,
  type EffectiveServer,
  type EffectiveService,
  familyOf,
  isSame,
  methodIn,
  serverKey,
  totalWeight,
} from './effective-service.ts'
import { settleFamily } from './families.ts'
import { effectiveGroups, type ServerGroup } from './groups.ts'
import { blocks, numberOf, textOf } from './look.ts'
import type { Reading, Subject } from './rule.ts'
import { isIncomplete } from './service.ts'

/** The services of a subject, made once for all rules. */
export const servicesOf = (subject: Subject): readonly EffectiveService[] => subject.services()

/**
 * The services of a model. Empty for readers before the checks: 1.2.2 and DPVS up to 1.8.1 do not look at what settings mean together
 * (validate_check_config and the end handlers of check_parser.c).
 */
export function effectiveServices(subject: Reading): readonly EffectiveService[] {
  const { model, dialect } = subject
  if (!hasEndChecks(dialect)) return []
  const groups = effectiveGroups(model)
  const open = isIncomplete(subject)
  const found: EffectiveService[] = []
  for (const block of blocks(model, 'virtual_server')) {
    if (block.invalid === undefined && isAddressed(block)) found.push(effective(subject, block, groups, open))
  }
  return found
}

/** The reader looks at what settings mean together. */
export const hasEndChecks = ({ lineage, unknownKeywords }: Dialect): boolean =>
  lineage !== 'lvs' && unknownKeywords === 'reported'

/** Without a word in its header the reader stops or dies, and that has its own finding. */
const isAddressed = ({ address, fwmark, group }: MutableBlock): boolean =>
  address !== undefined || fwmark !== undefined || group !== undefined

function effective(
  subject: Reading,
  block: MutableBlock,
  groups: ReadonlyMap<string, ServerGroup>,
  isIncompleteFile: boolean,
): EffectiveService {
  const name = textOf(block, 'group')
  const mark = numberOf(block, 'fwmark')
  // A mark of 0 is none (vs_handler).
  const kind = name !== undefined ? 'group' : mark !== undefined && mark !== 0 ? 'fwmark' : 'address'
  const group = name === undefined ? undefined : groups.get(name)
  const method = methodIn(block, 'lb_kind')
  const settled = settleFamily(subject, block, {
    servers: serversOf(block, method),
    sorry: sorryOf(block, method),
    own: textOf(block, 'address') === undefined ? undefined : familyOf(block.address as string),
  })
  const family = settled.family ?? group?.family
  const { servers, wrongFamily, sorry, wrongSorry, familyConflicts } = settled
  const distinct = firstOfEach(servers)
  return {
    block,
    kind,
    port: numberOf(block, 'port') ?? 0,
    group,
    method,
    servers,
    distinct,
    weight: totalWeight(block, distinct),
    wrongFamily,
    sorry,
    wrongSorry,
    familyConflicts,
    family,
    isOpen:
      isIncompleteFile || block.unknown?.some(({ keyword, prefix }) => keyword === 'include' || prefix !== undefined) === true,
    isValidated: servers.length > 0 && (kind !== 'group' || isLinked(group, settled.family)),
  }
}

/** Without the ones that are dropped as duplicates. */
function firstOfEach(servers: readonly EffectiveServer[]): readonly EffectiveServer[] {
  if (servers.length <= FEW && !hasPair(servers)) return servers
  const keys = servers.map(serverKey)
  const seen = new Set(keys)
  return seen.size === servers.length ? servers : servers.filter((_, i) => seen.delete(keys[i] as string))
}

/** So few that comparing each with each is quicker than a table. */
const FEW = 8

function hasPair(servers: readonly EffectiveServer[]): boolean {
  for (let i = 1; i < servers.length; i++) {
    for (let j = 0; j < i; j++) if (isSame(servers[i] as EffectiveServer, servers[j] as EffectiveServer)) return true
  }
  return false
}

/** Whether a service and its group go together (link_vsg_to_vs). */
function isLinked(group: ServerGroup | undefined, family: AddressFamily | undefined): boolean {
  if (group === undefined) return false
  return family === undefined || (!group.isMixed && (group.family === undefined || group.family === family))
}

function serversOf(service: MutableBlock, method: string | undefined): readonly EffectiveServer[] {
  const found: EffectiveServer[] = []
  for (const block of blocks(service, 'real_server')) {
    const address = textOf(block, 'address')
    if (address === undefined || block.invalid !== undefined) continue
    found.push(serverOf(block, address, methodIn(block, 'lvs_method') ?? method))
  }
  return found
}

function sorryOf(service: MutableBlock, method: string | undefined): EffectiveServer | undefined {
  const block = service.sorry_server as MutableBlock | undefined
  const address = block === undefined ? undefined : textOf(block, 'address')
  if (block === undefined || address === undefined) return undefined
  const own = methodIn(service, 'sorry_server_lvs_method')
  return serverOf(block, address, own ?? method)
}

function serverOf(block: MutableBlock, address: string, method: string | undefined): EffectiveServer {
  const port = numberOf(block, 'port') ?? 0
  return { block, address, port, family: familyOf(address), method }
}
