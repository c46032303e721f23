import { assemble, type Config } from '../config.ts'
import type { Document } from '../cst/document.ts'
import type { Finding } from '../diagnostics/finding.ts'
import { lineStarts } from '../expand/expand.ts'
import type { Facts } from '../facts/facts.ts'
import { configTest, isReported, unsaid } from './config-test.ts'
import { firstOf, lineKeys } from './line-keys.ts'
import type { Placed } from './placed.ts'
import { otherHost } from './reader-codes.ts'
import type { Found } from './validate.ts'

/** Most ids that are named. */
const MOST_IDS = 3

/** What the conditions of a configuration are. */
interface Conditions {
  readonly ids: readonly string[]
  /** Some of them decide about more than a setting: about definitions, blocks, other files. */
  readonly decide: boolean
}

/** A definition, a sequence, an include, a setting that its block cannot do without, a brace, or what the scanners of the reader see differently. */
const DECIDES = /^[$~]|^(?:include|interface|virtual_router_id|neighbor_ip)|[{}"\\]/

function conditionsOf({ sources }: Config): Conditions {
  const ids = new Set<string>()
  let decide = false
  for (const { text } of sources.documents) {
    for (const at of lineStarts(text, '@')) {
      const end = text.indexOf('\n', at)
      const [, id = '', rest = ''] = /^@\^?([^ \t]*)[ \t]*(.*)/.exec(text.slice(at, end < 0 ? undefined : end)) ?? []
      if (id !== '') ids.add(id)
      decide ||= DECIDES.test(rest)
    }
  }
  return { ids: [...ids], decide }
}

/** How a host reads a configuration that was given no id. */
export interface OnHost {
  /** Undefined where its conditions decide about settings only, and the host is not known. */
  readonly config: Config | undefined
  /** The ids of its conditions, for a message. */
  readonly ids: string
  /** The id is the name of the host that will read it; otherwise one that no condition has. */
  readonly isKnown: boolean
}

/** Without `-i` the id is the name of the host up to its first dot. Undefined where there are no conditions. */
export function onHost(config: Config, facts: Facts | undefined): OnHost | undefined {
  const { dialect, chosen, sources, configId, options } = config
  if (configId !== undefined || dialect.lineage !== 'keepalived' || !dialect.profile.directives) return undefined
  const { ids, decide } = conditionsOf(config)
  if (ids.length === 0) return undefined
  const known = facts?.hostname?.split('.')[0]
  let name = known ?? 'host'
  if (known === undefined) while (ids.includes(name)) name += '-'
  const named = ids.slice(0, MOST_IDS).map((id) => `\`${id}\``)
  const isRead = decide || known !== undefined
  return {
    config: isRead ? assemble({ dialect, reason: chosen }, sources, { ...options, configId: name }) : undefined,
    ids: ids.length > MOST_IDS ? `${named.join(', ')}, …` : named.join(', '),
    isKnown: known !== undefined,
  }
}

/** Settings behind the condition of some host are not read by one that no condition names: nothing is reported of them. */
export function withoutGuarded(found: Found, { sources, dialect }: Config): Found {
  const findings = found.findings.map((one): Placed => {
    if (!isReported(one, dialect)) return one
    const { text } = sources.documents[one.file] as Document
    const line = text.slice(text.lastIndexOf('\n', one.start - 1) + 1, one.start)
    return /^[ \t]*@(?!\^)/.test(line) ? unsaid(one) : one
  })
  return { ...found, findings, configTest: configTest(findings, dialect) }
}

/**
 * Findings of a configuration that was read without an id, with what the target says on that host: what it does not come to there is not reported. What is
 * found there only is added; where the host is not known, the first line that the target reports stands for all of it.
 */
export function withAnswersOf(
  there: Found,
  { findings, counts }: Found,
  { ids, isKnown }: Omit<OnHost, 'config'>,
  config: Config,
): Found {
  const { dialect } = config
  const keyOf = ({ code, file, start, end }: Finding): string => `${code.code} ${file}:${start}:${end}`
  const said = there.findings.filter((one) => isReported(one, dialect))
  const saidThere = new Set(said.map(keyOf))
  const asThere = findings.map((one): Placed => {
    const isSaid = saidThere.has(keyOf(one))
    if (isReported(one, dialect) === isSaid) return one
    return isSaid ? { ...one, reported: true } : unsaid(one)
  })
  const here = new Set(findings.map(keyOf))
  // Places inside the effective text are those of another one.
  const fresh = there.findings.filter((one) => !here.has(keyOf(one))).map(({ inner: _inner, ...one }): Placed => one)
  const added = isKnown
    ? fresh
    : standIn(
        fresh.filter((one) => isReported(one, dialect)),
        asThere,
        ids,
        config,
      )
  const sums = { ...counts }
  for (const { severity, code } of added) sums[severity ?? code.severity]++
  return { findings: [...asThere, ...added], counts: sums, configTest: there.configTest }
}

/** The first of some lines, if it is not named yet. */
function standIn(
  fresh: readonly Placed[],
  told: readonly Placed[],
  ids: string,
  { dialect, sources }: Config,
): readonly Placed[] {
  const lineOf = lineKeys(sources.documents)
  const named = new Set(told.filter((one) => isReported(one, dialect)).map(lineOf))
  const first = firstOf(
    fresh.filter((one) => !named.has(lineOf(one))),
    (one) => one,
  )
  if (first === undefined) return []
  const { code, data, file, start, end } = first
  return [{ code: otherHost, data: [ids, code.message(...data.map(String))], file, start, end }]
}
