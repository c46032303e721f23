import type { CodeRow } from '../diagnostics/finding.ts'

const service = 'virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    real_server 10.0.1.1 80 {\n    }\n}\n'

export const includeMissing: CodeRow = {
  code: 'include/missing',
  severity: 'error',
  effect: 'ignored',
  message: (name, why) => `\`${name}\` cannot be included: ${why}`,
  consequence: () => 'the line has no effect; 1.2.2 says nothing, newer versions print a line',
  reported: false,
  explanation:
    'A file that cannot be opened is left out, and unless a stricter include word is used the configuration is still taken.',
  bad: `include no-such-file.conf\n${service}`,
  good: service,
}

export const includeNoMatch: CodeRow = {
  code: 'include/no-match',
  severity: 'warning',
  effect: 'ignored',
  message: (pattern) => `no file matches \`${pattern}\``,
  consequence: () => 'the line has no effect and nothing is said',
  reported: false,
  explanation:
    'A pattern without a match is silently nothing: a wrong directory or a forgotten file looks like a valid configuration.',
  bad: `include no-such-directory/*.conf\n${service}`,
  good: service,
}

export const includeCycle: CodeRow = {
  code: 'include/cycle',
  severity: 'error',
  effect: 'rejected',
  message: (name) => `\`${name}\` is included from itself`,
  consequence: () => 'keepalived reads it again and again until it runs out of file descriptors',
  help: () => 'Break the circle.',
  reported: false,
  explanation:
    'keepalived keeps no list of the files it is reading, so a circle of includes ends only when no more files can be opened.',
  bad: '',
  good: '',
}

export const includeTooDeep: CodeRow = {
  code: 'include/too-deep',
  severity: 'error',
  effect: 'accepted',
  message: (name, most) => `\`${name}\` is included more than ${most} levels deep`,
  consequence: () => 'it is not looked at here; keepalived itself has no limit',
  reported: false,
  explanation: 'The depth of includes is limited so that a mistake ends with a finding; the limit is an option of `load`.',
  bad: '',
  good: '',
}

export const includeTooMany: CodeRow = {
  ...includeTooDeep,
  code: 'include/too-many',
  message: (_name, most) => `more than ${most} files are included`,
  explanation: 'The number of included files is limited so that a mistake ends with a finding; the limit is an option of `load`.',
}

export const unreadable: CodeRow = {
  code: 'include/unreadable',
  severity: 'error',
  effect: 'accepted',
  message: (file, why) => `\`${file}\` cannot be read: ${why}`,
  consequence: () => 'nothing was checked; keepalived itself starts with an empty configuration, and its test exits with 0',
  reported: true,
  explanation:
    'A main file that is missing, a directory or executable is no error to keepalived: at most a line is printed, and the test succeeds.',
  bad: '',
  good: '',
}
