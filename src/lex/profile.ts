/** How a family of readers cuts text into tokens. Data: what differs between profiles is a start rule of the grammar or a field here. */
export interface LexicalProfile {
  readonly id: 'upstream' | 'dpvs' | 'lvs-1.2.2'
  readonly startRule: 'Upstream' | 'Lvs'
  /** Most bytes of a physical line that are read as one (before its line end). */
  readonly lineLimit: number
  /** `$X=`, `${X}`, `@id`, `~SEQ`, `include` patterns exist. */
  readonly directives: boolean
  /** Words that bring in another file. */
  readonly includeWords: readonly string[]
  /** The global setting that makes the includes below it stricter. */
  readonly includeCheck?: string
  /** A brace is a token wherever it stands. Otherwise it must be a word of its own: at the end of a word it is glued, and read as part of it. */
  readonly bracesAnywhere: boolean
  /** A last line without a line end is read. */
  readonly lastLineNeedsEol: boolean
}

export const UPSTREAM: LexicalProfile = {
  id: 'upstream',
  startRule: 'Upstream',
  lineLimit: 1022,
  directives: true,
  includeWords: ['include', 'includer', 'includem', 'includew', 'includeb', 'includea'],
  includeCheck: 'include_check',
  bracesAnywhere: true,
  lastLineNeedsEol: false,
}

/** DPVS carries the parser of keepalived 2.0.19 (2.0.19 read_line: the same buffer, no `~LST`). */
export const DPVS: LexicalProfile = { ...UPSTREAM, id: 'dpvs' }

export const LVS: LexicalProfile = {
  id: 'lvs-1.2.2',
  startRule: 'Lvs',
  lineLimit: 1023,
  directives: false,
  includeWords: ['include'],
  bracesAnywhere: false,
  lastLineNeedsEol: true,
}
