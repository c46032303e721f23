/**
 * io-ts codecs made from the keyword table.
 *
 * @packageDocumentation
 */
export { modelCodec, type ScalarOf, scalarCodec } from './model/codec.ts'
export type { Model } from './model/types.ts'
export type { Arg, ArgType, NumberReader } from './schema/row.ts'
