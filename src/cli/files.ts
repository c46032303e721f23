import { isAscii } from 'node:buffer'
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import type { Loaded, Loader } from '../expand/load.ts'
import { MOST_CHARACTERS } from '../lex/tokens.ts'
import { decode } from '../text/decode.ts'
import { codeOf, pause } from './output.ts'
import type { Progress } from './progress.ts'
import { reasonOf } from './reasons.ts'
import { tuner } from './tuning.ts'

/** How messages name standard input. */
export const STDIN_NAME = '<stdin>'

/** `-` on the command line. */
export const entryOf = (word: string): string => (word === '-' ? STDIN_NAME : word)

/** Files of this machine, for `load`. */
export function nodeLoader({ file }: Progress): Loader {
  // Standard input can be read once only.
  let stdin: Loaded | undefined
  const tune = tuner()
  return {
    read(path) {
      file()
      if (path !== STDIN_NAME) return readText(path, tune)
      stdin ??= readText(path, tune)
      return stdin
    },
    list(directory) {
      try {
        return readdirSync(directory)
      } catch {
        return undefined
      }
    },
  }
}

// A character is at least one byte, so this is never too generous; and a text of this size fits a JavaScript string.
const TOO_LARGE: Loaded = { ok: false, why: `it has more than ${MOST_CHARACTERS} bytes` }

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR'])

/** One file or standard input. `tune` is told how many bytes it has. */
export function readText(path: string, tune: (bytes: number) => void = () => {}): Loaded {
  let fd = -1
  try {
    fd = path === STDIN_NAME ? 0 : openSync(path, 'r')
    const stat = fstatSync(fd)
    if (stat.isFile() && stat.size > MOST_CHARACTERS) return TOO_LARGE
    const bytes = readAll(fd, stat.isFile() ? stat.size : 0)
    if (bytes === undefined) return TOO_LARGE
    tune(bytes.length)
    return { ok: true, text: textOf(bytes), executable: (stat.mode & 0o111) !== 0 }
  } catch (error) {
    const why = reasonOf(error)
    if (why === undefined) throw error
    return { ok: false, why, absent: ABSENT.has(codeOf(error)) }
  } finally {
    if (fd > 0) closeSync(fd)
  }
}

/** Of plain ASCII each byte is a character, which saves decoding. */
const textOf = (bytes: Buffer): string => (isAscii(bytes) ? bytes.toString('latin1') : decode(bytes).text)

/** All bytes of a file, a pipe or a terminal, whatever its size was said to be; undefined when there are too many. */
function readAll(fd: number, size: number): Buffer | undefined {
  let bytes = Buffer.allocUnsafe(size > 0 ? size + 1 : 65_536)
  let length = 0
  for (;;) {
    if (length === bytes.length) {
      if (length > MOST_CHARACTERS) return undefined
      const larger = Buffer.allocUnsafe(length * 2)
      bytes.copy(larger)
      bytes = larger
    }
    const count = readSome(fd, bytes, length)
    if (count === 0) return length > MOST_CHARACTERS ? undefined : bytes.subarray(0, length)
    length += count
  }
}

function readSome(fd: number, bytes: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(fd, bytes, at, bytes.length - at, null)
    } catch (error) {
      // Standard input may be a pipe that another program made non-blocking; on some systems its end is an error.
      if (codeOf(error) === 'EOF') return 0
      if (codeOf(error) !== 'EAGAIN') throw error
      pause(5)
    }
  }
}
