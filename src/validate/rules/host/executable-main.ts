import type { FileFact } from '../../../facts/facts.ts'
import { walkPath } from '../../../facts/paths.ts'
import { absoluteOf, lookUpOf } from '../../machine.ts'
import type { Rule } from '../../rule.ts'
import { instance } from './examples.ts'

const directory: FileFact = { kind: 'directory', mode: 0o755, uid: 0, gid: 0 }
const executable: FileFact = { kind: 'file', mode: 0o755, uid: 0, gid: 0 }

/** check_conf_file and open_and_check_glob: a file with an execute bit is left out like one that is not there. */
export const executableMain: Rule = {
  code: 'host/executable-main',
  lineages: ['keepalived'],
  since: '1.4.0',
  severity: 'error',
  effect: 'outage',
  message: () => 'the configuration file has an execute bit',
  consequence: () => 'keepalived does not read it: it starts with nothing to do, and its test succeeds',
  help: () => 'Take the bit away: `chmod a-x`.',
  reported: true,
  exit: 'unread',
  explanation:
    'A file that can be executed is no configuration to keepalived, be it the main file or an included one. Of the main file nothing is read then, and the test answers with status 0.',
  bad: instance(),
  good: '# nothing yet\n',
  example: { target: '2.4.3', facts: { directory: '/', files: { '/': directory, '/lvs.conf': executable } } },
  check(subject, report) {
    const [main] = subject.originals
    // Of a file that says nothing, nothing is lost.
    const path =
      main === undefined || main.file === '' || main.statements.count === 0 ? undefined : absoluteOf(subject, main.file)
    if (path === undefined) return
    const lookUp = lookUpOf(subject)
    const { real } = walkPath(path, lookUp)
    const file = real === undefined ? undefined : lookUp(real)
    if (file?.kind === 'file' && (file.mode & 0o111) !== 0) report({ file: 0, start: 0, end: 0, data: [] })
  },
}
