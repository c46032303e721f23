import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process named keepalived that writes a line when it gets a HUP. */
export interface Stub {
  readonly pidFile: string
  /** How many HUPs it has got, after waiting for as many as are expected. */
  readonly hups: (expected: number) => Promise<number>
  readonly stop: () => void
}

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** The name of a process that was started from a script is that of the script. */
export async function startStub(directory: string): Promise<Stub> {
  const script = join(directory, 'keepalived')
  const log = join(directory, 'hups')
  const pidFile = join(directory, 'keepalived.pid')
  writeFileSync(script, `#!/bin/sh\ntrap 'echo hup >> ${log}' HUP\necho $$ > ${pidFile}\nwhile :; do sleep 0.02; done\n`)
  chmodSync(script, 0o755)
  const child: ChildProcess = spawn(script, { stdio: 'ignore' })
  for (let tries = 0; tries < 250 && !(existsSync(pidFile) && readFileSync(pidFile, 'utf8').endsWith('\n')); tries++)
    await sleep(20)
  const count = (): number => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0)
  return {
    pidFile,
    async hups(expected) {
      for (let tries = 0; tries < 100 && count() < expected; tries++) await sleep(20)
      return count()
    },
    stop: () => void child.kill('SIGKILL'),
  }
}
