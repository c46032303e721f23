import { type Document, headSpan, parseDocument } from '../cst/document.ts'
import type { RootKeywords } from '../cst/recover.ts'
import { FIRST, field } from '../cst/statements.ts'
import { argumentTokens, wordText } from '../cst/words.ts'
import type { CodeRow, Finding } from '../diagnostics/finding.ts'
import { WORD } from '../lex/kinds.ts'
import type { LexicalProfile } from '../lex/profile.ts'
import { endOf, kindOf, startOf } from '../lex/tokens.ts'
import * as codes from './codes.ts'
import { directoryOf, glob, hasPattern, join } from './glob.ts'
import type { Sources } from './sources.ts'

/** What a loader says of one file. */
export type Loaded =
  | { readonly ok: true; readonly text: string }
  /** `why` ends the sentence "cannot be included: …". */
  | { readonly ok: false; readonly why: string }

/** Where files come from: a disk, an archive, a test. Answers may be promises. Nothing may throw. */
export interface Loader {
  readonly read: (path: string) => Loaded | Promise<Loaded>
  /** Names in a directory, undefined when there is none. */
  readonly list: (directory: string) => readonly string[] | undefined | Promise<readonly string[] | undefined>
}

export interface LoadLimits {
  /** Levels of includes, 32 by default. */
  readonly depth: number
  /** Files in all, 10,000 by default. */
  readonly files: number
}

export const LOAD_LIMITS: LoadLimits = { depth: 32, files: 10_000 }

interface Run {
  readonly profile: LexicalProfile
  readonly rootKeywords: RootKeywords
  readonly loader: Loader
  readonly limits: LoadLimits
  readonly documents: Document[]
  readonly includes: Map<number, readonly number[]>[]
  readonly findings: Finding[]
}

/** Follows the includes of a main file. Each file is parsed by itself; a file that is included twice is read twice, as keepalived does. */
export async function follow(
  main: Document,
  loader: Loader,
  rootKeywords: RootKeywords,
  limits: LoadLimits = LOAD_LIMITS,
): Promise<Sources> {
  const run: Run = {
    profile: main.profile,
    rootKeywords,
    loader,
    limits,
    documents: [main],
    includes: [new Map()],
    findings: [],
  }
  await followFile(run, 0, [main.file])
  return run
}

async function followFile(run: Run, file: number, above: readonly string[]): Promise<void> {
  const document = run.documents[file] as Document
  for (let row = 0; row < document.statements.count; row++) {
    if (!isInclude(document, row)) continue
    const pattern = patternOf(run, file, row)
    if (pattern === undefined) continue
    const included: number[] = []
    for (const path of await pathsOf(run, file, row, pattern)) {
      const index = await loadOne(run, file, row, path, above)
      if (index !== undefined) included.push(index)
    }
    ;(run.includes[file] as Map<number, readonly number[]>).set(row, included)
  }
}

function isInclude(document: Document, row: number): boolean {
  const { tokens, statements, profile } = document
  const first = field(statements, row, FIRST)
  if (kindOf(tokens, first) !== WORD) return false
  const start = startOf(tokens, first)
  return tokens.text.startsWith('include', start) && profile.includeWords.includes(tokens.text.slice(start, endOf(tokens, first)))
}

/** The one name of an include line. A quoted name is followed in every profile: what the author meant is clear. */
function patternOf(run: Run, file: number, row: number): string | undefined {
  const document = run.documents[file] as Document
  const args = argumentTokens(document, row)
  if (args.length !== 1 && !document.profile.directives) return undefined
  return args[0] === undefined ? undefined : wordText(document, args[0]).trimEnd()
}

async function pathsOf(run: Run, file: number, row: number, pattern: string): Promise<readonly string[]> {
  const document = run.documents[file] as Document
  const path = join(directoryOf(document.file), pattern)
  if (!hasPattern(pattern, document.profile.directives)) return [path]
  const found = await glob(path, run.loader.list, document.profile.directives)
  if (found.length === 0) report(run, codes.includeNoMatch, file, row, [pattern])
  return found
}

async function loadOne(run: Run, file: number, row: number, path: string, above: readonly string[]): Promise<number | undefined> {
  const refuse = (code: CodeRow, ...data: readonly (string | number)[]): undefined => {
    report(run, code, file, row, [path, ...data])
  }
  if (above.includes(path)) return refuse(codes.includeCycle)
  if (above.length > run.limits.depth) return refuse(codes.includeTooDeep, run.limits.depth)
  if (run.documents.length >= run.limits.files) return refuse(codes.includeTooMany, run.limits.files)
  const loaded = await run.loader.read(path)
  if (!loaded.ok) return refuse(codes.includeMissing, loaded.why)
  const index = run.documents.push(parseDocument(loaded.text, path, run.profile, run.rootKeywords)) - 1
  run.includes.push(new Map())
  await followFile(run, index, [...above, path])
  return index
}

function report(run: Run, code: CodeRow, file: number, row: number, data: Finding['data']): void {
  run.findings.push({ code, data, file, ...headSpan(run.documents[file] as Document, row) })
}
