import type { CodeRow } from '../diagnostics/finding.ts'
import { REFUSAL } from '../diagnostics/refusal.ts'

/** Why there are no edits. Stable, as all codes. */
export type EditCode =
  /** the path leads to nothing, or cannot be read */
  | 'edit/no-such-place'
  /** a setting that stands once is there */
  | 'edit/already-there'
  /** several elements are written with these words */
  | 'edit/ambiguous'
  /** the text comes from a definition, a sequence or a multi-line value */
  | 'edit/from-definition'
  /** the line stands behind a condition or a sequence */
  | 'edit/conditional'
  /** there are no braces to write into */
  | 'edit/no-block'
  /** another block has the name */
  | 'edit/name-taken'
  /** the changed text would not be read as what was asked for */
  | 'edit/not-read-back'

const NO_EDIT = { ...REFUSAL, consequence: () => 'no edit is made' }

/** What the codes of edits mean. The word in a message is a path or a keyword, never a value: that may be a secret. */
export const EDIT_CODES: Readonly<Record<EditCode, CodeRow>> = {
  'edit/no-such-place': {
    ...NO_EDIT,
    code: 'edit/no-such-place',
    message: (path) => `there is no ${path}`,
    explanation:
      'A path names a place of the model, by keywords, indexes and names: `vrrp_instance["A"].priority`. A setting that is not there yet may be set or inserted; the block around it must be there.',
    sample: `set(parse('global_defs {\\n}\\n'), 'vrrp_instance["A"].priority', 150)`,
  },
  'edit/already-there': {
    ...NO_EDIT,
    code: 'edit/already-there',
    message: (path) => `${path} is there already and stands once only`,
    help: () => 'set it instead',
    explanation: 'A second line of a setting that stands once would be ignored, or take the place of the first one unseen.',
    sample: `insert(parse('global_defs {\\n  router_id a\\n}\\n'), 'global_defs.router_id', 'b')`,
  },
  'edit/ambiguous': {
    ...NO_EDIT,
    code: 'edit/ambiguous',
    message: (path) => `several elements are written like ${path}`,
    help: () => 'give its index',
    explanation:
      'Elements of a list can be named by the words of their header. Where several have the same ones an edit of the first would be a guess.',
    sample: `remove(parse('vrrp_instance A {\\n}\\nvrrp_instance A {\\n}\\n'), 'vrrp_instance["A"]')`,
  },
  'edit/from-definition': {
    ...NO_EDIT,
    code: 'edit/from-definition',
    message: () => 'what stands here is not written here: it comes from a definition or a sequence',
    help: () => 'edit the definition, or write the value out first',
    explanation:
      'A definition may be used at many places. Changing it changes all of them, and writing the value out takes this place away from it: which of the two is meant only its author knows.',
    sample: `set(parse('$ID=a\\nglobal_defs {\\n  router_id $ID\\n}\\n'), 'global_defs.router_id', 'b')`,
  },
  'edit/conditional': {
    ...NO_EDIT,
    code: 'edit/conditional',
    message: () => 'the line counts under a condition or in each round of a sequence only',
    help: () => 'edit this line by hand',
    explanation:
      'A line behind `@id` counts for some machines only, one behind `~SEQ` stands for many. A change of it is a change for other machines or of other lines as well.',
    sample: `set(parse('global_defs {\\n  @a router_id a\\n}\\n', { configId: 'a' }), 'global_defs.router_id', 'b')`,
  },
  'edit/no-block': {
    ...NO_EDIT,
    code: 'edit/no-block',
    message: (keyword) => `\`${keyword}\` has no braces to write into`,
    help: () => 'write `{` and `}` behind it',
    explanation:
      'The keyword of the block is there, its braces are not. What is read as its content cannot be told, so nothing is added to it.',
    sample: `set(parse('global_defs\\n'), 'global_defs.router_id', 'a')`,
  },
  'edit/name-taken': {
    ...NO_EDIT,
    code: 'edit/name-taken',
    message: (keyword) => `another \`${keyword}\` has this name`,
    explanation: 'Names tell blocks apart. With two of one name what refers to it would mean another one than before.',
    sample: `rename(parse('vrrp_instance A {\\n}\\nvrrp_instance B {\\n}\\n'), 'vrrp_instance["A"]', 'B')`,
  },
  'edit/not-read-back': {
    ...NO_EDIT,
    code: 'edit/not-read-back',
    message: () => 'no edit of this text is read as what was asked for',
    help: () => 'look for a line that is read twice, stands under a condition, or cannot be told apart from another',
    explanation:
      'Edits are applied and the text is read again before they are given away. Where it then says something else than what was asked for (a file that is included twice, a brace that is missing) there are no edits.',
    sample: `set(parse('$ID=a\\nglobal_defs {\\n  router_id b\\n}\\n'), 'global_defs.router_id', '$ID')`,
  },
}
