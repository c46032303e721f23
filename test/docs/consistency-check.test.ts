// The commands of docs/consistency-check.md, on files of our own: an lvs.conf, its import into one file a service under new addresses, and an import
// with the mistakes that the page shows.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generate } from '../../bench/generate.mjs'
import { buildPrograms, type Programs, type Ran } from '../cli/program.ts'

const page = readFileSync(new URL('../../docs/consistency-check.md', import.meta.url), 'utf8')

/** `$ command` and what follows it, up to the next command. */
const commands = [...page.matchAll(/^```console\n([\s\S]*?)^```/gm)]
  .flatMap(([, block]) => (block as string).split(/^\$ /m).slice(1))
  .map((part): readonly [command: string, output: string] => {
    const end = part.indexOf('\n')
    return [part.slice(0, end), part.slice(end + 1)]
  })

let programs: Programs
let last: Ran

beforeAll(async () => {
  programs = await buildPrograms()
  const whole = generate({ vs: 40, rs: '2-3', vrrp: 0, style: 'plain', comments: 0, seed: 5 }).replaceAll(
    'lb_kind TUN',
    'lb_kind NAT',
  )
  programs.file('lvs.conf', whole)
  const services = whole.split(/^(?=virtual_server )/m).slice(1)
  const addresses = [...new Set(services.map((text) => text.split(' ')[1] as string))]
  const moved = (text: string): string => text.replaceAll('10.100.', '10.200.')
  programs.file('vips.csv', addresses.map((address, i) => `"${i + 1}","${address}","${moved(address)}"\n`).join(''))
  // The order of settings and of servers is that of the other system, and weights are set there.
  const rendered = services.map((text) => moved(text.trimEnd()).replaceAll(/weight \d+/g, 'weight 100')).toReversed()
  const write = (folder: string, texts: readonly string[]): void => {
    programs.file(`${folder}/main.conf`, 'include vip/*.conf\n')
    for (const text of texts) {
      const [, address, port] = text.split(/[\s{]+/)
      programs.file(`${folder}/vip/${address}-${port}.conf`, `${text}\n`)
    }
  }
  write('clean', rendered)
  const wrong = rendered
    .filter((_, index) => index !== 3)
    .map((text, index) =>
      index === 10
        ? text.replace(/persistence_timeout \d+|delay_loop \d+/, (word) => `${word}0`)
        : index === 20
          ? text.replace(/connect_timeout \d+/, 'connect_timeout 9')
          : text,
    )
  write('wrong', wrong)
})
afterAll(() => programs.remove())

test('there is something to run', () => {
  expect(commands.length).toBeGreaterThan(3)
})

test.each(commands)('$ %s', (command, output) => {
  const [program, ...words] = command.split(' ')
  if (command === 'echo $?') {
    expect(`${last.status}\n`).toBe(output)
    return
  }
  const to = words.indexOf('>')
  const args = to < 0 ? words : words.slice(0, to)
  last = program === 'conf2json' ? programs.conf2json(args) : programs.keepalivedConf(args)
  if (to >= 0) programs.file(words[to + 1] as string, last.stdout)
  expect([to < 0 ? last.stdout : '', last.stderr]).toEqual([output, ''])
})
