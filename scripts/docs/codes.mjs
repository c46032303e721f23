// docs/codes.md: every code of a finding, with what it says of its own bad example.
import { fence, heading, plain, sentence } from './markdown.mjs'

const INTRO = `# Codes of findings

What \`check\` and \`validate\` report, by code, and what \`fromJSON\` (\`json/…\`), \`write\` (\`write/…\`) and edits (\`edit/…\`) say where they have no result: the
same as \`keepalived-conf explain CODE\`. Written by \`npm run docs\` from the catalogue; do not edit.

A severity is \`error\` where the configuration does not mean what it says or takes a service down, \`warning\` where it is without effect or works by luck. The
effect is what the target does with the place. Bad and good examples are tests, and calls are as well.
`

export function codesPage(source) {
  const rows = source.CATALOG
  const list = rows.map((row) => `| [${row.code}](#${idOf(row)}) | ${row.severity} | ${row.effect} | ${lineagesOf(row)} |\n`)
  const table = `\n| code | severity | effect | only for |\n| --- | --- | --- | --- |\n${list.join('')}`
  return `${INTRO}${table}${rows.map((row) => codeText(source, row)).join('')}`
}

const idOf = (row) => row.code.replace('/', '-')
const lineagesOf = ({ lineages }) => (lineages === undefined || lineages.length >= 3 ? '' : lineages.join(', '))

function codeText(source, row) {
  const { message, consequence, help } = sample(source, row)
  const told = [
    `**${row.severity}**, ${row.effect}: ${plain(sentence(message))} ${plain(sentence(consequence))}`,
    help === undefined || help === '' ? '' : `Help: ${plain(help)}`,
    row.reported ? 'The configuration test of the target reports it.' : '',
  ]
  const examples =
    row.bad === '' ? '' : `\nBad:\n\n${fence(shown(source, row.bad), 'conf')}\nGood:\n\n${fence(shown(source, row.good), 'conf')}`
  const call = row.sample === undefined ? '' : `\nExample:\n\n${fence(row.sample, 'js')}`
  return `\n${heading(2, idOf(row), row.code)}\n${told.filter((text) => text !== '').join(' ')}\n\n${plain(row.explanation)}\n${examples}${call}`
}

/** The words of a finding of this code: those of its own bad example, else with `…` where a finding has its data. */
function sample({ parse, validate }, row) {
  for (const target of row.bad === '' ? [] : ['lvs-1.2.2', 'keepalived']) {
    const found = validate(parse(row.bad, { target })).find((finding) => finding.code === row.code)
    if (found !== undefined) return found
  }
  const data = Array.from({ length: 6 }, () => '…')
  return { message: row.message(...data), consequence: row.consequence(...data) }
}

const WIDTH = 110

const shown = ({ visible }, text) =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => visible(line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line))
    .join('\n')
