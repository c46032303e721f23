import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, type Programs } from '../cli/program.ts'
import { startStub } from '../support/daemon.ts'
import { formattedText } from '../support/format.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

/** The blocks of a page, by their language. */
function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].filter((one) => one[1] === language).map((one) => one[2] as string)
}

const GOOD = 'global_defs {\n    router_id A\n}\n'
const BAD = 'nosuchword\n'
const LIVE = '/etc/keepalived/keepalived.conf'

/** A command of a page with the files of the test in place of those of the system. */
function run(command: string, files: Readonly<Record<string, string>>) {
  const [, ...words] = command.trim().split(' ')
  return programs.keepalivedConf(words.map((word) => files[word] ?? word))
}

describe('apply.md', () => {
  const lines = blocksOf('apply.md', '').flatMap((block) => block.trim().split('\n'))

  test('its commands do what it says, one behind the other', async () => {
    const stub = await startStub(programs.directory)
    programs.file('live.conf', GOOD)
    programs.file('new.conf', `${GOOD}# new\n`)
    const files = { [LIVE]: 'live.conf', '/run/keepalived.pid': stub.pidFile }
    const text = (): string => readFileSync(join(programs.directory, 'live.conf'), 'utf8')
    expect(lines.length).toBe(3)
    const seen = lines.map((line) => [run(line, files).status, text()])
    expect(await stub.hups(2)).toBe(2)
    stub.stop()
    expect(seen).toEqual([
      [0, GOOD],
      [0, `${GOOD}# new\n`],
      [0, GOOD],
    ])
  })

  test('the drop-in refuses a reload of a broken file, and is one that systemd understands', () => {
    const [unit] = blocksOf('apply.md', 'ini') as [string]
    const commands = [...unit.matchAll(/^Exec(?:StartPre|Reload)=(\/usr\/bin\/keepalived-conf .*)$/gm)].map(
      (one) => one[1] as string,
    )
    expect(commands.length).toBe(2)
    for (const command of commands) {
      programs.file('live.conf', GOOD)
      expect(run(command, { [LIVE]: 'live.conf' })).toEqual({ status: 0, stdout: '', stderr: '' })
      programs.file('live.conf', BAD)
      expect(run(command, { [LIVE]: 'live.conf' })).toMatchObject({ status: 1, stdout: expect.stringContaining('nosuchword') })
    }
    expect(unit.indexOf('ExecReload=\n')).toBeLessThan(unit.indexOf('ExecReload=/usr'))
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) return
    const service = join(programs.directory, 'k.service')
    const program = join(programs.directory, 'program')
    writeFileSync(program, '#!/bin/sh\n')
    chmodSync(program, 0o755)
    writeFileSync(service, `${unit.replaceAll('/usr/bin/keepalived-conf', program)}ExecStart=${program}\n`)
    expect(spawnSync('systemd-analyze', ['verify', service], { encoding: 'utf8' }).stderr).toBe('')
  })

  test('the line for Ansible finds included files from the place of the live file, and changes nothing', () => {
    const [task] = blocksOf('apply.md', 'yaml') as [string]
    const command = /^ +validate: (.*)$/m.exec(task)?.[1] as string
    programs.file('etc/live.conf', GOOD)
    programs.file('tmp/new.conf', 'include part.conf\n')
    const files = { '%s': 'tmp/new.conf', [LIVE]: 'etc/live.conf' }
    programs.file('etc/part.conf', GOOD)
    expect(run(command, files).status).toBe(0)
    programs.file('etc/part.conf', BAD)
    expect(run(command, files).status).toBe(1)
    expect(readFileSync(join(programs.directory, 'etc/live.conf'), 'utf8')).toBe(GOOD)
  })
})

describe('format.md', () => {
  test('its example is what comes out', () => {
    const [before, after] = blocksOf('format.md', '') as [string, string]
    expect(formattedText(before, '2.4.3')).toBe(after)
  })
})
