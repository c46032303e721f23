// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a reference of keepalived looks like one of a template

import type { CodeRow } from '../diagnostics/finding.ts'

const globals = (line: string): string => `global_defs {\n    ${line}\n}\n`

export const limitReached: CodeRow = {
  code: 'expand/limit',
  severity: 'error',
  effect: 'accepted',
  message: (what, most) => `the configuration needs more than ${most} ${what}`,
  consequence: () => 'expansion stops here and the rest is not checked; keepalived itself goes on until memory or patience ends',
  reported: false,
  explanation: 'A sequence of a thousand million rounds is one short line. The limits are options.',
  bad: `${Array.from({ length: 80 }, (_, i) => `$A${i}=\${A${i + 1}}\n`).join('')}${globals('router_id ${A0}')}`,
  good: globals('router_id a'),
}

export const badSequence: CodeRow = {
  code: 'expand/bad-sequence',
  severity: 'error',
  effect: 'ignored',
  message: (why) => `the sequence is not understood: ${why}`,
  consequence: () => 'it is reported and its line is dropped',
  help: () => 'Write `~SEQ(NAME, END)`, `~SEQ(NAME, START, END)` or `~SEQ(NAME, START, STEP, END)`.',
  reported: true,
  explanation: 'The numbers are those of C; the step stands in the middle and must lead from the start to the end.',
  bad: '~SEQ(I, 2, -1, 5) foo$I\n',
  good: `~SEQ(I, 1, 1) $NAME=b$I\n${globals('router_id $NAME')}`,
}

export const badList: CodeRow = {
  code: 'expand/bad-list',
  severity: 'error',
  effect: 'misread',
  message: (why) => `the list is not understood: ${why}`,
  consequence: () => 'its line is dropped, and sequences below it run late, or not at all in the first of the four passes',
  help: () => 'Write `~LST(NAME, VALUE, VALUE)` or `~LST({NAME, NAME}, {VALUE, VALUE}, {VALUE, VALUE})`.',
  reported: true,
  explanation: 'A faulty list stays on the stack of running sequences, which is out of step for the rest of that pass.',
  bad: '~LST(A) foo\n',
  good: '',
}

export const directiveFromDefinition: CodeRow = {
  code: 'expand/directive-from-definition',
  severity: 'error',
  effect: 'misread',
  message: (text) => `a definition brings a directive to the start of the line: \`${text}\``,
  consequence: () => '2.2.7 follows it (a condition with a memory fault); 2.4.3 takes it for an unknown keyword',
  help: () => 'Write the directive in the line itself, or give the value several lines.',
  reported: true,
  explanation:
    'After names have been replaced old versions start the line over, new ones do not: a loop was lost. As a line of a value of several lines a directive works in both.',
  bad: `$A=$B=b\n$A\n${globals('router_id ${B}')}`,
  good: `$B=b\n${globals('router_id ${B}')}`,
}

export const includeAgain: CodeRow = {
  code: 'expand/include-twice',
  severity: 'warning',
  effect: 'misread',
  message: (pattern) => `the include of \`${pattern}\` does not stand at the start of a line`,
  consequence: () => 'the first of the four passes reads the file once, the others read it twice',
  help: () => 'Give the include a line of its own, without a condition, a sequence or a definition in front of it.',
  reported: false,
  explanation:
    'The first pass writes a copy of what it reads for the others. An include that only shows after a condition, a definition, a sequence or a brace stays in that copy, and its content is copied too.',
  bad: '',
  good: '',
}

export const definitionGap: CodeRow = {
  code: 'expand/definition-gap',
  severity: 'error',
  effect: 'misread',
  message: (name) => `there is a comment or a line of blanks inside the value of \`$${name}\``,
  consequence: () => 'the first of the four passes skips it, for the others the value ends here',
  help: () => 'Remove the line.',
  reported: true,
  explanation: 'In the copy that the later passes read such a line is empty, and an empty line ends a definition.',
  bad: `$NAME=router_id b \\\n# note\n    vrrp_strict\n${globals('$NAME')}`,
  good: `$NAME=router_id b \\\n    vrrp_strict\n${globals('$NAME')}`,
}

export const definitionCut: CodeRow = {
  code: 'expand/definition-cut',
  severity: 'warning',
  effect: 'misread',
  message: (name) => `an empty line ends the value of \`$${name}\`, although the line before ends in a backslash`,
  consequence: () => 'what follows is read as configuration',
  help: () => 'Remove the empty line, or the backslash.',
  reported: false,
  explanation: 'An empty line ends a definition in every case; the example in the manual page has such lines and does not work.',
  bad: `$NAME=b \\\n\n${globals('router_id $NAME')}`,
  good: `$NAME=b\n${globals('router_id $NAME')}`,
}

export const commentBackslash: CodeRow = {
  code: 'expand/comment-backslash',
  severity: 'warning',
  effect: 'misread',
  message: (name) => `the comment behind the value of \`$${name}\` ends in a backslash`,
  consequence: () => '2.2.7 goes on with the definition on the next line, 2.4.3 does not',
  help: () => 'Remove the backslash.',
  reported: false,
  explanation: 'Old versions scan comments for backslashes too and leave a last one behind, which then continues the definition.',
  bad: `$NAME=b # note \\\n${globals('router_id $NAME')}`,
  good: `$NAME=b # note\n${globals('router_id $NAME')}`,
}
