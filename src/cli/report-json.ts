import type { Outcome, Report } from './report.ts'

/** The object of `--format json`. Its keys are a contract; lines and columns count from 1, offsets from 0, in UTF-16 units. */
export function reportJson({ outcomes, shown, omitted }: Report): string {
  const { dialect, configTest } = outcomes[0] as Outcome
  const report = {
    formatVersion: 1,
    target: dialect.id,
    configTest,
    diagnostics: shown.map(({ code, severity, message, effect, consequence, reported, file, range, path, ...rest }) => ({
      ...{ code, severity, message, effect, consequence, reported, file, range, path },
      ...(rest.help === undefined ? {} : { help: rest.help }),
      related: rest.related,
      fixes: rest.fixes,
    })),
    ...(omitted === 0 ? {} : { omitted }),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
