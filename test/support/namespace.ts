import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A network namespace of its own, with eth0 and eth1 up. It lives as long as the process that holds it. */
export interface Namespace {
  readonly run: (program: string, args: readonly string[]) => string
  readonly start: (program: string, args: readonly string[]) => ChildProcess
  readonly remove: () => void
}

const LINKS = ['eth0', 'eth1']

/** Undefined where this machine has no namespaces, or no right to make them. */
export async function createNamespace(): Promise<Namespace | undefined> {
  if (spawnSync('unshare', ['-n', 'ip', 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'eth0p']).status !== 0)
    return undefined
  const holder = spawn('unshare', ['-n', 'sleep', '120'], { stdio: 'ignore' })
  const pid = String(holder.pid)
  const own = namespaceOf('self')
  if (!(await until(() => namespaceOf(pid) !== own && namespaceOf(pid) !== ''))) return undefined
  const inside = (program: string, args: readonly string[]): readonly string[] => ['-t', pid, '-n', '--', program, ...args]
  const run = (program: string, args: readonly string[]): string =>
    spawnSync('nsenter', inside(program, args), { encoding: 'utf8' }).stdout ?? ''
  run('ip', ['link', 'set', 'lo', 'up'])
  for (const [i, link] of LINKS.entries()) {
    run('ip', ['link', 'add', link, 'type', 'veth', 'peer', 'name', `${link}p`])
    run('ip', ['link', 'set', `${link}p`, 'up'])
    run('ip', ['link', 'set', link, 'up'])
    run('ip', ['addr', 'add', `10.0.${i}.1/24`, 'dev', link])
  }
  return {
    run,
    start: (program, args) => spawn('nsenter', [...inside(program, args)], { stdio: 'ignore' }),
    remove: () => void holder.kill('SIGKILL'),
  }
}

function namespaceOf(pid: string): string {
  const result = spawnSync('readlink', [`/proc/${pid}/ns/net`], { encoding: 'utf8' })
  return result.stdout.trim()
}

/** Waits for something, up to ten seconds; says whether it came. */
export async function until(condition: () => boolean, milliseconds = 10_000): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    if (condition()) return true
    await new Promise((done) => setTimeout(done, 50))
  }
  return condition()
}

/** A process runs, and is no zombie. */
export const lives = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
