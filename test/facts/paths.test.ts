import { describe, expect, test } from 'vitest'
import type { FileFact } from '../../src/facts/facts.ts'
import { absolute, walkPath } from '../../src/facts/paths.ts'

const directory: FileFact = { kind: 'directory', mode: 0o755, uid: 0, gid: 0 }
const link = (target: string): FileFact => ({ kind: 'symlink', mode: 0o777, uid: 0, gid: 0, target })
const file: FileFact = { kind: 'file', mode: 0o755, uid: 0, gid: 0 }

const FILES: Readonly<Record<string, FileFact>> = {
  '/bin': link('usr/bin'),
  '/usr': directory,
  '/usr/bin': directory,
  '/usr/bin/dash': file,
  '/usr/bin/sh': link('dash'),
  '/usr/bin/up': link('../../bin/./sh'),
  '/usr/bin/round': link('/usr/bin/round'),
  '/usr/bin/gone': { kind: 'absent' },
}

const walk = (path: string) => walkPath(path, (one) => FILES[one])

describe('a path', () => {
  test('leads through links, dots and repeated slashes to its file', () => {
    expect(walk('/bin/..//bin/./up').real).toBe('/usr/bin/dash')
  })

  test('tells every step on the way', () => {
    expect(walk('/bin/sh').steps).toEqual(['/', '/bin', '/usr', '/usr/bin', '/usr/bin/sh', '/usr/bin/dash'])
  })

  test.each([
    ['/usr/bin/gone', 'absent'],
    ['/usr/bin/other', 'unknown'],
    ['/usr/bin/round', 'loop'],
    ['/usr/bin/dash/x', 'not-a-directory'],
  ])('%s ends nowhere: %s', (path, stop) => {
    expect(walk(path)).toMatchObject({ real: undefined, stop })
  })

  test('above the root there is the root', () => {
    expect(walk('/../..').real).toBe('/')
  })

  test('is taken from the working directory when it is relative', () => {
    expect([absolute('/a', '/etc'), absolute('a', '/etc'), absolute('a', undefined)]).toEqual(['/a', '/etc/a', undefined])
  })
})
