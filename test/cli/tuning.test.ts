import { expect, test } from 'vitest'
import { tuner } from '../../src/cli/tuning.ts'

const flagsOf = (engine: string, ...sizes: readonly number[]): readonly string[] => {
  const flags: string[] = []
  const tune = tuner((flag) => flags.push(flag), engine)
  for (const size of sizes) tune(size)
  return flags
}

test('files of a middle size change the settings, once', () => {
  expect(flagsOf('11.3.244.8-node.30', 900, 47_999, 1e8)).toEqual([])
  const flags = flagsOf('11.3.244.8-node.30', 900, 1e8, 48_000, 1e6)
  expect(flags).toEqual(['--no-turbo-inlining', '--semi-space-growth-factor=1'])
})

test('engines that nobody has measured are left alone', () => {
  for (const engine of ['12.4.254.21-node.33', '13.6.233.17-node.40', '1.11.3', '']) expect(flagsOf(engine, 1e6)).toEqual([])
})
