import { nearest } from '../../../text/distance.ts'
import { interfacesOf } from '../../machine.ts'
import type { Rule } from '../../rule.ts'
import type { TypedWord } from '../../typed-words.ts'
import { isDynamic, isOfList, isVrfOfRoute, missingInterfaces } from '../../vrrp-phase.ts'
import { instance, MACHINE } from './examples.ts'

/** V030 and V031: a name that is looked up while the line is read. */
export const unknownInterface: Rule = {
  code: 'host/unknown-interface',
  lineages: ['keepalived'],
  severity: 'error',
  effect: 'rejected',
  message: (name) => `this machine has no interface \`${name}\``,
  consequence: () =>
    'the line is reported and ignored, no instance is checked any further, and keepalived does not start its VRRP part',
  help: (_name, near) =>
    near === ''
      ? 'Name an interface that exists, or write `dynamic_interfaces` in `global_defs` if it comes later.'
      : `Did you mean \`${near}\`? An interface that comes later needs \`dynamic_interfaces\` in \`global_defs\`.`,
  reported: true,
  explanation:
    'Every interface that an instance, an address, a route or a list names must be there when the configuration is read, unless dynamic_interfaces is set. In linkbeat_interfaces and interface_up_down_delays only the entry is lost. Known with the facts of a machine only.',
  bad: instance('', 'eth7'),
  good: instance(),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const known = interfacesOf(subject)
    if (known === undefined) return
    const dynamic = isDynamic(subject.model)
    for (const word of missingInterfaces(subject, known)) {
      if (dynamic && !isVrfOfRoute(word)) continue
      const { file, start, end, value } = word
      report({ file, start, end, data: [value, nearest(value, [...known.keys()]) ?? ''], ...outcome(word) })
    }
  },
}

function outcome(word: TypedWord): { readonly exit?: 'cannot-run'; readonly effect?: 'ignored'; readonly consequence?: string } {
  if (isOfList(word)) return { exit: 'cannot-run', effect: 'ignored', consequence: 'the entry is reported and left out' }
  return isVrfOfRoute(word) ? { effect: 'ignored', consequence: 'the route is reported and left out' } : {}
}
