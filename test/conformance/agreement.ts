import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nodeLoader } from '../../src/cli/files.ts'
import { factsFor, machineFacts } from '../../src/cli/machine.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { load } from '../../src/load.ts'
import type { ConfigTest } from '../../src/validate/config-test.ts'
import { validateAll } from '../../src/validate/facade.ts'

/** Cases of our own, with what two versions of keepalived answer. */
export const CASES = fileURLToPath(new URL('cases/', import.meta.url))

export const VERSIONS = ['2.2.7', '2.4.3'] as const
export type Version = (typeof VERSIONS)[number]

export interface Case {
  readonly name: string
  readonly args: string
  /** What the answer asks of the machine. */
  readonly env: string
  readonly status: Readonly<Record<Version, number>>
  readonly lines: Readonly<Record<Version, string>>
}

export function readCases(): readonly Case[] {
  const [, ...rows] = readFileSync(`${CASES}expected.tsv`, 'utf8').trimEnd().split('\n')
  return rows.map((row) => {
    const [name, oldStatus, newStatus, , oldLines, newLines, env, args] = row.split('\t') as [string, ...string[]]
    return {
      name,
      args: args ?? '-',
      env: env ?? 'any',
      status: { '2.2.7': Number(oldStatus), '2.4.3': Number(newStatus) },
      lines: { '2.2.7': oldLines ?? '-', '2.4.3': newLines ?? '-' },
    }
  })
}

/** Statuses of a program that does not end by itself. */
const DEATHS: ReadonlySet<number> = new Set([124, 134, 136, 139, 143])

export const dies = (status: number): boolean => DEATHS.has(status)

/** The machine of the tests: this one, with the interfaces that the cases expect. */
const INTERFACES: NonNullable<Facts['interfaces']> = [
  { name: 'lo', loopback: true },
  { name: 'eth0', multicast: true, mtu: 1500 },
  { name: 'eth0p', multicast: true, mtu: 1500 },
]

export interface Answer {
  readonly diagnostics: readonly Diagnostic[]
  readonly configTest: ConfigTest
}

/** Our answer for a file. */
export async function answer(file: string, target: string, args = '-'): Promise<Answer | undefined> {
  const configId = /-i (\S+)/.exec(args)?.[1] ?? machineFacts().hostname?.replace(/\..*/, '') ?? 'host'
  const options = { target, configId, directory: CASES, allConfig: /-e\b/.test(args), environment: process.env }
  const loaded = await load(file, nodeLoader({ file: () => {}, done: () => {} }), options)
  if (!loaded.ok) return undefined
  const facts = { ...(await factsFor(machineFacts(), [loaded.value])), interfaces: INTERFACES }
  return validateAll(loaded.value, { facts })
}

/** Where a case disagrees: in the exit status, the verdict, the first line that is named, or a death that is not foreseen. */
export async function disagreements(one: Case, version: Version): Promise<readonly string[]> {
  const own = await answer(`${CASES}${one.name}.conf`, version, one.args)
  if (own === undefined) return ['status']
  const want = one.status[version]
  if (dies(want)) return own.diagnostics.some(({ severity }) => severity === 'error') ? [] : ['crashers']
  const { exitStatus } = own.configTest
  const found: string[] = []
  if (exitStatus !== want) found.push('status')
  if ((exitStatus === 0) !== (want === 0)) found.push('verdict')
  const lines = one.lines[version]
    .split(',')
    .filter((line) => /^\d+$/.test(line))
    .map(Number)
  if (lines.length === 0) return found
  const first = Math.min(...lines)
  const isNamed = own.diagnostics.some(
    ({ reported, file, range }) => reported && file.endsWith(`/${one.name}.conf`) && range.start.line === first,
  )
  return isNamed ? found : [...found, 'first']
}
