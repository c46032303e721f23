import type { Config } from '../config.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Change } from '../diff/change.ts'
import type { Loader } from '../expand/load.ts'
import { load } from '../load.ts'
import { reload } from '../reload/reload.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { type Backups, backupsOf } from './backup.ts'
import { type Deployed, deploy } from './deploy.ts'
import { sideOf } from './diff-side.ts'
import { changeText } from './diff-text.ts'
import { factsSource } from './facts-source.ts'
import { NODE } from './file-system.ts'
import { entryOf, nodeLoader } from './files.ts'
import type { Command } from './options/option.ts'
import { complain, STDERR, STDOUT, wantsColor, write } from './output.ts'
import { painter, pretty } from './pretty.ts'
import { progress } from './progress.ts'
import { configIdOf } from './read.ts'
import { targetOf } from './replace.ts'
import { MASK, type SourceOf, sourcesOf, withoutSecrets } from './sources.ts'
import { unifiedDiff } from './unified-diff.ts'
import { usageOf } from './usage.ts'
import { wordsOf } from './verify.ts'
import { visible } from './visible.ts'

/** A new text for a live file, and how messages name it. */
interface Candidate {
  readonly name: string
  readonly text: string
}

/** `keepalived-conf apply CANDIDATE --to LIVE`. */
export async function apply(program: string, args: Arguments): Promise<number> {
  const [name] = args.files
  if (name === undefined || args.files.length > 1) return wrongUse(program, args, 'one candidate is needed')
  const loaded = await nodeLoader(progress()).read(entryOf(name))
  if (!loaded.ok) return complain(program, `${name} cannot be read: ${loaded.why}`)
  return put(program, args, { name: entryOf(name), text: loaded.text })
}

/** `keepalived-conf rollback --to LIVE`. */
export async function rollback(program: string, args: Arguments): Promise<number> {
  if (args.files.length > 0) return wrongUse(program, args, 'the newest copy is taken, no file is named')
  const live = args.given.get('to')
  if (live === undefined) return wrongUse(program, args, 'there is no --to')
  const target = targetOf(NODE, live)
  if (!target.ok) return complain(program, target.why)
  const known = backupsOf(NODE, target.value, backupsBy(args))
  if (!known.ok) return complain(program, known.why)
  const { read } = nodeLoader(progress())
  const now = await read(target.value)
  for (const name of known.value) {
    const copy = await read(name)
    if (!copy.ok) return complain(program, `${name} cannot be read: ${copy.why}`)
    // The copy of a run that was killed in front of its rename is what stands there already.
    if (!now.ok || copy.text !== now.text) return put(program, args, { name, text: copy.text })
  }
  return complain(program, `there is no copy of ${live} that differs from it`)
}

const wrongUse = (program: string, { command }: Arguments, problem: string): 2 =>
  complain(program, `${problem}; usage: ${usageOf(program, command as Command)}`)

const backupsBy = (args: Arguments): Backups => ({
  directory: args.given.get('backup-dir'),
  keep: Number(optionOf(args, 'keep')),
})

async function put(program: string, args: Arguments, candidate: Candidate): Promise<number> {
  const { given } = args
  const live = given.get('to')
  if (live === undefined) return wrongUse(program, args, 'there is no --to')
  const isPlan = given.has('plan')
  const pidFile = given.has('no-signal') ? undefined : given.get('pid-file')
  if (!isPlan && !given.has('no-signal') && pidFile === undefined)
    return complain(program, 'who is to read the file? Name the --pid-file of keepalived, or say --no-signal')
  const command = given.has('verify-command') ? wordsOf(given.get('verify-command') as string) : undefined
  if (given.has('verify-command') && command === undefined)
    return complain(program, '--verify-command is empty, or has a quote without a partner')
  const target = targetOf(NODE, live)
  if (!target.ok) return complain(program, target.why)
  const factsOf = await factsSource(program, args)
  if (factsOf === undefined) return 2

  const disk = nodeLoader(progress())
  const options = { target: optionOf(args, 'for'), ...configIdOf(args) }
  const next = await load(live, withText(disk, live, candidate.text), options)
  if (!next.ok) return complain(program, next.diagnostics[0]?.message ?? `${candidate.name} cannot be read`)
  const now = await disk.read(live)
  if (!now.ok && now.absent !== true) return complain(program, `${live} cannot be read: ${now.why}`)
  const current = await load(live, withText(disk, live, now.ok ? now.text : ''), { ...options, target: next.value.dialect.id })
  if (!current.ok) return complain(program, `${live} cannot be read`)

  const facts = await factsOf(next.value)
  const { applied, diagnostics, changes } = reload(current.value, next.value, facts === undefined ? {} : { facts })
  const shown = renamed(diagnostics, live, candidate.name)
  write(STDOUT, report(shown, sourcesOf(next.value), live, candidate.name))
  if (!applied && !given.has('force')) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length
    complain(program, `${candidate.name} is refused, errors: ${errors}; ${live} is unchanged`)
    return 1
  }
  const texts = changes.map((one) => changeText(moved(one, live, candidate.name), painter(colored)))
  if (texts.length > 0) write(STDOUT, `${texts.join('')}\n`)
  write(STDOUT, unifiedDiff(sideOf(current.value, live, live), sideOf(next.value, live, candidate.name)))
  if (isPlan) return 0
  const deployed = deploy({
    ...{ target: target.value, before: now.ok ? now.text : undefined, after: candidate.text },
    ...{ backups: backupsBy(args), command, pidFile },
  })
  return tell(program, live, candidate.name, deployed, next.value)
}

/** Files of a loader, with another text in one of them. */
const withText = (disk: Loader, name: string, text: string): Loader => ({
  list: disk.list,
  read: (path) => (path === name ? { ok: true, text } : disk.read(path)),
})

/** Findings of the text are shown at the file that it was read from. */
function renamed(diagnostics: readonly Diagnostic[], live: string, name: string): readonly Diagnostic[] {
  const change = <A extends { readonly file: string }>(one: A): A => (one.file === live ? { ...one, file: name } : one)
  return diagnostics.map((one) => ({ ...change(one), related: one.related.map(change) }))
}

/** The new side of a change as well. */
function moved(change: Change, live: string, name: string): Change {
  const { newPlace } = change
  return newPlace?.file === live ? { ...change, newPlace: { ...newPlace, file: name } } : change
}

const colored = (): boolean => wantsColor('auto', process.env)

function report(diagnostics: readonly Diagnostic[], sourceOf: SourceOf, live: string, name: string): string {
  const paint = painter(colored)
  const source: SourceOf = (file) => sourceOf(file === name ? live : file)
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map((one) => `${pretty(withoutSecrets(one, source(one.file)), source, paint)}\n`)
    .join('')
}

function tell(program: string, live: string, name: string, deployed: Deployed, config: Config): number {
  const { status, notes, output } = deployed
  if (output !== '') write(STDERR, withoutWords(output, config))
  const what = {
    old: `${live} is unchanged`,
    new: `${live} is the new file, from ${name}`,
    same: `${live} already is this file`,
  }[deployed.live]
  write(STDERR, `${program}: ${[what, ...notes].map(visible).join('; ')}\n`)
  return status
}

const MOST_OUTPUT = 10_000

/** What another program says of the file, without passwords. */
function withoutWords(output: string, { bound, sources }: Config): string {
  let text = output.length > MOST_OUTPUT ? `${output.slice(0, MOST_OUTPUT)}…` : output
  for (const { file, start, end } of bound.secrets) {
    const word = sources.documents[file]?.text.slice(start, end).replace(/^"|"$/g, '') ?? ''
    if (word.length > 2) text = text.replaceAll(word, MASK)
  }
  const lines = text.split('\n').map(visible).join('\n')
  return lines.endsWith('\n') ? lines : `${lines}\n`
}
