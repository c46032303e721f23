import type { Config, ParseOptions } from '../config.ts'
import { load } from '../load.ts'
import { validateAll } from '../validate/facade.ts'
import { type Arguments, optionOf } from './arguments.ts'
import { entryOf, nodeLoader } from './files.ts'
import { complain, STDERR, write } from './output.ts'
import { concise } from './pretty.ts'
import { progress } from './progress.ts'
import { sourcesOf, withoutSecrets } from './sources.ts'

/** The configuration of one main file; undefined, with a line on standard error, when it cannot be read. */
export async function readConfig(
  program: string,
  file: string,
  args: Arguments,
  target = optionOf(args, 'for'),
): Promise<Config | undefined> {
  const line = progress()
  const loaded = await load(entryOf(file), nodeLoader(line), { target, ...configIdOf(args) })
  line.done()
  if (loaded.ok) return loaded.value
  complain(program, loaded.diagnostics[0]?.message ?? `${file} cannot be read`)
  return undefined
}

/** The option `--config-id`, for the library, and the working directory. */
export const configIdOf = ({ given }: Arguments): Pick<ParseOptions, 'configId' | 'directory' | 'allConfig'> => {
  const configId = given.get('config-id')
  return {
    ...(configId === undefined ? {} : { configId }),
    ...(given.has('all-config') ? { allConfig: true } : {}),
    ...workingDirectory(),
  }
}

/** A directory that has been removed under the program has no name. */
function workingDirectory(): Pick<ParseOptions, 'directory'> {
  try {
    return { directory: process.cwd() }
  } catch {
    return {}
  }
}

const MOST_COMPLAINTS = 100

/** Writes the findings of severity error to standard error, one a line, and says whether there are any: JSON alone does not show them. */
export function complainOfErrors(config: Config): boolean {
  const { diagnostics } = validateAll(config, { severity: 'error' })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const hidden = errors.length - MOST_COMPLAINTS
  const sourceOf = sourcesOf(config)
  const shown = errors.slice(0, MOST_COMPLAINTS).map((one) => withoutSecrets(one, sourceOf(one.file)))
  const text = shown.map(concise).join('')
  write(STDERR, hidden > 0 ? `${text}${hidden} more findings of severity error; \`keepalived-conf check\` shows them\n` : text)
  return errors.length > 0
}
