// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a reference of keepalived looks like one of a template

import type { CodeRow } from '../diagnostics/finding.ts'

const globals = (line: string): string => `global_defs {\n    ${line}\n}\n`

export const undefinedReference: CodeRow = {
  code: 'expand/undefined',
  severity: 'error',
  effect: 'misread',
  message: (name) => `\`\${${name}}\` is not defined here`,
  consequence: () => 'the text stays, and its braces are read as a block',
  help: (name) => `Write \`$${name}=…\` above this line.`,
  reported: true,
  explanation:
    'A reference is replaced when its name is defined at that point of the text. Otherwise it stays, and a brace is structure wherever it stands.',
  bad: globals('router_id a${NAME}'),
  good: `$NAME=b\n${globals('router_id a${NAME}')}`,
}

export const usedBeforeDefinition: CodeRow = {
  code: 'expand/used-before-definition',
  severity: 'warning',
  effect: 'misread',
  message: (name) => `\`$${name}\` is used before it is defined`,
  consequence: () => 'the text stays as it is',
  help: () => 'Move the definition above the first use.',
  reported: false,
  explanation: 'Definitions take effect in the order of the text; a reference to one that stands further down is ordinary text.',
  bad: `${globals('router_id $NAME')}$NAME=b\n`,
  good: `$NAME=b\n${globals('router_id $NAME')}`,
}

export const notReplaced: CodeRow = {
  code: 'expand/not-replaced',
  severity: 'warning',
  effect: 'misread',
  message: (name, next) => `\`$${name}\` in front of \`${next}\` is not a reference`,
  consequence: () => 'the text stays as it is, although the name is defined',
  help: (name) => `Write \`\${${name}}\`.`,
  reported: false,
  explanation:
    'A name without braces must be followed by a blank, a comma, a closing parenthesis or the end of the line. With braces it may stand anywhere.',
  bad: `$NAME=b\n${globals('router_id $NAME.c')}`,
  good: `$NAME=b\n${globals('router_id ${NAME}.c')}`,
}

export const blankInReference: CodeRow = {
  code: 'expand/blank-in-reference',
  severity: 'error',
  effect: 'misread',
  message: (name) => `there is a blank behind \`${name}\` in a reference`,
  consequence: () => 'the name is replaced, but the brace stays behind and closes the block',
  help: (name) => `Write \`\${${name}}\`.`,
  reported: true,
  explanation: 'The replaced text is as long as the name with its signs; a blank in front of the closing brace shifts it by one.',
  bad: `$NAME=b\n${globals('router_id ${NAME }')}`,
  good: `$NAME=b\n${globals('router_id ${NAME}')}`,
}

export const multiLineInside: CodeRow = {
  code: 'expand/multi-line-inside',
  severity: 'error',
  effect: 'misread',
  message: (name) => `\`$${name}\` has several lines and does not stand at the end of its line`,
  consequence: () => 'it is not replaced: the text stays as it is',
  help: () => 'Put the reference at the end of the line.',
  reported: false,
  explanation:
    'The lines of such a value are read one after the other from the line of use on; there is no place for text behind the last one.',
  bad: `$NAME=router_id b \\\n    vrrp_strict\n${globals('$NAME c')}`,
  good: `$NAME=router_id b \\\n    vrrp_strict\n${globals('$NAME')}`,
}

export const recursive: CodeRow = {
  code: 'expand/recursive',
  severity: 'error',
  effect: 'crash',
  message: (name) => `the value of \`$${name}\` refers to itself`,
  consequence: () => 'keepalived expands it without end and never starts',
  help: () => 'Use another name. A value is expanded where it is used, not where it is defined.',
  reported: false,
  explanation: 'What a reference is replaced by is searched for references again, with no list of the names on the way.',
  bad: `$NAME=$NAME\n${globals('router_id $NAME')}`,
  good: `$NAME=b\n${globals('router_id $NAME')}`,
}

export const lineTooLong: CodeRow = {
  code: 'expand/line-too-long',
  severity: 'error',
  effect: 'truncated',
  message: (name, most) => `with the value of \`$${name}\` the line would have ${most} bytes or more`,
  consequence: () => 'the rest of the line is not expanded, silently; what stays in braces is read as a block',
  help: () => 'Use several lines.',
  reported: false,
  explanation: 'The expanded line has to fit the buffer that lines are read into.',
  bad: `$A=${'x'.repeat(400)}\n$B=\${A}\${A}\${A}\n${globals('router_id $B')}`,
  good: `$A=${'x'.repeat(20)}\n$B=\${A}\${A}\${A}\n${globals('router_id $B')}`,
}

export const unknowable: CodeRow = {
  code: 'expand/unknowable',
  severity: 'info',
  effect: 'accepted',
  message: (name, why) => `what \`${name}\` stands for cannot be known here: ${why}`,
  consequence: () => 'it works; the words it stands in are not checked',
  reported: false,
  explanation: 'Some names have a value only when the daemon starts. They are left as written rather than invented.',
  bad: globals('router_id a${_RANDOM}'),
  good: globals('router_id a${_RANDOM 3 3}'),
}

export const envUnknown: CodeRow = {
  code: 'expand/env-unknown',
  severity: 'error',
  effect: 'misread',
  message: () => 'this version does not know `_ENV`',
  consequence: () => 'the text stays, and its braces are read as a block',
  reported: true,
  explanation: 'Environment variables came between 2.2.7 and 2.4.3; older versions take the braces for structure.',
  bad: '',
  good: '',
}

export const envWithoutName: CodeRow = {
  code: 'expand/env-without-name',
  severity: 'error',
  effect: 'crash',
  message: () => '`_ENV` lacks the name of its variable',
  consequence: () => 'keepalived 2.4.3 crashes',
  help: () => 'Write `${_ENV NAME}`.',
  reported: false,
  explanation:
    'The name of the environment variable is an argument, and arguments are possible in braces only. Without it a null pointer is read.',
  bad: globals('router_id a${_ENV}'),
  good: globals('router_id a'),
}

export const randomArguments: CodeRow = {
  code: 'expand/random-bounds',
  severity: 'error',
  effect: 'misread',
  message: (why) => `the bounds of \`_RANDOM\` are wrong: ${why}`,
  consequence: () =>
    '2.4.3 reports it and leaves the text (or uses the lower bound); 2.2.7 says nothing, and with bounds that are one apart it crashes',
  reported: true,
  explanation: 'The arguments are two whole numbers, the lower one first. The versions differ in what they check.',
  bad: globals('router_id a${_RANDOM 9 3}'),
  good: globals('router_id a${_RANDOM 3 3}'),
}

export const randomGarbled: CodeRow = {
  code: 'expand/random-garbled',
  severity: 'error',
  effect: 'misread',
  message: () => 'there is text behind `${_RANDOM …}` on its line',
  consequence: () => 'this version garbles it; newer ones do not',
  reported: true,
  explanation: '2.2.7 moves the rest of the line by the wrong number of bytes when the reference has arguments.',
  bad: '',
  good: '',
}

export const commentSign: CodeRow = {
  code: 'expand/comment-sign',
  severity: 'warning',
  effect: 'truncated',
  message: (name) => `\`${name}\` outside quotes starts a comment`,
  consequence: () => 'the rest of the line is dropped',
  help: () => 'Write the sign itself between double quotes.',
  reported: false,
  explanation:
    'Comments are stripped once more after names have been replaced, so the sign is text between double quotes only, where it needs no name.',
  bad: globals('router_id a${_HASH}b'),
  good: globals('router_id "a#b"'),
}
