import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { I32, IGNORED, lenient, U32, value, word } from './args.ts'

const HERE = 'vrrp_instance'
const VRRP = '_WITH_VRRP_'
const VMAC = '_WITH_VRRP_ && _HAVE_VRRP_VMAC_'
const ONE = '0 is reported and becomes 1; anything else wrong is reported and ignored'

/** Gratuitous ARP of one instance. */
export const VRRP_INSTANCE_GARP_ROWS: readonly Row[] = [
  value('garp_master_delay', {
    in: at('0.7.1', HERE),
    args: [lenient('seconds', 0, 4294, { unit: 's' })],
    default: { derived: 'vrrp_garp_master_delay' },
    feature: VRRP,
    bad: IGNORED,
    example: 'garp_master_delay 10',
    doc: 'Seconds after becoming master until gratuitous ARP is sent once more; 0 means not.',
    upstream: 'vrrp_parser.c vrrp_garp_delay_handler',
  }),
  value('garp_master_refresh', {
    in: at('1.2.10', HERE),
    args: [lenient('seconds', 0, U32, { unit: 's' })],
    default: { derived: 'vrrp_garp_master_refresh' },
    feature: VRRP,
    bad: 'reported, 0 is used',
    example: 'garp_master_refresh 60',
    doc: 'Seconds between gratuitous ARP messages while the instance stays master; 0 means none.',
    upstream: 'vrrp_parser.c vrrp_garp_refresh_handler',
  }),
  value('garp_master_repeat', {
    in: at('1.2.14', HERE),
    args: [lenient('count', 1, U32)],
    default: { derived: 'vrrp_garp_master_repeat' },
    feature: VRRP,
    bad: ONE,
    example: 'garp_master_repeat 5',
    doc: 'How many gratuitous ARP messages a new master sends for each address in one go.',
    upstream: 'vrrp_parser.c vrrp_garp_rep_handler',
  }),
  value('garp_master_refresh_repeat', {
    in: at('1.2.14', HERE),
    args: [lenient('count', 1, U32)],
    default: { derived: 'vrrp_garp_master_refresh_repeat' },
    feature: VRRP,
    bad: ONE,
    example: 'garp_master_refresh_repeat 2',
    doc: 'How many gratuitous ARP messages are sent at each refresh.',
    upstream: 'vrrp_parser.c vrrp_garp_refresh_rep_handler',
  }),
  value('garp_lower_prio_delay', {
    in: at('1.2.20', HERE),
    args: [lenient('seconds', 0, 4294, { unit: 's' })],
    default: { derived: '0 in strict mode, else vrrp_garp_lower_prio_delay' },
    feature: VRRP,
    bad: IGNORED,
    example: 'garp_lower_prio_delay 10',
    doc: 'Seconds until gratuitous ARP is sent again after an advert of lower priority.',
    upstream: 'vrrp_parser.c vrrp_garp_lower_prio_delay_handler',
  }),
  value('garp_lower_prio_repeat', {
    in: at('1.2.20', HERE),
    args: [lenient('count', 0, I32)],
    default: { derived: '0 in strict mode, else vrrp_garp_lower_prio_repeat' },
    feature: VRRP,
    bad: IGNORED,
    example: 'garp_lower_prio_repeat 1',
    doc: 'How many gratuitous ARP messages follow an advert of lower priority.',
    upstream: 'vrrp_parser.c vrrp_garp_lower_prio_rep_handler',
  }),
  value('garp_extra_if', {
    in: at('2.2.3', HERE),
    args: [word('all', 'all', { again: true }), lenient('seconds', 0, 86400, { unit: 's', notes: '0 switches it off' })],
    missing: 'error',
    default: { derived: 'vrrp_garp_extra_if' },
    feature: VMAC,
    bad: 'a bad or absent number is reported and ignored; all stays in force',
    example: 'garp_extra_if all 100',
    doc: 'Seconds between gratuitous ARP messages on the interface below a VMAC, or with all on every interface that carries addresses.',
    upstream: 'vrrp_parser.c vrrp_garp_extra_if_handler',
  }),
  value('vmac_garp_intvl', {
    in: at('2.2.0', HERE),
    args: [word('all', 'all', { again: true }), lenient('seconds', 0, 86400, { unit: 's', notes: '0 switches it off' })],
    missing: 'error',
    default: { derived: 'vrrp_garp_extra_if' },
    aliasOf: 'garp_extra_if',
    deprecated: 'garp_extra_if',
    feature: VMAC,
    bad: 'always reported as out of date; else as garp_extra_if',
    example: 'vmac_garp_intvl all 100',
    doc: 'Old name of garp_extra_if.',
    upstream: 'vrrp_parser.c vrrp_garp_extra_if_handler',
  }),
]
