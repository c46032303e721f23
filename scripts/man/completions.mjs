// Completions of the shells from the option table of the programs.

const NOTICE = 'Written by npm run man from the option table in src/cli/options; changes here are lost.'

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`

/** Words that may stand behind an option; none for a file or free text. */
const valuesOf = ({ kind, choices, value }, targets) => (value === undefined ? [] : kind === 'target' ? targets : (choices ?? []))

/** Free text: offering files for it would mislead. */
const isFile = ({ value }) => value === 'FILE' || value === 'CSV' || value === 'DIR'

const namesOf = ({ short, long }) => [`--${long}`, ...(short === undefined ? [] : [`-${short}`])]

const functionOf = (program) => `_${program.replaceAll('-', '_')}`

/** Programs with their commands; a program of one command has no word for it. */
const programsOf = ({ COMMANDS }) => [
  { program: 'keepalived-conf', commands: COMMANDS },
  { program: 'conf2json', commands: COMMANDS.filter(({ name }) => name === 'conf2json') },
]

const optionsOf = (command, { HELP, VERSION }) => [...command.options, HELP, VERSION]

export function bash(tables) {
  const body = ({ program, commands }) => {
    const single = commands.length === 1
    const values = commands.flatMap((command) =>
      optionsOf(command, tables)
        .filter(({ value }) => value !== undefined)
        .map((option) => {
          const patterns = namesOf(option).map((name) => `${command.name}:${name}`)
          if (isFile(option)) return `    ${patterns.join('|')}) return ;;`
          const words = valuesOf(option, tables.targets)
          return `    ${patterns.join('|')}) ${words.length === 0 ? 'compopt +o default 2>/dev/null; return' : `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$cur")); return`} ;;`
        }),
    )
    const options = commands.map(
      (command) => `    ${command.name}) words=${quoted(optionsOf(command, tables).flatMap(namesOf).join(' '))} ;;`,
    )
    return `${functionOf(program)}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=${single ? commands[0].name : "''"} words='' word
  COMPREPLY=()
${
  single
    ? ''
    : `  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
    ${commands.map(({ name }) => name).join('|')}) command=$word; break ;;
    -t|-tf|--config-test) command=check; break ;;
    esac
  done
`
}  case $command:$prev in
${values.join('\n')}
  esac
  case $command in
${options.join('\n')}${single ? '' : `\n    '') words=${quoted([...commands.map(({ name }) => name), '-t', ...namesOf(tables.HELP), ...namesOf(tables.VERSION)].join(' '))} ;;`}
  esac
  if [[ $cur == -* || -z $command ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); fi
}
complete -o filenames -o default -F ${functionOf(program)} ${program}
`
  }
  return `# bash completion. ${NOTICE}\n${programsOf(tables).map(body).join('\n')}`
}

/** Brackets and colons mean something to _arguments. */
const zshText = (text) => text.replaceAll('\\', '\\\\').replaceAll(/[[\]:]/g, (sign) => `\\${sign}`)

export function zsh(tables) {
  const spec = (option) => {
    const { value, doc, many } = option
    const words = valuesOf(option, tables.targets)
    const action = words.length > 0 ? `(${words.join(' ')})` : isFile(option) ? '_files' : ' '
    const behind = value === undefined ? '' : `:${value}:${action}`
    const names = namesOf(option)
    const star = many === true ? '*' : names.length > 1 ? `(${names.join(' ')})` : ''
    return names.map((name) =>
      quoted(`${star}${name}${value === undefined ? '' : name.startsWith('--') ? '=' : '+'}[${zshText(doc)}]${behind}`),
    )
  }
  const argumentsOf = (command) => [
    ...optionsOf(command, tables).flatMap(spec),
    quoted(command.name === 'explain' ? '*:CODE: ' : '*:file:_files'),
  ]
  const lines = (command, indent) =>
    `_arguments -s -S \\\n${argumentsOf(command)
      .map((one) => `${indent}${one}`)
      .join(' \\\n')}`
  const single = tables.COMMANDS.find(({ name }) => name === 'conf2json')
  return `#compdef keepalived-conf conf2json
# ${NOTICE}

if [[ $service == conf2json ]]; then
  ${lines(single, '    ')}
  return
fi

local curcontext=$curcontext state line
_arguments -C \\
  '(-t --config-test)'{-t,--config-test}'[Check as keepalived -t]' \\
  '1:command:((${tables.COMMANDS.map(({ name, doc }) => `${name}\\:"${doc.replaceAll("'", '').replaceAll('"', '').replaceAll(':', '')}"`).join(' ')}))' \\
  '*::argument:->argument' && return

case $line[1] in
${tables.COMMANDS.map((command) => `  ${command.name})\n    ${lines(command, '      ')}\n    ;;`).join('\n')}
esac
`
}

export function fish(tables) {
  const lines = ({ program, commands }) => {
    const single = commands.length === 1
    const none = single ? '' : ` -n ${quoted(`not __fish_seen_subcommand_from ${commands.map(({ name }) => name).join(' ')}`)}`
    const heads = single
      ? []
      : [
          ...commands.map(({ name, doc }) => `complete -c ${program}${none} -f -a ${name} -d ${quoted(doc)}`),
          `complete -c ${program}${none} -s t -d 'Check as keepalived -t'`,
        ]
    const options = commands.flatMap((command) =>
      command.options.map((option) => {
        const { short, long, value, doc } = option
        const words = valuesOf(option, tables.targets)
        const behind =
          value === undefined ? '' : words.length > 0 ? ` -x -a ${quoted(words.join(' '))}` : isFile(option) ? ' -r -F' : ' -x'
        const where = single ? '' : ` -n ${quoted(`__fish_seen_subcommand_from ${command.name}`)}`
        return `complete -c ${program}${where}${short === undefined ? '' : ` -s ${short}`} -l ${long}${behind} -d ${quoted(doc)}`
      }),
    )
    const common = [tables.HELP, tables.VERSION].map(
      ({ short, long, doc }) => `complete -c ${program} -s ${short} -l ${long} -d ${quoted(doc)}`,
    )
    return [...heads, ...options, ...common].join('\n')
  }
  return `# ${NOTICE}\n${programsOf(tables).map(lines).join('\n')}\n`
}
