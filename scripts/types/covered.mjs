// Rows that add no type: DPVS reads what an older keepalived read, and so mostly lacks arguments that may be left out anyway.

/** Fields without those of DPVS whose values are values of keepalived's row as well. */
export const withoutCovered = (fields) =>
  fields.filter((field) => field.row.lineage !== 'dpvs' || !fields.some((other) => other !== field && covers(other, field)))

const covers = (one, other) =>
  one.row.lineage === 'keepalived' &&
  one.row.keyword === other.row.keyword &&
  one.row.form === other.row.form &&
  one.shape === other.shape &&
  one.row.alternatives === undefined &&
  coversArguments(one.row.args, other.row.args)

/** Every argument is there with the same type, and no other is needed. */
const coversArguments = (some, others) =>
  others.every((arg) => some.some((one) => one.name === arg.name && coversArgument(one, arg))) &&
  some.every((one) => isOptional(one) || others.some(({ name }) => name === one.name))

const coversArgument = (one, other) =>
  typeOf(one) === typeOf(other) &&
  isOptional(one) === isOptional(other) &&
  (one.options === undefined ? other.options === undefined : coversArguments(one.options, other.options ?? []))

const isOptional = ({ optional, literal, bare }) => optional === true || (literal !== undefined && bare !== true)

/** A number is a number, whatever its range; a flag is a switch. */
const typeOf = ({ type, enum: words, unchecked, min, variadic, repeatable }) =>
  JSON.stringify([
    ['int', 'decimal', 'port'].includes(type) ? 'number' : type,
    type === 'enum' ? [words, unchecked, min !== undefined] : [],
    variadic === true || repeatable === true,
  ])
