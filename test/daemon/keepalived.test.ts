import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, type Programs } from '../cli/program.ts'
import { createNamespace, lives, type Namespace, until } from '../support/namespace.ts'

// The real daemon, VRRP only, in a network namespace of its own. Away from Linux, without root or without keepalived there is nothing to see.
const hasKeepalived = spawnSync('keepalived', ['--version']).status === 0
const namespace = hasKeepalived ? await createNamespace() : undefined
if (namespace === undefined) console.log('no namespaces or no keepalived here: nothing is proved with the real daemon')

const config = (address: string, keyword = 'virtual_ipaddress', id = 'virtual_router_id'): string => `global_defs {
    router_id A
}
vrrp_instance A {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 255
    ${keyword} {
        ${address}/24
    }
}
vrrp_instance B {
    state MASTER
    interface eth1
    ${id} 52
    priority 255
    virtual_ipaddress {
        10.9.1.1/24
    }
}
`

describe.skipIf(namespace === undefined)('keepalived 2.2.7 itself', () => {
  const inside = namespace as Namespace
  let programs: Programs
  let pid = 0

  const path = (name: string): string => join(programs.directory, name)
  const addresses = (): string => inside.run('ip', ['-4', '-o', 'addr'])
  const hasAddress = (address: string) => () => addresses().includes(` ${address}/`)
  const log = (): string => readFileSync(path('log'), 'utf8')
  const reloads = (): number => log().split('Reloading ...').length - 1
  const apply = (name: string) => {
    const args = ['apply', name, '--to', 'live.conf', '--pid-file', path('pid'), '--for', '2.2.7']
    return programs.keepalivedConf([...args, '--verify-command', `nsenter --net=/proc/${pid}/ns/net keepalived -t -f {}`])
  }
  const startDaemon = async (): Promise<void> => {
    const paths = ['-f', path('live.conf'), '-p', path('pid'), '-r', path('vrrp.pid')]
    inside.start('sh', ['-c', `exec keepalived -n -l -P ${paths.join(' ')} >> ${path('log')} 2>&1`])
    await until(() => existsSync(path('pid')) && /^\d+\n/.test(readFileSync(path('pid'), 'utf8')))
    pid = Number(readFileSync(path('pid'), 'utf8'))
  }
  const stopDaemon = async (): Promise<void> => {
    if (pid === 0 || !lives(pid)) return
    process.kill(pid, 'SIGTERM')
    if (!(await until(() => !lives(pid), 5000))) process.kill(pid, 'SIGKILL')
  }

  beforeAll(async () => {
    programs = await buildPrograms()
    programs.file('live.conf', config('10.9.0.1'))
    programs.file('next.conf', config('10.9.0.2'))
    programs.file('broken.conf', config('10.9.0.3', 'virtual_ipadress'))
    programs.file('worse.conf', config('10.9.0.4', 'virtual_ipaddress', 'virtual_routerid'))
    await startDaemon()
  }, 30_000)
  afterAll(async () => {
    await stopDaemon()
    inside.remove()
    programs.remove()
  })

  test('has the addresses of the live file', async () => {
    expect(await until(hasAddress('10.9.0.1'))).toBe(true)
    expect(await until(hasAddress('10.9.1.1'))).toBe(true)
  })

  test('a valid change takes effect: the address moves', async () => {
    const { status, stderr } = apply('next.conf')
    expect([status, stderr]).toEqual([0, expect.stringContaining(`process ${pid} was told to read it`)])
    expect(await until(hasAddress('10.9.0.2'))).toBe(true)
    expect(await until(() => !hasAddress('10.9.0.1')())).toBe(true)
    expect(reloads()).toBe(1)
  })

  test.each(['broken.conf', 'worse.conf'])('%s is refused: the daemon is not told, and nothing moves', async (name) => {
    const before = addresses()
    expect(apply(name)).toMatchObject({ status: 1, stderr: expect.stringContaining('live.conf is unchanged') })
    await new Promise((done) => setTimeout(done, 500))
    expect([reloads(), addresses()]).toEqual([1, before])
    expect(readFileSync(path('live.conf'), 'utf8')).toBe(config('10.9.0.2'))
  })

  test('the same broken file handed to the daemon directly takes the address away', async () => {
    copyFileSync(path('broken.conf'), path('live.conf'))
    process.kill(pid, 'SIGHUP')
    expect(await until(() => !hasAddress('10.9.0.2')())).toBe(true)
    expect([lives(pid), hasAddress('10.9.0.3')(), hasAddress('10.9.1.1')()]).toEqual([true, false, true])
  })

  test('rollback brings the first file back, and its address', async () => {
    const args = ['rollback', '--to', 'live.conf', '--pid-file', path('pid'), '--for', '2.2.7']
    expect(programs.keepalivedConf(args).status).toBe(0)
    expect(await until(hasAddress('10.9.0.1'))).toBe(true)
  })

  test('the worse file handed to the daemon directly ends it', async () => {
    copyFileSync(path('worse.conf'), path('live.conf'))
    process.kill(pid, 'SIGHUP')
    expect(await until(() => !lives(pid))).toBe(true)
    expect(log()).toContain('permanent error CONFIG')
  })
})
