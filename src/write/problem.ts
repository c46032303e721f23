import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { WRITE_CODES } from './codes.ts'

/** Something that cannot be written. The value itself is never in it: it may be a secret. */
export interface Problem {
  readonly code: 'write/invalid' | 'write/unknown-key' | 'write/not-expressible'
  /** Where in what is written: `vrrp_instance[0].priority`, empty for the whole. */
  readonly path: string
  readonly message: string
  readonly help?: string
}

export type Problems = Problem[]

/**
 * Puts a key in front of the paths of the problems that were added since. Paths are made only where something is wrong, so that writing
 * itself carries none along.
 */
export function within(problems: Problems, since: number, key: string | number): void {
  for (let i = since; i < problems.length; i++) {
    const problem = problems[i] as Problem
    problems[i] = { ...problem, path: joined(key, problem.path) }
  }
}

/** A longer key is cut. */
const LONGEST_KEY = 100

function joined(key: string | number, path: string): string {
  const own =
    typeof key === 'string' && key.length > LONGEST_KEY
      ? `["${key.slice(0, LONGEST_KEY)}…"]`
      : typeof key === 'number'
        ? `[${key}]`
        : /^[\w-]+$/.test(key)
          ? key
          : `[${JSON.stringify(key)}]`
  return path === '' || path.startsWith('[') ? own + path : `${own}.${path}`
}

const START = { line: 1, column: 1, offset: 0 }

/** As a finding without a place in a text: what is wrong is in the model, and `path` says where. */
export function diagnosticOf({ code, path, message, help }: Problem): Diagnostic {
  const { severity, effect, consequence, reported } = WRITE_CODES[code]
  return {
    code,
    severity,
    message: path === '' ? message : `${path}: ${message}`,
    effect,
    consequence: consequence(),
    reported,
    file: '',
    range: { start: START, end: START },
    path,
    ...(help === undefined ? {} : { help }),
    related: [],
    fixes: [],
  }
}
