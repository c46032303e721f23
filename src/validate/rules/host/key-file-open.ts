import type { MutableBlock } from '../../../bind/model.ts'
import type { FileFact } from '../../../facts/facts.ts'
import { walkPath } from '../../../facts/paths.ts'
import { KEY_FILE } from '../../../facts/paths-named.ts'
import { blocks, find, lineSpan, textOf } from '../../look.ts'
import { absoluteOf, lookUpOf } from '../../machine.ts'
import type { Rule } from '../../rule.ts'
import { instance, MACHINE } from './examples.ts'

const example = (name: string): string =>
  instance(`    auth_hmac {\n        key 1 file:/etc/${name}\n        active_key 1\n    }\n`)

const keyFile = (mode: number): FileFact => ({ kind: 'file', mode, uid: 0, gid: 0 })

/** V117: vrrp_auth_hmac_read_key_file. */
export const keyFileOpen: Rule = {
  code: 'host/key-file-open',
  lineages: ['keepalived'],
  since: '2.4.0',
  severity: 'error',
  effect: 'accepted',
  message: (id) => `others than its owner may use the file of key ${id}`,
  consequence: () => 'the key is used; keepalived -t ends with status 6',
  help: () => 'Take the rights of group and others away: `chmod go=`.',
  reported: true,
  exit: 'security',
  explanation:
    'A key in a file is kept out of the configuration so that nobody else reads it. A file that its group or others may read, write or execute is used all the same, and counted as a fault of security, status 6.',
  bad: example('open'),
  good: example('closed'),
  example: {
    target: '2.4.3',
    facts: { ...MACHINE, files: { ...MACHINE.files, '/etc/open': keyFile(0o640), '/etc/closed': keyFile(0o600) } },
  },
  check(subject, report) {
    const lookUp = lookUpOf(subject)
    for (const instanceBlock of blocks(subject.model, 'vrrp_instance')) {
      const block = instanceBlock.auth_hmac as MutableBlock | undefined
      if (block === undefined) continue
      const places = find(subject, block, 'key')
      for (const [i, key] of blocks(block, 'key').entries()) {
        const path = textOf(key, 'secret')
        const place = places[i]
        if (place === undefined || path?.startsWith(KEY_FILE) !== true) continue
        const whole = absoluteOf(subject, path.slice(KEY_FILE.length))
        const real = whole === undefined ? undefined : walkPath(whole, lookUp).real
        const file = real === undefined ? undefined : lookUp(real)
        if (file?.kind !== 'file' || (file.mode & 0o077) === 0) continue
        report({ ...lineSpan(subject, place), data: [typeof key.id === 'number' ? key.id : ''] })
      }
    }
  },
}
