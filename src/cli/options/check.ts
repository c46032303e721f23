import { ALL_CONFIG, CONFIG_ID, type Command, EXIT_STATUS, FACTS, forTarget } from './option.ts'

/** How findings are written; each has an entry in `formats.ts`. */
const FORMAT_NAMES = ['pretty', 'concise', 'json', 'sarif', 'github', 'junit'] as const

export type FormatName = (typeof FORMAT_NAMES)[number]

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
      choices: FORMAT_NAMES,
      default: 'pretty',
      doc: 'How findings are written: with their source lines, one a line, as one JSON object, as a SARIF 2.1.0 log, as workflow commands of GitHub Actions, or as JUnit XML.',
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
