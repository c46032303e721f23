import { describe, expect, test } from 'vitest'
import { findings, effectiveLines as lines, NEW, OLD } from './effective.ts'

const globals = (...inner: readonly string[]): string => `global_defs {\n${inner.map((line) => `    ${line}\n`).join('')}}\n`
/** The lines inside the one block, numbers of lines left out. */
const inside = (text: string, options = {}): readonly string[] =>
  lines(text, options)
    .map((line) => line.replace(/^\d+ /, ''))
    .filter((line) => !/^(global_defs \{|\})$/.test(line))

describe('definitions', () => {
  test('401, 402: defined and used, also inside a word', () => {
    expect(lines(`$V=9\n${globals('vrrp_version $V', 'vrrp_version 1${V}1')}`)).toEqual([
      '2 global_defs {',
      '3 vrrp_version 9',
      '4 vrrp_version 191',
      '5 }',
    ])
  })
  test('403: undefined stays as text, quietly', () => {
    expect(inside(globals('vrrp_version $VER'))).toEqual(['vrrp_version $VER'])
    expect(findings(globals('vrrp_version $VER'))).toEqual([])
  })
  test('404: undefined in braces is one finding', () => {
    expect(findings(globals('vrrp_version 3 ${VER}'))).toEqual(['expand/undefined 2'])
  })
  test('405, 407, 439: what may follow a name without braces', () => {
    expect(inside(`$V=3\n$B=4\n${globals('a $V/4', 'b $V.5', 'c "$V"', 'd $V$B', 'e ${V}${B}')}`)).toEqual([
      'a $V/4',
      'b $V.5',
      'c "$V"',
      'd $V4',
      'e 34',
    ])
    expect(findings(`$V=3\n${globals('a $V/4', 'c "$V"')}`)).toEqual(['expand/not-replaced 3', 'expand/not-replaced 4'])
  })
  test('406: a comma and a parenthesis end it', () => {
    expect(inside(`$V=3\n${globals('a $V,x', 'b $V)x')}`)).toEqual(['a 3,x', 'b 3)x'])
  })
  test('408: in braces also inside quotes', () => expect(inside(`$V=3\n${globals('a "${V}"')}`)).toEqual(['a "3"']))
  test('409, 434: what is no definition', () => {
    const text = '$V =3\n$1A=x\n$A-B=x\n$A.B=x\n$=x\n'
    expect(lines(text)).toEqual(['1 $V =3', '2 $1A=x', '3 $A-B=x', '4 $A.B=x', '5 $=x'])
  })
  test('410: an empty value', () => expect(inside(`$V=\n${globals('vrrp_version $V')}`)).toEqual(['vrrp_version']))
  test('411, 412, 413: order of the text, expanded when used', () => {
    expect(inside(globals('a $V', '$V=3', 'a $V', '$V=9', 'a $V'))).toEqual(['a $V', 'a 3', 'a 9'])
    expect(inside(`$A=\${B}\n$B=3\n$B=9\n${globals('a $A')}`)).toEqual(['a 9'])
    expect(findings(`${globals('a $V')}$V=3\n`)).toEqual(['expand/used-before-definition 2'])
  })
  test('414: braces of a value are structure at the line of use', () => {
    expect(lines('$B=global_defs { vrrp_version 9 }\n\n$B\n')).toEqual(['3 global_defs {', '3 vrrp_version 9', '3 }'])
  })
  test('415, 419: the lines of a value are lines at the place of use', () => {
    const value = '$B=global_defs { \\\n    vrrp_version 3 \\\n    vrrp_version 9 \\\n}\n\n'
    expect(lines(`${value}$B\n`)).toEqual(['6 global_defs {', '6 vrrp_version 3', '6 vrrp_version 9', '6 }'])
    expect(inside(`$B=9 \\\n    lvs_flush\n${globals('vrrp_version ${B}')}`)).toEqual(['vrrp_version 9', 'lvs_flush'])
  })
  test('416: an empty line ends a value', () => {
    const text = '$B=global_defs { \\\n\n    vrrp_version 3 \\\n}\n$B\n'
    expect(lines(text)).toEqual(['3 vrrp_version 3 \\', '4 }', '5 global_defs {'])
    expect(findings(text)).toEqual(['expand/definition-cut 1'])
  })
  test('417: a comment in a value', () => {
    const text = '$B=a \\\n# note\n    b\n$B\n'
    expect(lines(text)).toEqual(['4 a', '4 b'])
    expect(findings(text)).toEqual(['expand/definition-gap 2'])
  })
  test('418: several lines in the middle of a line are not replaced', () => {
    const text = `$B=3 \\\n    lvs_flush\n${globals('vrrp_version $B x')}`
    expect(inside(text)).toEqual(['vrrp_version $B x'])
    expect(findings(text)).toEqual(['expand/multi-line-inside 4'])
  })
  test('420, 470: comments and quotes of a value', () => {
    expect(inside(`$V=3# three\n${globals('a $V')}`)).toEqual(['a 3'])
    expect(inside(`$V="3 # x"\n${globals('a $V')}`)).toEqual(['a "3 # x"'])
  })
  test('423: a definition of itself stops with one finding', () => {
    expect(findings(`$A=$A\n${globals('router_id $A')}`)).toEqual(['expand/recursive 3'])
    expect(findings(`$A=\${B}\n$B=\${A}x\n${globals('router_id $A')}`)).toEqual(['expand/recursive 4'])
    expect(findings(`$A=a$A\n${globals('router_id $A')}`)).toEqual(['expand/recursive 3'])
  })
  test('433: only the first = counts', () => expect(inside(`$V=a=b\n${globals('a $V')}`)).toEqual(['a a=b']))
  test('436, 437: directives that come out of a definition', () => {
    const text = `$A=$B=3\n$A\n${globals('vrrp_version $B')}`
    expect(inside(text)).toEqual(['vrrp_version 3'])
    expect(findings(text)).toEqual(['expand/directive-from-definition 2'])
    expect(lines('$T=~SEQ(I, 8, 9) foo$I\n$T\n', { version: OLD })).toEqual(['2 foo8', '2 foo9'])
  })
  test('438: a backslash does not protect', () => expect(inside(`$V=3\n${globals('a \\$V')}`)).toEqual(['a \\3']))
  test('440: a blank in front of the brace', () => {
    const text = `$V=3\n${globals('router_id ${V }')}`
    expect(lines(text)).toEqual(['2 global_defs {', '3 router_id 3', '3 }', '4 }'])
    expect(findings(text)).toEqual(['expand/blank-in-reference 3'])
  })
  test('467: a line that would outgrow its buffer stays as it is from there on', () => {
    const text = `$A=${'x'.repeat(500)}\n${globals('router_id ${A}${A}${A}')}`
    expect(inside(text)).toEqual([`router_id ${'x'.repeat(1000)}\${A}`])
    expect(findings(text)).toEqual(['expand/line-too-long 3'])
  })
  test('473: an escape is lost by a substitution', () => {
    expect(inside(`$V=3\n${globals('a ${V}\\#9', 'a \\#9')}`)).toEqual(['a 3', 'a \\#9'])
  })
  test('474: blanks and comments behind the backslash', () => {
    expect(lines('$B=a { \\ # note\n    b 9 \\   \n}\n\n$B\n')).toEqual(['5 a {', '5 b 9', '5 }'])
  })
  test('475: a comment that ends in a backslash', () => {
    const text = '$N=3 # see \\\nfoo\n'
    expect(lines(text, { version: NEW })).toEqual(['2 foo'])
    expect(lines(text, { version: OLD })).toEqual([])
    expect(findings(text)).toEqual(['expand/comment-backslash 1'])
  })
  test('478: no substitution behind ~', () => expect(lines('$V=3\n~foo$V $V\n')).toEqual(['2 ~foo$V $V']))
})

describe('predefined names', () => {
  test('421, 422: comment signs', () => {
    expect(inside(globals('a 3${_HASH}9', 'b "3${_BANG}9"'))).toEqual(['a 3', 'b "3!9"'])
    expect(findings(globals('a 3${_HASH}9', 'b "3${_BANG}9"'))).toEqual(['expand/comment-sign 2'])
  })
  test('425, 426, 427: random numbers are not invented', () => {
    expect(inside(globals('a ${_RANDOM 3 3}', 'b ${_RANDOM}', 'c ${_RANDOM 1 2}'))).toEqual([
      'a 3',
      'b ${_RANDOM}',
      'c ${_RANDOM 1 2}',
    ])
    expect(findings(globals('b ${_RANDOM}'))).toEqual(['expand/unknowable 2'])
    expect(findings(globals('b ${_RANDOM a}'))).toEqual(['expand/random-bounds 2'])
    expect(inside(globals('b ${_RANDOM 9 3}'))).toEqual(['b 9'])
  })
  test('428, 429: the environment, where it is given', () => {
    const text = globals('a x${_ENV PATH}', 'b 3${_ENV NO}')
    expect(inside(text, { env: { PATH: '/bin' } })).toEqual(['a x/bin', 'b 3'])
    expect(findings(text)).toEqual(['expand/unknowable 2', 'expand/unknowable 3'])
    expect(findings(text, { version: OLD })).toEqual(['expand/env-unknown 2', 'expand/env-unknown 3'])
    expect(findings(globals('a $_ENV'), { env: {} })).toEqual(['expand/env-without-name 2'])
  })
  test('431, 432: the configuration id; names may be redefined', () => {
    expect(inside(globals('a $_INSTANCE'))).toEqual(['a box1'])
    expect(findings(globals('a $_INSTANCE'), { configId: undefined })).toEqual(['expand/unknowable 2'])
    expect(inside(`$_HASH=9\n${globals('a $_HASH')}`)).toEqual(['a 9'])
  })
})
