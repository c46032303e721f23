import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { ConfigTest } from '../validate/config-test.ts'

/** The object of `--format json`. Its keys are a contract; lines and columns count from 1, offsets from 0, in UTF-16 units. */
export function reportJson(target: string, configTest: ConfigTest, diagnostics: readonly Diagnostic[], omitted: number): string {
  const report = {
    formatVersion: 1,
    target,
    configTest,
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
