import { parseArgs } from 'node:util'

/**
 * @typedef {object} Options
 * @property {'quick' | 'default' | 'full'} size how large the inputs become: 1 MB, 10 MB, 100 MB
 * @property {boolean} markdown print the table as Markdown
 * @property {boolean} assert exit with 1 when a "must" is missed
 * @property {string} programs folder of cli.cjs and conf2json.cjs
 * @property {readonly string[]} only groups of rows; all when empty
 */

export const GROUPS = ['parsing', 'expansion', 'stress', 'memory', 'programs', 'conversion']

export const HELP = `usage: npm run bench -- [--quick | --full] [--only GROUP[,GROUP]] [--markdown] [--assert] [--programs FOLDER]

--quick      inputs up to 1 MB (under a minute)
--full       inputs up to 100 MB, 200,000 virtual servers (some ten minutes)
--only       groups of rows: ${GROUPS.join(', ')}
--markdown   print the table as Markdown
--assert     exit with 1 when a "must" is missed
--programs   folder of cli.cjs and conf2json.cjs (dist)
`

/**
 * @param {readonly string[]} argv
 * @param {string} root of the project
 * @returns {Options | undefined} undefined when help is asked for
 */
export function readOptions(argv, root) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean' },
      full: { type: 'boolean' },
      only: { type: 'string' },
      markdown: { type: 'boolean' },
      assert: { type: 'boolean' },
      programs: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return undefined
  const only = values.only === undefined ? [] : values.only.split(',')
  const wrong = only.find((group) => !GROUPS.includes(group))
  if (wrong !== undefined) throw new Error(`there is no group of rows '${wrong}'; there are ${GROUPS.join(', ')}`)
  return {
    size: values.full ? 'full' : values.quick ? 'quick' : 'default',
    markdown: values.markdown === true,
    assert: values.assert === true,
    programs: values.programs ?? `${root}dist`,
    only,
  }
}
