// esbuild plugin for a plain check and for conf2json. A run is over before V8 has compiled much of it. The plugin changes two things that cost most by then:
// - rows of codes lose what only `explain` and reports for other programs show: examples are made when their module is read;
// - a loop over what the types say is an array counts: while code is interpreted, `for … of` makes an object a round.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Properties of a code row that no finding is described with. */
const PROSE = new Set(['explanation', 'bad', 'good', 'example'])

/** @param entries - all that it is for: their types are read once. */
export function plainSource(entries) {
  const program = programOf(entries.map((entry) => `${root}${entry}`))
  const checker = program.getTypeChecker()
  const setup = (build) =>
    build.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => {
      const file = program.getSourceFile(path)
      if (file === undefined) return { errors: [{ text: `${path} is not part of the program` }] }
      return { contents: changed(file, [...proseIn(file), ...loopsIn(file, checker)]), loader: 'ts' }
    })
  return { name: 'plain-source', setup }
}

function programOf(entries) {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(`${root}tsconfig.json`))
  return ts.createProgram(entries, { ...options, noEmit: true })
}

/** @typedef {{ from: number, to: number, text: string }} Edit */

/** The text with edits that do not overlap, but for those inside a stretch that goes. */
function changed({ text }, edits) {
  edits.sort((a, b) => a.from - b.from || a.to - b.to)
  let result = ''
  let at = 0
  for (const { from, to, text: added } of edits) {
    if (from < at) continue
    result += text.slice(at, from) + added
    at = to
  }
  return result + text.slice(at)
}

/** @returns {Edit[]} */
function proseIn(file) {
  const edits = []
  walk(file, (node) => {
    if (!ts.isObjectLiteralExpression(node) || !node.properties.some((one) => nameOf(one) === 'explanation')) return
    for (const [i, property] of node.properties.entries()) {
      if (!PROSE.has(nameOf(property))) continue
      edits.push({ from: property.pos, to: node.properties[i + 1]?.pos ?? node.properties.end, text: '' })
    }
  })
  return edits
}

const nameOf = ({ name }) => (name !== undefined && ts.isIdentifier(name) ? name.text : undefined)

/**
 * `for (const one of list) …` as a loop that counts. The iterator of an array looks at its length each round, too.
 * @returns {Edit[]}
 */
function loopsIn(file, checker) {
  const edits = []
  let loops = 0
  walk(file, (node) => {
    if (!ts.isForOfStatement(node) || node.awaitModifier !== undefined) return
    if (!ts.isVariableDeclarationList(node.initializer) || !isArray(checker, checker.getTypeAtLocation(node.expression))) return
    const kind = node.initializer.flags & ts.NodeFlags.Const ? 'const' : 'let'
    const [{ name }] = node.initializer.declarations
    const [i, list] = [`i$${++loops}`, `a$${loops}`]
    const element = `${kind} ${name.getText(file)} = ${list}[${i}]`
    const { expression, statement } = node
    edits.push({ from: node.getStart(file), to: expression.getStart(file), text: `for (let ${i} = 0, ${list} = ` })
    edits.push({
      from: expression.end,
      to: statement.getStart(file),
      text: `; ${i} < ${list}.length; ${i}++) { ${element}; `,
    })
    edits.push({ from: statement.end, to: statement.end, text: ' }' })
  })
  return edits
}

const isArray = (checker, type) =>
  type.isUnion() ? type.types.every((one) => isArray(checker, one)) : checker.isArrayType(type) || checker.isTupleType(type)

function walk(node, visit) {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}
