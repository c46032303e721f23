/**
 * What is known of the machine that will read a configuration. Data only: the command line gathers it (`--host`) or reads it (`--facts FILE`).
 * Whatever is left out is not known, and nothing is said about it.
 */
export interface Facts {
  readonly interfaces?: readonly InterfaceFact[]
  /** Names of accounts. */
  readonly users?: readonly string[]
  readonly groups?: readonly string[]
  /** By absolute path: the files that the configuration names, and every directory above them. A path that is not here is not known. */
  readonly files?: Readonly<Record<string, FileFact>>
  readonly hostname?: string
  /** Names of network namespaces that can be entered. */
  readonly namespaces?: readonly string[]
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

/** A file, by `lstat`. `absent`: there is nothing of that name. */
export type FileFact =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'file' | 'directory' | 'symlink' | 'other'
      /** Permission bits: 0o755. */
      readonly mode: number
      readonly uid: number
      readonly gid: number
      /** Where a symbolic link leads. */
      readonly target?: string
    }
