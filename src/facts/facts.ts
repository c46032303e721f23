/**
 * What is known of the machine that will read a configuration. Data only: the command line gathers it (`--host`) or reads it (`--facts FILE`).
 * Whatever is left out is not known, and nothing is said about it.
 */
export interface Facts {
  /** All network interfaces of the namespace that keepalived runs in. */
  readonly interfaces?: readonly InterfaceFact[]
  /** All accounts, as name services of the machine know them. */
  readonly users?: readonly UserFact[]
  readonly groups?: readonly GroupFact[]
  /** By absolute path: the files that the configuration names, every directory above them, and what symbolic links lead to. A path that is not here is not known. */
  readonly files?: Readonly<Record<string, FileFact>>
  /** Directories that commands without a directory are looked for in, in order. */
  readonly searchPath?: readonly string[]
  /** The working directory, for relative paths. */
  readonly directory?: string
  readonly hostname?: string
  /** Whether a host name can be resolved, by name. A name that is not here is not known. */
  readonly hosts?: Readonly<Record<string, boolean>>
  /** Names of network namespaces that can be entered. */
  readonly namespaces?: readonly string[]
  /** Names that `/etc/iproute2` gives to numbers. */
  readonly routing?: RoutingFact
  /** The account that runs keepalived; root without it. */
  readonly user?: string
}

/** A network interface. */
export interface InterfaceFact {
  readonly name: string
  readonly loopback?: boolean
  readonly multicast?: boolean
  readonly up?: boolean
  readonly mtu?: number
  /** `ether`, `loopback`, `none` …: the link type, as `ip link` calls it. */
  readonly type?: string
  /** Kind of a virtual interface: `macvlan`, `ipvlan`, `vrf`, `veth` … */
  readonly kind?: string
  /** Addresses without prefix length. */
  readonly addresses?: readonly string[]
}

/** An account. Without numbers nothing is said about what it may run. */
export interface UserFact {
  readonly name: string
  readonly uid?: number
  /** Its own group. */
  readonly gid?: number
}

export interface GroupFact {
  readonly name: string
  readonly gid?: number
}

/** Names beside the numbers, each list by itself. */
export interface RoutingFact {
  readonly tables?: readonly string[]
  readonly protocols?: readonly string[]
  readonly scopes?: readonly string[]
  readonly realms?: readonly string[]
  readonly dsfields?: readonly string[]
  /** Groups of interfaces. */
  readonly groups?: readonly string[]
}

/** A file, by `lstat`. `absent`: there is nothing of that name. */
export type FileFact =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'file' | 'directory' | 'symlink' | 'other'
      /** Permission bits: 0o755. */
      readonly mode: number
      readonly uid: number
      readonly gid: number
      /** Where a symbolic link leads, as it is written in the link. */
      readonly target?: string
    }
