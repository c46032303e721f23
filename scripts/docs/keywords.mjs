// docs/keywords.md: every keyword of every lineage, block by block.
import { argumentLines, argumentText, formOf } from './arguments.mjs'
import { code, fence, heading, plain, sentence } from './markdown.mjs'

const TITLES = {
  keepalived: 'keepalived',
  lvs: 'keepalived 1.2.2, LVS edition',
  dpvs: 'DPVS',
}

const INTRO = `# Keywords

Everything that the readers of keepalived configurations know, block by block. Written by \`npm run docs\` from the keyword table; do not edit.

How to read it:

- \`<name>\` is an argument, by its key in the model and in JSON; \`[…]\` may be left out; options stand in any order.
- Keywords that several blocks share are described in the first of them; the others refer to it.
- Of a keyword that is written twice the last one counts without a word, unless something else is said.
- Of a switch that is off by default nothing is said.
`

export function keywordsPage(source) {
  const { SCHEMAS } = source
  const lineages = Object.keys(SCHEMAS).filter((lineage) => SCHEMAS[lineage].lineage === lineage)
  const sections = lineages.map((lineage) => ({ lineage, blocks: blocksOf(SCHEMAS[lineage].root, lineage) }))
  const contents = sections.map(({ lineage, blocks }) => [
    `\n**[${TITLES[lineage]}](#${lineage})**\n\n`,
    ...blocks.map(({ path, id }) => {
      const parts = path.split('/')
      return path === '' ? `- [top level](#${id})\n` : `${'  '.repeat(parts.length - 1)}- [${parts.at(-1)}](#${id})\n`
    }),
  ])
  const texts = sections.map(({ lineage, blocks }) => {
    const shown = new Map()
    return [`\n${heading(2, lineage, TITLES[lineage])}`, ...blocks.map((block) => blockText(source, block, shown))].join('')
  })
  return `${INTRO}\n## Contents\n${contents.flat().join('')}${texts.join('')}`
}

/** The blocks in the order of the table, each before those inside it. */
function blocksOf(context, lineage, field) {
  const id = context.path === '' ? `${lineage}-top` : `${lineage}-${context.path.replaceAll('/', '-')}`
  const inner = fieldsOf(context).filter((one) => one.context !== undefined)
  return [{ path: context.path, id, context, field, lineage }, ...inner.flatMap((one) => blocksOf(one.context, lineage, one))]
}

const fieldsOf = (context) => context.fields.values().filter(({ availability }) => availability.variant !== 'never a keyword')

function blockText(source, { path, id, context, field, lineage }, shown) {
  const title = path === '' ? `Top level of ${TITLES[lineage]}` : path.split('/').join(' / ')
  const parts = [`\n${heading(3, id, title)}`]
  if (field !== undefined) {
    const { row } = field
    const forms = [
      row.args,
      ...(row.alternatives ?? []).map((args) => args.map((arg, i) => (i === 0 ? { ...arg, chosen: true } : arg))),
    ]
    const form = forms.map((args) => code(formOf(row, args))).join(' or ')
    parts.push(`\n${form}: ${inLine([plain(row.doc), factsText(source, field)])}\n`)
    const lines = argumentLines(source, [...row.args, ...(row.alternatives ?? []).flat()])
    if (lines.length > 0) parts.push(`\n${lines.join('\n')}\n`)
    parts.push(`\n${fence(row.example, 'conf')}`)
  }
  parts.push(entriesText(source, context, id, shown))
  return parts.join('')
}

/** The keywords of a block; those described before by where that was. */
function entriesText(source, context, id, shown) {
  const own = []
  const elsewhere = new Map()
  for (const field of fieldsOf(context)) {
    const known = shown.get(field.row)
    const facts = placeFacts(source, field).join('; ')
    if (known === undefined || field.context !== undefined) {
      shown.set(field.row, { id, title: context.path.split('/').slice(-2).join(' / ') || 'the top level', facts })
      own.push(fieldText(source, field, id))
    } else {
      const { words } = elsewhere.get(known.id) ?? { words: [] }
      words.push(
        `${field.row.keyword === '(entry)' ? 'its entries' : code(field.row.keyword)}${facts === known.facts || facts === '' ? '' : ` (${plain(facts)})`}`,
      )
      elsewhere.set(known.id, { title: known.title, words })
    }
  }
  const referred = [...elsewhere].map(([to, { title, words }]) => `- As in [${title}](#${to}): ${words.join(', ')}\n`)
  const all = [...own, ...referred].join('')
  return all === '' ? '' : `\n${all}`
}

function fieldText(source, field, id) {
  const { row } = field
  if (field.context !== undefined) {
    const to = id.endsWith('-top') ? `${id.slice(0, -'top'.length)}${row.keyword}` : `${id}-${row.keyword}`
    return `- [**${code(row.keyword)}**](#${to}) { … }: ${plain(row.doc)}\n`
  }
  const lists = [row.args, ...(row.alternatives ?? [])]
  const forms = lists.map((args) => `**${code(formOf(row, args))}**`).join(' or ')
  const [arg] = row.args
  const single = row.args.length === 1 && arg.options === undefined && lists.length === 1
  const takes = single ? argumentText(source, arg, true) : ''
  const facts = factsText(source, field, takes)
  const example = row.form === 'flag' ? '' : `Example: ${code(row.example)}`
  const lines = single ? [] : argumentLines(source, lists.flat(), '  ')
  return `- ${forms}: ${inLine([plain(row.doc), facts, example])}\n${lines.map((line) => `${line}\n`).join('')}`
}

const inLine = (sentences) => sentences.filter((one) => one !== '').join(' ')

/** What applies at one place: the default and the versions. */
function placeFacts({ defaultText, availabilityFacts }, { row, availability }) {
  const stated = defaultText(availability.default === undefined ? row.default : availability.default)
  return [stated === '' ? '' : `default: ${stated}`, ...availabilityFacts(availability)].filter((fact) => fact !== '')
}

function factsText(source, field, takes = '') {
  const { row } = field
  const repeat = source.repeatText(row)
  const facts = [
    ...placeFacts(source, field).map(plain),
    repeat,
    row.aliasOf === undefined ? '' : `another name of ${code(row.aliasOf)}`,
    row.deprecated === undefined
      ? ''
      : `**deprecated**: ${/^\S+$/.test(row.deprecated) ? code(row.deprecated) : plain(row.deprecated)}`,
  ]
  return sentence([takes, ...facts].filter((fact) => fact !== '').join('; '))
}
