import type { Config } from '../config.ts'
import type { FileEdit } from '../diagnostics/diagnostic.ts'
import type { Loader } from '../expand/load.ts'
import type { Facts } from '../facts/facts.ts'
import { type LoadOptions, load } from '../load.ts'
import { grouped } from '../text/grouped.ts'
import { validateAll } from '../validate/facade.ts'
import { sideOf } from './diff-side.ts'
import { edited } from './edited.ts'
import type { FactsSource } from './facts-source.ts'
import { rewrite } from './rewrite.ts'
import { unifiedDiff } from './unified-diff.ts'

/** Texts that fixes have changed, by the name of their file. */
export interface Fixes {
  /** Files as they are with the fixes. */
  readonly loader: Loader
  /** Makes the safe fixes of a main file and of what it includes. */
  readonly add: (entry: string, options: LoadOptions, factsOf: FactsSource) => Promise<void>
  /** How many fixes were made. */
  readonly made: () => number
  /** What they change, file by file. */
  readonly diff: () => string
  /** Writes the files; a sentence for each that could not be written. */
  readonly write: () => { readonly written: number; readonly problems: readonly string[] }
}

/** Fixes of one round. */
const MOST_FINDINGS = 100_000

/** A fix can make room for another one; more rounds than this would be two fixes that undo each other. */
const MOST_ROUNDS = 10

interface Changed {
  readonly before: string
  readonly after: string
  /** The configurations that secrets are known from. */
  readonly old: Config
  readonly now: Config
}

/** Safe fixes over the files of a loader, in memory until they are written. */
export function fixes(files: Loader): Fixes {
  const changed = new Map<string, Changed>()
  let made = 0
  const loader: Loader = {
    list: files.list,
    async read(path) {
      const loaded = await files.read(path)
      const known = changed.get(path)
      return loaded.ok && known !== undefined ? { ...loaded, text: known.after } : loaded
    },
  }
  return {
    loader,
    made: () => made,
    async add(entry, options, factsOf) {
      let target = options.target
      for (let round = 0; ; round++) {
        const loaded = await load(entry, loader, target === undefined ? options : { ...options, target })
        if (!loaded.ok) return
        keepNewest(loaded.value)
        if (round === MOST_ROUNDS) return
        // What decided for a reader may be mended, and then it still is the same reader.
        target = loaded.value.dialect.id
        const count = fixOnce(loaded.value, await factsOf(loaded.value))
        if (count === 0) return
        made += count
      }
    },
    diff() {
      let text = ''
      for (const [file, { old, now }] of changed)
        text += unifiedDiff(sideOf(old, file, `a/${file}`), sideOf(now, file, `b/${file}`))
      return text
    },
    write() {
      const problems: string[] = []
      let written = 0
      for (const [file, { before, after }] of changed) {
        const result = rewrite(file, before, after)
        if (!result.ok) problems.push(`${result.why}; nothing was written`)
        else {
          written++
          if (result.value !== '') problems.push(`${file} is fixed, but ${result.value}`)
        }
      }
      return { written, problems }
    },
  }

  /** One round: how many fixes were made. Those that reach over several files are left to a human. */
  function fixOnce(config: Config, facts: Facts | undefined): number {
    const { diagnostics } = validateAll(config, { limit: MOST_FINDINGS, ...(facts === undefined ? {} : { facts }) })
    const safe = diagnostics.flatMap(({ fixes }) => {
      const edits = fixes.find(({ safe }) => safe)?.edits ?? []
      return edits.length > 0 && edits.every(({ file }) => file === edits[0]?.file) ? [edits] : []
    })
    let count = 0
    for (const [file, edits] of grouped(safe, ([first]) => (first as FileEdit).file)) {
      const text = config.sources.documents.find((document) => document.file === file)?.text
      if (text === undefined) continue
      const result = edited(text, edits)
      if (result.made === 0 || result.text === text) continue
      const known = changed.get(file)
      changed.set(file, { before: known?.before ?? text, after: result.text, old: known?.old ?? config, now: config })
      count += result.made
    }
    return count
  }

  function keepNewest(config: Config): void {
    for (const { file, text } of config.sources.documents) {
      const known = changed.get(file)
      if (known !== undefined && known.after === text) changed.set(file, { ...known, now: config })
    }
  }
}
