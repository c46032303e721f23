import { blockOf, settingSpan } from '../../look.ts'
import type { Rule } from '../../rule.ts'
import { isMeant } from '../../service.ts'
import { globals } from './examples.ts'

const MAIL = ['notification_email {', '    admin@example.org', '}', 'smtp_server 192.0.2.25'] as const

/** V054. The other two that are made up, the name for HELO and the time to wait, are right for most. */
export const mailSender: Rule = {
  code: 'global/mail-sender',
  lineages: ['keepalived'],
  severity: 'info',
  effect: 'default',
  message: () => 'mails are sent, and `notification_email_from` does not say from whom',
  consequence: () => 'the sender is the account that keepalived runs as, at the name of this host',
  help: () => 'Write `notification_email_from` with an address that the mail server takes.',
  reported: false,
  explanation:
    'Once there is an smtp_server, keepalived fills in what is missing (init_global_data): a sender made of user and host, the host name for HELO, and 30 seconds. Many mail servers refuse a sender whose domain does not exist.',
  bad: globals(...MAIL),
  good: globals(...MAIL, 'notification_email_from lvs1@example.org'),
  check(subject, report) {
    const global = blockOf(subject.model, 'global_defs')
    if (global?.smtp_server === undefined || global.notification_email === undefined) return
    if (!isMeant(global, 'notification_email_from')) report({ ...settingSpan(subject, global, 'smtp_server'), data: [] })
  },
}
