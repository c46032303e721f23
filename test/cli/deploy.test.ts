import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Deployment, deploy, type Machine } from '../../src/cli/deploy.ts'
import { NODE } from '../../src/cli/file-system.ts'
import { verify, wordsOf } from '../../src/cli/verify.ts'
import { processes, untilKilled, watched } from '../support/machine.ts'

let directory = ''
let live = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'keepalived-conf-deploy-'))
  mkdirSync(join(directory, 'etc'))
  live = join(directory, 'etc', 'a.conf')
  writeFileSync(live, OLD)
  writeFileSync(join(directory, 'pid'), '77\n')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const OLD = 'old\n'.repeat(1000)
const NEW = 'new\n'.repeat(2000)

const plan = (more: Partial<Deployment> = {}): Deployment => ({
  ...{ target: live, before: OLD, after: NEW, backups: { directory: undefined, keep: 5 }, command: undefined },
  ...{ pidFile: join(directory, 'pid'), ...more },
})

interface Tested extends Machine {
  readonly told: number[]
}

/** A machine on which process 77 is a keepalived. */
const machine = (files = NODE, self = 1, name: string | undefined = 'keepalived'): Tested => {
  const told: number[] = []
  const signals = { nameOf: (pid: number) => (pid === 77 ? name : undefined), hup: (pid: number) => void told.push(pid) }
  return { files, processes: processes(self), signals, verify, told }
}

const content = (): string => readFileSync(live, 'utf8')
const names = (): readonly string[] => readdirSync(join(directory, 'etc'))

describe('replacing a live file', () => {
  test('keeps the old one, and tells the daemon behind it', () => {
    const tested = machine()
    expect(deploy(plan(), tested)).toEqual({
      ...{ status: 0, live: 'new', output: '' },
      notes: [`the old file is ${live}.~1~`, 'process 77 was told to read it'],
    })
    expect([content(), readFileSync(`${live}.~1~`, 'utf8'), tested.told]).toEqual([NEW, OLD, [77]])
    expect(names()).toEqual(['a.conf', 'a.conf.~1~'])
  })

  test('makes a file that did not exist, readable for its owner only', () => {
    rmSync(live)
    expect(deploy(plan({ before: undefined, pidFile: undefined }), machine()).live).toBe('new')
    expect([content(), names()]).toEqual([NEW, ['a.conf']])
    expect(NODE.statSync(live).mode & 0o7777).toBe(0o600)
  })

  test('the same file again tells nobody', () => {
    const tested = machine()
    expect(deploy(plan({ before: NEW, after: NEW }), tested)).toMatchObject({ status: 2 })
    expect(deploy(plan({ after: OLD }), tested)).toMatchObject({ status: 0, live: 'same', notes: ['nobody was signalled'] })
    expect(tested.told).toEqual([])
  })

  test.each([
    ['stale', 'gone', '12\n', 'process 12 of PID does not run'],
    ['of another program', 'nginx', '77\n', 'process 77 of PID is no keepalived'],
    ['empty', 'keepalived', '\n', 'there is no process id in PID'],
    ['a number that no daemon has', 'keepalived', '1\n', 'there is no process id in PID'],
    ['negative: a group', 'keepalived', '-77\n', 'there is no process id in PID'],
  ])('a pid file that is %s stops it before anything happens', (_, name, text, why) => {
    const pid = join(directory, 'pid')
    writeFileSync(pid, text)
    const tested = machine(NODE, 1, name)
    expect(deploy(plan(), tested)).toEqual({ status: 2, live: 'old', notes: [why.replace('PID', pid)], output: '' })
    expect([content(), names(), tested.told]).toEqual([OLD, ['a.conf'], []])
  })

  test('a daemon that ends in between is told of, with the new file in place', () => {
    const tested = machine()
    let asked = 0
    const nameOf = (): string | undefined => (asked++ === 0 ? 'keepalived' : undefined)
    const result = deploy(plan(), { ...tested, signals: { ...tested.signals, nameOf } })
    expect(result).toMatchObject({ status: 2, live: 'new' })
    expect(result.notes.at(-1)).toMatch(/^keepalived was not told: process 77 .* does not run$/)
    expect(content()).toBe(NEW)
  })
})

describe('killed in front of any step', () => {
  test('the file is whole, no copy is damaged, and the next run brings it to its end and leaves nothing else', () => {
    const { files, steps } = watched()
    deploy(plan(), machine(files))
    const count = steps.length
    expect(count).toBeGreaterThan(30)
    const seen = new Set<string>()
    for (let at = 0; at < count; at++) {
      rmSync(join(directory, 'etc'), { recursive: true })
      mkdirSync(join(directory, 'etc'))
      writeFileSync(live, OLD)
      const first = machine(watched(at).files)
      expect(
        untilKilled(() => deploy(plan(), first)),
        `step ${at}`,
      ).toBeUndefined()
      const text = content()
      expect([OLD, NEW]).toContain(text)
      for (const name of names()) if (name.endsWith('~')) expect(readFileSync(join(directory, 'etc', name), 'utf8')).toBe(OLD)
      seen.add(text)
      const second = machine(NODE, 2)
      expect(deploy(plan({ before: text }), second), `step ${at}`).toMatchObject({ status: 0 })
      expect(content()).toBe(NEW)
      expect(
        names().filter((name) => !/^a\.conf(\.~[12]~)?$/.test(name)),
        `step ${at}`,
      ).toEqual([])
      expect(names()).toContain('a.conf.~1~')
      // Whether or not the first run came to it: the daemon has been told of the new file.
      expect(first.told.length + second.told.length, `step ${at}: ${steps[at]?.name}`).toBeGreaterThan(0)
    }
    expect(seen.size).toBe(2)
  })
})

describe('a system that refuses any step', () => {
  test.each(['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EMFILE'])('%s: the answer says which file stands there', (code) => {
    const { files, steps } = watched()
    deploy(plan(), machine(files))
    for (let at = 0; at < steps.length; at++) {
      rmSync(join(directory, 'etc'), { recursive: true })
      mkdirSync(join(directory, 'etc'))
      writeFileSync(live, OLD)
      const tested = machine(watched(at, code).files)
      const result = deploy(plan(), tested)
      const where = `step ${at}, ${steps[at]?.name} ${steps[at]?.path}: ${JSON.stringify(result)}`
      expect(content() === NEW, where).toBe(result.live === 'new')
      if (result.status === 0) expect(tested.told, where).toEqual([77])
      else expect(result.notes.at(-1), where).toContain(': ')
      if (result.live === 'old') expect(tested.told, where).toEqual([])
      expect(deploy(plan({ before: content() }), machine(NODE, 2)).status, where).toBe(0)
      expect(
        names().filter((name) => !/^a\.conf(\.~[123]~)?$/.test(name)),
        where,
      ).toEqual([])
    }
  })
})

describe('the second judge', () => {
  const judged = (command: string) => deploy(plan({ command: wordsOf(command) }), machine())

  test('sees the new file beside the live one, without a shell', () => {
    const seen = join(directory, 'seen')
    expect(judged(`cp {} ${seen}`)).toMatchObject({ status: 0, live: 'new' })
    expect(readFileSync(seen, 'utf8')).toBe(NEW)
    expect(judged(`cp {} "${seen}; x"`)).toMatchObject({ status: 2 })
  })

  test('refuses with another status than 0; nothing is left', () => {
    expect(judged("sh -c 'echo no: $0; exit 5' {}")).toEqual({
      ...{ status: 1, live: 'old', notes: ['`sh` exits with 5'] },
      output: `no: ${live}\n`,
    })
    expect([content(), names()]).toEqual([OLD, ['a.conf']])
  })

  test('that is killed refuses, one that does not exist cannot be asked', () => {
    expect(judged("sh -c 'kill -SEGV $$'")).toMatchObject({ status: 1, notes: ['`sh` was ended by SIGSEGV'] })
    expect(judged('/no/such/program {}')).toMatchObject({
      status: 2,
      notes: ['`/no/such/program` cannot be run: there is no such file'],
    })
  })

  test.each([
    ['keepalived -t -f {}', ['keepalived', '-t', '-f', '{}']],
    [' a  "b c" d\'e f\'g ', ['a', 'b c', 'de fg']],
    ['a ""', ['a', '']],
    ['', undefined],
    ['a "b', undefined],
  ])('%j are the words %j', (command, words) => expect(wordsOf(command)).toEqual(words))
})
