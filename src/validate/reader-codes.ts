import type { CodeRow } from '../diagnostics/finding.ts'

const WHAT: Readonly<Record<string, string>> = {
  'unknown-keyword': 'an unknown keyword',
  'unexpected-open': 'a `{` where none is expected',
  'missing-open': 'a missing `{`',
  'extra-close': 'a `}` too many',
  'unclosed-quote': 'a quote without its partner',
  'line-dropped': 'a line that it drops',
  'extra-words': 'words where a `{` is expected',
  'bad-value': 'a value that it cannot use',
  'bad-entry': 'an entry that it cannot use',
  'missing-word': 'a keyword without its value',
  'open-at-end': 'blocks that are still open at the end',
}

const what = (remark: string | undefined): string => WHAT[remark ?? ''] ?? 'what it cannot read'

/** The line that keepalived names for something whose cause stands elsewhere. */
export const namedLine: CodeRow = {
  code: 'reader/named-line',
  severity: 'info',
  effect: 'misread',
  message: (remark) => `keepalived names this line, for ${what(remark)}`,
  consequence: () => 'that is a consequence of what is reported above; the line itself may be right',
  reported: true,
  explanation:
    'The parser goes on reading after a mistake with braces, quotes or blocks and complains where it stumbles, often many lines behind the cause. The finding helps to match its messages with the findings here. Source: process_stream and read_line of lib/parser.c.',
  bad: '',
  good: '',
}

/** A line that keepalived reads otherwise than it looks. */
export const misreadLine: CodeRow = {
  ...namedLine,
  code: 'reader/misread-line',
  severity: 'error',
  message: (remark) => `keepalived finds ${what(remark)} in this line`,
  consequence: () => 'the configuration test fails',
  help: () => 'Look for backslashes, quotes and quoted braces, which its comment stripper and its word splitter see differently.',
  explanation:
    'Three scanners look at a line one after the other: for comments, for braces and for words. They do not agree on what a backslash or a quote means, so some lines are not what they look like.',
}

/** A line on which the reader itself dies. */
export const readerDies: CodeRow = {
  ...misreadLine,
  code: 'reader/dies',
  effect: 'crash',
  exit: 'crash',
  message: () => 'keepalived dies on this line',
  consequence: () => 'the process ends with a segmentation fault, also when it reloads',
  help: () => 'Close the quotes of the command, and write no backslash in front of `!` or at the end of the line.',
  explanation:
    'A command line with a quote that is left open, or whose last byte is a backslash, is used without having been cut into words; a line that begins with an escaped `!` is taken for the end of a file in the copy that later passes read.',
}

/** What keepalived says of a line on a host that no condition names. */
export const otherHost: CodeRow = {
  code: 'reader/other-host',
  severity: 'info',
  effect: 'rejected',
  message: (ids, what) => `without a configuration id (${ids}) keepalived reports this line: ${what}`,
  consequence: () => 'the configuration test fails on a host that no condition names',
  help: () => 'Say for which host to check, with `--config-id`.',
  reported: true,
  explanation:
    'Lines behind `@id` are read only where the id is the one of `-i`, or the name of the host. On every other host what they define is missing. Without an id all of them are checked, and the answer of the configuration test is that of such a host; of what only it reports, the first line is named. Source: read_line of lib/parser.c, main.c.',
  bad: '@low $ID=10\n@high $ID=20\nvrrp_instance A {\n    interface eth0\n    virtual_router_id $ID\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n',
  good: '$ID=10\n@high $ID=20\nvrrp_instance A {\n    interface eth0\n    virtual_router_id $ID\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n',
}
