import esbuild from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUNDLE, buildPrograms, example, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const BROKEN =
  'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    real_server 10.0.1.1 80 {\n        TCP_CHECK{\n            connect_timeout 3\n        }\n    }\n}\n'
const CLEAN = BROKEN.replace('TCP_CHECK{', 'TCP_CHECK {')

const check = (...args: string[]) => programs.keepalivedConf(['check', '--for', 'lvs-1.2.2', ...args])

describe('the examples', () => {
  test('lvs.conf is clean, with its includes', () => {
    const { status, stdout, stderr } = programs.keepalivedConf(['-tf', example('lvs.conf')])
    expect(stdout).toBe(
      'no findings in 4 files\nchecked as lvs-1.2.2: `local_address_group` is a word of the 1.2.2 LVS edition, and nothing is of DPVS only; choose with --for\n',
    )
    expect([status, stderr]).toEqual([0, ''])
  })

  test('broken.conf has its four mistakes, and nothing else', () => {
    const { status, stdout, stderr } = programs.keepalivedConf(['-tf', example('broken.conf'), '--format', 'concise'])
    const found = stdout.split('\n').map((line) => line.replace(/^.*broken\.conf:(\S+) (\w+ \S+).*$/, '$1 $2'))
    expect(found).toEqual([
      '13:5: warning lvs/several-sorry-servers',
      '18:18: error lvs/brace-glued',
      '28:13: warning lvs/retry-in-tcp-check',
      '35:29: error schema/bad-value',
      '',
    ])
    expect([status, stderr]).toEqual([1, ''])
  })
})

describe('pretty', () => {
  test('an error with its place, what happens, what to do, and the fix', () => {
    programs.file('glued.conf', BROKEN)
    const { status, stdout } = check('glued.conf')
    expect(status).toBe(1)
    expect(stdout).toMatchInlineSnapshot(`
      "error[lvs/brace-glued]: there is no blank between \`TCP_CHECK\` and its \`{\`
       --> glued.conf:5:18
      5 |         TCP_CHECK{
        |                  ^
      effect: the word with its brace is an unknown keyword: the block is not opened and its \`}\` closes the block around it
      help:   Write a blank before the \`{\`.
      fix:    put a blank before the brace (safe)

      1 error in 1 file
      checked as lvs-1.2.2
      "
    `)
  })

  test('a warning with a related place, tabs and a long file name', () => {
    programs.file(
      'conf.d/web.conf',
      CLEAN.replace('    real', '\tsorry_server 10.0.2.1 80\n\tsorry_server 10.0.2.2 80\n    real'),
    )
    const { status, stdout } = check('conf.d/web.conf', '--color', 'always')
    expect(status).toBe(0)
    expect(stdout.split('\n\n')[0]).toMatchInlineSnapshot(`
      "[1;33mwarning[lvs/several-sorry-servers][0m[1m: this \`sorry_server\` is replaced by a later one[0m
       [2m-->[0m conf.d/web.conf:4:2
      [2m4 |[0m     sorry_server 10.0.2.1 80
      [2m  |[0m [33m    ^^^^^^^^^^^^^^^^^^^^^^^^[0m
      [1meffect: [0monly the last \`sorry_server\` of a virtual server counts
      [1mhelp:   [0mKeep one.
      [1msee:    [0mconf.d/web.conf:5:2: the one that counts"
    `)
  })
})

describe('colors', () => {
  const colored = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    programs
      .keepalivedConf(['check', '--for=lvs-1.2.2', programs.file('glued.conf', BROKEN), ...args], { env })
      .stdout.includes('\x1b[')

  test.each([
    [[], {}, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { NO_COLOR: '1' }, false],
    [['--color', 'always'], { NO_COLOR: '1' }, true],
    [['--color=never'], { FORCE_COLOR: '1' }, false],
  ] as const)('%j with %j: %s', (args, env, expected) => expect(colored(args, env)).toBe(expected))
})

describe('json', () => {
  test('has the keys of the contract', () => {
    programs.file('glued.conf', BROKEN)
    const { status, stdout } = check('glued.conf', '--format', 'json')
    const report = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(Object.keys(report)).toEqual(['formatVersion', 'target', 'configTest', 'diagnostics'])
    expect(report).toMatchObject({ formatVersion: 1, target: 'lvs-1.2.2', configTest: { exitStatus: null } })
    const keys = 'code severity message effect consequence reported file range path help related fixes'
    expect(Object.keys(report.diagnostics[0])).toEqual(keys.split(' '))
    expect(report.diagnostics[0]).toMatchObject({
      code: 'lvs/brace-glued',
      file: 'glued.conf',
      range: { start: { line: 5, column: 18, offset: BROKEN.indexOf('{\n            c') }, end: { line: 5, column: 19 } },
      fixes: [{ safe: true, edits: [{ file: 'glued.conf', newText: ' ' }] }],
    })
  })

  test('a clean file has no diagnostics', () => {
    const { status, stdout } = check(programs.file('clean.conf', CLEAN), '--format=json')
    expect([status, JSON.parse(stdout).diagnostics]).toEqual([0, []])
  })

  test('says how many findings the limit left out, and they count for the exit status', () => {
    programs.file('many.conf', `${CLEAN}${'nosuchword 1\n'.repeat(20)}`)
    const { status, stdout } = check('many.conf', '--format=json', '--max-findings', '3')
    const report = JSON.parse(stdout)
    expect([status, report.diagnostics.length, report.omitted]).toEqual([1, 3, 17])
  })
})

test('--max-findings: an error behind the last finding shown still fails', () => {
  const warning = CLEAN.replace('    real', '    sorry_server 10.0.2.1 80\n    sorry_server 10.0.2.2 80\n    real')
  programs.file('late.conf', `${warning}nosuchword 1\n`)
  const { status, stdout } = check('late.conf', '--max-findings', '1')
  expect(status).toBe(1)
  expect(stdout).toContain('1 warning, and ')
  expect(check('late.conf', '--max-findings', '1', '--quiet').stdout).toContain('nosuchword')
})

describe('--fail-on and --quiet', () => {
  test.each([
    ['error', 0],
    ['warning', 1],
    ['info', 1],
  ])('--fail-on %s', (severity, expected) => {
    programs.file('warn.conf', CLEAN.replace('    real', '    sorry_server 10.0.2.1 80\n    sorry_server 10.0.2.2 80\n    real'))
    expect(check('warn.conf', '--fail-on', severity).status).toBe(expected)
  })

  test('--quiet shows what fails and no summary', () => {
    programs.file('warn.conf', CLEAN.replace('    real', '    sorry_server 10.0.2.1 80\n    sorry_server 10.0.2.2 80\n    real'))
    expect(check('warn.conf', '--quiet').stdout).toBe('')
    expect(check('warn.conf', '--quiet', '--fail-on', 'warning').stdout).toMatch(/^warning\[.*\n$/s)
    expect(check(programs.file('glued.conf', BROKEN), '-q').stdout).not.toContain('checked as')
  })
})

describe('several files', () => {
  test('each is a main file; a file that both include is reported once', () => {
    programs.file('several/shared.conf', BROKEN)
    programs.file('several/a.conf', 'include shared.conf\n')
    programs.file('several/b.conf', 'include ./shared.conf\nnosuchword 1\n')
    const { status, stdout } = check('several/a.conf', 'several/b.conf')
    expect(status).toBe(1)
    expect(stdout.match(/lvs\/brace-glued/g)).toHaveLength(1)
    expect(stdout).toContain('nosuchword')
    expect(stdout).toMatch(/in 3 files\nchecked as lvs-1\.2\.2\n$/)
  })

  test('one that cannot be read is named, the others are checked, the status is 2', () => {
    const { status, stdout, stderr } = check('missing.conf', programs.file('glued.conf', BROKEN))
    expect(status).toBe(2)
    expect(stderr).toBe('keepalived-conf: `missing.conf` cannot be read: there is no such file\n')
    expect(stdout).toContain('lvs/brace-glued')
  })
})

describe('includes', () => {
  test('what is missing, a directory or empty of matches is a finding with its reason', () => {
    programs.file('inc/sub/x.conf', CLEAN)
    programs.file('inc/main.conf', 'include gone.conf\ninclude sub\ninclude none/*.conf\ninclude sub/*.conf\n')
    const { status, stdout } = check('inc/main.conf', '--format', 'concise')
    expect(status).toBe(1)
    expect(stdout).toContain('main.conf:1:1: error include/missing `inc/gone.conf` cannot be included: there is no such file\n')
    expect(stdout).toContain('main.conf:2:1: error include/missing `inc/sub` cannot be included: it is a directory\n')
    expect(stdout).toContain('main.conf:3:1: warning include/no-match')
    expect(stdout).not.toContain('main.conf:4')
  })

  test('a circle ends', () => {
    programs.file('circle.conf', 'include circle.conf\n')
    expect(check('circle.conf', '--format', 'concise').stdout).toContain('include/cycle')
  })
})

describe('standard input', () => {
  test('- is read to its end and named <stdin>', () => {
    const { status, stdout } = programs.keepalivedConf(['check', '-', '--format=concise', '--for=lvs-1.2.2'], { input: BROKEN })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^<stdin>:5:18: error lvs\/brace-glued /)
  })

  test('more than a pipe holds', () => {
    const input = `${'# a comment\n'.repeat(100_000)}${BROKEN}`
    const { stdout } = programs.keepalivedConf(['-tf', '-', '--format=concise'], { input })
    expect(stdout).toMatch(/^<stdin>:100005:18: error /)
  })
})

describe('the target', () => {
  test('-t reads a file that no word decides as lvs-1.2.2, and says so', () => {
    programs.file('plain.conf', 'global_defs {\n    router_id A\n}\n')
    expect(programs.keepalivedConf(['-tf', 'plain.conf']).stdout).toContain(
      'checked as lvs-1.2.2: no word of the file decides; choose with --for',
    )
    expect(programs.keepalivedConf(['check', 'plain.conf']).stdout).toContain('checked as keepalived-')
  })

  test('a named target needs no reason', () =>
    expect(check(programs.file('clean.conf', CLEAN)).stdout).toBe('no findings in 1 file\nchecked as lvs-1.2.2\n'))
})

describe('secrets', () => {
  const SECRET = 'hunter2x'
  const instance = (line: string) =>
    `vrrp_instance A {\n    state MASTER\n    interface eth0\n    virtual_router_id 51\n    priority 100\n    authentication {\n        auth_type PASS\n${line}    }\n    virtual_ipaddress {\n        10.0.0.9\n    }\n}\n`
  const texts = {
    'surplus words': instance(`        auth_pass ${SECRET} ${SECRET}\n`),
    'too long': instance(`        auth_pass ${SECRET}${SECRET}\n`),
    'a typing error': instance(`        auth_pas ${SECRET}\n`),
    twice: instance(`        auth_pass ${SECRET}\n        auth_pass ${SECRET}2\n`),
    'in an unknown block': instance(`        auth_pass ${SECRET}\n`).replace('vrrp_instance A', 'vrrp_instanc A'),
    'an unclosed quote': instance(`        auth_pass "${SECRET}\n`),
    'a NUL behind it': instance(`        auth_pass ${SECRET} \0\n`),
    'at the top level': `auth_pass ${SECRET}\n`,
    'by a definition': `$PASS=${SECRET}\0\n${instance('        auth_pass $PASS\n')}`,
    'a glued brace': instance(`        auth_pass ${SECRET}{\n`),
  }
  const names = Object.entries(texts).map(([name, text]) => [`${name}.conf`, text] as const)

  test.each(['lvs-1.2.2', 'keepalived'])('appear in no output for %s', (target) => {
    for (const [name, text] of names) programs.file(name, text)
    for (const format of ['pretty', 'concise', 'json', 'sarif', 'github', 'junit']) {
      const files = names.map(([name]) => name)
      const { status, stdout, stderr } = programs.keepalivedConf(['check', `--for=${target}`, `--format=${format}`, ...files])
      expect([status, stderr]).toEqual([1, ''])
      const named = stdout.replaceAll('%20', ' ')
      for (const name of ['surplus words', 'an unclosed quote', 'at the top level']) expect(named).toContain(`${name}.conf`)
      expect(stdout).not.toContain(SECRET)
    }
  })
})

test('check loads nothing of io-ts and nothing of the JSON stage', async () => {
  const { metafile } = await esbuild.build({ ...BUNDLE, entryPoints: ['src/cli/check.ts'], write: false, metafile: true })
  expect(Object.keys(metafile.inputs).filter((name) => /node_modules|src\/(json|codecs|fp)/.test(name))).toEqual([])
})
