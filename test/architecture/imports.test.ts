import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../src', import.meta.url))

/** Stages in the order of the pipeline: a file imports from its own stage and from earlier ones. */
const STAGES = [
  'text',
  'diagnostics',
  'lex',
  'cst',
  'expand',
  'schema',
  'bind',
  'trace',
  'model',
  'schema-json',
  'config',
  'json',
  'write',
  'facts',
  'validate',
  'edit',
  'diff',
  'reload',
  'entry',
  'cli',
]

/** Files of src itself: those that join stages, and the public entries. */
const TOP: Readonly<Record<string, string>> = {
  'config.ts': 'config',
  'load.ts': 'config',
  'resolve.ts': 'config',
  'catalog.ts': 'entry',
  'index.ts': 'entry',
  'fp.ts': 'entry',
  'codecs.ts': 'entry',
  'schema.ts': 'entry',
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.ts$/.test(name) && !name.endsWith('.d.ts'),
)

const stageOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] as string) : (TOP[file] ?? `unknown file ${file}`)

function importsOf(file: string): readonly string[] {
  return ts.preProcessFile(readFileSync(`${root}/${file}`, 'utf8')).importedFiles.map(({ fileName }) => fileName)
}

test('every folder and file of src is a stage', () => {
  expect(files.map(stageOf).filter((stage) => !STAGES.includes(stage))).toEqual([])
})

test('no import points back', () => {
  const back = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, resolve(root, dirname(file), name)))
      .filter((target) => STAGES.indexOf(stageOf(target)) > STAGES.indexOf(stageOf(file)))
      .map((target) => `${file} → ${target}`),
  )
  expect(back).toEqual([])
})

test('only the command line uses Node, and only the codecs use io-ts', () => {
  const packages = (file: string): readonly string[] => importsOf(file).filter((name) => !name.startsWith('.'))
  const node = files.filter((file) => packages(file).some((name) => name.startsWith('node:')))
  expect(node.filter((file) => stageOf(file) !== 'cli')).toEqual([])
  const others = files.filter((file) =>
    packages(file).some((name) => !name.startsWith('node:') && !/^(io-ts$|fp-ts\/lib\/)/.test(name)),
  )
  expect(others).toEqual([])
  const ioTs = files.filter((file) => packages(file).includes('io-ts'))
  expect(ioTs.filter((file) => !['model', 'entry'].includes(stageOf(file)))).toEqual([])
})

test('files stay between a few and 250 lines, but for data', () => {
  const long = files.filter(
    (file) =>
      !/^schema\/rows\/|^model\/types\.ts$|^bind\/codes\.ts$/.test(file) &&
      readFileSync(`${root}/${file}`, 'utf8').split('\n').length > 270,
  )
  expect(long).toEqual([])
})
