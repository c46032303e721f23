/**
 * Read, check and convert keepalived / LVS configuration.
 *
 * Text becomes tokens, a lossless tree, a typed model, JSON; each stage is a pure function. No file is opened and no machine is asked: files come
 * through a {@link Loader}.
 *
 * @packageDocumentation
 */
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
export type { Result } from './diagnostics/result.ts'
export type { Loaded, Loader, LoadLimits } from './expand/load.ts'
export type { Sources } from './expand/sources.ts'
export type { TokenKind } from './lex/kinds.ts'
export type { LexicalProfile } from './lex/profile.ts'
export type { Token, Tokens } from './lex/tokens.ts'
export { tokenAt, tokenIndexAt } from './lex/tokens.ts'
export type { LoadOptions } from './load.ts'
export { load } from './load.ts'
export type { Dialect } from './schema/dialects.ts'
export { dialectOf } from './schema/dialects.ts'
export type { Decoded } from './text/decode.ts'
export { decode, encode } from './text/decode.ts'
export type { Position, Range } from './text/position.ts'
export type { ValidateOptions } from './validate/facade.ts'
export { validate, validateAll } from './validate/facade.ts'
