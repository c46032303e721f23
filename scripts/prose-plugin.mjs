// esbuild plugin for a plain check: rows of codes without what only `explain` and reports for other programs show.
// Examples are made when their module is read, and both are read and kept at every start.
import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** Properties of a code row that no finding is described with. */
const PROSE = new Set(['explanation', 'bad', 'good', 'example'])

export const withoutProse = {
  name: 'without-prose',
  setup(build) {
    build.onLoad({ filter: /[/\\]src[/\\].*([/\\]rules[/\\]|codes\.ts$|mistakes\.ts$)/ }, ({ path }) => ({
      contents: stripped(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    }))
  },
}

function stripped(text, path) {
  const cuts = []
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node) && node.properties.some((one) => nameOf(one) === 'explanation')) {
      for (const [i, property] of node.properties.entries()) {
        if (PROSE.has(nameOf(property))) cuts.push([property.pos, node.properties[i + 1]?.pos ?? node.properties.end])
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  return cuts.reduceRight((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text)
}

const nameOf = ({ name }) => (name !== undefined && ts.isIdentifier(name) ? name.text : undefined)
