import { ALL_CONFIG, CONFIG_ID, type Command, EXIT_STATUS, FACTS, forTarget } from './option.ts'

export const check: Command = {
  name: 'check',
  operands: 'FILE…',
  doc: 'Check configurations, with the files they include.',
  options: [
    forTarget('auto'),
    CONFIG_ID,
    ALL_CONFIG,
    ...FACTS,
    {
      long: 'format',
      value: 'FORMAT',
      kind: 'words',
      choices: ['pretty', 'concise', 'json'],
      default: 'pretty',
      doc: 'How findings are written: with their source lines, one a line, or as one JSON object.',
    },
    {
      long: 'fail-on',
      value: 'SEVERITY',
      kind: 'words',
      choices: ['error', 'warning', 'info'],
      default: 'error',
      doc: 'The least severity that makes the exit status 1.',
    },
    { long: 'quiet', short: 'q', doc: 'Show only findings at or above --fail-on, and no summary.' },
    {
      long: 'color',
      value: 'WHEN',
      kind: 'words',
      choices: ['auto', 'always', 'never'],
      default: 'auto',
      doc: 'Use colors. `auto`: on a terminal, unless NO_COLOR is set; FORCE_COLOR overrides both.',
    },
    { long: 'max-findings', value: 'N', kind: 'count', least: 1, default: '1000', doc: 'Most findings that are shown.' },
    { long: 'fix', doc: 'Make the safe fixes, in included files too, and check what they leave.' },
    { long: 'diff', doc: 'Show the safe fixes as a unified diff, with passwords masked, and change nothing.' },
    { long: 'config-test', short: 't', doc: 'As keepalived -t. Files that no word decides are then read as lvs-1.2.2.' },
    { long: 'use-file', short: 'f', value: 'FILE', kind: 'text', many: true, doc: 'A file to check, as keepalived -f.' },
  ],
  notes: [...EXIT_STATUS, '`keepalived-conf -tf FILE` is the same as `keepalived-conf check -t FILE`.'],
}
