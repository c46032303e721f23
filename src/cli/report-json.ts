import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** The object of `--format json`. Its keys are a contract; lines and columns count from 1, offsets from 0, in UTF-16 units. */
export function reportJson(target: string, diagnostics: readonly Diagnostic[], omitted: number): string {
  const report = {
    formatVersion: 1,
    target,
    // What `keepalived -t` would exit with. Not predicted yet, and the LVS lineage has no such check: null.
    configTest: { exitStatus: null },
    diagnostics: diagnostics.map(({ code, severity, message, effect, consequence, reported, file, range, path, ...rest }) => ({
      ...{ code, severity, message, effect, consequence, reported, file, range, path },
      ...(rest.help === undefined ? {} : { help: rest.help }),
      related: rest.related,
      fixes: rest.fixes,
    })),
    ...(omitted === 0 ? {} : { omitted }),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
