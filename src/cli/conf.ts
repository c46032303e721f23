import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { jsonFault } from '../json/json-fault.ts'
import { type JsonForm, readJson } from '../json/read-json.ts'
import { encode } from '../text/decode.ts'
import { lineStarts, positionAt } from '../text/position.ts'
import { write as writeModel } from '../write/write.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { entryOf, readText } from './files.ts'
import type { Command } from './options/option.ts'
import { complain, STDERR, STDOUT, write } from './output.ts'
import { usageOf } from './usage.ts'
import { visible } from './visible.ts'

/** `keepalived-conf conf [FILE.json]`. */
export async function conf(program: string, args: Arguments): Promise<number> {
  const { command, files } = args
  if (files.length > 1) return complain(program, `one file at a time; usage: ${usageOf(program, command as Command)}`)
  const file = entryOf(files[0] ?? '-')
  const loaded = readText(file)
  if (!loaded.ok) return complain(program, `${file}: ${loaded.why}`)
  const json = jsonOf(loaded.text)
  if (!json.ok) {
    write(STDERR, `${visible(file)}:${placeIn(loaded.text, json.offset)}: error json/syntax ${json.message}\n`)
    return 2
  }

  const target = optionOf(args, 'for')
  const form = optionOf(args, 'form')
  const eol = optionOf(args, 'eol') === 'crlf' ? '\r\n' : '\n'
  const indent = Math.min(10, Number(optionOf(args, 'indent')))
  const read = readJson(json.value, {
    target: target === 'auto' ? undefined : target,
    form: form === 'auto' ? undefined : (form as JsonForm),
    layout: { unit: ' '.repeat(indent), eol },
  })
  say(file, read.diagnostics)
  if (!read.ok) return 2
  const { model, dialect, text } = read.value
  const written = text === undefined ? writeModel(model, { target: dialect.id, indent, eol }) : { ok: true as const, value: text }
  if (!written.ok) {
    say(file, written.diagnostics)
    return 2
  }
  write(STDOUT, encode(written.value))
  return 0
}

type Json =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly offset: number; readonly message: string }

function jsonOf(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) }
  } catch {
    const fault = jsonFault(text.replace('\uFEFF', ' '))
    return { ok: false, offset: fault?.offset ?? 0, message: fault?.message ?? 'it is no JSON' }
  }
}

function placeIn(text: string, offset: number): string {
  const { line, column } = positionAt(lineStarts(text), offset)
  return `${line}:${column}`
}

const MOST = 100
const LONGEST = 500

/** One line a finding; the place is the path in the JSON, which its message begins with. */
function say(file: string, diagnostics: readonly Diagnostic[]): void {
  const lines = diagnostics.slice(0, MOST).map(({ severity, code, message, help }) => {
    const text = help === undefined ? message : `${message}. ${help}`
    return `${visible(file)}: ${severity} ${code} ${visible(text.slice(0, LONGEST))}\n`
  })
  const hidden = diagnostics.length - MOST
  write(STDERR, hidden > 0 ? `${lines.join('')}${hidden} more\n` : lines.join(''))
}
