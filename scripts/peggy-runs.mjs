// Peggy plugin: a `$( … )` expression made of classes, literals, choices, repetitions and look-ahead is compiled to one loop over char codes
// instead of an array with one string a character. Rules that such an expression names are inlined. PEG repetition never gives back, so the
// language stays the same: test/lex/grammar.test.ts generates the parser with and without it and compares the tokens.
// It leans on the internal names `peg$currPos` and `input`, which is why peggy is pinned exactly.

const unwrap = (node) => (node.type === 'group' || node.type === 'labeled' ? unwrap(node.expression) : node)

/** A JavaScript condition on the char code `c`; at the end of the input c is NaN and every comparison is false. */
function condition(node) {
  if (node.type === 'literal') return `c === ${node.value.charCodeAt(0)}`
  const tests = node.parts.map((part) =>
    Array.isArray(part) ? `(c >= ${part[0].charCodeAt(0)} && c <= ${part[1].charCodeAt(0)})` : `c === ${part.charCodeAt(0)}`,
  )
  const any = tests.join(' || ') || 'false'
  return node.inverted ? `c === c && !(${any})` : any
}

const isChar = (node) =>
  !node.ignoreCase && ((node.type === 'class' && !node.unicode) || (node.type === 'literal' && node.value.length === 1))

/** Writes the code that matches `node` at `p`; where it does not match, `fail` (a statement that leaves) runs, with `p` anywhere. */
function compile(node, fail, context) {
  const label = (kind) => `${kind}${context.labels++}`
  const e = resolve(node, context)
  if (e === null) return null
  if (isChar(e)) return `c = input.charCodeAt(p); if (!(${condition(e)})) { ${fail} } p++;\n`
  switch (e.type) {
    case 'literal':
      if (e.ignoreCase) return null
      return [...e.value].map((ch) => `if (input.charCodeAt(p) !== ${ch.charCodeAt(0)}) { ${fail} } p++;\n`).join('')
    case 'sequence':
      return all(e.elements.map((x) => compile(x, fail, context)))
    case 'choice': {
      const done = label('done')
      const start = label('q')
      const parts = e.alternatives.map((x, i) => {
        if (i === e.alternatives.length - 1) return compile(x, fail, context)
        const next = label('next')
        const code = compile(x, `break ${next};`, context)
        return code === null ? null : `${next}: { ${code} break ${done}; }\np = ${start};\n`
      })
      const code = all(parts)
      return code === null ? null : `const ${start} = p;\n${done}: { ${code} }\n`
    }
    case 'optional':
      return repeat(e.expression, '', context)
    case 'zero_or_more':
      return repeat(e.expression, 'loop', context)
    case 'one_or_more':
      return all([compile(e.expression, fail, context), repeat(e.expression, 'loop', context)])
    case 'simple_not':
    case 'simple_and': {
      const stop = label('stop')
      const start = label('q')
      const code = compile(e.expression, `break ${stop};`, context)
      if (code === null) return null
      return e.type === 'simple_not'
        ? `const ${start} = p;\n${stop}: { ${code} ${fail} }\np = ${start};\n`
        : `const ${start} = p; let ${start}ok = false;\n${stop}: { ${code} ${start}ok = true; }\np = ${start};\nif (!${start}ok) { ${fail} }\n`
    }
    default:
      return null
  }
}

function repeat(node, loop, context) {
  const e = resolve(node, context)
  if (e !== null && isChar(e)) {
    return loop
      ? `while (c = input.charCodeAt(p), ${condition(e)}) p++;\n`
      : `c = input.charCodeAt(p); if (${condition(e)}) p++;\n`
  }
  const again = `again${context.labels++}`
  const stop = `stop${context.labels++}`
  const start = `q${context.labels++}`
  const code = compile(node, `break ${stop};`, context)
  if (code === null) return null
  return loop
    ? `${again}: for (;;) { const ${start} = p;\n${stop}: { ${code} if (p === ${start}) break ${again}; continue ${again}; }\np = ${start}; break; }\n`
    : `{ const ${start} = p; let ${start}ok = false;\n${stop}: { ${code} ${start}ok = true; }\nif (!${start}ok) p = ${start}; }\n`
}

function resolve(node, context) {
  const e = unwrap(node)
  if (e.type !== 'rule_ref') return e
  const rule = context.rules.get(e.name)
  return rule === undefined ? null : resolve(rule.expression, context)
}

/** Rules that only compiled runs named are no longer called. */
function reachable(rules, startRules) {
  const byName = new Map(rules.map((rule) => [rule.name, rule]))
  const kept = new Set()
  const keep = (name) => {
    if (kept.has(name)) return
    kept.add(name)
    JSON.stringify(byName.get(name).expression, (key, value) => {
      if (value?.type === 'rule_ref') keep(value.name)
      return key === 'location' || key === 'codeLocation' ? undefined : value
    })
  }
  for (const name of startRules.length > 0 ? startRules : [rules[0].name]) keep(name)
  return rules.filter((rule) => kept.has(rule.name))
}

const all = (codes) => (codes.includes(null) ? null : codes.join(''))

export default {
  use(config) {
    config.passes.transform.push((ast, options) => {
      const rules = new Map(ast.rules.map((rule) => [rule.name, rule]))
      const visit = (node) => {
        if (node === null || typeof node !== 'object') return
        if (node.type === 'text') {
          const code = compile(node.expression, 'return false;', { labels: 0, rules })
          if (code !== null) {
            // Replaces the `$` too: nobody reads the matched text, and cutting it out would cost a string a token.
            const { location } = node
            delete node.expression
            Object.assign(node, {
              type: 'semantic_and',
              location,
              codeLocation: location,
              code: `let p = peg$currPos, c = 0;\n${code}peg$currPos = p; return true;`,
            })
            return
          }
        }
        for (const [key, value] of Object.entries(node)) {
          if (key === 'location' || key === 'codeLocation') continue
          if (Array.isArray(value)) value.forEach(visit)
          else visit(value)
        }
      }
      visit(ast)
      ast.rules = reachable(ast.rules, options.allowedStartRules ?? [])
    })
  },
}
