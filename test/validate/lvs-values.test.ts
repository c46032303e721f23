import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { validateAll } from '../../src/validate/facade.ts'

// What the real 2.2.7 and 2.4.3 say of each line (`keepalived -t`).

const service = (lines: string): string =>
  `virtual_server 10.0.0.1 80 {\n lb_algo rr\n lb_kind NAT\n protocol TCP\n ${lines}\n real_server 10.0.1.1 80 {\n }\n}\n`
const checked = (checker: string, lines: string): string =>
  `virtual_server 10.0.0.1 80 {\n lb_algo rr\n lb_kind NAT\n protocol TCP\n real_server 10.0.1.1 80 {\n  ${checker} {\n   ${lines}\n  }\n }\n}\n`
const page = (lines: string): string => checked('HTTP_GET', `url {\n path /\n ${lines}\n }`)
const entry = (line: string): string => `virtual_server_group g {\n 10.0.0.9 80\n ${line}\n}\n`

const status = (text: string, target: string): number | null => validateAll(parse(text, { target })).configTest.exitStatus

describe.each(['2.2.7', '2.4.3'])('values of the LVS side, as %s reads them', (target) => {
  test.each([
    ['10.0.0.1-255 80'],
    ['10.0.0.5-10.0.0.5 80'],
    ['10.0.0.5-10.1.0.6 80'],
    ['2001:db8::5-ffff 80'],
    ['2001:db8::5-2001:db8::5 80'],
    ['10.0.0.0/24 80'],
    ['10.0.0.1/32 80'],
    ['2001:db8::/64 80'],
    ['10.0.0.1 ""'],
  ])('a group takes %s', (line) => {
    expect(status(entry(line), target)).toBe(0)
  })

  test.each([
    ['10.0.0.5-5 80'],
    ['10.0.0.5-4 80'],
    ['10.0.0.5-10.0.0.4 80'],
    ['10.0.0.1-256 80'],
    ['2001:db8::5-5 80'],
    ['2001:db8::5-2001:db8::4 80'],
    ['10.0.0.1/24 80'],
    ['10.0.0.0/0 80'],
    ['2001:db8::1/64 80'],
    ['fe80::1%eth0 80'],
    ['10.0.0.1 -0'],
  ])('a group refuses %s', (line) => {
    expect(status(entry(line), target)).toBe(5)
  })

  test.each([
    ['hysteresis ""'],
    ['hysteresis " "'],
    ['delay_before_retry .'],
    ['delay_loop 18446744073709'],
    ['persistence_engine xxxxxxxxxxxxxxxx'],
    ['persistence_granularity 24'],
    ['persistence_granularity 1.5'],
    ['sorry_server 10.0.1.9 ""'],
  ])('a service takes %s', (line) => {
    expect(status(service(line), target)).toBe(0)
  })

  test.each([
    ['hysteresis -0'],
    ['delay_loop -0.5'],
    ['delay_loop 18446744073710'],
    ['persistence_engine xxxxxxxxxxxxxxxxx'],
    ['persistence_granularity 4294967296'],
    ['persistence_granularity 10x'],
    ['quorum_up "/bin/true'],
  ])('a service refuses %s', (line) => {
    expect(status(service(line), target)).toBe(5)
  })

  test.each([
    ['www.example.com.', 0],
    ['ab', 0],
    ['a.example.com', 5],
    ['a..b', 5],
  ])('a DNS check asks for %s: %i', (name, expected) => {
    expect(status(checked('DNS_CHECK', `name ${name}`), target)).toBe(expected)
  })

  test('an SMTP check does not know the family of its server, another check does', () => {
    expect(status(checked('SMTP_CHECK', 'bindto 2001:db8::1'), target)).toBe(0)
    expect(status(checked('SMTP_CHECK', 'connect_ip 10.0.0.2\n bindto 2001:db8::1'), target)).toBe(5)
    expect(status(checked('TCP_CHECK', 'bindto 2001:db8::1'), target)).toBe(5)
  })

  test('what is wrong with a regular expression and its settings is not reported', () => {
    for (const line of ['regex_options nosuch', 'regex_min_offset x', 'regex_stack 1', 'status_code'])
      expect(status(page(line), target), line).toBe(0)
  })

  test('since 2.2.8 a regular expression is one word, or it is reported', () => {
    for (const line of ['regex', 'regex "a" b']) expect(status(page(line), target), line).toBe(target === '2.2.7' ? 0 : 5)
  })

  test('a quote that is the last character of a command is the end of its word', () => {
    expect(status(service("quorum_up '"), target)).toBe(0)
    expect(status(service("quorum_up 'a"), target)).toBe(5)
    expect(validateAll(parse(checked('MISC_CHECK', "misc_path '"), { target })).configTest.ends).toBeUndefined()
  })

  test('a regular expression without its closing quote kills the process', () => {
    expect(validateAll(parse(page('regex "a'), { target })).configTest).toMatchObject({ ends: 'crash' })
  })

  test('a payload needs a digit', () => {
    expect(status(checked('UDP_CHECK', 'payload ""'), target)).toBe(5)
    expect(status(checked('UDP_CHECK', 'payload "01 02"'), target)).toBe(0)
  })

  test('each line that names what a checker follows is looked at', () => {
    const head = 'track_file load {\n file /run/load\n}\n'
    expect(status(head + checked('FILE_CHECK', 'track_file nosuch\n track_file load'), target)).toBe(5)
    expect(status(head + checked('FILE_CHECK', 'track_file load'), target)).toBe(0)
  })
})

test('an address is cut at the first dash, or where there is none at the first slash', () => {
  const text = (address: string): string => `virtual_server ${address} 80 {\n protocol TCP\n real_server 10.0.1.1 80 {\n }\n}\n`
  const codes = (address: string): readonly string[] =>
    validateAll(parse(text(address), { target: '2.2.7' })).diagnostics.map(({ code }) => code)
  expect(codes('10.0.0.1-5/24')).toContain('schema/address-tail')
  expect(codes('10.0.0.1/24')).toContain('schema/address-tail')
  expect(codes('10.0.0.1/24-5')).toContain('schema/bad-value')
})
