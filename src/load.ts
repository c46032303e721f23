import { assemble, type Config, expandOptions, type ParseOptions } from './config.ts'
import { parseDocument } from './cst/document.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import type { Result } from './diagnostics/result.ts'
import { unreadable } from './expand/codes.ts'
import { follow, LOAD_LIMITS, type Loader, type LoadLimits } from './expand/load.ts'
import { chooseDialect } from './schema/choose.ts'
import { type Dialect, keepalived, LATEST_KEEPALIVED } from './schema/dialects.ts'
import { schemaOf } from './schema/registry.ts'

export interface LoadOptions extends Omit<ParseOptions, 'file'> {
  readonly limits?: Partial<LoadLimits>
  /** What a file is read as when `target` is `auto` and no word of it decides. */
  readonly fallback?: Dialect
}

/**
 * Reads a main file and everything it includes. Not `ok` only when the main file cannot be read; included files that cannot are findings.
 *
 * @example
 * const files = { 'lvs.conf': 'include vip/*.conf\n', 'vip/a.conf': 'virtual_server 10.0.0.1 80 {\n}\n' }
 * const loader = {
 *   read: (path) => path in files ? { ok: true, text: files[path] } : { ok: false, why: 'there is no such file' },
 *   list: (directory) => directory === 'vip' ? ['a.conf'] : undefined,
 * }
 * const loaded = await load('lvs.conf', loader)
 */
export async function load(entry: string, loader: Loader, options: LoadOptions = {}): Promise<Result<Config>> {
  const main = await loader.read(entry)
  if (!main.ok) return { ok: false, diagnostics: [notLoaded(entry, main.why)] }
  const choice = chooseDialect(options.target ?? 'auto', main.text, options.fallback ?? keepalived(LATEST_KEEPALIVED))
  const { rootOnly } = schemaOf(choice.dialect)
  const document = parseDocument(main.text, entry, choice.dialect.profile, rootOnly)
  const limits = { ...LOAD_LIMITS, ...options.limits }
  const { sources, ...known } = await follow(document, loader, rootOnly, limits, expandOptions(choice.dialect, options))
  return { ok: true, value: assemble(choice, sources, options, known), diagnostics: [] }
}

const START = { line: 1, column: 1, offset: 0 }

const notLoaded = (file: string, why: string): Diagnostic => ({
  code: unreadable.code,
  severity: unreadable.severity,
  message: unreadable.message(file, why),
  effect: unreadable.effect,
  consequence: unreadable.consequence(),
  reported: unreadable.reported,
  file,
  range: { start: START, end: START },
  path: '',
  related: [],
  fixes: [],
})
