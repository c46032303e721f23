import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { arg, ENABLE, flag, IGNORED, int, lenient, SCRIPT_ARGS, U32, upTo, value } from './args.ts'

const HERE = 'global_defs'
const CUT = 'reported, the name is cut to 15 characters'
const NO_SCRIPT = 'a second one, a bad command or an unknown user is reported and ignored'

const nameRow = (keyword: string, since: string, of: string, more: Partial<Row> = {}): Row =>
  value(keyword, {
    in: at(since, HERE),
    args: [arg('name', 'string', { maxLength: 15 })],
    bad: CUT,
    example: `${keyword} ka_one`,
    doc: `Name that process listings show for the ${of}.`,
    upstream: `global_parser.c ${keyword}_handler`,
    ...more,
  })

const priorityRows = (process: string, since: string, feature: string): readonly Row[] => [
  value(`${process}_priority`, {
    in: at(since, HERE),
    args: [lenient('nice', -20, 19)],
    missing: 'error',
    default: 0,
    feature,
    bad: 'reported, 0 is used',
    example: `${process}_priority -10`,
    doc: `Nice value of the ${process} process; lower is more urgent.`,
    upstream: `global_parser.c ${process}_prio_handler`,
  }),
  flag(`${process}_no_swap`, {
    in: at(since, HERE),
    feature,
    example: `${process}_no_swap`,
    doc: `Locks the ${process} process in memory so that it is never swapped out.`,
    upstream: `global_parser.c ${process}_no_swap_handler`,
  }),
  value(`${process}_rt_priority`, {
    in: at('2.0.0', HERE),
    args: [lenient('priority', 1, 99, { notes: 'the bounds are those of the kernel for SCHED_RR' })],
    missing: 'error',
    default: { derived: 'no real-time scheduling' },
    feature,
    bad: 'no number is reported and ignored; out of range is reported and the nearest bound is used',
    example: `${process}_rt_priority 50`,
    doc: `Runs the ${process} process under real-time scheduling with this priority.`,
    upstream: `global_parser.c ${process}_rt_priority_handler`,
  }),
  value(`${process}_cpu_affinity`, {
    in: at('2.0.17', HERE),
    args: [
      arg('cpu', 'int', { min: 0, number: 'lenient', variadic: true, notes: 'up to the last CPU that is online on the host' }),
    ],
    missing: 'error',
    default: { derived: 'all CPUs' },
    feature,
    bad: 'a bad number is reported and clears the whole set',
    example: `${process}_cpu_affinity 0 1`,
    doc: `CPUs on which the ${process} process may run, by number.`,
    upstream: `global_parser.c ${process}_cpu_affinity_handler`,
  }),
  value(`${process}_rlimit_rttime`, {
    in: at('2.1.0', HERE),
    args: [lenient('limit', 1, U32, { unit: 'us', notes: '1 counts as 2' })],
    default: 10000,
    feature,
    bad: 'reported, the limit becomes 0',
    example: `${process}_rlimit_rttime 20000`,
    doc: `Microseconds of CPU time the ${process} process may use in one go under real-time scheduling.`,
    upstream: `global_parser.c ${process}_rt_rlimit_handler`,
  }),
  value(`${process}_rlimit_rtime`, {
    in: at('2.0.0', HERE),
    args: [lenient('limit', 1, U32, { unit: 'us' })],
    default: 10000,
    aliasOf: `${process}_rlimit_rttime`,
    deprecated: `${process}_rlimit_rttime`,
    deprecationLogged: true,
    feature,
    bad: 'reported, the limit becomes 0; that it is out of date is only logged',
    example: `${process}_rlimit_rtime 20000`,
    doc: `Misspelt name of ${process}_rlimit_rttime.`,
    upstream: `global_parser.c ${process}_rt_rlimit_handler`,
  }),
]

const MASK_BITS = 'IRUSR IWUSR IXUSR IRWXU IRGRP IWGRP IXGRP IRWXG IROTH IWOTH IXOTH IRWXO'.split(' ')
const OLD_MASK_BITS = MASK_BITS.filter((bit) => !bit.startsWith('IRWX'))

/** One word of a umask: a number, or names of bits with a bar between them. */
const maskWord = (bits: readonly string[]): string => {
  const bit = `(?:${bits.join('|')})`
  return `^(?:0[0-7]{0,3}|0[xX]0*1?[0-9a-fA-F]{1,2}|(?!0)${upTo(511).replace('0*', '')}|\\|?(?:${bit}(?:\\|${bit})*\\|?)?)$`
}

/** Names, scheduling, scripts and security of the processes. */
export const GLOBAL_DEFS_PROCESS_ROWS: readonly Row[] = [
  flag('process_names', {
    in: at('2.0.16', HERE),
    default: null,
    example: 'process_names',
    doc: 'Gives the child processes telling names; a later *_process_name replaces one of them.',
    upstream: 'global_parser.c process_names_handler',
  }),
  nameRow('process_name', '2.0.16', 'parent process', { default: { derived: 'the name of the program' } }),
  nameRow('vrrp_process_name', '2.0.16', 'VRRP process', { feature: '_WITH_VRRP_' }),
  nameRow('checker_process_name', '2.2.0', 'checker process', { feature: '_WITH_LVS_' }),
  nameRow('lvs_process_name', '2.0.16', 'checker process', {
    feature: '_WITH_LVS_',
    aliasOf: 'checker_process_name',
    deprecated: 'checker_process_name',
    deprecationLogged: true,
  }),
  nameRow('bfd_process_name', '2.0.16', 'BFD process', { feature: '_WITH_BFD_' }),
  ...priorityRows('vrrp', '1.2.20', '_WITH_VRRP_'),
  ...priorityRows('checker', '1.2.20', '_WITH_LVS_'),
  ...priorityRows('bfd', '2.0.0', '_WITH_BFD_'),
  value('max_auto_priority', {
    in: at('2.1.0', HERE),
    args: [
      lenient('priority', -1, 99, {
        optional: true,
        notes: 'without it the highest one; the upper bound is that of the kernel; -1 only silences the hint at the start',
      }),
    ],
    default: 0,
    bad: IGNORED,
    example: 'max_auto_priority 50',
    doc: 'Highest real-time priority to which a process may raise itself when it finds that it runs late; 0 means never.',
    upstream: 'global_parser.c max_auto_priority_handler',
  }),
  value('min_auto_priority_delay', {
    in: at('2.1.0', HERE),
    args: [lenient('delay', 1, 10000000, { unit: 'us' })],
    missing: 'error',
    default: 1000000,
    bad: IGNORED,
    example: 'min_auto_priority_delay 500000',
    doc: 'Microseconds a process must be late before it raises its priority.',
    upstream: 'global_parser.c min_auto_priority_delay_handler',
  }),
  value('umask', {
    in: at('2.0.9', HERE),
    args: [
      arg('mask', 'umask', {
        min: 0,
        max: 511,
        enum: MASK_BITS,
        variadic: true,
        pattern: maskWord(MASK_BITS),
        older: { until: '2.2.7', enum: OLD_MASK_BITS, pattern: maskWord(OLD_MASK_BITS) },
        notes: 'a number (leading 0 octal, 0x hexadecimal), or names of bits with a bar between them that may stand alone',
      }),
    ],
    extra: 'error',
    default: '0177',
    bad: 'reported and ignored, also a number that is followed by more words; the command line takes precedence',
    example: 'umask 0027',
    doc: 'Permission bits that new files do not get.',
    upstream: 'global_parser.c umask_handler',
  }),
  value('random_seed', {
    in: at('2.0.15', HERE),
    args: [int('seed', 0, U32)],
    default: { derived: 'taken from the clock' },
    bad: IGNORED,
    example: 'random_seed 42',
    doc: 'Seed for the random number variable; it comes too late to have an effect.',
    upstream: 'global_parser.c random_seed_handler',
  }),
  value('startup_script', {
    in: at('2.1.0', HERE),
    args: SCRIPT_ARGS,
    shape: 'first-or-object',
    repeat: 'warn-and-ignore',
    missing: 'error',
    bad: NO_SCRIPT,
    example: 'startup_script "/usr/local/bin/begin.sh all" root root',
    doc: 'Command that the parent process runs before it starts the others.',
    upstream: 'global_parser.c startup_script_handler',
  }),
  value('startup_script_timeout', {
    in: at('2.1.0', HERE),
    args: [lenient('seconds', 1, 1000, { unit: 's' })],
    missing: 'error',
    default: 10,
    bad: IGNORED,
    example: 'startup_script_timeout 20',
    doc: 'Seconds the start script may take.',
    upstream: 'global_parser.c startup_script_timeout_handler',
  }),
  value('shutdown_script', {
    in: at('2.1.0', HERE),
    args: SCRIPT_ARGS,
    shape: 'first-or-object',
    repeat: 'warn-and-ignore',
    missing: 'error',
    bad: NO_SCRIPT,
    example: 'shutdown_script /usr/local/bin/end.sh',
    doc: 'Command that the parent process runs after the others have ended.',
    upstream: 'global_parser.c shutdown_script_handler',
  }),
  value('shutdown_script_timeout', {
    in: at('2.1.0', HERE),
    args: [lenient('seconds', 1, 1000, { unit: 's' })],
    missing: 'error',
    default: 10,
    bad: IGNORED,
    example: 'shutdown_script_timeout 20',
    doc: 'Seconds the end script may take.',
    upstream: 'global_parser.c shutdown_script_timeout_handler',
  }),
  value('script_user', {
    in: at('1.3.0', HERE),
    args: [arg('user', 'user'), arg('group', 'group', { optional: true })],
    missing: 'error',
    default: { derived: 'keepalived_script if there is such an account, else the account keepalived runs as' },
    bad: 'an unknown account is reported, and every script that relies on it is lost',
    example: 'script_user nobody nogroup',
    doc: 'Account, and group, under which scripts run that name none of their own.',
    upstream: 'global_parser.c script_user_handler',
  }),
  flag('enable_script_security', {
    in: at('1.3.0', HERE),
    example: 'enable_script_security',
    doc: 'Refuses scripts that run as root although somebody else could change them; without it -t ends with status 6 on any script.',
    upstream: 'global_parser.c script_security_handler',
  }),
  value('use_symlink_paths', {
    in: at('2.3.0', HERE),
    args: [ENABLE],
    default: false,
    bad: IGNORED,
    example: 'use_symlink_paths on',
    doc: 'Leaves symbolic links in the paths of scripts as they are written.',
    upstream: 'global_parser.c use_symlink_path_handler',
  }),
]
