import { describe, expect, test } from 'vitest'
import { findings, effectiveLines as lines } from './effective.ts'

describe('sequences', () => {
  test('441 to 444: start, step, end; hexadecimal', () => {
    expect(lines('~SEQ(I, 1, 3) foo$I\n')).toEqual(['1 foo1', '1 foo2', '1 foo3'])
    expect(lines('~SEQ(I, 9, -4, 1) foo$I\n')).toEqual(['1 foo9', '1 foo5', '1 foo1'])
    expect(lines('~SEQ(I, 2) foo$I\n~SEQ(J, -2) bar$J\n~SEQ(K, 0) z$K\n')).toEqual([
      '1 foo1',
      '1 foo2',
      '2 bar-1',
      '2 bar-2',
      '3 z1',
      '3 z0',
    ])
    expect(lines('~SEQx(I, 9, 11) foo$I\n')).toEqual(['1 foo9', '1 fooa', '1 foob'])
    expect(lines('$N=2\n~SEQ(I, 0x1, ${N}) a$I\n')).toEqual(['2 a1', '2 a2'])
  })
  test('445, 446: faulty ones are dropped', () => {
    for (const text of [
      '~SEQ(I, 2, -1, 5) foo$I\n',
      '~SEQ(I, 1, 2 foo$I\n',
      '~SEQ(, 1, 2) x\n',
      '~SEQ(I, a) x\n',
      '~SEQ(I, 1, 0, 2) x\n',
    ]) {
      expect(lines(text), text).toEqual([])
      expect(findings(text), text).toEqual(['expand/bad-sequence 1'])
    }
  })
  test('447: nested, the inner one runs fastest', () => {
    expect(lines('~SEQ(I, 1, 2) ~SEQ(J, 5, 6) foo${I}_$J\n')).toEqual(['1 foo1_5', '1 foo1_6', '1 foo2_5', '1 foo2_6'])
  })
  test('448: a block in a sequence, and the variable keeps its last value', () => {
    expect(lines('~SEQ(I, 1, 2) a $I { b }\nc $I\n')).toEqual(['1 a 1 {', '1 b', '1 }', '1 a 2 {', '1 b', '1 }', '2 c 2'])
  })
  test('449: lower case is a word', () => expect(lines('~seq(I, 1, 2) foo\n~foo\n')).toEqual(['1 ~seq(I, 1, 2) foo', '2 ~foo']))
  test('450 to 453: lists', () => {
    expect(lines('~LST(N, x, yy, z) foo_$N\n')).toEqual(['1 foo_x', '1 foo_yy', '1 foo_z'])
    expect(lines('~LST({A, B}, {1, 2}, {3}) foo${A}_${B}_\n')).toEqual(['1 foo1_2_', '1 foo3__'])
    expect(findings('~LST({A, B}, {1, 2, 3}) foo\n')).toEqual(['expand/bad-list 1'])
    expect(findings('~LST(A) foo\n')).toEqual(['expand/bad-list 1'])
  })
  test('454: over a value of several lines', () => {
    expect(lines('$T= \\\n    foo$I \\\n    bar$I\n\n~SEQ(I, 1, 2) $T\n')).toEqual(['5 foo1', '5 bar1', '5 foo2', '5 bar2'])
  })
})

describe('conditions', () => {
  const other = { configId: 'other' }
  test('455, 456: only for the id, or only for others', () => {
    const text = '@box1 a\n@box2 b\n@^box1 c\n@^box2 d\n'
    expect(lines(text)).toEqual(['1 a', '4 d'])
    expect(lines(text, { configId: 'box2' })).toEqual(['2 b', '3 c'])
  })
  test('an unknown id: lines stay behind their condition', () => {
    expect(lines('@box1 a { b }\n$X=1\n@^c d $X\n', { configId: undefined })).toEqual([
      '1 @box1 a {',
      '1 @box1 b',
      '1 @box1 }',
      '3 @^c d 1',
    ])
  })
  test('an unknown id: what a name may stand for stays with its uses', () => {
    const open = (text: string): readonly string[] => lines(text, { configId: undefined })
    expect(open('@a $X=1\nb $X\n')).toEqual(['1 @a $X=1', '2 b $X'])
    expect(open('$X=0\n@a $X=1\n$Y=2\nb $X $Y\n')).toEqual(['1 $X=0', '2 @a $X=1', '4 b $X 2'])
  })
  test('an unknown id with characters that end a word stays one word', () => {
    expect(lines('@\v@a{b c\n', { configId: undefined })).toEqual(['1 @?@a?b c'])
  })
  test('an unknown id: definitions do not stay where they would say something else', () => {
    const open = (text: string): readonly string[] => lines(text, { configId: undefined })
    // Behind a use, in a block, with something to replace in it, of several lines, in a sequence.
    expect(open('b $X\n@a $X=1\nb $X\n')).toEqual(['1 b $X', '3 b $X'])
    expect(open('a {\n@a $X=1\nb $X\n}\n')).toEqual(['1 a {', '3 b $X', '4 }'])
    expect(open('$Y=1\n@a $X=$Y\nb $X\n')).toEqual(['3 b $X'])
    expect(open('@a $X=1 \\\n2\nb $X\n')).toEqual(['3 b $X'])
    expect(open('~SEQ(I, 1, 1) @a $X=1\nb $X\n')).toEqual(['2 b $X'])
  })
  test('458, 466: nothing behind it, an empty id', () => {
    expect(lines('@box1\n@^box1\n@\n@^\n')).toEqual([])
    expect(lines('@ foo\n@^ bar\n')).toEqual(['2 bar'])
  })
  test('459, 468: one condition a line, no other form', () => {
    expect(lines('@box1 @box1 foo\n')).toEqual(['1 "@box1" foo'])
    expect(lines('@(box1) foo\n@^(box1) bar\n')).toEqual(['2 bar'])
  })
  test('460 to 462: its own line, also behind a brace', () => {
    expect(lines('@box1 a {\n    b\n}\n', other)).toEqual(['2 b', '3 }'])
    expect(lines('a { @box1 b\n    @other c }\n}\n')).toEqual(['1 a {', '1 b', '3 }'])
  })
  test('463, 464, 465: the middle of a line, definitions, the first line of a value', () => {
    expect(lines('a 9 @other x\n')).toEqual(['1 a 9 @other x'])
    expect(lines('@box1 $V=9\n@other $V=3\na $V\n')).toEqual(['3 a 9'])
    expect(lines('@other $B=a { \\\n    b 9 \\\n}\n')).toEqual(['2 b 9 \\', '3 }'])
  })
})
