/**
 * Read, check and convert keepalived / LVS configuration.
 *
 * Text becomes tokens, a lossless tree, a typed model, JSON; each stage is a pure function. No file is opened and no machine is asked: files come
 * through a {@link Loader}.
 *
 * @packageDocumentation
 */
export type { Bound } from './bind/bind.ts'
export type { MutableBlock, UnknownStatement } from './bind/model.ts'
export type { Origins } from './bind/origins.ts'
export type { Config, ParseOptions } from './config.ts'
export { parse } from './config.ts'
export type { Document } from './cst/document.ts'
export { print } from './cst/document.ts'
export type { BraceProblem, BraceProblems } from './cst/problems.ts'
export { problemAt } from './cst/problems.ts'
export type { RootKeywords } from './cst/recover.ts'
export type { Statements } from './cst/statements.ts'
export type { Statement } from './cst/view.ts'
export { commentOf, statementAt, statements } from './cst/view.ts'
export type { Diagnostic, Effect, FileEdit, Fix, Related, Severity } from './diagnostics/diagnostic.ts'
export type { CodeRow, Data, ExitClass, Finding, Span, SpanEdit } from './diagnostics/finding.ts'
export type { Result } from './diagnostics/result.ts'
export type { Change, ChangePlace, DiffOptions, ReloadNote } from './diff/change.ts'
export { diff } from './diff/diff.ts'
export type { ReloadEffect } from './diff/reload-facts.ts'
export type { DiffInput } from './diff/side.ts'
export type { VipMap } from './diff/vip-map.ts'
export { readVipMap } from './diff/vip-map.ts'
export { applyEdits, applyToFiles } from './edit/apply.ts'
export type { FormatOptions } from './edit/format.ts'
export { format } from './edit/format.ts'
export type { Location } from './edit/locate.ts'
export { locate } from './edit/locate.ts'
export type { Edits } from './edit/operations.ts'
export { insert, move, remove, set } from './edit/operations.ts'
export type { Path, Step } from './edit/path.ts'
export type { EditCode } from './edit/problems.ts'
export { reconcile } from './edit/reconcile.ts'
export { rename } from './edit/rename.ts'
export type { Expanded } from './expand/expand.ts'
export { expand } from './expand/expand.ts'
export type { Loaded, Loader, LoadLimits } from './expand/load.ts'
export type { ExpandLimits, ExpandOptions } from './expand/options.ts'
export type { ExpansionOrigin } from './expand/origin-map.ts'
export type { Sources } from './expand/sources.ts'
export { single } from './expand/sources.ts'
export type { Wanted } from './expand/state.ts'
export type { DecodedFacts, FactsProblem } from './facts/decode.ts'
export { decodeFacts } from './facts/decode.ts'
export type { Facts, FileFact, GroupFact, InterfaceFact, RoutingFact, UserFact } from './facts/facts.ts'
export type { PathsNamed } from './facts/paths-named.ts'
export { pathsNamed } from './facts/paths-named.ts'
export type { Conf2jsonOptions } from './json/conf2json.ts'
export { conf2json, conf2jsonText } from './json/conf2json.ts'
export type { FromJsonOptions } from './json/from-json.ts'
export { fromJSON } from './json/from-json.ts'
export type { Text } from './json/stringify.ts'
export { stringify } from './json/stringify.ts'
export type { ToJsonOptions } from './json/to-json.ts'
export { FORMAT_VERSION, toJSON } from './json/to-json.ts'
export type { JsonObject, JsonValue } from './json/value.ts'
export type { TokenKind } from './lex/kinds.ts'
export { KIND_NAMES } from './lex/kinds.ts'
export type { LexicalProfile } from './lex/profile.ts'
export type { Token, Tokens } from './lex/tokens.ts'
export { tokenAt, tokenIndexAt } from './lex/tokens.ts'
export type { LoadOptions } from './load.ts'
export { load } from './load.ts'
export type * from './model/types.ts'
export type { Reloaded, ReloadOptions } from './reload/reload.ts'
export { reload } from './reload/reload.ts'
export { effective, resolve } from './resolve.ts'
export type { Context, Field, Fields, Schema } from './schema/compile.ts'
export type { Dialect } from './schema/dialects.ts'
export { dialectOf } from './schema/dialects.ts'
export type {
  Arg,
  ArgType,
  Availability,
  Default,
  Form,
  Lineage,
  Missing,
  NumberReader,
  Placement,
  Repeat,
  Row,
} from './schema/row.ts'
export type { Decoded } from './text/decode.ts'
export { decode, encode } from './text/decode.ts'
export type { Position, Range } from './text/position.ts'
export { CATALOG, explain } from './validate/catalog.ts'
export type { ConfigTest } from './validate/config-test.ts'
export type { ValidateOptions } from './validate/facade.ts'
export { validate, validateAll } from './validate/facade.ts'
export type { Rule, Subject } from './validate/rule.ts'
export { RULES } from './validate/rules/index.ts'
export type { Checked } from './validate/validate.ts'
export type { WriteOptions } from './write/write.ts'
export { write } from './write/write.ts'
