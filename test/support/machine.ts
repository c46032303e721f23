import { type FileSystem, NODE } from '../../src/cli/file-system.ts'
import type { Processes } from '../../src/cli/lock.ts'

/** What a killed process does next: nothing. Not an error of the system, so that nobody handles it. */
export class Killed extends Error {}

export interface Step {
  readonly name: string
  readonly path: string
}

/** This machine's file system, with a watch on each step. */
export interface Watched {
  readonly files: FileSystem
  readonly steps: readonly Step[]
}

/**
 * A file system that goes wrong at one step, counted from 0: the step fails with a code (`ENOSPC`), or the program ends in front of it
 * (`killed`): then no further step happens, whatever the program tries.
 */
export function watched(at = -1, how: 'killed' | (string & {}) = 'killed'): Watched {
  const steps: Step[] = []
  const files = new Proxy(NODE, {
    get(target, name: keyof FileSystem) {
      const real = target[name]
      if (typeof real !== 'function') return real
      return (...args: unknown[]) => {
        if (how === 'killed' && at >= 0 && steps.length >= at) throw new Killed()
        steps.push({ name: String(name), path: String(args[0]) })
        if (steps.length - 1 === at) throw Object.assign(new Error(how), { code: how })
        return (real as (...args: unknown[]) => unknown)(...args)
      }
    },
  })
  return { files, steps }
}

/** Runs until the end or until it is killed; undefined then. */
export function untilKilled<A>(run: () => A): A | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof Killed) return undefined
    throw error
  }
}

/** A process of the test, and which of the others live. */
export const processes = (self: number, alive: readonly number[] = []): Processes => ({
  self,
  startOf: (pid) => (pid === self || alive.includes(pid) ? `start${pid}` : undefined),
})
