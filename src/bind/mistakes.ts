import type { CodeRow } from '../diagnostics/finding.ts'
import type { Lineage } from '../schema/row.ts'

/** A widespread wrong word at one place, with a code that says more than "unknown keyword". */
export interface Mistake {
  readonly lineage: Lineage
  /** Path of the block, as in the keyword table. */
  readonly path: string
  readonly keywords: readonly string[]
  readonly code: CodeRow
}

const example = (line: string): string =>
  `virtual_server 10.0.0.1 80 {\n    lb_algo rr\n    protocol TCP\n    real_server 10.0.1.1 80 {\n        TCP_CHECK {\n            connect_timeout 3\n${line}        }\n    }\n}\n`

/** R02: in later versions the same words are unknown keywords that make the configuration test fail, so they keep that code there. */
export const retryInTcpCheck: CodeRow = {
  code: 'lvs/retry-in-tcp-check',
  severity: 'warning',
  effect: 'ignored',
  message: (keyword) => `\`${keyword}\` does nothing in TCP_CHECK`,
  consequence: () => 'the line is ignored without a word: one failed check takes the server out',
  help: () => 'Leave it out; only HTTP_GET, SSL_GET and SMTP_CHECK of 1.2.2 try again.',
  reported: false,
  explanation:
    'TCP_CHECK of 1.2.2 has exactly three keywords: connect_port, bindto and connect_timeout. Words for retries are silently skipped; nb_sock_retry was never a keyword of any version.',
  bad: example('            nb_get_retry 3\n'),
  good: example(''),
}

/** Looked at for unknown words only. */
export const MISTAKES: readonly Mistake[] = [
  {
    lineage: 'lvs',
    path: 'virtual_server/real_server/TCP_CHECK',
    keywords: ['nb_get_retry', 'delay_before_retry', 'retry', 'nb_sock_retry'],
    code: retryInTcpCheck,
  },
]
