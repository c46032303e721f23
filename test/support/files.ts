import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decode } from '../../src/text/decode.ts'

/** The folder of reference material beside the repository; absent in a plain clone, and then the tests that read it are skipped. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url))

export interface File {
  readonly path: string
  readonly text: string
}

/** Configurations of a folder of the shared material; empty when it is not there. */
export function sharedFiles(folder: string): readonly File[] {
  const root = `${SHARED}${folder}`
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(conf|inc|tmpl|j2|erb)$/.test(name) && statSync(`${root}/${name}`).isFile())
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: decode(readFileSync(`${root}/${name}`)).text }))
}

export const allSharedFiles = (): readonly File[] => [
  ...sharedFiles('conformance'),
  ...sharedFiles('corpus/web'),
  ...sharedFiles('corpus/lvs'),
  ...sharedFiles('corpus/templates'),
]
