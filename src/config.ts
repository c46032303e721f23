import { type Bound, bind } from './bind/bind.ts'
import { type Document, parseDocument } from './cst/document.ts'
import { type Sources, single } from './expand/sources.ts'
import type { Model } from './model/types.ts'
import { type Choice, chooseDialect } from './schema/choose.ts'
import type { Dialect } from './schema/dialects.ts'
import { schemaOf } from './schema/registry.ts'

/** How a text is read. */
export interface ParseOptions {
  /** How messages name the file. */
  readonly file?: string
  /** `lvs-1.2.2`, `keepalived-2.4.3`, `2.2.7` … or `auto` (the default), which looks at the keywords. */
  readonly target?: string
  /** The id that `@id` lines are compared with (`keepalived -i`). */
  readonly configId?: string
}

/** A configuration that has been read: its files, its tree, its typed model. */
export interface Config {
  readonly dialect: Dialect
  /** Why this dialect, when it was not named. */
  readonly chosen: string
  /** The tree of the main file. */
  readonly document: Document
  readonly sources: Sources
  /** The id that `@id` lines were compared with. */
  readonly configId: string | undefined
  /** Typed settings, by keepalived's own words. */
  readonly model: Model
  readonly bound: Bound
}

/** Text → configuration. Cannot fail: whatever the text, there are a tree, a model and, through `validate`, findings. */
export function parse(text: string, options: ParseOptions = {}): Config {
  const choice = chooseDialect(options.target ?? 'auto', text)
  const { dialect } = choice
  const document = parseDocument(text, options.file ?? '', dialect.profile, schemaOf(dialect).rootOnly)
  return assemble(choice, single(document), options)
}

/** The model of files that are already parsed. Binding waits until the model is asked for. */
export function assemble({ dialect, reason }: Choice, sources: Sources, { configId }: ParseOptions): Config {
  let bound: Bound | undefined
  const bindOnce = (): Bound => {
    bound ??= bind(sources, schemaOf(dialect), dialect, { configId })
    return bound
  }
  return {
    dialect,
    chosen: reason,
    document: sources.documents[0] as Document,
    sources,
    configId,
    get model() {
      // The interfaces are generated from the rows that the binding follows; a test proves that they agree.
      return bindOnce().model as Model
    },
    get bound() {
      return bindOnce()
    },
  }
}
