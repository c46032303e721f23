import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { PROGRAM_OPTIONS, PROGRAMS } from '../../scripts/entries.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** The programs as they are shipped, in a folder of their own with the files of a test. */
export interface Programs {
  readonly directory: string
  /** Path of a program, for tests that start it themselves. */
  readonly path: (name: 'cli' | 'conf2json') => string
  readonly file: (name: string, content: string | Uint8Array) => string
  readonly keepalivedConf: (args: readonly string[], options?: RunOptions) => Ran
  readonly conf2json: (args: readonly string[], options?: RunOptions) => Ran
  readonly remove: () => void
}

/** As the programs are shipped. */
export const BUNDLE = {
  ...PROGRAM_OPTIONS,
  absWorkingDir: ROOT,
  define: { __VERSION__: '"1.2.3"' },
} as esbuild.BuildOptions

/** Bundles both programs; 0.2 seconds. */
export async function buildPrograms(): Promise<Programs> {
  const directory = mkdtempSync(join(tmpdir(), 'keepalived-conf-cli-'))
  const dist = join(directory, '.dist')
  await esbuild.build({
    ...BUNDLE,
    entryPoints: Object.entries(PROGRAMS).map(([name, file]) => ({ in: file, out: name })),
    outdir: dist,
  })
  const path = (name: string): string => join(dist, `${name}.cjs`)
  const run =
    (name: string) =>
    (args: readonly string[], { input = '', env = {} }: RunOptions = {}): Ran => {
      const { NODE_EXTRA_CA_CERTS, NO_COLOR, FORCE_COLOR, ...clean } = process.env
      const options = { cwd: directory, input, env: { ...clean, ...env }, encoding: 'utf8', maxBuffer: 2 ** 28 } as const
      const { status, stdout, stderr } = spawnSync(process.execPath, [path(name), ...args], options)
      return { status, stdout, stderr }
    }
  return {
    directory,
    path,
    file(name, content) {
      mkdirSync(dirname(join(directory, name)), { recursive: true })
      writeFileSync(join(directory, name), content)
      return name
    },
    keepalivedConf: run('cli'),
    conf2json: run('conf2json'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

export const example = (name: string): string => join(ROOT, 'examples', name)
