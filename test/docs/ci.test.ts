// The recipes of docs/ci.md and docs/install.md: their YAML is YAML, their commands are commands of the option table, and the hook finds files.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parseArguments } from '../../src/cli/arguments.ts'
import { COMMANDS } from '../../src/cli/options/index.ts'

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const blocks = (page: string, language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block as string)

interface Hook {
  readonly entry: string
  readonly files: string
  readonly language: string
}
const [hook] = parseYaml(read('.pre-commit-hooks.yaml')) as readonly [Hook]

const problemOf = (words: readonly string[]): string | undefined => {
  const parsed = parseArguments(words, COMMANDS)
  return parsed.ok ? undefined : parsed.problem
}

describe.each(['docs/ci.md', 'docs/install.md'])('%s', (name) => {
  const page = read(name)
  const commands = [...page.matchAll(/keepalived-conf ((?:check|diff|-tf?) [^\n|'`]+)/g)].map(([, words]) => words as string)

  it.each(commands)('keepalived-conf %s', (command) => {
    expect(problemOf(command.trim().split(/\s+/))).toBeUndefined()
  })

  it('has commands', () => expect(commands.length).toBeGreaterThan(1))
})

it('the recipes are YAML', () => {
  const recipes = blocks(read('docs/ci.md'), 'yaml')
  expect(recipes.length).toBeGreaterThan(4)
  for (const recipe of recipes) expect(typeof parseYaml(recipe)).toBe('object')
})

it('the recipe of pre-commit names the hook, with arguments that its command has', () => {
  const [recipe] = blocks(read('docs/ci.md'), 'yaml').map((text) => parseYaml(text))
  const [{ id, args }] = recipe.repos[0].hooks
  expect((parseYaml(read('.pre-commit-hooks.yaml')) as readonly { id: string }[]).map((one) => one.id)).toContain(id)
  const [program, ...words] = hook.entry.split(' ')
  expect(program).toBe('keepalived-conf')
  expect(problemOf([...words, ...args, 'keepalived.conf'])).toBeUndefined()
})

it('the hook looks at configurations and runs what is installed', () => {
  const files = new RegExp(hook.files)
  expect(['keepalived.conf', 'a/lvs.conf', 'keepalived-eu.conf'].every((name) => files.test(name))).toBe(true)
  expect(['nginx.conf', 'keepalived.conf.j2', 'lvs/vip/a.conf'].some((name) => files.test(name))).toBe(false)
  expect(hook.language).toBe('system')
  expect(COMMANDS.map(({ name }) => name)).toContain('check')
})
