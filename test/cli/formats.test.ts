// The formats of `check` that other programs read.
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATALOG } from '../../src/catalog.ts'
import { uriOf } from '../../src/cli/file-uri.ts'
import { githubCommand } from '../../src/cli/report-github.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { buildPrograms, type Programs } from './program.ts'
import { SARIF } from './sarif-shape.ts'
import { elementsOf } from './xml.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const CLEAN =
  'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    real_server 10.0.1.1 80 {\n        TCP_CHECK {\n            connect_timeout 3\n        }\n    }\n}\n'
const GLUED = CLEAN.replace('TCP_CHECK {', 'TCP_CHECK{')
const TWO_SORRY = CLEAN.replace('    real', '    sorry_server 10.0.2.1 80\n    sorry_server 10.0.2.2 80\n    real')

const check = (format: string, ...args: string[]) =>
  programs.keepalivedConf(['check', '--for', 'lvs-1.2.2', '--format', format, ...args])

describe('sarif', () => {
  const isSarif = new Ajv({ allErrors: true }).compile(SARIF)
  const sarif = (...args: string[]) => {
    const ran = check('sarif', ...args)
    const log = JSON.parse(ran.stdout)
    expect(isSarif(log) ? [] : isSarif.errors).toEqual([])
    return { ...ran, log, run: log.runs[0] }
  }

  test('a finding has its rule, its level, its place with the first column behind it, and its fix', () => {
    programs.file('conf d/glued.conf', GLUED)
    const { status, run } = sarif('conf d/glued.conf')
    expect(status).toBe(1)
    const [rule] = run.tool.driver.rules
    expect(run.tool.driver).toMatchObject({ name: 'keepalived-conf', semanticVersion: '1.2.3' })
    expect(rule.id).toBe('lvs/brace-glued')
    expect(rule.shortDescription.text).toBe('there is no blank between `…` and its `{`')
    expect(rule.defaultConfiguration.level).toBe('error')
    expect(rule.help.markdown).toContain('Bad:')
    const [result] = run.results
    expect(result).toMatchObject({ ruleId: 'lvs/brace-glued', ruleIndex: 0, level: 'error' })
    expect(result.message.text).toContain('`TCP_CHECK`')
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'conf%20d/glued.conf' },
      region: { startLine: 5, startColumn: 18, endLine: 5, endColumn: 19 },
    })
    expect(result.locations[0].logicalLocations).toEqual([
      { fullyQualifiedName: 'virtual_server[0].real_server[0].TCP_CHECK[0]' },
    ])
    const region = { startLine: 5, startColumn: 18, endLine: 5, endColumn: 18 }
    expect(result.fixes[0].artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'conf%20d/glued.conf' },
        replacements: [{ deletedRegion: region, insertedContent: { text: ' ' } }],
      },
    ])
    expect(result.fixes[0].properties).toEqual({ safe: true })
  })

  test('other places of a finding are related locations, infos are notes, each code is one rule', () => {
    programs.file('two.conf', TWO_SORRY)
    programs.file('three.conf', TWO_SORRY)
    const { run } = sarif('two.conf', 'three.conf')
    expect(run.tool.driver.rules).toHaveLength(1)
    expect(run.results.map((one: { level: string; ruleIndex: number }) => [one.level, one.ruleIndex])).toEqual([
      ['warning', 0],
      ['warning', 0],
    ])
    const [place] = run.results[0].relatedLocations
    expect(place.message.text).toBe('the one that counts')
    expect(place.physicalLocation.region.startLine).toBe(5)
  })

  test('every finding of every bad example is in the shape of SARIF', () => {
    const names = CATALOG.filter(({ bad }) => bad !== '').map(({ code, bad }) => programs.file(`bad/${code}.conf`, bad))
    expect(names.length).toBeGreaterThan(150)
    for (const target of ['lvs-1.2.2', 'keepalived']) {
      const { log } = sarif('--for', target, ...names)
      expect(log.runs[0].results.length).toBeGreaterThan(100)
    }
  })

  test('every rule has a title of words', () => {
    const names = CATALOG.filter(({ bad }) => bad !== '').map(({ code, bad }) => programs.file(`bad/${code}.conf`, bad))
    const titles = ['lvs-1.2.2', 'keepalived'].flatMap((target) =>
      sarif('--for', target, ...names).run.tool.driver.rules.map(
        (rule: { shortDescription: { text: string } }) => rule.shortDescription.text,
      ),
    )
    expect(titles.filter((title) => !/\p{L}{2}/u.test(title) || /NaN|undefined/.test(title))).toEqual([])
  })

  test('without findings there are no rules and no results; a file that cannot be read is said', () => {
    programs.file('clean.conf', CLEAN)
    const { run, status } = sarif('clean.conf')
    expect([status, run.results, run.tool.driver.rules, run.invocations]).toEqual([0, [], [], [{ executionSuccessful: true }]])
    expect(sarif('clean.conf', 'nowhere.conf').run.invocations).toEqual([{ executionSuccessful: false }])
  })

  test('says how many findings the limit left out, and the targets', () => {
    programs.file('many.conf', `${CLEAN}${'nosuchword 1\n'.repeat(20)}`)
    const { run, stderr } = sarif('many.conf', '--max-findings', '3')
    expect([run.results.length, run.properties, stderr]).toEqual([3, { targets: ['lvs-1.2.2'], omitted: 17 }, ''])
  })
})

describe('names of files', () => {
  test.each([
    ['/repo', 'a/b.conf', 'a/b.conf'],
    ['/repo', './a/../b.conf', 'b.conf'],
    ['/repo', '/repo/b c#.conf', 'b%20c%23.conf'],
    ['/repo', '/etc/b.conf', 'file:///etc/b.conf'],
    ['/repo', '../b.conf', 'file:///b.conf'],
    ['/repo', '..b/c:d.conf', '..b/c%3Ad.conf'],
    ['/repo', '<stdin>', '%3Cstdin%3E'],
    ['/repo', 'half\uD800.conf', 'half%EF%BF%BD.conf'],
    [undefined, '/etc/b.conf', 'file:///etc/b.conf'],
  ])('from %s %j is %s', (directory, file, expected) => expect(uriOf(directory, file)).toBe(expected))
})

describe('github', () => {
  test('a finding is a command with its place, in one line', () => {
    programs.file('glued.conf', GLUED)
    const { status, stdout } = check('github', 'glued.conf')
    expect(status).toBe(1)
    expect(stdout).toBe(
      '::error file=glued.conf,line=5,col=18,endLine=5,endColumn=18,title=lvs/brace-glued::there is no blank between `TCP_CHECK` and its `{`%0Aeffect: the word with its brace is an unknown keyword: the block is not opened and its `}` closes the block around it%0Ahelp: Write a blank before the `{`.%0Afix: put a blank before the brace (safe)\n',
    )
  })

  const at = (line: number, column: number) => ({ line, column, offset: 0 })
  const finding: Diagnostic = {
    code: 'a/b',
    severity: 'info',
    message: '100% :: `x,y`',
    effect: 'ignored',
    consequence: 'nothing',
    reported: false,
    file: 'a,b:c%.conf',
    range: { start: at(3, 2), end: at(3, 7) },
    path: '',
    related: [],
    fixes: [],
  }

  test('signs that have a meaning in a command are escaped: more of them in properties', () => {
    expect(githubCommand(finding, '/repo')).toBe(
      '::notice file=a%2Cb%3Ac%25.conf,line=3,col=2,endLine=3,endColumn=6,title=a/b::100%25 :: `x,y`%0Aeffect: nothing\n',
    )
  })

  test('a line end in the words of a file starts no second command', () => {
    const command = githubCommand({ ...finding, message: 'a\r\n::error::b', file: 'x\n::y.conf' }, '/repo')
    expect(command.split(/[\r\n]/)).toHaveLength(2)
  })

  test('a range of several lines has no columns', () => {
    expect(githubCommand({ ...finding, range: { start: at(3, 2), end: at(5, 1) } }, '/repo')).toContain(
      ',line=3,endLine=5,title=',
    )
  })

  test('what the limit left out is said on standard error', () => {
    programs.file('many.conf', `${CLEAN}${'nosuchword 1\n'.repeat(20)}`)
    const { stdout, stderr } = check('github', 'many.conf', '--max-findings', '3')
    expect(stdout.split('\n')).toHaveLength(4)
    expect(stderr).toBe('keepalived-conf: 17 more findings are not shown; --max-findings shows more\n')
  })
})

describe('junit', () => {
  test('a suite a file, a case a finding; a file without findings has a case that passes', () => {
    programs.file('clean.conf', CLEAN.replace('10.0.0.1', '10.0.0.2'))
    programs.file('glued.conf', `${GLUED}include clean.conf\n`)
    const { status, stdout } = check('junit', 'glued.conf')
    expect(status).toBe(1)
    const elements = elementsOf(stdout)
    expect(elements.filter(({ name }) => name.startsWith('testsuite')).map(({ attributes }) => attributes)).toEqual([
      { name: 'keepalived-conf', tests: '2', failures: '1', errors: '0' },
      { name: 'glued.conf', tests: '1', failures: '1', errors: '0' },
      { name: 'clean.conf', tests: '1', failures: '0', errors: '0' },
    ])
    expect(elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes)).toEqual([
      {
        name: '5:18 lvs/brace-glued: there is no blank between `TCP_CHECK` and its `{`',
        classname: 'glued.conf',
        file: 'glued.conf',
        line: '5',
      },
      { name: 'no findings', classname: 'clean.conf', file: 'clean.conf' },
    ])
    const [failure] = elements.filter(({ name }) => name === 'failure')
    expect(failure?.attributes.type).toBe('error')
    expect(failure?.text).toContain('help: Write a blank before the `{`.')
  })

  test('what does not count for the exit status passes', () => {
    programs.file('two.conf', TWO_SORRY)
    const failures = (...args: string[]) =>
      elementsOf(check('junit', 'two.conf', ...args).stdout).filter(({ name }) => name === 'failure')
    expect([failures().length, failures('--fail-on', 'warning').length]).toEqual([0, 1])
  })

  test('signs of XML in the words of a file are escaped, what XML cannot write is replaced', () => {
    programs.file('signs.conf', `<a>&"b"\x01\x1b\uFFFE 1\n'><![CDATA[ 1\n${CLEAN}`)
    const { stdout } = check('junit', 'signs.conf')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is tested
    expect(stdout).not.toMatch(/[\x00-\x08\x0b-\x1f\uFFFE\uFFFF]/)
    const messages = elementsOf(stdout).flatMap(({ attributes }) => attributes.message ?? [])
    expect(messages.join('\n')).toContain('`<a>&')
    expect(messages.join('\n')).toContain("'><![CDATA[")
  })
})
