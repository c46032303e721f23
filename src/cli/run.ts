import { complain } from './output.ts'

/**
 * The top of a program: its exit status, and one line for what must never happen. `process.exit` is not called,
 * so that nothing is lost that is still being written.
 */
export function run(program: string, body: () => Promise<number>): void {
  body().then(
    (status) => {
      process.exitCode = status
    },
    (error: unknown) => {
      process.exitCode = complain(program, `this is a mistake of the program itself, please report it: ${inOneLine(error)}`)
    },
  )
}

const inOneLine = (error: unknown): string => String(error).replace(/\s+/g, ' ').slice(0, 300)
