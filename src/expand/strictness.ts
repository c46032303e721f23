import type { Finding } from '../diagnostics/finding.ts'

/**
 * What turns a complaint about an include into a refused configuration: `r` a file that cannot be read, `m` one that is absent, `w` a wildcard and `b` an
 * alternative in braces without a match.
 */
export type Fault = 'r' | 'm' | 'w' | 'b'

/** All of them: `includea`, and the option -e. */
export const ALL_FAULTS = 'rmwb'

const BY_WORD: Readonly<Record<string, string>> = {
  includer: 'r',
  includem: 'rm',
  includew: 'rmw',
  includeb: 'rb',
  includea: ALL_FAULTS,
}

const BY_CHECK: Readonly<Record<string, Fault>> = { read: 'r', match: 'm', wildcard_match: 'w', brace_match: 'b' }

/** An include line that is judged: its word, and what the option -e or an `include_check` above it has made strict. */
export interface Judged {
  readonly word: string
  readonly strict?: string
}

export const isStrict = ({ word, strict = '' }: Judged, fault: Fault): boolean => ((BY_WORD[word] ?? '') + strict).includes(fault)

/** What `include_check` with these words makes of what was strict before (include_check_handler). */
export function afterCheck(before: string, words: readonly string[]): string {
  if (words.length === 0) return ALL_FAULTS
  let result = /^[+-]/.test(words[0] as string) ? before : 'r'
  for (const word of words) {
    const fault = BY_CHECK[word.replace(/^[+-]/, '')]
    if (fault === undefined) continue
    result = word.startsWith('-') ? result.replaceAll(fault, '') : result + fault
  }
  return result
}

const REFUSED: Partial<Finding> = {
  severity: 'error',
  effect: 'rejected',
  consequence: 'the configuration is refused: keepalived -t ends with status 6 after its first pass',
  reported: true,
  exit: 'include-fault',
}

/** A line is printed, and the configuration is taken all the same. */
const PRINTED: Partial<Finding> = { reported: true, exit: 'none' }

/** What the target does about a fault of an include. A wildcard without a match is passed over in silence. */
export function outcomeOf(judged: Judged, fault: Fault, directives: boolean): Partial<Finding> {
  if (isStrict(judged, fault)) return REFUSED
  return directives && fault !== 'w' ? PRINTED : {}
}
