export const FILE = 'track_file load {\n    file /run/load\n}\n'
export const SESSION = 'bfd_instance path1 {\n    neighbor_ip 10.0.0.2\n}\n'

/** What a checker names, and where that is defined. */
export interface Kind {
  readonly checker: string
  readonly setting: string
  readonly keywords: readonly string[]
}

export const KINDS: readonly Kind[] = [
  { checker: 'FILE_CHECK', setting: 'track_file', keywords: ['track_file', 'vrrp_track_file'] },
  { checker: 'BFD_CHECK', setting: 'name', keywords: ['bfd_instance'] },
]
