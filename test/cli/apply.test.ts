import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Stub, startStub } from '../support/daemon.ts'
import { random } from '../support/random.ts'
import { buildPrograms, type Programs } from './program.ts'

let programs: Programs
let stub: Stub
let told = 0
beforeAll(async () => {
  programs = await buildPrograms()
  stub = await startStub(programs.directory)
})
afterAll(() => {
  stub.stop()
  programs.remove()
})
beforeEach(() => {
  rmSync(path('etc'), { recursive: true, force: true })
  programs.file('etc/live.conf', OLD)
  programs.file('new.conf', NEW)
  programs.file('bad.conf', BAD)
})

const path = (name: string): string => join(programs.directory, name)
const textOf = (name: string): string => readFileSync(path(name), 'utf8')
const names = (): readonly string[] => readdirSync(path('etc')).sort()
const instance = (priority: number, more = ''): string =>
  `vrrp_instance A {\n    interface eth0\n    virtual_router_id 51\n    priority ${priority}\n${more}}\n`
const OLD = instance(100)
const NEW = instance(101)
const BAD = instance(102, '    nosuchword 1\n')
const AS = ['--for', '2.2.7']
const apply = (...args: string[]) => programs.keepalivedConf(['apply', ...args, '--to', 'etc/live.conf', ...AS])
const rollback = (...args: string[]) => programs.keepalivedConf(['rollback', ...args, '--to', 'etc/live.conf', ...AS])
const signalled = (): readonly string[] => ['--pid-file', stub.pidFile]

describe('apply', () => {
  test('shows what changes, replaces the file, keeps the old one, and signals', async () => {
    const { status, stdout, stderr } = apply('new.conf', ...signalled())
    expect(stdout).toContain('--- etc/live.conf\n+++ new.conf\n')
    expect(stdout).toContain('-    priority 100\n+    priority 101\n')
    expect(stderr).toMatch(
      /^keepalived-conf: etc\/live\.conf is the new file, from new\.conf; the old file is \S+live\.conf\.~1~; process \d+ was told to read it\n$/,
    )
    expect([status, textOf('etc/live.conf'), textOf('etc/live.conf.~1~')]).toEqual([0, NEW, OLD])
    told++
    expect(await stub.hups(told)).toBe(told)
  })

  test('--plan shows it and changes nothing', () => {
    const { status, stdout, stderr } = apply('--plan', 'new.conf')
    expect([status, stderr, names(), textOf('etc/live.conf')]).toEqual([0, '', ['live.conf'], OLD])
    expect(stdout).toContain('+    priority 101\n')
  })

  test('refuses what has errors, at the name of the candidate', async () => {
    const { status, stdout, stderr } = apply('bad.conf', ...signalled())
    expect(stdout).toContain('--> bad.conf:5:5\n')
    expect(stderr).toBe('keepalived-conf: bad.conf is refused, errors: 1; etc/live.conf is unchanged\n')
    expect([status, textOf('etc/live.conf'), names()]).toEqual([1, OLD, ['live.conf']])
    expect(await stub.hups(told)).toBe(told)
  })

  test('takes includes as the live file would, and a candidate from standard input', () => {
    programs.file('etc/part.conf', NEW)
    const from = (text: string) =>
      programs.keepalivedConf(['apply', '-', '--no-signal', '--to', 'etc/live.conf', ...AS], { input: text })
    expect(from('include part.conf\n').status).toBe(0)
    expect(textOf('etc/live.conf')).toBe('include part.conf\n')
    programs.file('etc/part.conf', BAD)
    expect(from('# a\ninclude part.conf\n')).toMatchObject({ status: 1 })
    expect(textOf('etc/live.conf')).toBe('include part.conf\n')
  })

  test('a file that does not exist yet is made', () => {
    rmSync(path('etc/live.conf'))
    expect(apply('--no-signal', 'new.conf').status).toBe(0)
    expect([textOf('etc/live.conf'), statSync(path('etc/live.conf')).mode & 0o777]).toEqual([NEW, 0o600])
  })

  test('the same file again changes nothing and tells nobody', () => {
    programs.file('new.conf', OLD)
    const { status, stderr } = apply('new.conf', ...signalled())
    expect([status, stderr]).toEqual([0, 'keepalived-conf: etc/live.conf already is this file; nobody was signalled\n'])
    expect(names()).toEqual(['live.conf'])
  })

  test('keeps as many copies as asked for, where asked for', () => {
    mkdirSync(path('etc/copies'))
    for (const priority of [1, 2, 3, 4]) {
      programs.file('new.conf', instance(priority))
      expect(apply('new.conf', '--no-signal', '--keep', '2', '--backup-dir', 'etc/copies').status).toBe(0)
    }
    expect(readdirSync(path('etc/copies'))).toEqual(['live.conf.~3~', 'live.conf.~4~'])
    expect(names()).toEqual(['copies', 'live.conf'])
  })

  test('passwords are not shown, nor those that a second judge writes', () => {
    const secret = (word: string): string =>
      instance(1, `    authentication {\n        auth_type PASS\n        auth_pass ${word}\n    }\n`)
    programs.file('etc/live.conf', secret('oldword'))
    programs.file('new.conf', secret('newword'))
    const { status, stdout, stderr } = apply('new.conf', '--no-signal', '--verify-command', "sh -c 'cat $0; exit 1' {}")
    expect(status).toBe(1)
    expect(stderr).toContain('auth_pass ****\n')
    expect(stdout + stderr).not.toMatch(/oldword|newword/)
  })

  test.each([
    [['new.conf'], 'who is to read the file? Name the --pid-file of keepalived, or say --no-signal'],
    [['--no-signal'], 'one candidate is needed; usage: keepalived-conf apply [OPTION…] CANDIDATE --to LIVE'],
    [['no.conf', '--no-signal'], 'no.conf cannot be read: there is no such file'],
    [['new.conf', '--no-signal', '--verify-command', '"a'], '--verify-command is empty, or has a quote without a partner'],
  ])('%j is wrong use', (args, problem) => {
    expect(apply(...args)).toEqual({ status: 2, stdout: '', stderr: `keepalived-conf: ${problem}\n` })
  })
})

describe('rollback', () => {
  test('puts the old file back, and a second one takes that back', () => {
    apply('new.conf', '--no-signal')
    expect(rollback('--no-signal').status).toBe(0)
    expect(textOf('etc/live.conf')).toBe(OLD)
    expect(rollback('--no-signal').status).toBe(0)
    expect(textOf('etc/live.conf')).toBe(NEW)
  })

  test('takes an old file with errors only by force', () => {
    programs.file('etc/live.conf', BAD)
    apply('new.conf', '--no-signal')
    expect(rollback('--no-signal').status).toBe(1)
    expect(textOf('etc/live.conf')).toBe(NEW)
    expect(rollback('--no-signal', '--force').status).toBe(0)
    expect(textOf('etc/live.conf')).toBe(BAD)
  })

  test('says that there is no copy', () => {
    programs.file('etc/live.conf.~7~', OLD)
    expect(rollback('--no-signal')).toMatchObject({
      status: 2,
      stderr: 'keepalived-conf: there is no copy of etc/live.conf that differs from it\n',
    })
  })
})

describe('what can go wrong outside', () => {
  const inNamespace = (script: string) =>
    spawnSync('unshare', ['-m', 'sh', '-ec', script, process.execPath, programs.path('cli')], {
      cwd: programs.directory,
      encoding: 'utf8',
    })
  const canMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
  const run = '"$0" "$1" apply big.conf --no-signal --for 2.2.7 --to etc/live.conf'

  test.skipIf(!canMount)('a full disk: the old file stays, and nothing else', () => {
    programs.file('big.conf', `${NEW}${'# a comment\n'.repeat(4000)}`)
    const { status, stderr, stdout } = inNamespace(
      `mount -t tmpfs -o size=32k tmpfs etc; printf 'vrrp_version 2\\n' > etc/live.conf; ${run} > /dev/null || echo "status $?"; ls -A etc; cat etc/live.conf`,
    )
    expect(stderr).toMatch(/^keepalived-conf: etc\/live\.conf is unchanged; \S+ cannot be written: the disk is full\n$/)
    expect([status, stdout]).toEqual([0, 'status 2\nlive.conf\nvrrp_version 2\n'])
  })

  test.skipIf(!canMount)('a read-only directory: the old file stays', () => {
    programs.file('big.conf', NEW)
    const { stderr, stdout } = inNamespace(`mount --bind -o ro etc etc; ${run} > /dev/null || echo "status $?"; ls -A etc`)
    expect(stderr).toMatch(/is unchanged; \S+lock cannot be made: the file system is read-only\n$/)
    expect(stdout).toBe('status 2\nlive.conf\n')
  })

  test('two runs at once: one does it, or one behind the other; the file is whole', async () => {
    const slow = (name: string) => {
      const args = ['apply', name, '--no-signal', ...AS, '--to', 'etc/live.conf', '--verify-command', 'sleep 1']
      const child = spawn(process.execPath, [programs.path('cli'), ...args], { cwd: programs.directory, stdio: 'ignore' })
      return new Promise<number | null>((done) => child.on('close', done))
    }
    programs.file('other.conf', instance(77))
    const statuses = await Promise.all([slow('new.conf'), slow('other.conf')])
    const done = statuses.filter((status) => status === 0).length
    expect(done).toBeGreaterThan(0)
    expect(statuses.filter((status) => status === 2).length).toBe(2 - done)
    expect([NEW, instance(77)]).toContain(textOf('etc/live.conf'))
    expect(names()).toEqual(['live.conf', 'live.conf.~1~', 'live.conf.~2~'].slice(0, done + 1))
  })

  test('a mode that the owner may not write is no obstacle', () => {
    chmodSync(path('etc/live.conf'), 0o400)
    expect(apply('new.conf', '--no-signal').status).toBe(0)
    expect(statSync(path('etc/live.conf')).mode & 0o777).toBe(0o400)
  })
})

describe('a run that is killed', () => {
  const isLong = process.env.KEEPALIVED_CONF_LONG === '1'
  const kills = isLong ? 200 : 40
  const patience = isLong ? 200_000 : 12_000
  const long = (priority: number): string => `${instance(priority)}${'# a comment that makes the file longer\n'.repeat(1000)}`

  const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

  const start = (name: string, verify: readonly string[] = []) =>
    spawn(process.execPath, [programs.path('cli'), 'apply', name, '--no-signal', '--to', 'etc/live.conf', ...AS, ...verify], {
      cwd: programs.directory,
      stdio: 'ignore',
    })

  test('at any moment leaves the old or the new file, whole, and the next run clears up', async () => {
    const texts = [long(100), long(101)]
    programs.file('etc/live.conf', texts[0] as string)
    programs.file('0.conf', texts[0] as string)
    programs.file('1.conf', texts[1] as string)
    const before = performance.now()
    await new Promise((done) => start('1.conf').on('close', done))
    const whole = performance.now() - before
    expect(textOf('etc/live.conf')).toBe(texts[1])
    const next = random(5)
    let replaced = 0
    let strays = 0
    let kill = 0
    // On a machine that is busy fewer will do.
    for (const end = performance.now() + patience; kill < kills && performance.now() < end; kill++) {
      const now = textOf('etc/live.conf')
      const child = start(now === texts[0] ? '1.conf' : '0.conf')
      const ended = new Promise((done) => child.on('close', done))
      // Reading and checking take most of the time; every second one is killed near the steps on the disk, which begin with the lock.
      if (kill % 2 === 0) await sleep(whole * 1.1 * next())
      else {
        while (child.exitCode === null && !existsSync(path('etc/.live.conf.keepalived-conf.lock'))) await sleep(1)
        await sleep(100 * next())
      }
      child.kill('SIGKILL')
      await ended
      const text = textOf('etc/live.conf')
      expect(texts.includes(text), `killed ${kill}`).toBe(true)
      if (text !== now) replaced++
      if (names().some((name) => name.startsWith('.'))) strays++
    }
    programs.file('last.conf', NEW)
    expect(apply('last.conf', '--no-signal').status).toBe(0)
    expect(names().filter((name) => !/^live\.conf(\.~\d+~)?$/.test(name))).toEqual([])
    for (const name of names().filter((one) => one.includes('~'))) expect(texts).toContain(textOf(`etc/${name}`))
    console.log(`${kill} kills: replaced before it ${replaced} times, something left behind ${strays} times`)
    expect(kill).toBeGreaterThan(3)
  }, 300_000)

  test('in the middle of it leaves something, which the next run clears up', async () => {
    const child = start('new.conf', ['--verify-command', 'sleep 5'])
    const ended = new Promise((done) => child.on('close', done))
    for (let tries = 0; tries < 250 && names().length < 3; tries++) await new Promise((done) => setTimeout(done, 20))
    child.kill('SIGKILL')
    await ended
    expect(textOf('etc/live.conf')).toBe(OLD)
    expect(names().filter((name) => name.startsWith('.')).length).toBe(2)
    expect(apply('new.conf', '--no-signal').status).toBe(0)
    expect([names(), textOf('etc/live.conf')]).toEqual([['live.conf', 'live.conf.~1~'], NEW])
    expect(existsSync(path('etc/live.conf.~2~'))).toBe(false)
  })
})
