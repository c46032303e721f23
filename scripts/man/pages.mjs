// man(1) pages from the option table of the programs.
import { bold, inline, italic, item, line, paragraph, section, subsection, verbatim } from './roff.mjs'

const HEADER = '.\\" Written by npm run man from the option table in src/cli/options; changes here are lost.\n'

const title = (name) => `${HEADER}.TH ${name.toUpperCase()} 1 "" "keepalived-conf" "User Commands"\n`

const SEE_ALSO = 'keepalived(8), keepalived.conf(5)'

export function keepalivedConfPage({ COMMANDS, HELP, VERSION }) {
  const own = COMMANDS.filter(({ name }) => name !== 'conf2json')
  return [
    title('keepalived-conf'),
    section('NAME', 'keepalived\\-conf \\- read, check, convert and compare keepalived / LVS configuration\n'),
    section(
      'SYNOPSIS',
      [...COMMANDS.map(synopsis), `${bold('keepalived-conf')} ${bold('-t')} ${bold('-f')} ${italic('FILE')}\n`].join('.br\n'),
    ),
    section(
      'DESCRIPTION',
      paragraph(
        'Reads configuration of keepalived, of its LVS edition 1.2.2 and of DPVS, without running any of them: what is wrong, where, what the program would do with it, and what to write instead. Only `fmt --write`, `check --fix`, `apply` and `rollback` change a file, and only the last two signal a daemon.',
      ) +
        paragraph(
          'Without `--for`, the words of a file decide which reader it is for; the last line of the output says which, and why.',
        ),
    ),
    section('OPTIONS', [HELP, VERSION].map(option).join('')),
    section(
      'COMMANDS',
      [...own, ...COMMANDS.filter((one) => !own.includes(one))]
        .map((command) => subsection(command.name, commandBody(command, HELP)))
        .join(''),
    ),
    section('EXIT STATUS', exitStatus()),
    section(
      'ENVIRONMENT',
      item(bold('NO_COLOR'), 'No colors, whatever the terminal.') + item(bold('FORCE_COLOR'), 'Colors, unless it is 0 or false.'),
    ),
    section(
      'EXAMPLES',
      paragraph('Check a file as the LVS edition would read it, one finding a line:') +
        verbatim('keepalived-conf check --for lvs-1.2.2 --format concise /etc/keepalived/keepalived.conf') +
        paragraph('What is different in the new file, weights left out:') +
        verbatim('keepalived-conf diff /etc/keepalived/keepalived.conf new.conf --ignore weight'),
    ),
    section('SEE ALSO', paragraph(`conf2json(1), ${SEE_ALSO}`)),
  ].join('')
}

export function conf2jsonPage({ COMMANDS, HELP, VERSION }) {
  const command = COMMANDS.find(({ name }) => name === 'conf2json')
  return [
    title('conf2json'),
    section('NAME', 'conf2json \\- print LVS configuration as JSON\n'),
    section('SYNOPSIS', `${bold('conf2json')} [${italic('OPTION')}...] ${operands(command)}\n`),
    section(
      'DESCRIPTION',
      paragraph(
        `${command.doc} Includes are followed, and defaults are filled in; comments, the order of keywords and unknown words are gone.`,
      ),
    ),
    section('OPTIONS', [...command.options, HELP, VERSION].map(option).join('')),
    section('NOTES', command.notes.map(paragraph).join('')),
    section(
      'EXAMPLES',
      paragraph('One document of a main file and all that it includes:') +
        verbatim('conf2json /etc/keepalived/keepalived.conf > lvs.json'),
    ),
    section('SEE ALSO', paragraph(`keepalived-conf(1), ${SEE_ALSO}`)),
  ].join('')
}

const operands = ({ operands: words }) =>
  words
    .split(' ')
    .map((word) => word.replace(/[A-Z]+/, (name) => italic(name)).replaceAll('…', '...'))
    .join(' ')

const synopsis = (command) => `${bold('keepalived-conf')} ${bold(command.name)} [${italic('OPTION')}...] ${operands(command)}\n`

const commandBody = (command, help) =>
  paragraph(command.doc) + [...command.options, help].map(option).join('') + command.notes.map(paragraph).join('')

function option({ short, long, value, choices, default: fallback, doc }) {
  const names = [...(short === undefined ? [] : [bold(`-${short}`)]), bold(`--${long}`)].join(', ')
  const words = choices === undefined ? '' : ` ${value} is one of ${choices.map((word) => `\`${word}\``).join(', ')}.`
  const more = fallback === undefined ? '' : ` The default is \`${fallback}\`.`
  return item(value === undefined ? names : `${names} ${italic(value)}`, `${doc}${words}${more}`)
}

const exitStatus = () =>
  [
    ['0', 'Nothing to say: no finding at or above `--fail-on`, no difference, nothing to format; or what was asked for is done.'],
    ['1', 'Findings at or above `--fail-on`, differences, files that `fmt --check` would change, or a refused `apply`.'],
    ['2', 'Wrong use, or input that cannot be read.'],
  ]
    .map(([status, text]) => item(bold(status), text))
    .join('')

export { inline, line }
