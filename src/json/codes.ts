import type { CodeRow } from '../diagnostics/finding.ts'
import { REFUSAL } from '../diagnostics/refusal.ts'

export type JsonCode = 'json/invalid' | 'json/unknown-key' | 'json/lossy-form'

const REFUSED = { ...REFUSAL, consequence: () => 'there is no configuration for this JSON' }

/** What the codes of `fromJSON` mean. Messages of faults say more: they begin with the path of the place in the JSON. */
export const JSON_CODES: Readonly<Record<JsonCode, CodeRow>> = {
  'json/invalid': {
    ...REFUSED,
    code: 'json/invalid',
    message: () => 'something else is expected at this place of the JSON',
    explanation:
      'The JSON does not have the form that it is read as: the model, the tree or that of conf2json. Each fault is said once, with its path, what is expected there and the kind of what stands there.',
    sample: "fromJSON({ vrrp_instance: [{ name: 'A', priority: 'high' }] })",
  },
  'json/unknown-key': {
    ...REFUSED,
    code: 'json/unknown-key',
    message: () => 'the form has no such key at this place',
    help: () => 'Correct the name; a statement without a typed place goes into `unknown`.',
    explanation:
      'A key that nobody knows is mostly a typing error, and leaving it out without a word would lose a setting. The nearest known key is suggested.',
    sample: "fromJSON({ vrrp_instance: [{ name: 'A', prioriti: 100 }] })",
  },
  'json/lossy-form': {
    code: 'json/lossy-form',
    severity: 'info',
    effect: 'accepted',
    message: () => 'the form of conf2json does not say everything about a configuration',
    consequence: () =>
      'comments, includes, the order of settings and what was written twice are not in it; settings that hold their default are left out',
    help: () => 'To edit a file and write it back use the model form.',
    reported: false,
    explanation:
      'The JSON of conf2json was made for looking at services. A configuration that is made of it serves the same addresses, but it is not the file that it came from.',
    bad: '',
    good: '',
    sample: "fromJSON({ virtual_server: [] }, { form: 'conf2json' })",
  },
}
