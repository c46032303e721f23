import { interfacesOf } from '../../machine.ts'
import type { Rule } from '../../rule.ts'
import { typedWords } from '../../typed-words.ts'
import { defaultInterface, isDynamic } from '../../vrrp-phase.ts'
import { MACHINE } from './examples.ts'

const example = (options: string): string =>
  `global_defs {\n    default_interface eth7\n}\nstatic_ipaddress {\n    10.1.1.1/24${options}\n}\n`

/** V066. */
export const staticWithoutDevice: Rule = {
  code: 'host/static-without-device',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'rejected',
  message: (address, name) => `\`${address}\` names no device, and this machine has no interface \`${name}\``,
  consequence: () => 'the address is reported and dropped, and keepalived does not start its VRRP part',
  help: () => 'Write `dev` and an interface behind the address, or set `default_interface` in `global_defs`.',
  reported: true,
  exit: 'cannot-run',
  explanation:
    'A static address without `dev` goes to the default interface, which is eth0 unless default_interface says otherwise; it must exist when the configuration is read.',
  bad: example(''),
  good: example(' dev eth0'),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const known = interfacesOf(subject)
    const fallback = defaultInterface(subject.model)
    if (known === undefined || known.has(fallback) || isDynamic(subject.model)) return
    let address: { readonly value: string; readonly file: number; readonly start: number; readonly end: number } | undefined
    const tell = (): void => {
      if (address !== undefined) report({ ...spanOf(address), data: [address.value, fallback] })
    }
    // An address comes before the device of its entry.
    for (const word of typedWords(subject, ['ip-cidr', 'interface'])) {
      if (word.context.path !== 'static_ipaddress') continue
      if (word.arg.type === 'interface') address = undefined
      else {
        tell()
        address = word
      }
    }
    tell()
  },
}

const spanOf = ({ file, start, end }: { readonly file: number; readonly start: number; readonly end: number }) => ({
  file,
  start,
  end,
})
