import { type Bound, bind } from './bind/bind.ts'
import { type Document, parseDocument } from './cst/document.ts'
import type { Span } from './diagnostics/finding.ts'
import { type Expanded, expand, needsExpansion } from './expand/expand.ts'
import type { Followed } from './expand/load.ts'
import type { ExpandLimits, ExpandOptions } from './expand/options.ts'
import { isSimple } from './expand/simple.ts'
import { type Sources, single } from './expand/sources.ts'
import type { Model } from './model/types.ts'
import { type Choice, chooseDialect } from './schema/choose.ts'
import type { Schema } from './schema/compile.ts'
import type { Dialect } from './schema/dialects.ts'
import { schemaOf } from './schema/registry.ts'
import { lazy } from './text/lazy.ts'

/** How a text is read. */
export interface ParseOptions {
  /** How messages name the file. */
  readonly file?: string
  /** `lvs-1.2.2`, `keepalived-2.4.3`, `2.2.7` … or `auto` (the default), which looks at the keywords. */
  readonly target?: string
  /** The id that `@id` lines are compared with (`keepalived -i`). */
  readonly configId?: string
  /** The environment of the daemon, for `${_ENV NAME}`. Without it such words are left as written. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** The absolute directory that file names are relative to, for `${_PWD}`. */
  readonly directory?: string
  /** Every include must find all its files, as `keepalived -e` wants it. */
  readonly allConfig?: boolean
  /** Where the expansion of definitions and sequences stops. */
  readonly expansion?: Partial<ExpandLimits>
}

/** A configuration that has been read: its files, its tree, its typed model. */
export interface Config {
  readonly dialect: Dialect
  /** Why this dialect, when it was not named. */
  readonly chosen: string
  /** The tree of the main file. */
  readonly document: Document
  /** The files as they are written. */
  readonly sources: Sources
  /** The effective configuration with its map back to the files; undefined where there is nothing to expand and the files are what they say. */
  readonly expanded: Expanded | undefined
  /** The id that `@id` lines were compared with. */
  readonly configId: string | undefined
  /** How it was read, for whoever reads a changed text in the same way. */
  readonly options: ParseOptions
  /** Typed settings, by keepalived's own words. */
  readonly model: Model
  readonly bound: Bound
  /** The effective configuration that `bound` was made from; undefined where it was made from the files themselves. */
  readonly boundTo: Expanded | undefined
}

/** Text → configuration. Cannot fail: whatever the text, there are a tree, a model and, through `validate`, findings. */
export function parse(text: string, options: ParseOptions = {}): Config {
  const choice = chooseDialect(options.target ?? 'auto', text)
  const { dialect } = choice
  const document = parseDocument(text, options.file ?? '', dialect.profile, schemaOf(dialect).rootOnly)
  return assemble(choice, single(document), options)
}

/** What the expansion is told of the options of a reading. */
export const expandOptions = ({ number }: Dialect, options: ParseOptions): ExpandOptions => ({
  configId: options.configId,
  env: options.environment,
  directory: options.directory,
  version: number,
  limits: options.expansion,
  allConfig: options.allConfig,
})

/** The model of files that are already parsed. Expanding and binding wait until they are asked for; `known` is an expansion that was needed before. */
export function assemble(
  { dialect, reason }: Choice,
  sources: Sources,
  options: ParseOptions = {},
  known?: Pick<Followed, 'expanded' | 'simple'>,
): Config {
  const { configId } = options
  const schema = schemaOf(dialect)
  const expanded = lazy(
    () =>
      known?.expanded ??
      (needsExpansion(sources) ? expand(sources, expandOptions(dialect, options), schema.rootOnly) : undefined),
  )
  // What has only simple definitions is bound as it stands; should there be anything to say, the exact way is taken for its places.
  const quick = lazy(() => {
    if (!(known?.simple ?? (needsExpansion(sources) && isSimple(sources, configId)))) return undefined
    const found = bind(sources, schema, dialect, { configId })
    // A password behind a definition must be hidden there too, which the exact way does.
    const { text } = sources.documents[0] as Document
    const isHidden = found.secrets.every(({ start, end }) => !text.slice(start, end).includes('$'))
    return found.findings.length === 0 && isHidden ? found : undefined
  })
  const bound = lazy(() => quick() ?? bindExpanded(sources, expanded(), schema, dialect, configId))
  return {
    dialect,
    chosen: reason,
    document: sources.documents[0] as Document,
    sources,
    configId,
    options,
    get expanded() {
      return expanded()
    },
    get model() {
      // The interfaces are generated from the rows that the binding follows; a test proves that they agree.
      return bound().model as Model
    },
    get bound() {
      return bound()
    },
    get boundTo() {
      return quick() === undefined ? expanded() : undefined
    },
  }
}

/** Words that must not be shown are hidden where they are used and where they are defined. */
function bindExpanded(
  sources: Sources,
  expanded: Expanded | undefined,
  schema: Schema,
  dialect: Dialect,
  configId: string | undefined,
): Bound {
  if (expanded === undefined) return bind(sources, schema, dialect, { configId })
  const bound = bind(expanded.sources, schema, dialect, { configId, uncertain: expanded.uncertain })
  const secrets: Span[] = []
  for (const span of bound.secrets) {
    const { use, definition } = expanded.originOf(span)
    secrets.push(use)
    if (definition !== undefined) secrets.push(definition)
  }
  return { ...bound, secrets: [...bound.secrets, ...secrets] }
}
