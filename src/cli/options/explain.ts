import type { Command } from './option.ts'

export const explain: Command = {
  name: 'explain',
  operands: '[CODE]',
  doc: 'Say what the code of a finding means; without a code, list all codes.',
  options: [],
  notes: [],
}
