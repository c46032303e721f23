import { numberOf, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { instanceRule } from './cases.ts'
import { instance } from './examples.ts'

const MICRO = 1_000_000

/** Steps and the largest value of the two versions of the protocol, in microseconds. */
const LIMITS = { 2: { step: MICRO, most: 255 * MICRO }, 3: { step: 10_000, most: 40.95 * MICRO } }

/** V181, V182: vrrp_complete_instance. */
export const advertInterval: Rule = instanceRule({
  code: 'vrrp/advert-interval',
  severity: 'error',
  effect: 'misread',
  message: (version, written, step) => `version ${version} cannot send an interval of ${written} s: it counts in ${step}`,
  consequence: (_version, _written, _step, used) => `${used} s are used, and the nodes must agree on it`,
  help: (_version, _written, _step, used) => `Write \`advert_int ${used}\`, or use version 3 for less than a second.`,
  reported: true,
  explanation:
    'The interval stands in the advert: whole seconds in version 2, hundredths of a second up to 40.95 s in version 3. vrrp_complete_instance rounds what does not fit.',
  bad: instance('    advert_int 0.5\n'),
  good: instance('    version 3\n    advert_int 0.5\n'),
  each({ block, version }, report, _vrrp, subject) {
    const written = numberOf(block, 'advert_int')
    if (written === undefined) return
    const micro = Math.round(written * MICRO)
    const { step, most } = LIMITS[version === 2 ? 2 : 3]
    const used = Math.min(most, Math.max(step, Math.floor((micro + step / 2) / step) * step))
    if (micro === 0 || used === micro) return
    const data = [version, written, version === 2 ? 'whole seconds' : 'hundredths of a second, up to 40.95 s', used / MICRO]
    report({ ...settingSpan(subject, block, 'advert_int'), data })
  },
})
