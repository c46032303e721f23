import { at } from '../../define.ts'
import type { Arg, Row } from '../../row.ts'
import { arg, BASE, block, COMMAND, flag, int, SERVICE_PORT, seconds, TEXT, text, value } from './args.ts'

const HERE = 'virtual_server'

const SCHEDULER = arg('scheduler', 'enum', {
  enum: ['rr', 'wrr', 'lc', 'wlc', 'lblc', 'lblcr', 'dh', 'sh', 'sed', 'nq'],
  unchecked: true,
  maxLength: 15,
})

const METHOD = arg('method', 'enum', {
  enum: ['NAT', 'DR', 'TUN', 'FNAT'],
  notes: 'FNAT needs laddr_group_name and does not work with firewall marks',
})

const PORT_OF_SERVICE: Arg = { ...SERVICE_PORT, notes: 'needed; a brace in its place is read as port 0' }

/** A service: where it listens, how it balances, when it is up. */
export const VIRTUAL_SERVER_ROWS: readonly Row[] = [
  block(HERE, {
    in: at(BASE, ''),
    args: [arg('address', 'ip', { notes: 'a tail that starts with - or / is cut off' }), PORT_OF_SERVICE],
    alternatives: [
      [int('fwmark', { literal: ['fwmark'] })],
      [arg('group', 'ref', { to: 'virtual_server_group', literal: ['group'] })],
    ],
    bad: 'a bad address is silently 0.0.0.0, a port above 65535 wraps',
    example:
      'virtual_server 192.0.2.10 80 {\n  lb_algo wrr\n  lb_kind DR\n  protocol TCP\n  real_server 198.51.100.1 80 {\n    weight 1\n  }\n}',
    doc: 'A service with its real servers, by address and port, firewall mark or group; one that is written twice is kept twice.',
    upstream: 'check_parser.c vs_handler',
  }),
  value('delay_loop', {
    in: at(BASE, HERE),
    args: [seconds('seconds')],
    default: 60,
    bad: 'leading digits count, garbage and 0.5 are 0',
    example: 'delay_loop 6',
    doc: 'Seconds between two checks of a real server.',
    upstream: 'check_parser.c delay_handler',
  }),
  // The model and the rules know these two settings by the name that configurations use.
  ...['lb_algo', 'lvs_sched'].map((keyword) =>
    value(keyword, {
      in: at(BASE, HERE),
      args: [SCHEDULER],
      ...(keyword === 'lb_algo' ? {} : { aliasOf: 'lb_algo' }),
      repeat: 'overlay',
      default: { derived: 'none: the kernel refuses the service' },
      bad: 'any word is taken; the kernel refuses a scheduler it does not know',
      example: `${keyword} wrr`,
      doc: 'Scheduler that picks the real server of a connection.',
      upstream: 'check_parser.c lbalgo_handler',
    }),
  ),
  ...['lb_kind', 'lvs_method'].map((keyword) =>
    value(keyword, {
      in: at(BASE, HERE),
      args: [METHOD],
      ...(keyword === 'lb_kind' ? {} : { aliasOf: 'lb_kind' }),
      default: 'NAT',
      bad: 'another word, lower case too, is logged and ignored',
      example: `${keyword} FNAT`,
      doc: 'How packets reach the real servers: NAT, direct routing, tunnel, or FULLNAT with addresses of a local group.',
      upstream: 'check_parser.c lbkind_handler',
    }),
  ),
  value('nat_mask', {
    in: at(BASE, HERE),
    args: [arg('mask', 'netmask', { notes: 'dotted' })],
    bad: 'anything but a dotted mask is silently ignored',
    example: 'nat_mask 255.255.255.0',
    doc: 'Mask for NAT; kernels since 2.6 do not use it, but a change makes a reload build the service anew.',
    upstream: 'check_parser.c natmask_handler',
  }),
  value('persistence_timeout', {
    in: at(BASE, HERE),
    args: [text('timeout', 4, { max: 2678400, notes: 'a fifth digit runs into est_timeout' })],
    repeat: 'overlay',
    default: 0,
    bad: 'judged only when the service is set up: no number, or over 31 days, is logged and the value before stays',
    example: 'persistence_timeout 360',
    doc: 'Seconds for which a client stays with its real server.',
    upstream: 'check_parser.c pto_handler',
  }),
  value('est_timeout', {
    in: at('LVS_v3', HERE),
    args: [text('timeout', 5)],
    repeat: 'overlay',
    default: { derived: '0: the timeout of the kernel' },
    bad: 'cut to five characters, then leading digits count and garbage is 0',
    example: 'est_timeout 900',
    doc: 'Seconds after which an idle established connection of this service is forgotten.',
    upstream: 'check_parser.c eto_handler',
  }),
  value('persistence_granularity', {
    in: at(BASE, HERE),
    args: [arg('mask', 'netmask', { notes: 'dotted for IPv4, a prefix length for IPv6' })],
    bad: 'for IPv4 anything but a dotted mask is silently ignored',
    example: 'persistence_granularity 255.255.255.0',
    doc: 'Size of the network whose clients stay together with one real server.',
    upstream: 'check_parser.c pgr_handler',
  }),
  value('protocol', {
    in: at(BASE, HERE),
    args: [arg('protocol', 'enum', { enum: ['TCP', 'UDP'] })],
    default: { derived: 'none in the kernel rule, shown as UDP' },
    bad: 'every word but TCP in capitals means UDP',
    example: 'protocol TCP',
    doc: 'Protocol of the service.',
    upstream: 'check_parser.c proto_handler',
  }),
  flag('ha_suspend', {
    in: at(BASE, HERE),
    example: 'ha_suspend',
    doc: 'Stops the checkers while the virtual address is not on this machine.',
    upstream: 'check_parser.c hasuspend_handler',
  }),
  value('virtualhost', {
    in: at(BASE, HERE),
    args: [arg('value', 'string')],
    bad: TEXT,
    example: 'virtualhost www.example.org',
    doc: 'Host name that HTTP_GET and SSL_GET ask for.',
    upstream: 'check_parser.c virtualhost_handler',
  }),
  flag('alpha', {
    in: at(BASE, HERE),
    bad: 'without effect on real servers above it; words behind it are ignored',
    example: 'alpha',
    doc: 'Takes every real server as down until its check succeeds; must stand before the real servers.',
    upstream: 'check_parser.c alpha_handler',
  }),
  flag('omega', {
    in: at(BASE, HERE),
    example: 'omega',
    doc: 'Runs the commands for down servers and a lost quorum when keepalived stops.',
    upstream: 'check_parser.c omega_handler',
  }),
  value('quorum_up', {
    in: at(BASE, HERE),
    args: [COMMAND],
    bad: TEXT,
    example: 'quorum_up "ip addr add 192.0.2.10/32 dev lo"',
    doc: 'Command for the moment the quorum is reached; a shell runs it, as the user of keepalived.',
    upstream: 'check_parser.c quorum_up_handler',
  }),
  value('quorum_down', {
    in: at(BASE, HERE),
    args: [COMMAND],
    bad: TEXT,
    example: 'quorum_down "ip addr del 192.0.2.10/32 dev lo"',
    doc: 'Command for the moment the quorum is lost; a shell runs it, as the user of keepalived.',
    upstream: 'check_parser.c quorum_down_handler',
  }),
  value('quorum', {
    in: at(BASE, HERE),
    args: [int('weight', { min: 1 })],
    default: 1,
    bad: 'below 1, garbage included, is logged and becomes 1',
    example: 'quorum 2',
    doc: 'Weight of live servers that the service needs; it comes up at quorum + hysteresis and goes down below quorum - hysteresis.',
    upstream: 'check_parser.c quorum_handler',
  }),
  value('hysteresis', {
    in: at(BASE, HERE),
    args: [int('weight', { min: 0 })],
    default: 0,
    bad: 'negative, or not below the quorum known so far, is logged and becomes 0',
    example: 'hysteresis 0',
    doc: 'Weight around the quorum within which the state stays; must stand after quorum.',
    upstream: 'check_parser.c hysteresis_handler',
  }),
  value('sorry_server', {
    repeatHasRule: true,
    in: at(BASE, HERE),
    args: [arg('address', 'ip'), SERVICE_PORT],
    bad: 'a bad address is silently 0.0.0.0',
    example: 'sorry_server 198.51.100.9 80',
    doc: 'Server that takes over while the quorum is lost; each further one silently replaces the one before.',
    upstream: 'check_parser.c ssvr_handler',
  }),
  value('laddr_group_name', {
    in: at('LVS_v1', HERE),
    args: [arg('group', 'ref', { to: 'local_address_group' })],
    bad: 'with FNAT a name that no group has makes the health checker remove all services and exit',
    example: 'laddr_group_name laddr_g1',
    doc: 'Group of local addresses for FNAT; the other methods ignore it.',
    upstream: 'check_parser.c laddr_gname_handler',
  }),
  flag('syn_proxy', {
    in: at('LVS_v1', HERE),
    example: 'syn_proxy',
    doc: 'Answers SYN packets of the service before a real server sees them; for TCP with NAT or FNAT.',
    upstream: 'check_parser.c syn_proxy_handler',
  }),
  value('vip_bind_dev', {
    in: at('LVS_v2', HERE),
    args: [arg('interface', 'interface')],
    bad: 'an interface that does not exist is logged when it is used',
    example: 'vip_bind_dev lo',
    doc: 'Interface that holds the virtual address as a /32 or /128 while the service is up; not for firewall marks.',
    upstream: 'check_parser.c bind_dev_handler',
  }),
]
