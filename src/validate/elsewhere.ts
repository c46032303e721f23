import { assemble, type Config } from '../config.ts'
import { rangesOf } from '../cst/ranges.ts'
import type { Finding } from '../diagnostics/finding.ts'
import { startsLine } from '../expand/expand.ts'
import type { Facts } from '../facts/facts.ts'
import { isReported } from './config-test.ts'
import type { Placed } from './placed.ts'
import { otherHost } from './reader-codes.ts'
import type { Found } from './validate.ts'

/** Most ids that are named. */
const MOST_IDS = 3

/** The ids that the conditions of a configuration name, each once, in the order of the text. */
function idsOf({ sources }: Config): readonly string[] {
  const ids = new Set<string>()
  for (const { text } of sources.documents) {
    if (!startsLine(text, '@')) continue
    for (const [, id] of text.matchAll(/(?:^|[\n{}])[ \t]*@\^?([^ \t\n]+)/g)) ids.add(id as string)
  }
  return [...ids]
}

/** A configuration as a host reads it that was given no id. */
export interface OnHost {
  readonly config: Config
  /** The ids of its conditions, for a message. */
  readonly ids: string
  /** The id is the name of the host that will read it; otherwise one that no condition has. */
  readonly isKnown: boolean
}

/** Without `-i` the id is the name of the host up to its first dot. Undefined where that makes no difference. */
export function onHost(config: Config, facts: Facts | undefined): OnHost | undefined {
  const { dialect, chosen, sources, configId, options } = config
  if (configId !== undefined || dialect.lineage !== 'keepalived' || !dialect.profile.directives) return undefined
  const ids = idsOf(config)
  if (ids.length === 0) return undefined
  const known = facts?.hostname?.split('.')[0]
  let name = known ?? 'host'
  if (known === undefined) while (ids.includes(name)) name += '-'
  const named = ids.slice(0, MOST_IDS).map((id) => `\`${id}\``)
  return {
    config: assemble({ dialect, reason: chosen }, sources, { ...options, configId: name }),
    ids: ids.length > MOST_IDS ? `${named.join(', ')}, …` : named.join(', '),
    isKnown: known !== undefined,
  }
}

/**
 * Findings of a configuration that was read without an id, with what the target says on that host: what it does not come to there is not reported. What is
 * found there only is added; where the host is not known, the first line that the target reports stands for all of it.
 */
export function withAnswersOf(there: Found, { findings, counts }: Found, { ids, isKnown }: OnHost, config: Config): Found {
  const { dialect } = config
  const { configTest } = there
  const keyOf = ({ code, file, start, end }: Finding): string => `${code.code} ${file}:${start}:${end}`
  const said = there.findings.filter((one) => isReported(one, dialect))
  const saidThere = new Set(said.map(keyOf))
  const asThere = findings.map((one): Placed => {
    const isSaid = saidThere.has(keyOf(one))
    if (isReported(one, dialect) === isSaid) return one
    return isSaid ? { ...one, reported: true } : { ...one, reported: false, exit: 'error' }
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
  return { findings: [...asThere, ...added], counts: sums, configTest }
}

/** The first of some lines, if it is not named yet. */
function standIn(
  fresh: readonly Placed[],
  told: readonly Placed[],
  ids: string,
  { dialect, sources }: Config,
): readonly Placed[] {
  const rangeOf = rangesOf(sources.documents)
  const lineOf = ({ file, start }: Finding): string => `${file}:${rangeOf({ file, start, end: start }).start.line}`
  const named = new Set(told.filter((one) => isReported(one, dialect)).map(lineOf))
  const first = fresh.reduce<Placed | undefined>(
    (least, one) => (named.has(lineOf(one)) || (least !== undefined && !isBefore(one, least)) ? least : one),
    undefined,
  )
  if (first === undefined) return []
  const { code, data, file, start, end } = first
  return [{ code: otherHost, data: [ids, code.message(...data.map(String))], file, start, end }]
}

const isBefore = (a: Finding, b: Finding): boolean => a.file < b.file || (a.file === b.file && a.start < b.start)
