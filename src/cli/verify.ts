import { spawnSync } from 'node:child_process'
import { codeOf } from './output.ts'
import { reasonOf } from './reasons.ts'

/** What a command said. */
export interface Verdict {
  /** `unable`: it could not be asked. */
  readonly answer: 'accepted' | 'refused' | 'unable'
  /** How it ended, as the end of a sentence. */
  readonly why: string
  readonly output: string
}

/** keepalived itself can hang on a definition that refers to itself. */
const PATIENCE = 60_000

const MOST_OUTPUT = 2 ** 20

/** Words of a command: blanks separate them, single and double quotes group. Undefined for a quote without a partner. */
export function wordsOf(command: string): readonly string[] | undefined {
  const words: string[] = []
  const pattern = /\s*((?:[^\s'"]|'[^']*'|"[^"]*")+)/y
  let at = 0
  for (let match = pattern.exec(command); match !== null; match = pattern.exec(command)) {
    words.push((match[1] as string).replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double))
    at = pattern.lastIndex
  }
  return command.slice(at).trim() === '' && words.length > 0 ? words : undefined
}

/** Runs a command on a file, without a shell: `{}` in a word is the file. */
export function verify(words: readonly string[], file: string): Verdict {
  const [program, ...args] = words.map((word) => word.replaceAll('{}', file))
  const { status, signal, error, stdout, stderr } = spawnSync(program as string, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_OUTPUT,
    encoding: 'utf8',
  })
  const output = `${stdout ?? ''}${stderr ?? ''}`
  if (error !== undefined && codeOf(error) === 'ETIMEDOUT') {
    return { answer: 'refused', why: `did not end within ${PATIENCE / 1000} seconds`, output }
  }
  if (error !== undefined) return { answer: 'unable', why: `cannot be run: ${reasonOf(error) ?? String(error)}`, output }
  if (signal !== null) return { answer: 'refused', why: `was ended by ${signal}`, output }
  return { answer: status === 0 ? 'accepted' : 'refused', why: `exits with ${status}`, output }
}
