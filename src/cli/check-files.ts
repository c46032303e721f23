import { resolve } from 'node:path'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import { isAtLeast, SEVERITIES } from '../diagnostics/severity.ts'
import type { Loader } from '../expand/load.ts'
import { load } from '../load.ts'
import { keepalived, LATEST_KEEPALIVED, LVS_122 } from '../schema/dialects.ts'
import { validateAll } from '../validate/facade.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { factsSource } from './facts-source.ts'
import { entryOf, nodeLoader } from './files.ts'
import type { Fixes } from './fix.ts'
import type { Command } from './options/option.ts'
import { complain, STDERR, STDOUT, wantsColor, write } from './output.ts'
import type { Format } from './plain-formats.ts'
import { painter } from './pretty.ts'
import { progress } from './progress.ts'
import { configIdOf } from './read.ts'
import type { Outcome } from './report.ts'
import { sourcesOf, withoutSecrets } from './sources.ts'
import { usageOf } from './usage.ts'

/** What a run needs besides its words. A plain one (`plain-main.ts`) does without all that this could be. */
export interface Parts {
  readonly format: Format
  /** What makes the fixes that `--fix` and `--diff` ask for. */
  readonly fixes?: (files: Loader) => Fixes
}

/** Checks the files that are named, and writes what is found; the result is the exit status. */
export async function checkFiles(program: string, args: Arguments, { format, fixes }: Parts): Promise<number> {
  const { command, files, given } = args
  if (files.length === 0) return complain(program, `no file is named; usage: ${usageOf(program, command as Command)}`)
  const factsOf = await factsSource(program, args)
  if (factsOf === undefined) return 2
  const paint = painter(() => wantsColor(optionOf(args, 'color'), process.env))
  const quiet = given.has('quiet')
  const least = optionOf(args, 'fail-on') as Severity
  const most = Number(optionOf(args, 'max-findings'))
  const line = progress()
  const options = {
    target: optionOf(args, 'for'),
    fallback: given.has('config-test') ? LVS_122 : keepalived(LATEST_KEEPALIVED),
    ...configIdOf(args),
  }
  const { directory } = options

  const disk = nodeLoader(line)
  const mended = fixes?.(disk)
  const onlyShows = given.has('diff')
  if (mended !== undefined) {
    if (given.has('fix') && !onlyShows && files.includes('-'))
      return complain(program, 'standard input cannot be fixed; --diff shows what would change')
    for (const file of files) await mended.add(entryOf(file), options, factsOf)
  }
  // With --diff the status is that of the files as they are.
  const loader = mended === undefined || onlyShows ? disk : mended.loader

  const seen = new Set<string>()
  const read = new Map<string, string>()
  const outcomes: Outcome[] = []
  const all: Diagnostic[] = []
  let text = ''
  let omitted = 0
  let failed = false
  let unreadable = false
  for (const file of files) {
    const loaded = await load(entryOf(file), loader, options)
    if (!loaded.ok) {
      line.done()
      complain(program, loaded.diagnostics[0]?.message ?? `${file} cannot be read`)
      unreadable = true
      continue
    }
    const config = loaded.value
    const facts = await factsOf(config)
    const found = validateAll(config, {
      limit: most,
      severity: quiet ? least : 'info',
      ...(facts === undefined ? {} : { facts }),
    })
    failed ||= SEVERITIES.some((one) => isAtLeast(one, least) && found.counts[one] > 0)
    const fresh = found.diagnostics.filter((one) => isNew(one, seen))
    const sourceOf = sourcesOf(config)
    const shown = fresh.slice(0, most - all.length).map((one) => withoutSecrets(one, sourceOf(one.file)))
    omitted += found.omitted + fresh.length - shown.length
    for (const diagnostic of shown) {
      all.push(diagnostic)
      text += format.finding?.(diagnostic, { sourceOf, paint, directory }) ?? ''
    }
    outcomes.push({ dialect: config.dialect, chosen: config.chosen, configTest: found.configTest })
    for (const { file } of config.sources.documents) {
      const path = resolve(file)
      if (!read.has(path)) read.set(path, file)
    }
  }
  line.done()
  if (mended !== undefined && onlyShows) {
    write(STDOUT, mended.diff())
    return unreadable ? 2 : failed ? 1 : 0
  }
  if (mended !== undefined) unreadable = !writeFixes(program, mended, quiet) || unreadable

  if (outcomes.length > 0) {
    const files = [...read.values()]
    text += format.end?.({ shown: all, omitted, files, outcomes, unreadable, least, quiet, directory }) ?? ''
    write(STDOUT, text)
    if (omitted > 0 && format.saysOmitted !== true && !quiet) {
      write(STDERR, `${program}: ${omitted} more findings are not shown; --max-findings shows more\n`)
    }
  }
  return unreadable ? 2 : failed ? 1 : 0
}

/** Writes the files that fixes have changed, and says how many there were. */
function writeFixes(program: string, { made, write: writeFiles }: Fixes, quiet: boolean): boolean {
  const { written, problems } = writeFiles()
  for (const problem of problems) complain(program, problem)
  const count = made()
  if (!quiet && written > 0)
    write(STDERR, `${program}: ${count} ${count === 1 ? 'fix' : 'fixes'} made, files written: ${written}\n`)
  return problems.length === 0
}

/** A file that several main files include is checked with each of them and reported once. */
function isNew({ file, range, code, message }: Diagnostic, seen: Set<string>): boolean {
  const key = [resolve(file), range.start.offset, range.end.offset, code, message].join('\0')
  if (seen.has(key)) return false
  seen.add(key)
  return true
}
