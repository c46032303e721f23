import { COMMANDS } from './options/index.ts'
import { type Command, HELP, type Option, VERSION } from './options/option.ts'
import { usageOf } from './usage.ts'

const WIDTH = 78

/** Help of the program, or of one command. */
export const helpText = (program: string, command?: Command): string =>
  command === undefined ? overview() : commandHelp(program, command)

function overview(): string {
  return [
    'Read, check and convert keepalived / LVS configuration.',
    '',
    'Usage:',
    ...COMMANDS.map((command) => `  ${usageOf('keepalived-conf', command)}`),
    '  keepalived-conf -t -f FILE',
    '',
    'Commands:',
    ...COMMANDS.flatMap(({ name, doc }) => entry(name, doc, 13)),
    '',
    'Options:',
    ...[HELP, VERSION].flatMap(optionLines),
    '',
    '`keepalived-conf COMMAND --help` shows the options of a command.',
    '',
  ].join('\n')
}

function commandHelp(program: string, command: Command): string {
  return [
    ...wrap(command.doc, WIDTH),
    '',
    `Usage: ${usageOf(program, command)}`,
    '',
    'Options:',
    ...[...command.options, HELP].flatMap(optionLines),
    ...(command.notes.length === 0 ? [] : ['', ...command.notes.flatMap((note) => wrap(note, WIDTH))]),
    '',
  ].join('\n')
}

function optionLines(option: Option): readonly string[] {
  const { short, long, value, choices, default: fallback, doc } = option
  const name = `${short === undefined ? '    ' : `-${short}, `}--${long}${value === undefined ? '' : ` ${value}`}`
  const words = choices === undefined ? '' : ` ${value}: ${choices.join(', ')}.`
  return entry(name, `${doc}${words}${fallback === undefined ? '' : ` Default: ${fallback}.`}`, 26)
}

function entry(name: string, doc: string, column: number): readonly string[] {
  const lines = wrap(doc, WIDTH - column)
  const head = `  ${name}`
  const pad = ' '.repeat(column)
  if (head.length + 2 > column) return [head, ...lines.map((line) => pad + line)]
  return lines.map((line, i) => (i === 0 ? head.padEnd(column) : pad) + line)
}

/** Breaks a paragraph at blanks. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
