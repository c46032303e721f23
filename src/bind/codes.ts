import type { Effect } from '../diagnostics/diagnostic.ts'
import type { CodeRow, ExitClass } from '../diagnostics/finding.ts'
import type { Missing } from '../schema/row.ts'

/** A service with these settings, and these lines in its real server. */
export const service = (settings: string, server = ''): string =>
  `virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n${settings}    real_server 10.0.1.1 80 {\n${server}    }\n}\n`

const in122 =
  'keepalived reports an unknown keyword since 1.2.20 and goes on without the line; 1.2.2 says nothing at all, so a typing error there silently turns a setting off.'

export const unknownKeyword: CodeRow = {
  code: 'schema/unknown-keyword',
  byReader: 'text',
  severity: 'error',
  effect: 'ignored',
  message: (keyword, block) => `\`${keyword}\` is not a keyword of ${block}`,
  consequence: () => 'the line is ignored',
  help: (_keyword, _block, suggestion) => suggestion ?? '',
  reported: false,
  explanation: `${in122} Source: alloc_keyword and process_stream of lib/parser.c.`,
  bad: service('    delay_lop 6\n'),
  good: service('    delay_loop 6\n'),
}

export const unknownBlock: CodeRow = {
  ...unknownKeyword,
  code: 'schema/unknown-block',
  effect: 'misread',
  message: (keyword, block) => `\`${keyword}\` is not a block of ${block}`,
  consequence: (_keyword, block) =>
    block === 'the top level'
      ? 'its content is read as if it stood at the top level'
      : `its content is read as if it stood in ${block}, and its \`}\` closes ${block}: what follows is lost`,
  explanation:
    'The parser skips only the word. The lines of the block are read in the block around it, and the closing brace closes that one.',
  bad: service('').replace('real_server', 'real_sever'),
  good: service(''),
}

export const misplaced: CodeRow = {
  ...unknownKeyword,
  code: 'schema/misplaced-keyword',
  message: (keyword, block) => `\`${keyword}\` does nothing in ${block}`,
  explanation: `The word is a keyword, but of another block: each block has a keyword table of its own. ${in122}`,
  bad: service('    connect_port 80\n'),
  good: service('', '        TCP_CHECK {\n            connect_port 80\n            connect_timeout 3\n        }\n'),
}

export const otherReader: CodeRow = {
  ...unknownKeyword,
  code: 'schema/other-reader',
  message: (keyword, block) => `\`${keyword}\` is not a keyword of ${block} here`,
  explanation: `Another family of readers has the keyword in this block: newer keepalived, the 1.2.2 LVS edition or DPVS. Is the file checked for the right target? ${in122}`,
  bad: service('    retry 3\n'),
  good: service(''),
}

export const tooNew: CodeRow = {
  ...unknownKeyword,
  code: 'schema/too-new',
  message: (keyword, block) => `this version does not know \`${keyword}\` in ${block} yet`,
  explanation: `The keyword came with a later version than the one checked for. ${in122}`,
  bad: '',
  good: '',
}

export const removed: CodeRow = {
  ...unknownKeyword,
  code: 'schema/removed',
  message: (keyword, block) => `this version does not know \`${keyword}\` in ${block} any more`,
  explanation: `The keyword was taken out before the version checked for. ${in122}`,
  bad: '',
  good: '',
}

export const deprecated: CodeRow = {
  code: 'schema/deprecated',
  severity: 'warning',
  effect: 'accepted',
  message: (keyword) => `\`${keyword}\` is deprecated`,
  consequence: () => 'it still works, but the configuration test fails because of the message',
  help: (_keyword, instead) => instead ?? '',
  reported: true,
  explanation:
    'keepalived reports every use of a deprecated keyword, and everything it reports makes `keepalived -t` exit with 5.',
  bad: '',
  good: '',
}

export const forkKeyword: CodeRow = {
  code: 'schema/fork-keyword',
  severity: 'info',
  effect: 'ignored',
  message: (keyword, fork) => `\`${keyword}\` is a keyword of another edition (${fork})`,
  consequence: () => 'the published 1.2.2 ignores it without a word',
  reported: false,
  explanation:
    'The keyword is known from forks of the 1.2.2 LVS edition only; make sure that the program that reads the file is that fork.',
  bad: '',
  good: '',
}

export const missingValue: CodeRow = {
  code: 'schema/missing-value',
  severity: 'error',
  effect: 'rejected',
  message: (keyword, expected) => `\`${keyword}\` lacks its value: ${expected}`,
  consequence: () => 'the line is ignored',
  reported: true,
  explanation:
    'Most handlers take the second word without looking. 1.2.2 reads past the end of its word list and the process dies, again and again after each restart; since 1.3 the run ends at once with exit status 2.',
  bad: service('    delay_loop\n'),
  good: service('    delay_loop 6\n'),
}

export const braceForValue: CodeRow = {
  ...missingValue,
  code: 'schema/brace-for-value',
  severity: 'warning',
  effect: 'misread',
  message: (keyword, expected) => `\`${keyword}\` lacks a word: ${expected}`,
  consequence: () => 'the `{` is one more word to 1.2.2 and is taken for it: 0 as a number, `{` as a name',
  reported: false,
  explanation:
    'In 1.2.2 a brace is a word like any other. `real_server 10.0.1.1 {` has the port 0, which is right for a fwmark service and wrong for most others.',
  bad: service('').replace('10.0.1.1 80', '10.0.1.1'),
  good: service(''),
}

/** What a missing value does, by the row's `missing`. */
export function missingOutcome(missing: Missing, target: string): readonly [Effect, string] {
  if (missing === 'fatal') return ['rejected', `${target} stops reading at once and exits with status 2`]
  if (missing === 'crash') return ['crash', 'the process reads past the end of the line and dies, again after every restart']
  if (missing === 'logged' || missing === 'silent') return ['ignored', 'the line is ignored; only the log may say so']
  return ['ignored', 'the line is reported and ignored']
}

/** Which exit status a missing value leads to, where it is not that of any reported error. */
export const missingExit = (missing: Missing): { readonly exit?: ExitClass } =>
  missing === 'fatal' ? { exit: 'missing-word' } : missing === 'crash' ? { exit: 'crash' } : {}

export const badValue: CodeRow = {
  code: 'schema/bad-value',
  byReader: 'line',
  severity: 'error',
  effect: 'ignored',
  message: (keyword, word, expected) => `\`${word}\` is not what \`${keyword}\` takes: ${expected}`,
  consequence: (_keyword, _word, _expected, bad) => bad || 'the value is not used',
  reported: true,
  explanation:
    'Since 2.0.7 keepalived checks numbers and ranges, reports a bad one and leaves the setting at its default. 1.2.2 checks nothing: leading digits count (100x is 100), garbage is 0, a bad address is 0.0.0.0.',
  bad: service('    delay_loop six\n'),
  good: service('    delay_loop 6\n'),
}

const repeatOutcome: Readonly<Record<string, string>> = {
  'last-wins': 'only the last one counts',
  'first-wins': 'only the first one counts',
  'warn-and-ignore': 'the second one is reported and ignored',
  error: 'the second one is reported and the whole block is dropped',
  'largest-wins': 'the larger one counts',
}

export const repeated: CodeRow = {
  code: 'schema/repeated',
  severity: 'warning',
  effect: 'ignored',
  message: (keyword) => `\`${keyword}\` is set twice in one block`,
  consequence: (_keyword, repeat) => repeatOutcome[repeat ?? ''] ?? 'only one of them counts',
  reported: false,
  explanation: 'A setting that holds one value keeps one of them, mostly without a message.',
  bad: service('    delay_loop 6\n    delay_loop 9\n'),
  good: service('    delay_loop 9\n'),
}

export const overlaid: CodeRow = {
  code: 'schema/overlaid',
  severity: 'error',
  effect: 'misread',
  message: (keyword) => `\`${keyword}\` is set twice in one block`,
  consequence: () => '1.2.2 writes the second text over the first without ending it: wlc, then rr, gives rrc',
  help: () => 'Keep one of them.',
  reported: false,
  explanation:
    'lb_algo, persistence_timeout and est_timeout are texts in 1.2.2, copied over each other without a terminator: 3600 and then 50 gives 5000.',
  bad: service('    lb_algo wlc\n'),
  good: service(''),
}

export const blockAfterValue: CodeRow = {
  code: 'schema/block-after-value',
  byReader: 'text',
  severity: 'error',
  effect: 'misread',
  message: (keyword) => `\`${keyword}\` takes no block`,
  consequence: (_keyword, block) => `the lines between the braces are read in ${block}, and the \`}\` closes ${block}`,
  reported: true,
  explanation: 'A brace opens a block only behind the keyword of a block; anywhere else it is reported and skipped.',
  bad: service('    delay_loop 6 {\n    }\n'),
  good: service('    delay_loop 6\n'),
}

export const blockMissing: CodeRow = {
  code: 'schema/block-missing',
  byReader: 'text',
  severity: 'error',
  effect: 'misread',
  message: (keyword) => `\`${keyword}\` lacks its block`,
  consequence: () => 'the lines that follow are read as its content, up to the next `}`',
  help: (keyword) => `Write \`${keyword} … {\` and \`}\`.`,
  reported: true,
  explanation: 'The block keyword opens its block whether or not a brace follows.',
  bad: 'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    real_server 10.0.1.1 80\n}\n',
  good: service(''),
}
