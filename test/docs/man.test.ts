import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/generate-man.mjs'
import { COMMANDS } from '../../src/cli/options/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const committed = (name: string): string => readFileSync(`${root}${name}`, 'utf8')
const generated: Readonly<Record<string, string>> = await generate()

const has = (program: string): boolean => {
  const found = spawnSync(program, ['--version'], { encoding: 'utf8' }).status === 0
  if (!found) console.warn(`${program} is not installed: its test is skipped`)
  return found
}

describe('manual pages and completions', () => {
  it.each(Object.keys(generated))('%s is what the option table gives (npm run man)', (name) => {
    expect(generated[name] === committed(name), `${name} is not what npm run man writes`).toBe(true)
  })

  it('the page has every option of every command', () => {
    const page = (generated['man/keepalived-conf.1'] as string).replaceAll('\\-', '-')
    for (const { name, options } of COMMANDS) {
      const section = page.split(/^\.SS /m).find((text) => text.startsWith(`${name}\n`)) ?? ''
      expect(options.filter(({ long }) => !section.includes(`\\fB--${long}\\fP`)).map(({ long }) => `${name} --${long}`)).toEqual(
        [],
      )
    }
  })

  it.skipIf(!has('groff'))('the pages are formatted without a warning', () => {
    for (const name of ['man/keepalived-conf.1', 'man/conf2json.1']) {
      const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', `${root}${name}`], { encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(stdout.length).toBeGreaterThan(1000)
    }
  })
})

describe('completion of bash', () => {
  /** What is offered for the last word. */
  const offered = (...words: readonly string[]): readonly string[] => {
    const call = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _\${1//-/_}; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', call, `${root}completions/keepalived-conf.bash`, ...words], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    return stdout.split('\n').filter((word) => word !== '')
  }

  it('commands, options of the command, words of an option', () => {
    expect(offered('keepalived-conf', 'ch')).toEqual(['check'])
    expect(offered('keepalived-conf', 'diff', 'a', '--ma')).toEqual(['--map-vip'])
    expect(offered('keepalived-conf', 'diff', '--map-vip', '--form')).toEqual([])
    expect(offered('keepalived-conf', '-t', '--fail')).toEqual(['--fail-on'])
    expect(offered('keepalived-conf', 'json', '--form', 't')).toEqual(['tree'])
    expect(offered('conf2json', '--for', 'lvs')).toEqual(['lvs-1.2.2'])
  })

  it('files are left to the shell', () => {
    expect(offered('keepalived-conf', 'check', 'a')).toEqual([])
    expect(offered('keepalived-conf', 'check', '-f', '')).toEqual([])
  })
})

it.skipIf(!has('zsh'))('zsh reads its completion', () => {
  expect(spawnSync('zsh', ['-n', `${root}completions/keepalived-conf.zsh`], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  })
})

it.skipIf(!has('fish'))('fish reads its completion', () => {
  const script = `source ${root}completions/keepalived-conf.fish; complete -C 'keepalived-conf diff --ma'`
  const { stdout } = spawnSync('fish', ['--no-config', '-c', script], { encoding: 'utf8' })
  expect(stdout.split('\t')[0]).toBe('--map-vip')
})
