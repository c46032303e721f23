import { parse } from '../../src/config.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { validateAll } from '../../src/validate/facade.ts'
import { INSTANCE_RULES } from '../../src/validate/rules/instance/index.ts'

export interface Asked {
  readonly target?: string
  readonly facts?: Facts
}

/** What the rules about instances find. */
export const checked = (text: string, { target = '2.4.3', facts }: Asked = {}) =>
  validateAll(parse(text, { target }), { rules: INSTANCE_RULES, ...(facts === undefined ? {} : { facts }) })

/** `code line` of each finding, with a minus behind what `-t` does not say. */
export const found = (text: string, asked: Asked = {}): readonly string[] =>
  checked(text, asked).diagnostics.map(({ code, reported, range }) => `${code} ${range.start.line}${reported ? '' : '-'}`)

export const exitStatus = (text: string, asked: Asked = {}): number | null => checked(text, asked).configTest.exitStatus

export const messages = (text: string, asked: Asked = {}): readonly string[] =>
  checked(text, asked).diagnostics.map(({ message }) => message)

export const ETH0 = { name: 'eth0', multicast: true, mtu: 1500, type: 'ether', addresses: ['192.0.2.1', 'fe80::1'] }
export const SECOND = { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' }
