// Peggy plugin: what only moves along the text is compiled to plain loops over char codes. That is every `$( … )` expression and every action
// without labels, with the rules they name: nobody reads the value of either. Peggy itself makes an array with one string a character, and
// a call and an object a token. PEG repetition never gives back, so the language stays the same: test/lex/grammar.test.ts generates the
// parser with and without the plugin and compares the tokens.
// It leans on internal names (`peg$currPos`, `peg$FAILED`, `input`) and on `offset()` being the start of the match: peggy is pinned exactly.

const unwrap = (node) => (node.type === 'group' || node.type === 'labeled' ? unwrap(node.expression) : node)

/** A JavaScript condition on the char code `c`; at the end of the input c is NaN and every comparison is false. */
function condition(node) {
  if (node.type === 'literal') return `c === ${node.value.charCodeAt(0)}`
  const any = oneOf(rangesOf(node.parts))
  return node.inverted ? `c === c && !(${any})` : any
}

/** The codes of a class in ascending order, neighbours together. */
function rangesOf(parts) {
  const ranges = parts
    .map((part) =>
      Array.isArray(part) ? [part[0].charCodeAt(0), part[1].charCodeAt(0)] : [part.charCodeAt(0), part.charCodeAt(0)],
    )
    .sort((a, b) => a[0] - b[0])
  const joined = []
  for (const [from, to] of ranges) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** Halves the ranges until few are left: most characters are letters, and each comparison counts while the code is still interpreted. */
function oneOf(ranges) {
  if (ranges.length > 2) {
    const half = ranges.length >> 1
    return `(c > ${ranges[half - 1][1]} ? ${oneOf(ranges.slice(half))} : ${oneOf(ranges.slice(0, half))})`
  }
  const tests = ranges.map(([from, to]) => (from === to ? `c === ${from}` : `(c >= ${from} && c <= ${to})`))
  return tests.length === 0 ? 'false' : tests.length === 1 ? tests[0] : `(${tests.join(' || ')})`
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
    case 'text':
      return compile(e.expression, fail, context)
    case 'action': {
      if (!readsNothing(e)) return null
      const start = label('q')
      const code = compile(e.expression, fail, context)
      return code === null ? null : `const ${start} = p;\n${code}{ ${inlined(e.code, start)} }\n`
    }
    case 'semantic_and': {
      const returned = /^\s*return\s+([^;{}]+?);?\s*$/.exec(e.code)
      return returned === null ? null : `if (!(${returned[1]})) { ${fail} }\n`
    }
    case 'rule_ref': // one that stays a function
      return `peg$currPos = p; if (peg$parse${e.name}() === peg$FAILED) { ${fail} } p = peg$currPos;\n`
    case 'repeated':
      return repeated(e, fail, context)
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

/** The code of an action, with `put` written out: it is called for every token. */
const inlined = (code, start) =>
  code.replace(/\boffset\(\)/g, start).replace(/\bput\((\w+), (\w+)\)/g, 'tokens[count++] = ($2 << 4) | $1')

/** `|min..max|` */
function repeated({ min, max, delimiter, expression }, fail, context) {
  if (delimiter || typeof min.value !== 'number' || typeof max.value !== 'number') return null
  const [count, stop, start] = ['n', 'stop', 'q'].map((kind) => `${kind}${context.labels++}`)
  const code = compile(expression, `p = ${start}; break ${stop};`, context)
  if (code === null) return null
  const loop = `${stop}: for (; ${count} < ${max.value}; ${count}++) { const ${start} = p;\n${code}}\n`
  return `let ${count} = 0;\n${loop}if (${count} < ${min.value}) { ${fail} }\n`
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
  if (e.type !== 'rule_ref' || context.functions.includes(e.name)) return e
  const rule = context.rules.get(e.name)
  return rule === undefined ? null : resolve(rule.expression, context)
}

/** An action that looks at no label and returns nothing. */
function readsNothing(action) {
  let labels = false
  walk(action.expression, (node) => {
    labels ||= node.type === 'labeled'
  })
  return !labels && !/\b(text|range|location|return|error|expected)\b/.test(action.code)
}

function walk(node, visit) {
  if (node === null || typeof node !== 'object') return
  visit(node)
  for (const [key, value] of Object.entries(node)) if (key !== 'location' && key !== 'codeLocation') walk(value, visit)
}

/** Rules that only compiled code names are no longer called. */
function reachable(rules, startRules) {
  const byName = new Map(rules.map((rule) => [rule.name, rule]))
  const kept = new Set()
  const keep = (name) => {
    if (kept.has(name)) return
    kept.add(name)
    walk(byName.get(name).expression, ({ type, name: called }) => {
      if (type === 'rule_ref') keep(called)
    })
  }
  for (const name of startRules) keep(name)
  return rules.filter((rule) => kept.has(rule.name))
}

const all = (codes) => (codes.includes(null) ? null : codes.join(''))

/**
 * The plugin. `functions` are rules that stay functions of their own: what is rare should not stand in the hot loop.
 */
export const runs = (functions) => ({
  use(config) {
    config.passes.transform.push((ast, options) => {
      const rules = new Map(ast.rules.map((rule) => [rule.name, structuredClone(rule)]))
      const replace = (node) => {
        const code = compile(node, 'return false;', { labels: 0, rules, functions })
        if (code === null) return false
        const { location } = node
        for (const key of ['expression', 'alternatives', 'elements']) delete node[key]
        const body = `let p = peg$currPos, c = 0;\n${code}peg$currPos = p; return true;`
        return Object.assign(node, { type: 'semantic_and', location, codeLocation: location, code: body }) !== undefined
      }
      const visit = (node) => {
        if (node === null || typeof node !== 'object') return
        if ((node.type === 'text' || (node.type === 'action' && readsNothing(node))) && replace(node)) return
        for (const [key, value] of Object.entries(node)) if (key !== 'location' && key !== 'codeLocation') visit(value)
      }
      for (const rule of ast.rules) if (!functions.includes(rule.name) || !replace(rule.expression)) visit(rule)
      ast.rules = reachable(ast.rules, [...(options.allowedStartRules ?? []), ...functions])
    })
  },
})
