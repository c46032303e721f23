import { at } from '../../../define.ts'
import type { Row } from '../../../row.ts'
import { arg, ENABLE, FIRST_KEPT, flag, IGNORED, value } from './args.ts'

const HERE = 'global_defs'
const CHECKS = ['read', 'match', 'wildcard_match', 'brace_match']

const dumpRow = (keyword: string, of: string): Row =>
  value(keyword, {
    in: at('2.3.3', HERE),
    args: [arg('path', 'path', { notes: 'a slash at the end makes it a directory' })],
    missing: 'error',
    extra: 'error',
    bad: 'not exactly one word that is not empty is reported and ignored',
    example: `${keyword} /var/log/keepalived/`,
    doc: `File or directory to which ${of} are written on request.`,
    upstream: `global_parser.c ${keyword}_handler`,
  })

const iprouteRow = (keyword: string, upstream: string, of: string): Row =>
  value(keyword, {
    in: at('2.3.2', HERE),
    args: [arg('directory', 'path')],
    missing: 'error',
    extra: 'error',
    default: { derived: 'the path given when keepalived was built' },
    feature: '_WITH_VRRP_',
    bad: 'not exactly one word is reported and ignored',
    example: `${keyword} /opt/iproute2`,
    doc: `Directory with the ${of} files of iproute2 that name tables, scopes, realms, protocols and groups.`,
    upstream: `global_parser.c ${upstream}`,
  })

/** Reloads, includes, and files that keepalived reads or writes. */
export const GLOBAL_DEFS_FILES_ROWS: readonly Row[] = [
  value('reload_check_config', {
    in: at('2.2.0', HERE),
    args: [arg('logFile', 'path', { optional: true, default: '/dev/null' })],
    default: false,
    bad: 'any path is taken',
    example: 'reload_check_config /var/log/keepalived-check.log',
    doc: 'Tests the configuration before a reload and stays with the old one if anything at all is reported.',
    upstream: 'global_parser.c reload_check_config_handler',
  }),
  value('reload_time_file', {
    in: at('2.1.0', HERE),
    args: [arg('path', 'path')],
    missing: 'error',
    extra: 'error',
    bad: 'not exactly one word is reported and ignored',
    example: 'reload_time_file /etc/keepalived/reload_at',
    doc: 'File that holds the time of the next reload.',
    upstream: 'global_parser.c reload_time_file_handler',
  }),
  flag('reload_repeat', {
    in: at('2.1.0', HERE),
    example: 'reload_repeat',
    doc: 'Reloads whenever the time in reload_time_file comes round, not just once.',
    upstream: 'global_parser.c reload_repeat_handler',
  }),
  value('reload_file', {
    in: at('2.2.0', HERE),
    args: [arg('path', 'path', { optional: true, notes: 'without it keepalived.reload in the directory of the PID files' })],
    bad: 'any path is taken',
    example: 'reload_file /run/keepalived/reload',
    doc: 'File that exists while a reload is under way.',
    upstream: 'global_parser.c reload_file_handler',
  }),
  value('include_check', {
    in: at('2.2.0', HERE),
    args: [
      arg('checks', 'enum', {
        enum: [...CHECKS, ...CHECKS.map((check) => `+${check}`), ...CHECKS.map((check) => `-${check}`)],
        optional: true,
        variadic: true,
        notes: 'none at all means all checks; only the first word may stand without + or -',
      }),
    ],
    default: { derived: 'no checks' },
    bad: 'an unknown word, or a later one without a sign, is reported and ignored',
    example: 'include_check read +match',
    doc: 'What counts as an error in the include lines from here to the end of the file.',
    upstream: 'global_parser.c include_check_handler',
  }),
  value('config_save_dir', {
    in: at('2.2.3', HERE),
    args: [arg('directory', 'path')],
    bad: 'a directory that cannot be used or made is reported and ignored',
    example: 'config_save_dir /var/lib/keepalived/saved',
    doc: 'Directory that keeps a copy of each configuration that was read; even -t makes it.',
    upstream: 'global_parser.c config_save_dir_handler',
  }),
  value('tmp_config_directory', {
    in: at('2.2.0', HERE),
    args: [arg('directory', 'path')],
    repeat: 'warn-and-ignore',
    missing: 'error',
    default: { derived: 'a file in memory' },
    bad: FIRST_KEPT,
    example: 'tmp_config_directory /var/tmp',
    doc: 'Directory for the copy of the configuration that the child processes read.',
    upstream: 'global_parser.c config_copy_directory_handler',
  }),
  value('data_use_instance', {
    in: at('2.2.3', HERE),
    args: [ENABLE],
    default: false,
    bad: IGNORED,
    example: 'data_use_instance on',
    doc: 'Puts the names of instance and namespace into the names of the dump files.',
    upstream: 'global_parser.c data_use_instance_handler',
  }),
  iprouteRow('iproute_usr_dir', 'iproute_usr_handler', 'vendor'),
  iprouteRow('iproute_etc_dir', 'iproute_etc_handler', 'local'),
  dumpRow('state_dump_file', 'the data and states'),
  dumpRow('stats_dump_file', 'the statistics'),
  dumpRow('json_dump_file', 'the data as JSON'),
  value('plugin_dir', {
    in: { [HERE]: { since: '1.1.8', until: '1.2.19' } },
    args: [arg('directory', 'path')],
    missing: 'crash',
    bad: 'never used',
    example: 'plugin_dir /usr/lib/keepalived',
    doc: 'Directory for plugins that never came.',
    upstream: 'global_parser.c plugin_handler (1.2.19)',
  }),
]
