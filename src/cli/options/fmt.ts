import { type Command, forTarget } from './option.ts'

export const fmt: Command = {
  name: 'fmt',
  operands: '[FILE…]',
  doc: 'Lay files out in one way: margins, blanks, line ends and where braces stand. Nothing else changes.',
  options: [
    {
      long: 'check',
      doc: 'Print what would change as a unified diff, with passwords masked; the exit status says whether anything would.',
    },
    { long: 'write', doc: 'Replace the files that change, each in one step; mode and owner stay.' },
    { long: 'indent', value: 'N', kind: 'indent', default: '4', doc: 'Blanks a level, or `tab`.' },
    forTarget('auto'),
  ],
  notes: [
    'Only the named files, not those they include. Without FILE standard input is written to standard output.',
    'Exit status: 0 done, 1 with --check: a file would change, 2 wrong use or a file that cannot be read or written.',
  ],
}
