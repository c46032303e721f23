import { describe, expect, test } from 'vitest'
import { type Document, parseDocument } from '../../src/cst/document.ts'
import { type BraceProblem, problemAt } from '../../src/cst/problems.ts'
import { type Statement, statements } from '../../src/cst/view.ts'
import { keywordOf } from '../../src/cst/words.ts'
import { LVS, UPSTREAM } from '../../src/lex/profile.ts'
import { startOf } from '../../src/lex/tokens.ts'
import { lineStarts, positionAt } from '../../src/text/position.ts'

const roots = new Set(['global_defs', 'virtual_server', 'vrrp_instance', 'local_address_group'])

const parse = (text: string, profile = UPSTREAM): Document => parseDocument(text, 'f', profile, roots)

const outline = (list: readonly Statement[]): string =>
  list.map((one) => [one.keyword, ...one.args].join(' ') + (one.hasBlock ? ` { ${outline(one.children())} }` : '')).join('; ')

const tree = (text: string, profile = UPSTREAM): string => outline(statements(parse(text, profile)))

/** Problems as `kind keyword-or-token@line`. */
function problems(text: string): readonly string[] {
  const document = parse(text)
  const lines = lineStarts(text)
  const show = (problem: BraceProblem): string =>
    problem.kind === 'missing-close'
      ? `missing-close of ${keywordOf(document, problem.row)} behind line ${positionAt(lines, startOf(document.tokens, problem.after)).line}`
      : `${problem.kind} at line ${positionAt(lines, startOf(document.tokens, problem.token)).line}`
  return Array.from({ length: document.problems.count }, (_, i) => show(problemAt(document.problems, i)))
}

describe('blocks', () => {
  test('a brace on the next line opens the block of the line above', () => {
    expect(tree('vrrp_sync_group G1\n{\n}\n')).toBe('vrrp_sync_group G1 {  }')
  })
  test('comments and blank lines may stand between a keyword and its brace', () => {
    expect(tree('a b # one\n\n  # two\n{ c }\n')).toBe('a b { c }')
  })
  test('a block on one line, and a keyword behind a brace', () => {
    expect(tree('a { b 1 } c { d }')).toBe('a { b 1 }; c { d }')
  })
  test('words keep their quotes apart', () => {
    expect(tree('a "b c"d 3"9"x ""')).toBe('a b c d 3 9 x ')
  })
  test('the brace of a glued word opens in both profiles; inside a word only upstream', () => {
    expect(tree('TCP_CHECK{\n}\n', LVS)).toBe('TCP_CHECK {  }')
    expect(tree('a{b\n', LVS)).toBe('a{b')
    expect(tree('a{b}\n', UPSTREAM)).toBe('a { b }')
  })
  test('a reference is not structure', () => {
    expect(tree('a ${X} ${_RANDOM 1 2}\nb $X\n')).toBe('a ${X} ${_RANDOM 1 2}; b $X')
  })
  test('a definition takes the rest of its line, and the lines it goes on', () => {
    expect(tree('$A={ b } # c\n$B=one \\\n  two { \\\n  three\nd\n').split('; ').length).toBe(3)
  })
  test('the pattern of an include is one word', () => {
    expect(tree('include a b{c,d} # x\ne\n')).toBe('include a b{c,d}; e')
  })
  test('a comment sign inside a word starts a comment upstream and is text in 1.2.2', () => {
    expect(tree('a b#c\n', UPSTREAM)).toBe('a b')
    expect(tree('a b#c\n', LVS)).toBe('a b#c')
  })
})

describe('recovery', () => {
  const file = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

  test('a missing } before the next top-level keyword', () => {
    const text = file('virtual_server 1 {', '    real_server a {', '        weight 1', '    }', 'virtual_server 2 {', '}')
    expect(tree(text)).toBe('virtual_server 1 { real_server a { weight 1 } }; virtual_server 2 {  }')
    expect(problems(text)).toEqual(['missing-close of virtual_server behind line 4'])
  })
  test('a missing } of an inner block, by the indentation of the next sibling', () => {
    const text = file('virtual_server 1 {', '    real_server a {', '        weight 1', '    real_server b {', '    }', '}')
    expect(tree(text)).toBe('virtual_server 1 { real_server a { weight 1 }; real_server b {  } }')
    expect(problems(text)).toEqual(['missing-close of real_server behind line 3'])
  })
  test('a missing } of an inner block, by the indentation of the closing brace', () => {
    const text = file('virtual_server 1 {', '    real_server a {', '        weight 1', '}', 'virtual_server 2 {', '}')
    expect(tree(text)).toBe('virtual_server 1 { real_server a { weight 1 } }; virtual_server 2 {  }')
    expect(problems(text)).toEqual(['missing-close of real_server behind line 3'])
  })
  test('a missing } is not looked for at a line that stands out of a block that goes on', () => {
    const text = file('vrrp_instance A {', '    a 1', 'b 2', '    c 3', '}', 'vrrp_instance B {', '    d 4')
    expect(tree(text)).toBe('vrrp_instance A { a 1; b 2; c 3 }; vrrp_instance B { d 4 }')
    expect(problems(text)).toEqual(['missing-close of vrrp_instance behind line 7'])
  })
  test('a missing } is not looked for at a line that stands out right before the } of its block', () => {
    const text = file('vrrp_instance A {', '    a 1', 'b 2', '}', 'vrrp_instance B {', '    c 3')
    expect(tree(text)).toBe('vrrp_instance A { a 1; b 2 }; vrrp_instance B { c 3 }')
    expect(problems(text)).toEqual(['missing-close of vrrp_instance behind line 6'])
  })
  test('two missing at once are two findings', () => {
    const text = file('virtual_server 1 {', '    real_server a {', '        weight 1', 'virtual_server 2 {', '}')
    expect(tree(text)).toBe('virtual_server 1 { real_server a { weight 1 } }; virtual_server 2 {  }')
    expect(problems(text).length).toBe(2)
  })
  test('a missing } at the end of the file', () => {
    expect(problems(file('global_defs {', '    a 1'))).toEqual(['missing-close of global_defs behind line 2'])
  })
  test('an extra } at the end is a stray token', () => {
    const text = file('virtual_server 1 {', '}', '}', 'global_defs {', '}')
    expect(tree(text)).toBe('virtual_server 1 {  }; global_defs {  }')
    expect(problems(text)).toEqual(['stray-close at line 3'])
  })
  test('an extra } inside a block does not close it when what follows is still indented', () => {
    const text = file('virtual_server 1 {', '    real_server a {', '    }', '    }', '    real_server b {', '    }', '}')
    expect(tree(text)).toBe('virtual_server 1 { real_server a {  }; real_server b {  } }')
    expect(problems(text)).toEqual(['stray-close at line 4'])
  })
  test('one missing and one extra are found apart although the balance is right', () => {
    const text = file('virtual_server 1 {', '    a 1', 'virtual_server 2 {', '}', '}', 'global_defs {', '}')
    expect(tree(text)).toBe('virtual_server 1 { a 1 }; virtual_server 2 {  }; global_defs {  }')
    expect(problems(text)).toEqual(['missing-close of virtual_server behind line 2', 'stray-close at line 5'])
  })
  test('a lone { that nothing closes is one finding and opens nothing', () => {
    const text = file('virtual_server 1 {', '}', '{', 'global_defs {', '}')
    expect(tree(text)).toBe('virtual_server 1 {  }; global_defs {  }')
    expect(problems(text)).toEqual(['bare-open at line 3'])
  })
  test('a file without any indentation', () => {
    const text = file('virtual_server 1 {', 'real_server a {', 'weight 1', '}', 'global_defs {', 'b 1', '}')
    expect(tree(text)).toBe('virtual_server 1 { real_server a { weight 1 } }; global_defs { b 1 }')
    expect(problems(text)).toEqual(['missing-close of virtual_server behind line 4'])
  })
})
