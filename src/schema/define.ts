import type { Arg, Availability, Form, Lineage, Missing, Row, RowSpec } from './row.ts'

/** Makes the row builders of one lineage; what a builder fills in can be overridden in the spec. */
export function rowsOf(lineage: Lineage, missing: Missing) {
  const make =
    (form: Form, fallback: Partial<Row>) =>
    (keyword: string, spec: RowSpec): Row => ({
      keyword,
      lineage,
      form,
      args: [],
      repeat: 'last-wins',
      missing: needsWord(spec.args ?? []) ? missing : 'none',
      extra: 'ignored',
      default: null,
      bad: '',
      ...fallback,
      ...spec,
    })
  return {
    block: make('block', { repeat: 'accumulate' }),
    lines: make('lines', { repeat: 'accumulate' }),
    line: make('line', { repeat: 'accumulate', missing: 'none' }),
    value: make('value', {}),
    flag: make('flag', { default: false, bad: 'words behind it are ignored' }),
  }
}

const needsWord = (args: readonly Arg[]): boolean => args[0] !== undefined && args[0].optional !== true

/** `{ since }` for several places at once: `at('1.1.2', 'a/b', 'a/c')`. */
export function at(since: string | null, ...paths: readonly string[]): Record<string, Availability> {
  return Object.fromEntries(paths.map((path) => [path, { since }]))
}
