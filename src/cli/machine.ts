import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs'
import { hostname, networkInterfaces, userInfo } from 'node:os'
import type { Config } from '../config.ts'
import type { Facts, FileFact, GroupFact, InterfaceFact, RoutingFact, UserFact } from '../facts/facts.ts'
import { absolute, type LookUp, walkPath } from '../facts/paths.ts'
import { hostsNamed, pathsNamed } from '../facts/paths-named.ts'
import { codeOf } from './output.ts'

/** Facts of this machine that no configuration is needed for. Nothing is run, and what cannot be read is left out. */
export function machineFacts(): Facts {
  const directory = attempt(() => process.cwd())
  const interfaces = readInterfaces()
  const users = hasOtherAccounts('passwd') ? undefined : accounts('/etc/passwd', userOf)
  const groups = hasOtherAccounts('group') ? undefined : accounts('/etc/group', groupOf)
  const user = attempt(() => userInfo().username)
  const name = attempt(hostname)
  return {
    ...(interfaces === undefined ? {} : { interfaces }),
    ...(users === undefined ? {} : { users }),
    ...(groups === undefined ? {} : { groups }),
    searchPath: (process.env.PATH ?? '/bin:/usr/bin').split(':'),
    ...(directory === undefined ? {} : { directory }),
    ...(name === undefined ? {} : { hostname: name }),
    namespaces: attempt(() => readdirSync('/run/netns')) ?? [],
    routing: readRouting(),
    ...(user === undefined ? {} : { user }),
  }
}

/** The same with the files and hosts that configurations name. */
export async function factsFor(machine: Facts, configs: readonly Config[]): Promise<Facts> {
  const hosts = await resolved(configs.flatMap(hostsNamed))
  return { ...machine, ...filesFor(machine, configs), ...(hosts === undefined ? {} : { hosts }) }
}

function filesFor(machine: Facts, configs: readonly Config[]): Pick<Facts, 'files'> {
  const files: Record<string, FileFact> = { ...machine.files }
  const lookUp: LookUp = (path) => {
    if (!Object.hasOwn(files, path)) {
      const fact = fileFact(path)
      if (fact !== undefined) files[path] = fact
    }
    return Object.hasOwn(files, path) ? files[path] : undefined
  }
  lookUp('/')
  for (const config of configs) {
    const { paths, commands } = pathsNamed(config)
    const searched = commands.flatMap((name) => (machine.searchPath ?? []).map((directory) => `${directory}/${name}`))
    for (const path of [...paths, ...searched]) {
      const whole = absolute(path, machine.directory)
      if (whole === undefined) continue
      const { real } = walkPath(whole, lookUp)
      // check_script_secure keeps the name of a script that is a link beside the file that it leads to.
      if (real !== undefined)
        walkPath(`${real.slice(0, real.lastIndexOf('/'))}/${whole.slice(whole.lastIndexOf('/') + 1)}`, lookUp)
    }
  }
  return { files }
}

/** How long a name service may take before nothing is said about a name. */
const PATIENCE = 2000

/** Undefined without names; the name service is loaded only where there is one. */
async function resolved(names: readonly string[]): Promise<Facts['hosts']> {
  if (names.length === 0) return undefined
  const { lookup } = process.getBuiltinModule('node:dns').promises
  const entries = await Promise.all(
    [...new Set(names)].map(async (name): Promise<readonly [string, boolean][]> => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const tooLate = new Promise<readonly []>((settle) => {
        timer = setTimeout(() => settle([]), PATIENCE)
      })
      const answer = lookup(name).then(
        (): readonly [string, boolean][] => [[name, true]],
        (): readonly [string, boolean][] => [[name, false]],
      )
      const first = await Promise.race([answer, tooLate])
      clearTimeout(timer)
      return first
    }),
  )
  return Object.fromEntries(entries.flat())
}

function attempt<A>(ask: () => A): A | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

const linesOf = (path: string): readonly string[] | undefined =>
  attempt(() => readFileSync(path, 'utf8'))
    ?.split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

/** Accounts may come from a directory service as well: then the files are not all of them, and nothing is said. */
function hasOtherAccounts(database: string): boolean {
  const line = linesOf('/etc/nsswitch.conf')?.find((one) => one.startsWith(`${database}:`))
  const sources =
    line
      ?.slice(database.length + 1)
      .replace(/\[[^\]]*\]/g, ' ')
      .trim()
      .split(/\s+/) ?? []
  return sources.some((source) => source !== '' && !COMPLETE.has(source))
}

const COMPLETE: ReadonlySet<string> = new Set(['files', 'compat', 'systemd', 'db', 'altfiles'])

const accounts = <A>(path: string, read: (fields: readonly string[]) => A): readonly A[] | undefined =>
  linesOf(path)
    ?.filter((line) => line.includes(':'))
    .map((line) => read(line.split(':')))

const userOf = ([name = '', , uid, gid]: readonly string[]): UserFact => ({ name, uid: Number(uid), gid: Number(gid) })
const groupOf = ([name = '', , gid]: readonly string[]): GroupFact => ({ name, gid: Number(gid) })

/**
 * The names come from /proc, which shows the network namespace of this process; /sys shows the one it was mounted in, so its details count only
 * where both know the same names. Down interfaces and those without addresses are there too, which `os.networkInterfaces` does not show.
 */
function readInterfaces(): readonly InterfaceFact[] | undefined {
  const addresses = attempt(networkInterfaces) ?? {}
  const names = linesOf('/proc/self/net/dev')
    ?.flatMap((line) => /^\s*([^\s:]+):/.exec(line)?.[1] ?? [])
    .sort()
  if (names === undefined) return undefined
  const inSys = attempt(() => readdirSync('/sys/class/net'))
    ?.filter((name) => name !== 'bonding_masters')
    .sort()
  const isSame = inSys?.join('\0') === names.join('\0')
  return names.map((name): InterfaceFact => {
    const own = addresses[name]?.map(({ address }) => address)
    return {
      name,
      ...(isSame ? detailsOf(name) : name === 'lo' ? { loopback: true, multicast: false } : {}),
      ...(own === undefined ? {} : { addresses: own }),
    }
  })
}

const FLAGS = { up: 0x1, loopback: 0x8, multicast: 0x1000 }
const LINK_TYPES: Readonly<Record<string, string>> = {
  '1': 'ether',
  '32': 'infiniband',
  '512': 'ppp',
  '65534': 'none',
  '768': 'ipip',
  '769': 'tunnel6',
  '772': 'loopback',
  '776': 'sit',
  '778': 'gre',
  '823': 'gre6',
}

function detailsOf(name: string): Omit<InterfaceFact, 'name'> {
  const read = (file: string): string | undefined => attempt(() => readFileSync(`/sys/class/net/${name}/${file}`, 'utf8').trim())
  const flags = Number(read('flags') ?? Number.NaN)
  const mtu = Number(read('mtu') ?? Number.NaN)
  const type = LINK_TYPES[read('type') ?? '']
  const kind = /^DEVTYPE=(.+)$/m.exec(read('uevent') ?? '')?.[1]
  return {
    ...(Number.isNaN(flags)
      ? {}
      : {
          loopback: (flags & FLAGS.loopback) !== 0,
          multicast: (flags & FLAGS.multicast) !== 0,
          up: (flags & FLAGS.up) !== 0,
        }),
    ...(Number.isNaN(mtu) ? {} : { mtu }),
    ...(type === undefined ? {} : { type }),
    ...(kind === undefined ? {} : { kind }),
  }
}

const ROUTING_FILES: Readonly<Record<keyof RoutingFact, string>> = {
  tables: 'rt_tables',
  protocols: 'rt_protos',
  scopes: 'rt_scopes',
  realms: 'rt_realms',
  dsfields: 'rt_dsfield',
  groups: 'group',
}

const ROUTING_DIRECTORIES = ['/etc/iproute2', '/usr/share/iproute2', '/usr/lib/iproute2']

/** `255 local` a line. A file of the first directory replaces that of the others; files ending in `.conf` of the directory beside it add to it. */
function readRouting(): RoutingFact {
  const namesIn = (file: string): readonly string[] => {
    const main = ROUTING_DIRECTORIES.map((directory) => linesOf(`${directory}/${file}`)).find((lines) => lines !== undefined)
    const more = ROUTING_DIRECTORIES.flatMap((directory) =>
      (attempt(() => readdirSync(`${directory}/${file}.d`)) ?? [])
        .filter((name) => name.endsWith('.conf'))
        .flatMap((name) => linesOf(`${directory}/${file}.d/${name}`) ?? []),
    )
    const names = [...(main ?? []), ...more].flatMap((line) => line.replace(/#.*/, '').trim().split(/\s+/)[1] ?? [])
    return [...new Set(names)]
  }
  return Object.fromEntries(Object.entries(ROUTING_FILES).map(([key, file]) => [key, namesIn(file)]))
}

/** Undefined where the system does not say: a directory above that may not be entered. */
function fileFact(path: string): FileFact | undefined {
  try {
    const stat = lstatSync(path)
    const { mode, uid, gid } = stat
    const fact = { kind: kindOf(stat), mode: mode & 0o7777, uid, gid } as const
    return fact.kind === 'symlink' ? { ...fact, target: readlinkSync(path) } : fact
  } catch (error) {
    const code = codeOf(error)
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'absent' } : undefined
  }
}

const kindOf = (stat: Stats): 'file' | 'directory' | 'symlink' | 'other' =>
  stat.isSymbolicLink() ? 'symlink' : stat.isDirectory() ? 'directory' : stat.isFile() ? 'file' : 'other'
