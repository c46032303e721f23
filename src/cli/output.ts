import { fstatSync, writeSync } from 'node:fs'

export const STDOUT = 1
export const STDERR = 2

/**
 * Writes all of a text before it returns: a pipe that is full is waited for, a reader that has gone (`| head`) is no mistake.
 * `process.stdout` is left alone: making it costs a millisecond, and what it still holds at an exit is lost.
 */
export function write(fd: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      pause(5)
    }
  }
}

/** Room for many pieces of a text. */
const ROOM = 2 ** 18

/** The same of a text that comes in pieces, which is never whole in memory. A character beyond 16 bits must not be divided between two. */
export function writePieces(fd: number, pieces: Iterable<string>): void {
  const buffer = Buffer.allocUnsafe(ROOM)
  let used = 0
  for (const piece of pieces) {
    // Three bytes a unit at most.
    if (piece.length * 3 > ROOM - used) {
      write(fd, buffer.subarray(0, used))
      used = 0
    }
    if (piece.length * 3 > ROOM) write(fd, piece)
    else used += buffer.write(piece, used, 'utf8')
  }
  write(fd, buffer.subarray(0, used))
}

/** Blocks the thread: there is nothing else to do while a pipe is full or empty. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** `ENOENT` … of an error of the system; empty for any other. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** `node:tty` brings in the network stack, four milliseconds of a start: it is loaded only for what may be a terminal. */
export function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd)
  } catch {
    return false
  }
}

/** Whether to color standard output: the option, FORCE_COLOR (as Node reads it), NO_COLOR, then whether it is a terminal. */
export function wantsColor(option: string, env: Readonly<Record<string, string | undefined>>): boolean {
  if (option !== 'auto') return option === 'always'
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return env.TERM !== 'dumb' && isTerminal(STDOUT)
}

/** One line about wrong use or unreadable input; returns the exit status that goes with it. */
export function complain(program: string, problem: string): 2 {
  write(STDERR, `${program}: ${problem}\n`)
  return 2
}
