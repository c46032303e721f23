// How keywords and their arguments are written, and what they take.
import { code, plain } from './markdown.mjs'

/** Options beyond this many are not shown in the line that shows the form. */
const MOST_OPTIONS = 4

/** `delay_loop <seconds>`, `vrrp_instance <name> { … }`. */
export function formOf(row, args = row.args) {
  const braces = row.form === 'block' || row.form === 'lines' ? ' { … }' : ''
  const keyword = row.keyword === '(entry)' ? [] : [row.keyword]
  return `${[...keyword, ...words(args)].join(' ')}${braces}`
}

function words(args) {
  const options = args.filter(isOption)
  if (options.length <= MOST_OPTIONS) return args.map(word)
  return [...args.filter((arg) => !isOption(arg)).map(word), '[option …]']
}

const isOption = (arg) => arg.literal !== undefined && arg.bare !== true

function word(arg) {
  const inner =
    arg.type === 'flag'
      ? []
      : arg.options === undefined
        ? [`<${arg.name}>${arg.variadic === true ? ' …' : ''}`]
        : words(arg.options)
  const literal = arg.literal === undefined ? [] : [arg.bare === true ? `[${arg.literal[0]}]` : arg.literal[0]]
  const text = [...literal, ...inner].join(' ')
  const shown = arg.optional === true || (isOption(arg) && arg.chosen !== true) ? `[${text}]` : text
  return arg.repeatable === true ? `${shown} …` : shown
}

/** One line an argument, those of its options below it. */
export function argumentLines(source, args, indent = '') {
  return args.flatMap((arg) => {
    const facts = argumentText(source, arg)
    const also = arg.literal?.slice(1).map(code).join(', ') ?? ''
    const line = `${indent}- ${code(word({ ...arg, optional: undefined, chosen: true, repeatable: undefined }))}`
    const told = [also === '' ? '' : `or ${also}`, facts].filter((fact) => fact !== '').join('; ')
    return [told === '' ? line : `${line}: ${told}`, ...argumentLines(source, arg.options ?? [], `${indent}  `)]
  })
}

/** `an integer from 1 to 255; default: 100`. */
export function argumentText({ SCALARS, argumentFacts }, arg, alone = false) {
  const type = arg.type === 'flag' || arg.type === 'options' ? '' : SCALARS[arg.type].expected(arg)
  const open = arg.type === 'enum' && arg.unchecked === true ? ', or another' : ''
  const facts = [
    `${type}${open}`,
    arg.variadic === true ? 'as many as wanted' : '',
    arg.repeatable === true ? 'may stand several times' : '',
    arg.secret === true ? 'a secret' : '',
    ...argumentFacts(arg, alone),
  ]
  return plain(facts.filter((fact) => fact !== '').join('; '))
}
