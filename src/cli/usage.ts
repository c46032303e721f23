import type { Command } from './options/option.ts'

/** How a command is called, in one line. */
export const usageOf = (program: string, { name, operands }: Command): string =>
  program === name ? `${name} [OPTION…] ${operands}` : `${program} ${name} [OPTION…] ${operands}`
