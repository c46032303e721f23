import { describe, expect, test } from 'vitest'
import { optionOf, parseArguments } from '../../src/cli/arguments.ts'
import { helpText } from '../../src/cli/help.ts'
import { COMMANDS } from '../../src/cli/options/index.ts'

function read(...words: string[]) {
  const parsed = parseArguments(words, COMMANDS)
  if (!parsed.ok) return parsed.problem
  const { command, files, given } = parsed.arguments
  return { command: command?.name, files, given: Object.fromEntries(given) }
}

describe('the words of the original', () => {
  const asTest = (...files: string[]) => ({
    command: 'check',
    files,
    given: { 'config-test': '', 'use-file': files.join('\0') },
  })
  test.each([
    ['-t -f lvs.conf'],
    ['-tf lvs.conf'],
    ['-tflvs.conf'],
    ['-f lvs.conf -t'],
    ['--config-test --use-file=lvs.conf'],
    ['--use-file lvs.conf --config-test'],
  ])('%s', (line) => expect(read(...line.split(' '))).toEqual(asTest('lvs.conf')))

  test('-f twice names two files', () => expect(read('-t', '-f', 'a', '-f', 'b')).toEqual(asTest('a', 'b')))
  test('a file may have the name of a command', () =>
    expect(read('-t', 'json')).toEqual({ command: 'check', files: ['json'], given: { 'config-test': '' } }))
  test('-f without -t is no command', () => expect(read('-f', 'a')).toMatchObject({ command: undefined }))
})

describe('commands and options', () => {
  test('options stand before or behind the command and its files', () =>
    expect(read('--for', 'lvs-1.2.2', 'check', 'a', '--format=json', 'b')).toEqual({
      command: 'check',
      files: ['a', 'b'],
      given: { for: 'lvs-1.2.2', format: 'json' },
    }))
  test('behind -- there are files only', () =>
    expect(read('check', '--', '-t', '--help')).toMatchObject({ files: ['-t', '--help'] }))
  test('- is a file', () => expect(read('check', '-')).toMatchObject({ files: ['-'] }))
  test('an option that is not given has its default', () => {
    const parsed = parseArguments(['check', 'a'], COMMANDS)
    expect(parsed.ok && optionOf(parsed.arguments, 'max-findings')).toBe('1000')
  })
})

test.each([
  ['chek a', 'there is no command `chek`; did you mean `check`?'],
  ['lvs.conf', `there is no command \`lvs.conf\`; the commands are ${COMMANDS.map(({ name }) => name).join(', ')}`],
  ['check --fromat json', 'there is no option --fromat; did you mean --format?'],
  ['check -x', 'there is no option -x'],
  ['check --format xml', '--format: `xml` is not one of pretty, concise, json, sarif, github, junit'],
  ['check --max-findings 0', '--max-findings: `0` is not a whole number from 1'],
  ['check --max-findings=ten', '--max-findings: `ten` is not a whole number from 1'],
  ['check --for', '--for lacks its value TARGET'],
  ['check --quiet=yes', '--quiet takes no value'],
  ['--redact check a', '`check` has no option --redact'],
])('%s: one line says what is wrong', (line, problem) => expect(read(...line.split(' '))).toBe(problem))

test('an unknown target is answered with the legal forms', () =>
  expect(read('check', '--for', 'nginx', 'a')).toMatch(
    /^--for: `nginx` is not a target; legal are auto, .*keepalived-.*lvs-1\.2\.2$/,
  ))

test('the help of every command names every option of its table, within 80 columns', () => {
  for (const command of COMMANDS) {
    const text = helpText('keepalived-conf', command)
    for (const { long } of command.options) expect(text).toContain(`--${long}`)
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  }
})
