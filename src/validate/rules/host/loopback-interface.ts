import { blocks } from '../../look.ts'
import { interfacesOf } from '../../machine.ts'
import type { Rule } from '../../rule.ts'
import { typedWords } from '../../typed-words.ts'
import { instance, MACHINE } from './examples.ts'

/** vrrp_int_handler and vrrp_vrf_handler: by the type of the link, which for the name `lo` is known of every machine. */
export const loopbackInterface: Rule = {
  code: 'host/loopback-interface',
  lineages: ['keepalived'],
  since: '1.2.11',
  severity: 'error',
  effect: 'rejected',
  message: (name) => `\`${name}\` is a loopback interface`,
  consequence: () =>
    'the line is reported and ignored; an instance that is left without an interface keeps keepalived from starting',
  help: () => 'Name the interface that leads to the other routers.',
  reported: true,
  explanation:
    'Adverts go out through a network, which a loopback interface has none of, so keepalived refuses it for an instance. Addresses may stand on it: write `dev lo` behind the address.',
  bad: instance('', 'lo'),
  good: instance(),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const known = interfacesOf(subject)
    const isLoopback = (name: unknown): boolean =>
      typeof name === 'string' && (known?.get(name)?.loopback ?? (known === undefined && name === 'lo'))
    // Statements are looked at only where the model has one to find.
    if (!blocks(subject.model, 'vrrp_instance').some((one) => [...OWN].some((key) => isLoopback(one[key])))) return
    for (const { field, context, value, file, start, end } of typedWords(subject, ['interface'])) {
      if (context.path !== 'vrrp_instance' || !OWN.has(field.row.keyword)) continue
      if (isLoopback(value)) report({ file, start, end, data: [value] })
    }
  },
}

/** Keywords of the interface that an instance itself works on. */
const OWN: ReadonlySet<string> = new Set(['interface', 'vrf'])
