import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/cst/document.ts'
import { format } from '../../src/edit/format.ts'
import { LVS, UPSTREAM } from '../../src/lex/profile.ts'
import { formattedText } from '../support/format.ts'

const upstream = (text: string, indent?: number | 'tab'): string =>
  formattedText(text, '2.4.3', indent === undefined ? {} : { indent })
const lvs = (text: string): string => formattedText(text, 'lvs-1.2.2')

describe('margins', () => {
  test('four blanks a level', () => {
    expect(upstream('vrrp_instance A {\nstate MASTER\n\tvirtual_ipaddress {\n 10.0.0.1\n}\n  }\n')).toBe(
      'vrrp_instance A {\n    state MASTER\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n',
    )
  })

  test('another number of blanks, or a tab', () => {
    expect(upstream('global_defs {\n    router_id A\n}\n', 2)).toBe('global_defs {\n  router_id A\n}\n')
    expect(upstream('global_defs {\n    router_id A\n}\n', 'tab')).toBe('global_defs {\n\trouter_id A\n}\n')
  })

  test('comments on lines of their own stand with what follows them', () => {
    expect(upstream('# a\n  # b\nglobal_defs {\n# c\n    router_id A\n  # d\n}\n')).toBe(
      '# a\n# b\nglobal_defs {\n    # c\n    router_id A\n    # d\n}\n',
    )
  })

  test('stay where braces do not pair up, because the tree is guessed from them', () => {
    const text = 'global_defs {\n  router_id A\nvrrp_instance A {\n   state MASTER\n}\n'
    expect(upstream(text)).toBe(text)
  })

  test('stay below 32 levels', () => {
    const text = `${'a {\n'.repeat(40)}${'}\n'.repeat(40)}`
    const lines = upstream(text).split('\n')
    expect(lines[32]).toBe(`${' '.repeat(128)}a {`)
    expect(lines[33]).toBe('a {')
  })
})

describe('blanks', () => {
  test('one between words, none at line ends, none inside quotes changed', () => {
    expect(upstream('vrrp_script  a\t{\n    script   "/bin/x   y"  \n}\t\n')).toBe(
      'vrrp_script a {\n    script "/bin/x   y"\n}\n',
    )
  })

  test('words without a blank between them get none', () => {
    expect(upstream('vrrp_script a {\n    weight 3"9"\n}\n')).toContain('weight 3"9"')
  })

  test('one before a brace', () => {
    expect(upstream('global_defs{\n}\n')).toBe('global_defs {\n}\n')
    expect(lvs('virtual_server 10.0.0.1 80{\n}\n')).toBe('virtual_server 10.0.0.1 80 {\n}\n')
  })

  test('several blank lines become one, those at the ends of the file none', () => {
    expect(upstream('\n\nglobal_defs {\n}\n\n \n\nvrrp_script a {\n}\n\n\n')).toBe('global_defs {\n}\n\nvrrp_script a {\n}\n')
  })

  test('the last line gets a line end', () => {
    expect(upstream('global_defs {\n}')).toBe('global_defs {\n}\n')
    expect(upstream('')).toBe('')
  })

  test('CRLF stays, and new line ends are like the others', () => {
    expect(upstream('global_defs {\r\n\r\n\r\nrouter_id A }\r\n')).toBe('global_defs {\r\n\r\n    router_id A\r\n}\r\n')
    expect(upstream('global_defs {\r\n}')).toBe('global_defs {\r\n}\r\n')
  })
})

describe('braces', () => {
  test('a brace on a line of its own stands behind its header, blank lines between go', () => {
    expect(upstream('vrrp_instance A\n\n{\n    state MASTER\n}\n')).toBe('vrrp_instance A {\n    state MASTER\n}\n')
    expect(lvs('virtual_server_group g\n{\n    10.0.0.1 80\n}\n')).toBe('virtual_server_group g {\n    10.0.0.1 80\n}\n')
  })

  test('a brace with a comment between stays', () => {
    expect(upstream('vrrp_instance A # a\n  {\n}\nglobal_defs\n# b\n{\n}\n')).toBe(
      'vrrp_instance A # a\n{\n}\nglobal_defs\n# b\n{\n}\n',
    )
  })

  test('the comment of a brace comes with it', () => {
    expect(upstream('vrrp_instance A\n{   # a\n}\n')).toBe('vrrp_instance A { # a\n}\n')
  })

  test('a block on one line is spread over several for a reader that cuts there', () => {
    expect(upstream('vrrp_instance A { state MASTER } # a\n')).toBe('vrrp_instance A {\n    state MASTER\n} # a\n')
    expect(formattedText('vrrp_script a { weight 1 }\n', '2.0.0')).toBe('vrrp_script a {\n    weight 1\n}\n')
  })

  test.each(['lvs-1.2.2', '1.2.13', '1.4.5', 'dpvs-1.7.2'])('and left alone for %s, which does not', (target) => {
    const text = 'virtual_server 10.0.0.1 80 { lb_algo rr }\n'
    expect(formattedText(text, target)).toBe(text)
  })

  test('a header that lacks a word: 1.2.2 would take the brace for it', () => {
    const text = 'real_server 10.0.1.1\n{\n}\nvirtual_server_group{\n}\n'
    expect(lvs(text)).toBe(text)
    expect(upstream(text)).toBe('real_server 10.0.1.1 {\n}\nvirtual_server_group {\n}\n')
  })

  test('a quoted name in front of a brace: 1.2.2 would join the brace with its words', () => {
    const text = 'virtual_server_group "a b"\n{\n}\n'
    expect(lvs(text)).toBe(text)
    expect(upstream(text)).toBe('virtual_server_group "a b" {\n}\n')
  })
})

describe('comments behind code', () => {
  test('stand one blank behind it', () => {
    expect(upstream('router_id A    # a\n')).toBe('router_id A # a\n')
  })

  test('of neighbouring lines in one column do so again', () => {
    const text = 'vrrp_instance A {  # a\n state MASTER      # b\n interface eth0    # c\n}   # d\n'
    expect(upstream(text)).toBe('vrrp_instance A {  # a\n    state MASTER   # b\n    interface eth0 # c\n} # d\n')
  })

  test('columns are counted with tabs', () => {
    const text = 'vrrp_instance A {\n\tstate MASTER\t\t# a\n\tinterface eth0\t\t# b\n}\n'
    expect(upstream(text)).toBe('vrrp_instance A {\n    state MASTER   # a\n    interface eth0 # b\n}\n')
  })

  test('a blank line and a line without one end a group', () => {
    expect(upstream('a 1     # a\n\nbc 12   # b\n')).toBe('a 1 # a\n\nbc 12 # b\n')
  })
})

describe('what would be read differently stays', () => {
  test.each([
    [
      'a definition of several lines',
      '$A=weight  1 \\\n     rise   2\nvrrp_script  a {\n}\n',
      '$A=weight  1 \\\n     rise   2\nvrrp_script a {\n}\n',
    ],
    ['the lines behind a backslash', '# a \\\n  global_defs   {\n}\n', '# a \\\n  global_defs   {\n}\n'],
    ['the words of a sequence', '~SEQ(I, 1,  3)  a   b\n', '~SEQ(I, 1,  3)  a   b\n'],
    ['the words behind a condition', '@a   router_id   b\n', '@a   router_id   b\n'],
    ['an open quote', '  router_id   "a\n', '  router_id   "a\n'],
    ['single quotes', "script  'a   b'\n", "script  'a   b'\n"],
    ['a backslash', 'script  a\\  b  \n', 'script  a\\  b  \n'],
    ['white space that is no blank', '\v a   b\n', '\v a   b\n'],
    ['a NUL', 'a\0   b', 'a\0   b'],
    ['an over-long line', `a   ${'b'.repeat(1100)}\n`, `a   ${'b'.repeat(1100)}\n`],
    ['a reference in front of a brace', 'vrrp_instance $A{\n}\n', 'vrrp_instance $A{\n}\n'],
    ['a reference in a block on one line', 'vrrp_instance A { state $A }\n', 'vrrp_instance A { state $A }\n'],
    ['a file with a byte order mark inside', '\n\uFEFFa   b\n', '\n\uFEFFa   b\n'],
    ['the line of a byte order mark', '\uFEFFa   b\nc   d\n', '\uFEFFa   b\nc d\n'],
    ['an empty line that ends a definition', '$A=b\\\n\nc   d\n', '$A=b\\\n\nc   d\n'],
    ['margins where a sequence has unequal braces', 'a {\n~SEQ(I,1,3) b {\n}\n}\n', 'a {\n~SEQ(I,1,3) b {\n}\n}\n'],
    ['the path of an include', 'include   a  b\n', 'include a  b\n'],
  ])('%s', (_, text, expected) => expect(upstream(text)).toBe(expected))

  test('margins whose change would make another tree', () => {
    const text = 'global_defs {\n    global_defs {\n        a   b\n    }\n}\n'
    expect(upstream(text, 0)).toBe('global_defs {\n    global_defs {\n        a b\n    }\n}\n')
  })
})

describe('edits', () => {
  test('none where there is nothing to do', () => {
    const document = parseDocument('global_defs {\n    router_id A\n}\n', 'a.conf', UPSTREAM)
    expect(format(document)).toEqual([])
  })

  test('one a gap, with file and place', () => {
    const document = parseDocument('global_defs {\n    router_id  A\n}\n', 'a.conf', LVS)
    const start = { line: 2, column: 14, offset: 27 }
    expect(format(document)).toEqual([
      { file: 'a.conf', range: { start, end: { line: 2, column: 16, offset: 29 } }, newText: ' ' },
    ])
  })

  test('an indentation that is no number is the usual one', () => {
    expect(upstream('a {\nb\n}\n', Number.NaN)).toBe('a {\n    b\n}\n')
    expect(upstream('a {\nb\n}\n', -3)).toBe('a {\nb\n}\n')
    expect(upstream('a {\nb\n}\n', 1e9)).toBe(`a {\n${' '.repeat(16)}b\n}\n`)
  })
})
