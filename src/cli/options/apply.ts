import { ALL_CONFIG, CONFIG_ID, type Command, FACTS, forTarget, type Option } from './option.ts'

const TO: Option = { long: 'to', value: 'LIVE', kind: 'text', doc: 'The file that keepalived reads.' }

const REPLACING: readonly Option[] = [
  {
    long: 'pid-file',
    value: 'FILE',
    kind: 'text',
    doc: 'Where the daemon keeps its process id; it gets a HUP when the file has been replaced.',
  },
  { long: 'no-signal', doc: 'Replace the file and signal nobody.' },
  {
    long: 'backup-dir',
    value: 'DIR',
    kind: 'text',
    doc: 'Where copies LIVE.~N~ of the old file are kept; beside it without this.',
  },
  { long: 'keep', value: 'N', kind: 'count', least: 1, default: '5', doc: 'Most copies that are kept.' },
  {
    long: 'verify-command',
    value: 'COMMAND',
    kind: 'text',
    doc: 'A second judge, such as `keepalived -t -f {}`: run without a shell, {} being the new file beside LIVE; another exit status than 0 refuses.',
  },
  ...FACTS,
  forTarget('auto'),
  CONFIG_ID,
  ALL_CONFIG,
]

const NOTES = [
  'LIVE is replaced in one step: whatever happens it is the old or the new file, whole. Mode and owner stay, a symbolic link stays a link.',
  'Exit status: 0 done, 1 refused because of findings or by the verify command, 2 wrong use or not possible. The last line says which file LIVE is.',
]

export const apply: Command = {
  name: 'apply',
  operands: 'CANDIDATE --to LIVE',
  doc: 'Check a configuration as if it stood at the place of another one; if it has no errors, put it there and let keepalived read it.',
  options: [TO, { long: 'plan', doc: 'Show what would change, and change nothing.' }, ...REPLACING],
  notes: [...NOTES, 'A CANDIDATE of `-` is standard input.'],
}

export const rollback: Command = {
  name: 'rollback',
  operands: '--to LIVE',
  doc: 'Put the newest copy of a file that differs from it back, as `apply` would. The file it replaces becomes the newest copy.',
  options: [
    TO,
    { long: 'plan', doc: 'Show what would change, and change nothing.' },
    { long: 'force', doc: 'In spite of errors: it may have been in force with them before.' },
    ...REPLACING,
  ],
  notes: NOTES,
}
