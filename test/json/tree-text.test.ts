import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { toJSON } from '../../src/json/to-json.ts'
import { treeText } from '../../src/json/tree-text.ts'
import { dialectOf } from '../../src/schema/dialects.ts'
import { allSharedFiles } from '../support/files.ts'
import { mutate, pieces, randomText } from '../support/random.ts'

const LAYOUT = { unit: '    ', eol: '\n' }
const profileOf = (target: string) => (dialectOf(target) as NonNullable<ReturnType<typeof dialectOf>>).profile

/** A tree without what depends on the layout: a word may need quotes where something stood in front of it. */
const bare = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'line' || key === 'written' ? undefined : value)))

function broken(text: string, target: string): string {
  const config = parse(text, { target })
  // Where a missing brace belongs is guessed from the indentation, which is made anew.
  if (config.document.problems.count > 0) return ''
  const tree = toJSON(config, { form: 'tree' }) as readonly unknown[]
  const made = treeText(tree, profileOf(target), LAYOUT)
  if (!made.ok) return /[\0\uFEFF]/.test(text) ? '' : `${made.faults[0]?.path} ${made.faults[0]?.message}`
  const back = parse(made.text, { target })
  const [a, b] = [bare(tree), bare(toJSON(back, { form: 'tree' }))].map((one) => JSON.stringify(one, null, 1).split('\n'))
  const at = (a as string[]).findIndex((line, i) => line !== b?.[i])
  if (at >= 0)
    return `${made.text.slice(0, 1500)}\n${a?.slice(at - 5, at + 5).join('\n')}\n---\n${b?.slice(at - 5, at + 5).join('\n')}`
  const again = treeText(toJSON(back, { form: 'tree' }) as readonly unknown[], profileOf(target), LAYOUT)
  return again.ok && again.text === made.text ? '' : 'another text the second time'
}

describe('text made of a tree has the same tree', () => {
  it('for every file of the shared material', () => {
    for (const [i, { path, text }] of allSharedFiles().entries()) {
      const target = ['lvs-1.2.2', 'keepalived-2.4.3'][i % 2] as string
      expect(broken(text, target), `${path} for ${target}`).toBe('')
    }
  })

  it('for random and mutated texts', () => {
    const files = allSharedFiles().filter(({ text }) => text.length < 4000)
    for (let seed = 1; seed <= (process.env.KEEPALIVED_CONF_LONG === '1' ? 10_000 : 400); seed++) {
      const base = files[seed % Math.max(1, files.length)]
      const text = seed % 2 === 0 || base === undefined ? randomText(seed, pieces) : mutate(base.text, seed)
      const target = ['lvs-1.2.2', 'keepalived-2.4.3'][seed % 2] as string
      expect(broken(text, target), `${seed} ${JSON.stringify(text.slice(0, 500))} for ${target}`).toBe('')
    }
  })
})
