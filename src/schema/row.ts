/**
 * The shape of a keyword row. A keyword is a row, a dialect is data: every stage above the tree
 * (binding, types, codecs, JSON, range checks, documentation) reads these rows and nothing else.
 *
 * One vocabulary for both reference files: what `keywords-lvs.json` calls `bool`, `list` and `script` is a `value` whose
 * argument has that type; what `keywords-vrrp.json` calls `flag-or-value` is a `value` with an optional argument; `words`
 * is `lines` whose entry is variadic.
 */
import type { NumberReader } from './numbers.ts'

export type { NumberReader } from './numbers.ts'

/** The three families of readers. Versions order keywords inside a family, never across. */
export type Lineage = 'keepalived' | 'lvs' | 'dpvs'

/**
 * - `block`: keyword, header arguments, `{`, keywords, `}`
 * - `lines`: keyword, header arguments, `{`, entries, `}`; each entry is described by a `line` row below it
 * - `line`: one entry of a `lines` block; keyword `(entry)`, or its leading word (`fwmark 5`)
 * - `value`: keyword and its arguments
 * - `flag`: keyword alone; it cannot be switched off by a word behind it
 */
export type Form = 'block' | 'lines' | 'line' | 'value' | 'flag'

/** The keyword of a `line` row that has no leading word of its own. */
export const ENTRY = '(entry)'

/**
 * What an argument is, by the name of its codec in `scalars.ts`. `ref` names something defined elsewhere (`Arg.to` says what).
 */
export type ArgType =
  | 'int'
  | 'decimal'
  | 'bool'
  | 'enum'
  | 'flag'
  | 'string'
  | 'command'
  | 'path'
  | 'user'
  | 'group'
  | 'email'
  | 'interface'
  | 'ip'
  | 'ipv4'
  | 'ipv6'
  | 'ip-cidr'
  | 'ipv4-cidr'
  | 'ip-range'
  | 'netmask'
  | 'port'
  | 'hex'
  | 'int-range'
  | 'regex'
  | 'dns-name'
  | 'host'
  | 'mac'
  | 'umask'
  | 'ref'
  /** no value of its own: holds `Arg.options` */
  | 'options'

export interface Arg {
  /** Key in the model. */
  readonly name: string
  readonly type: ArgType
  /** Smallest and largest legal number, both included. */
  readonly min?: number
  readonly max?: number
  /** `s`, `ms`, `bytes` ... of the number as written. */
  readonly unit?: string
  /** Decimal places that are kept. */
  readonly scale?: number
  readonly number?: NumberReader
  /** Legal words of an `enum`; with `min` and `max` a number in that range is legal too. */
  readonly enum?: readonly string[]
  readonly caseInsensitive?: true
  /** The enumeration is what works, but the target does not check it. */
  readonly unchecked?: true
  /** A bad word is written to the log only; the configuration test does not see it. */
  readonly badLogged?: true
  /** Names something that may be there or not: the target does not look for it while it reads. */
  readonly unresolved?: true
  /** Longest text the target keeps, in bytes. */
  readonly maxLength?: number
  /** What a `string` looks like, as a regular expression of the whole word, and how messages say so. */
  readonly pattern?: string
  readonly says?: string
  /** For an address: the word is the address and nothing else. Without it a `-` or `/` and what follows are cut off silently. */
  readonly exact?: true
  /** For a range: its end lies behind its start, and an address with a mask is that of the network. */
  readonly ascending?: true
  /** For an address: of a multicast group, for IPv6 perhaps of one scope only. */
  readonly multicast?: 'any' | 'link-local'
  /** Exact length, for `hex`. */
  readonly length?: number
  /** Reported as out of date where it stands without its literal, with what to write. */
  readonly bareOutOfDate?: string
  /** May be left out. */
  readonly optional?: true
  /** What the line without the word does, where that is not what the row says. */
  readonly missing?: Missing
  /** Takes all words that are left; the model holds a list. */
  readonly variadic?: true
  /** Words that introduce the argument: `dev eth0`, `brd|broadcast 10.0.0.255` → `['brd', 'broadcast']`. Order among such arguments is free. */
  readonly literal?: readonly string[]
  /** The literal may be left out: `to 10.0.0.0/8` and `10.0.0.0/8`. */
  readonly bare?: true
  /** An option that may be given several times (`nexthop …`); the model holds a list. */
  readonly repeatable?: true
  /** An option that may be given again, and then the last one counts; without it a second one is a surplus word. */
  readonly again?: true
  /** An optional argument that is told by its looks: it may stand behind those that follow it here. */
  readonly free?: true
  /** Must be the first word, before any option. */
  readonly first?: true
  /** A word that takes the next one with it, unread (`inet` in a route). */
  readonly swallows?: true
  /** The literal is one directly behind the value of this argument only. */
  readonly after?: string
  /** Literals that are reported as out of date, with what to write instead. */
  readonly outOfDate?: Readonly<Record<string, string>>
  /** Reported as not supported; the rest of the line counts. */
  readonly unsupported?: true
  /** The last part of the line: behind it only the same again. */
  readonly ends?: true
  /** Nobody looks at what stands behind it. */
  readonly last?: true
  /** Arguments nested behind the literal, up to the next literal of the enclosing list: `nexthop via 10.0.0.1 weight 2`. */
  readonly options?: readonly Arg[]
  /** What the target uses when the argument is left out. */
  readonly default?: string | number | boolean
  /** For `ref`: the keyword that defines the name. */
  readonly to?: string
  /** For `hex`: characters that stand for any digit. */
  readonly wildcard?: string
  /** First version that knows the argument, when later than the keyword. */
  readonly since?: string
  /** Last version that knows the argument, when earlier than the keyword's. */
  readonly until?: string
  /** How it was read up to a version, that one included. */
  readonly older?: { readonly until: string } & Partial<Omit<Arg, 'name' | 'older'>>
  readonly feature?: string
  /** Never shown in messages; masked by `redact`. */
  readonly secret?: true
  readonly notes?: string
}

/** What a second use in the same block does. */
export type Repeat =
  | 'last-wins'
  | 'first-wins'
  | 'accumulate'
  /** the second one is reported and ignored */
  | 'warn-and-ignore'
  /** the second one is reported and the block is lost */
  | 'error'
  /** 1.2.2: the new text is written over the old one without ending it: wlc then rr gives rrc */
  | 'overlay'
  | 'largest-wins'

/** What the keyword without its argument does. */
export type Missing =
  /** the run ends at once, exit status 2 */
  | 'fatal'
  /** reported, line ignored */
  | 'error'
  /** reported when the block closes */
  | 'error-at-end'
  /** written to the log only, `-t` does not see it */
  | 'logged'
  /** nothing wrong: there is no argument or it is optional */
  | 'none'
  /** reads past the word list: the process dies */
  | 'crash'
  | 'silent'

/** From which version (inclusive) and until which (inclusive) a keyword is installed at one place. */
export interface Availability {
  readonly since: string | null
  readonly until?: string
  /** Not in the published source of the dialect: `sina`, `xiaomi dsnat`, `other 1.2.2 fork`, `never a keyword`. */
  readonly variant?: string
  /** Exists in the DPVS lineage only. */
  readonly only?: Lineage
  /** What applies when the keyword is absent here, where it differs from the row's. */
  readonly default?: Default
}

/** A literal default, `null` for none, or a sentence where it is derived. */
export type Default = string | number | boolean | null | { readonly derived: string }

/** Where the keyword may stand → when it was there. Paths are joined by `/`, the top level is `''`. */
export type Placement = Readonly<Record<string, Availability>>

export interface Row {
  readonly keyword: string
  readonly lineage: Lineage
  readonly in: Placement
  readonly form: Form
  /** Arguments in order. */
  readonly args: readonly Arg[]
  /** Other legal argument lists, each chosen by the literal of its first argument (`fwmark 5`, `group NAME`). */
  readonly alternatives?: readonly (readonly Arg[])[]
  /**
   * How arguments stand in the model. `object` (default for two or more arguments): one key an argument. `scalar` (default for one): the
   * value itself. `first-or-object`: the first argument alone is the value, more words make it an object.
   */
  readonly shape?: 'object' | 'scalar' | 'first-or-object'
  readonly repeat: Repeat
  /** A second one is taken in silence where the first was this number. */
  readonly repeatUnless?: number
  /** A container that may stand several times and is read as one (`global_defs`): the model holds one object, not a list. */
  readonly merge?: true
  /** A rule speaks of a second use, so binding does not. */
  readonly repeatHasRule?: true
  /** The last one wins, but the target reports the second. */
  readonly repeatReported?: true
  /** First version that reports the second. */
  readonly repeatReportedSince?: string
  readonly missing: Missing
  /** A block that is skipped whole, whatever is in it, when its header cannot be used or its name is taken (skip_block). */
  readonly skipped?: true
  /** A command with a quote that is left open, or a backslash as its last byte, kills the process. */
  readonly unclosed?: 'crash'
  /** One of its optional arguments must be there. */
  readonly needsWord?: true
  /** Words beyond the arguments; `ignored` is silent. */
  readonly extra: 'ignored' | 'error' | 'logged'
  readonly default: Default
  /** The same setting under another name; the model uses that name. */
  readonly aliasOf?: string
  /** A word beyond the arguments loses the line. */
  readonly extraLoses?: true
  /** First version that reports words beyond the arguments, where `extra` is `error`. */
  readonly extraSince?: string
  /** What to write instead of a keyword that is on its way out. */
  readonly deprecated?: string
  /** The use is written to the log only; the configuration test does not see it. */
  readonly deprecationLogged?: true
  readonly feature?: string
  /** What the target does with a value it cannot use, in a few words of ours. */
  readonly bad: string
  /** One line (or block) that is valid in every place of `in`; it is its own test. */
  readonly example: string
  /** One sentence of documentation. */
  readonly doc: string
  /** The C function whose behaviour is followed. */
  readonly upstream: string
}

/** A row with the usual answers filled in. */
export type RowSpec = Partial<Row> & Pick<Row, 'in' | 'example' | 'doc' | 'upstream'>

/** A word of it must not be shown. */
export const hasSecret = ({ args }: Pick<Row, 'args'>): boolean => args.some(({ secret }) => secret === true)
