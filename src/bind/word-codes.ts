import type { CodeRow } from '../diagnostics/finding.ts'
import { deprecated, service } from './codes.ts'

// What can be said of single words of a statement besides that they are missing or wrong.

export const addressTail: CodeRow = {
  code: 'schema/address-tail',
  severity: 'warning',
  effect: 'truncated',
  message: (keyword, word) => `\`${keyword}\` takes one address: what follows it in \`${word}\` is cut off`,
  consequence: () => 'the address alone is used, without a message',
  help: () => 'Write the address alone.',
  reported: false,
  explanation:
    'inet_stosockaddr reads an address up to the first `-` or `/` and looks no further, so a range or a prefix length silently becomes one address.',
  bad: service('').replace('10.0.1.1 80', '10.0.1.1/24 80'),
  good: service(''),
}

export const tooLong: CodeRow = {
  code: 'schema/too-long',
  severity: 'warning',
  effect: 'truncated',
  message: (keyword, word, most) => `\`${word}\` is longer than the ${most} characters that \`${keyword}\` keeps`,
  consequence: () => 'only the first part is kept',
  reported: true,
  explanation: 'The value is copied into a field of fixed length.',
  bad: '',
  good: '',
}

export const extraWords: CodeRow = {
  code: 'schema/extra-words',
  severity: 'warning',
  effect: 'ignored',
  message: (keyword, words) => `\`${keyword}\` does not look at \`${words}\``,
  consequence: () => 'the words are ignored without a message',
  help: () => 'Leave them out, or put a text of several words in double quotes.',
  reported: false,
  explanation:
    'Handlers read the words they know and never look at the rest of the line, so a forgotten line break or quote loses a setting silently.',
  bad: service('    delay_loop 6 lb_kind NAT\n'),
  good: service('    delay_loop 6\n    lb_kind NAT\n'),
}

export const staysOn: CodeRow = {
  code: 'schema/stays-on',
  severity: 'error',
  effect: 'misread',
  message: (keyword, word) => `\`${keyword} ${word}\` does not turn \`${keyword}\` off`,
  consequence: (keyword) => `the word is not looked at, and \`${keyword}\` is on`,
  help: () => 'Leave the line out.',
  reported: false,
  explanation:
    'A switch without a value is on wherever it stands. Some switches take on and off since a later version only (vrrp_strict and vrrp_skip_check_adv_addr since 2.3.0).',
  bad: service('    ha_suspend off\n'),
  good: service(''),
}

export const tooManyPlaces: CodeRow = {
  code: 'schema/too-many-decimals',
  severity: 'warning',
  effect: 'truncated',
  message: (keyword, word, most) => `\`${word}\` has more decimal places than the ${most} that \`${keyword}\` keeps`,
  consequence: () => 'the number is rounded and used, and the configuration test fails because of the message',
  help: (_keyword, _word, most) => `Write at most ${most} decimal places.`,
  reported: true,
  explanation: 'read_decimal_unsigned_long_func counts the places behind the point before anything else.',
  bad: '',
  good: '',
}

export const repeatedOption: CodeRow = {
  code: 'schema/repeated-option',
  severity: 'warning',
  effect: 'ignored',
  message: (_keyword, word) => `\`${word}\` stands twice on this line`,
  consequence: () => 'only the last one counts',
  help: () => 'Keep one of them.',
  reported: false,
  explanation: 'Each option of an entry overwrites what an earlier one of the line has set.',
  bad: '',
  good: '',
}

export const swallowedWord: CodeRow = {
  code: 'schema/swallowed-word',
  severity: 'error',
  effect: 'misread',
  message: (_keyword, word, option) => `\`${word}\` is lost behind \`${option}\``,
  consequence: (_keyword, _word, option) => `keepalived skips the word behind \`${option}\` without reading it`,
  help: (_keyword, _word, option) => `Write \`${option}\` as the last word of the line, or leave it out.`,
  reported: false,
  explanation:
    'alloc_route and alloc_rule step over inet and inet6 twice, so the next word is never looked at. The family is clear from any address.',
  bad: '',
  good: '',
}

export const outOfDateOption: CodeRow = {
  ...deprecated,
  code: 'schema/deprecated-option',
  message: (_keyword, word) => `\`${word}\` is deprecated`,
  help: (_keyword, _word, instead) => instead ?? '',
}

export const unsupportedOption: CodeRow = {
  ...deprecated,
  code: 'schema/unsupported-option',
  severity: 'error',
  effect: 'ignored',
  message: (_keyword, word) => `\`${word}\` is not supported`,
  consequence: () => 'the option is ignored',
  help: () => 'Leave it out.',
  explanation: 'The word is read so that lines written for iproute2 can be taken over, and is reported every time.',
}

export const slashComment: CodeRow = {
  code: 'schema/slash-comment',
  severity: 'info',
  effect: 'accepted',
  message: () => '`//` and `/*` do not start a comment',
  consequence: () => 'the words are ignored only because nobody looks at them',
  help: () => 'Write `#` or `!`.',
  reported: false,
  explanation:
    'keepalived knows `#` and `!` only. Behind a complete statement the words of such a remark are surplus words, which are ignored.',
  bad: service('    delay_loop 6 // seconds\n'),
  good: service('    delay_loop 6 # seconds\n'),
}
