import { originOf } from '../../../bind/origins.ts'
import type { Span } from '../../../diagnostics/finding.ts'
import { walkPath } from '../../../facts/paths.ts'
import { blocks, headerSpan, textOf } from '../../look.ts'
import { absoluteOf, lookUpOf } from '../../machine.ts'
import type { Rule, Subject } from '../../rule.ts'
import { closeSpan } from '../../typed-words.ts'
import { MACHINE } from './examples.ts'

const example = (path: string): string => `track_file load {\n    file ${path}\n}\n`

/** V108: track_file_end_handler. */
export const trackFileDirectory: Rule = {
  code: 'host/track-file-directory',
  lineages: ['keepalived'],
  since: '2.2.8',
  severity: 'error',
  effect: 'rejected',
  message: (name, directory) =>
    directory === '/'
      ? `the file of track_file \`${name}\` stands in the root directory`
      : `the directory \`${directory}\` of track_file \`${name}\` does not exist`,
  consequence: () => 'it is reported and removed, and so is everything that tracks it',
  help: (_name, directory) =>
    directory === '/'
      ? 'Put the file into a directory below the root.'
      : 'Make the directory before keepalived starts, or name one that exists.',
  reported: true,
  explanation:
    'A tracked file need not exist, but its directory must, since that is what keepalived watches. A file directly below the root is refused too, because the part in front of its last slash is empty.',
  bad: example('/var/load'),
  good: example('/etc/keepalived/load'),
  example: { target: '2.4.3', facts: MACHINE },
  check(subject, report) {
    const lookUp = lookUpOf(subject)
    for (const block of blocks(subject.model, 'track_file')) {
      const path = textOf(block, 'file')
      const slash = path?.lastIndexOf('/') ?? -1
      if (path === undefined || slash < 0) continue
      const directory = path.slice(0, slash)
      const whole = absoluteOf(subject, directory)
      const stop = directory === '' ? 'absent' : whole === undefined ? 'unknown' : walkPath(whole, lookUp).stop
      if (stop === undefined || stop === 'unknown') continue
      report({ ...endOf(subject, block), data: [textOf(block, 'name') ?? '', directory === '' ? '/' : directory] })
    }
  },
}

/** It is judged when its block closes. */
function endOf(subject: Subject, block: object): Span {
  const origin = originOf(subject.origins, block)
  return origin === undefined ? headerSpan(subject, block) : closeSpan(subject, origin)
}
