import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backUp, backupsOf, prune } from '../../src/cli/backup.ts'
import { NODE } from '../../src/cli/file-system.ts'
import { PROCESSES, takeLock } from '../../src/cli/lock.ts'
import { targetOf } from '../../src/cli/replace.ts'
import { rewrite } from '../../src/cli/rewrite.ts'
import { processes, untilKilled, watched } from '../support/machine.ts'

let directory = ''
let live = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'keepalived-conf-replace-'))
  live = join(directory, 'a.conf')
  writeFileSync(live, OLD)
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const OLD = 'old\n'.repeat(1000)
const NEW = 'new\n'.repeat(2000)
const LOCK = '.a.conf.keepalived-conf.lock'
const asRoot = process.getuid?.() === 0

/** What `rewrite` does when nothing goes wrong, step by step. */
function allSteps(): number {
  const { files, steps } = watched()
  expect(rewrite(live, OLD, NEW, files, processes(1))).toEqual({ ok: true, value: '' })
  writeFileSync(live, OLD)
  return steps.length
}

describe('replacing a file', () => {
  test('gives it its new text, with mode and owner of the old one, and leaves nothing', () => {
    chmodSync(live, 0o2640)
    if (asRoot) chownSync(live, 12, 34)
    const before = statSync(live)
    expect(rewrite(live, OLD, NEW)).toEqual({ ok: true, value: '' })
    const after = statSync(live)
    expect(readFileSync(live, 'utf8')).toBe(NEW)
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid])
    expect(after.ino).not.toBe(before.ino)
    expect(readdirSync(directory)).toEqual(['a.conf'])
  })

  test('keeps extended attributes and the access control list', (context) => {
    const ran = (program: string, ...words: string[]): string | undefined => {
      const { status, stdout } = spawnSync(program, words, { encoding: 'utf8' })
      return status === 0 ? stdout : undefined
    }
    const hasAttribute = ran('setfattr', '-n', 'user.origin', '-v', 'ticket 12', live) !== undefined
    const hasList = ran('setfacl', '-m', 'u:34:r', live) !== undefined
    if (!hasAttribute && !hasList) context.skip('neither setfattr nor setfacl works here')
    expect(rewrite(live, OLD, NEW)).toEqual({ ok: true, value: '' })
    expect(readFileSync(live, 'utf8')).toBe(NEW)
    if (hasAttribute) expect(ran('getfattr', '--only-values', '-n', 'user.origin', live)).toBe('ticket 12')
    if (hasList) expect(ran('getfacl', '-n', live)).toContain('user:34:r--')
  })

  test('killed in front of any step: it is the old or the new file, and the next run leaves nothing else', () => {
    const count = allSteps()
    expect(count).toBeGreaterThan(15)
    const seen = new Set<string>()
    for (let at = 0; at < count; at++) {
      writeFileSync(live, OLD)
      expect(untilKilled(() => rewrite(live, OLD, NEW, watched(at).files, processes(1)))).toBeUndefined()
      const text = readFileSync(live, 'utf8')
      expect([OLD, NEW]).toContain(text)
      seen.add(text)
      expect(rewrite(live, text, 'next\n', NODE, processes(2)), `killed in front of step ${at}`).toEqual({ ok: true, value: '' })
      expect([readFileSync(live, 'utf8'), readdirSync(directory)]).toEqual(['next\n', ['a.conf']])
    }
    expect(seen.size).toBe(2)
  })

  test.each(['EIO', 'ENOSPC', 'EROFS', 'EACCES'])(
    '%s at any step: it is the old or the new file, and the answer says which',
    (code) => {
      for (let at = 0, count = allSteps(); at < count; at++) {
        writeFileSync(live, OLD)
        const { files, steps } = watched(at, code)
        const result = rewrite(live, OLD, NEW, files, processes(1))
        const where = `${steps[at]?.name} at step ${at}: ${JSON.stringify(result)}`
        expect(readFileSync(live, 'utf8') === NEW, where).toBe(result.ok)
        if (!result.ok)
          expect(result.why, where).toMatch(
            /: (?:the disk reports an error|the disk is full|the file system is read-only|permission denied)(?:, its owner and group cannot be kept)?$/,
          )
        expect(rewrite(live, result.ok ? NEW : OLD, 'next\n', NODE, processes(2)).ok, where).toBe(true)
        expect(readdirSync(directory), where).toEqual(['a.conf'])
      }
    },
  )

  test('does not happen when another program has changed it', () => {
    writeFileSync(live, 'other\n')
    expect(rewrite(live, OLD, NEW)).toEqual({ ok: false, why: `${live} has been changed by another program` })
    expect([readFileSync(live, 'utf8'), readdirSync(directory)]).toEqual(['other\n', ['a.conf']])
  })

  test('a link stays one, also a link to a link', () => {
    mkdirSync(join(directory, 'links'))
    symlinkSync('../a.conf', join(directory, 'links', 'b'))
    symlinkSync('b', join(directory, 'links', 'c'))
    expect(rewrite(join(directory, 'links', 'c'), OLD, NEW).ok).toBe(true)
    expect(readFileSync(live, 'utf8')).toBe(NEW)
    expect(lstatSync(join(directory, 'links', 'c')).isSymbolicLink()).toBe(true)
    expect(readdirSync(join(directory, 'links'))).toEqual(['b', 'c'])
  })

  test('links in a circle, and a directory, are refused', () => {
    symlinkSync('y', join(directory, 'x'))
    symlinkSync('x', join(directory, 'y'))
    expect(targetOf(NODE, join(directory, 'x'))).toMatchObject({ ok: false })
    mkdirSync(join(directory, 'd'))
    expect(rewrite(join(directory, 'd'), '', NEW)).toMatchObject({ ok: false })
  })

  test('leftovers of dead runs go, other files stay', () => {
    const others = ['.a.conf.keepalived-conf-1-x', '.b.conf.keepalived-conf-1-1', 'a.conf.keepalived-conf-1-1']
    for (const name of ['.a.conf.keepalived-conf-1-1', '.a.conf.keepalived-conf.lock-7', ...others]) {
      writeFileSync(join(directory, name), '')
    }
    expect(rewrite(live, OLD, NEW).ok).toBe(true)
    expect(readdirSync(directory)).toEqual([...others, 'a.conf'].sort())
  })
})

describe('the lock', () => {
  test('keeps a second run out until it is released', () => {
    const first = takeLock(NODE, live, processes(1, [2]))
    const second = takeLock(NODE, live, processes(2, [1]))
    expect(second).toEqual({ ok: false, why: `${live} is being replaced by process 1 (${join(directory, LOCK)})` })
    if (first.ok) first.value.release()
    expect(takeLock(NODE, live, processes(2, [1])).ok).toBe(true)
  })

  test.each([
    ['of a process that is gone', '1 start1\n'],
    ['of a process whose number another one has now', '3 other\n'],
    ['that is empty', ''],
    ['that is junk', 'junk\0'],
  ])('%s is taken over', (_, content) => {
    writeFileSync(join(directory, LOCK), content)
    expect(takeLock(NODE, live, processes(2, [3])).ok).toBe(true)
    expect(readFileSync(join(directory, LOCK), 'latin1')).toBe('2 start2\n')
  })

  test('of this very process is held', () => {
    expect(takeLock(NODE, live).ok).toBe(true)
    expect(takeLock(NODE, live).ok).toBe(false)
    expect(PROCESSES.startOf(2 ** 22 + 1)).toBeUndefined()
  })
})

describe('copies', () => {
  const beside = { directory: undefined, keep: 2 }

  test('are numbered; the newest has the highest number, and old ones go', () => {
    for (const text of ['1', '2', '3']) {
      writeFileSync(live, text)
      expect(backUp(NODE, live, beside).ok).toBe(true)
    }
    expect(prune(NODE, live, beside)).toEqual({ ok: true, value: 1 })
    expect(readdirSync(directory)).toEqual(['a.conf', 'a.conf.~2~', 'a.conf.~3~'])
    expect(backupsOf(NODE, live, beside)).toEqual({ ok: true, value: [`${live}.~3~`, `${live}.~2~`] })
    expect(readFileSync(`${live}.~3~`, 'utf8')).toBe('3')
  })

  test('have the mode of the file, and may stand in another directory', () => {
    chmodSync(live, 0o604)
    mkdirSync(join(directory, 'copies'))
    const copies = { directory: join(directory, 'copies'), keep: 5 }
    expect(backUp(NODE, live, copies)).toEqual({ ok: true, value: join(directory, 'copies', 'a.conf.~1~') })
    expect(statSync(join(directory, 'copies', 'a.conf.~1~')).mode & 0o7777).toBe(0o604)
    expect(existsSync(`${live}.~1~`)).toBe(false)
  })

  test('there is none of a file that does not exist', () => {
    expect(backUp(NODE, join(directory, 'no.conf'), beside)).toEqual({ ok: true, value: '' })
  })
})
