// TypeScript types of the arguments of a row.

export const unique = (list) => [...new Set(list)]

/** Members of a union, each once, without those that another one includes. */
export function union(types) {
  const members = unique(types.flatMap((type) => (/^'[^']*'( \| |$)/.test(type) ? type.split(' | ') : [type])))
  return members.filter(
    (member) => !(member.startsWith("'") && members.includes('string')) && !(member === 'true' && members.includes('boolean')),
  )
}

/** A JSDoc comment of the lines that say something. */
export function jsdoc(lines) {
  const said = lines.filter((line) => line !== '' && line !== undefined).map((line) => line.replaceAll('*/', '* /'))
  if (said.length === 0) return ''
  return said.length === 1 ? `/** ${said[0]} */\n` : `/**\n${said.map((line) => ` * ${line}\n`).join('')} */\n`
}

const NUMBERS = new Set(['int', 'decimal', 'port'])

/** @param named - gives nested options an interface: `(arg, body) => name`. */
export function argumentType(arg, named) {
  const one = arg.options === undefined ? scalarType(arg) : groupType(arg, named)
  if (arg.variadic !== true && arg.repeatable !== true) return one
  return `readonly ${one.includes(' | ') ? `(${one})` : one}[]`
}

/** Nested arguments: an object, or the value of the one that stands in order when no other is given (`via 10.0.0.1`). */
function groupType(arg, named) {
  const group = named(arg, argumentsType(arg.options, named))
  const positional = arg.options.filter((one) => one.literal === undefined || one.bare === true)
  return positional.length === 1 ? `${argumentType(positional[0], named)} | ${group}` : group
}

function scalarType(arg) {
  if (NUMBERS.has(arg.type)) return 'number'
  if (arg.type === 'bool') return 'boolean'
  if (arg.type === 'flag') return 'true'
  if (arg.type !== 'enum') return 'string'
  const words = arg.unchecked === true ? ['string'] : (arg.enum ?? []).map((word) => `'${word}'`)
  return [...words, ...(arg.min === undefined ? [] : ['number'])].join(' | ')
}

/** The inside of an object type. `chosenBy`: the argument that chose this list among alternatives. */
export function argumentsType(args, named, chosenBy) {
  const isRequired = (arg) => arg === chosenBy || (arg.optional !== true && (arg.literal === undefined || arg.bare === true))
  return args
    .map(
      (arg) =>
        `${jsdoc([describeArgument(arg)])}readonly ${arg.name}${isRequired(arg) ? '' : '?'}: ${argumentType(arg, named)}\n`,
    )
    .join('')
}

/** What is worth saying of an argument: unit, range, known words, default. */
export function describeArgument(arg) {
  const { min, max, unit, since } = arg
  return [
    unit === undefined ? '' : `in ${unit}`,
    arg.type === 'port'
      ? ''
      : min !== undefined && max !== undefined
        ? `${min} to ${max}`
        : min !== undefined
          ? `at least ${min}`
          : '',
    arg.unchecked === true && arg.enum !== undefined ? `known: ${arg.enum.join(', ')}` : '',
    arg.default === undefined ? '' : `default: ${arg.default}`,
    since === undefined ? '' : `since ${since}`,
  ]
    .filter((fact) => fact !== '')
    .join('; ')
}
