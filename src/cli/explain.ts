import { CATALOG, explain } from '../catalog.ts'
import { parse } from '../config.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CodeRow } from '../diagnostics/finding.ts'
import { nearest } from '../text/distance.ts'
import { validate } from '../validate/facade.ts'
import type { Arguments } from './arguments.ts'
import { wrap } from './help.ts'
import type { Command } from './options/option.ts'
import { complain, STDOUT, write } from './output.ts'
import { usageOf } from './usage.ts'
import { visible } from './visible.ts'

const WIDTH = 78

/** `keepalived-conf explain [CODE]`. */
export async function explainCode(program: string, { command, files }: Arguments): Promise<number> {
  const [code] = files
  if (files.length > 1) return complain(program, `one code at a time; usage: ${usageOf(program, command as Command)}`)
  if (code === undefined) {
    write(STDOUT, listing())
    return 0
  }
  const row = explain(code)
  if (row !== undefined) {
    write(STDOUT, explanation(row))
    return 0
  }
  const near = nearCode(code)
  return complain(
    program,
    `there is no code \`${code}\`; ${near === undefined ? `\`${program} explain\` lists them` : `did you mean \`${near}\`?`}`,
  )
}

function listing(): string {
  const widest = Math.max(...CATALOG.map(({ code }) => code.length))
  return CATALOG.map((row) => `${row.severity.padEnd(8)} ${row.code.padEnd(widest)}  ${sample(row).message}\n`).join('')
}

function explanation(row: CodeRow): string {
  const { message, consequence, help } = sample(row)
  const lines = [`${row.severity}[${row.code}]`, '', ...wrap(row.explanation, WIDTH), '']
  if (row.bad !== '') lines.push('Bad:', '', ...snippet(row.bad), '')
  lines.push(...labelled('says:', message), ...labelled('effect:', `${row.effect}; ${consequence}`))
  if (help !== undefined && help !== '') lines.push(...labelled('help:', help))
  lines.push(...labelled('target:', `its own configuration test ${row.reported ? 'reports it' : 'says nothing about it'}`))
  if (row.bad !== '') lines.push('', 'Good:', '', ...snippet(row.good))
  if (row.sample !== undefined) lines.push('', 'Example:', '', ...snippet(row.sample))
  return `${lines.join('\n')}\n`
}

const LABEL = 8

const labelled = (label: string, text: string): readonly string[] =>
  wrap(visible(text), WIDTH - LABEL).map((line, i) => `${i === 0 ? label.padEnd(LABEL) : ' '.repeat(LABEL)}${line}`)

/** The words of a finding of this code: those of its own bad example, else with `…` where a finding has its data. */
function sample(row: CodeRow): Pick<Diagnostic, 'message' | 'consequence' | 'help'> {
  for (const target of row.bad === '' ? [] : ['lvs-1.2.2', 'keepalived']) {
    const found = validate(parse(row.bad, { target })).find(({ code }) => code === row.code)
    if (found !== undefined) return found
  }
  const data = Array.from({ length: 6 }, () => '…')
  return { message: row.message(...data), consequence: row.consequence(...data) }
}

const snippet = (text: string): readonly string[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `    ${visible(line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line)}`)

/** The nearest code; the part behind the slash alone is enough. */
function nearCode(code: string): string | undefined {
  const codes = CATALOG.map((row) => row.code)
  const tail = (one: string): string => one.slice(one.indexOf('/') + 1)
  const whole = nearest(code, codes)
  if (whole !== undefined) return whole
  const near = nearest(tail(code), codes.map(tail))
  return near === undefined ? undefined : codes.find((one) => tail(one) === near)
}
