import type { Lineage } from './row.ts'

/** Names that the path would not give readably. */
const NAMES: Readonly<Record<string, string>> = {
  '': 'Model',
  'virtual_server/sorry_server_lvs_method': 'LvsMethod',
  'virtual_server/real_server/CI-LINUX': 'RemovedChecker',
  'virtual_server/real_server/HTTP_GET/url': 'HttpUrl',
  'virtual_server/real_server/SSL_GET/url': 'SslUrl',
  'virtual_server/real_server/SMTP_CHECK/host': 'SmtpHost',
  'virtual_server/real_group/HTTP_GET/url': 'RealGroupUrl',
}

/** `virtual_server` → `VirtualServer`, `TCP_CHECK` → `TcpCheck`. */
export const pascal = (word: string): string =>
  word
    .replace(/[()]/g, '')
    .split(/[_-]|(?<=[a-z])(?=[A-Z])/)
    .map((part) => part.charAt(0).toUpperCase() + (/^[A-Z\d]+$/.test(part) ? part.slice(1).toLowerCase() : part.slice(1)))
    .join('')

/**
 * The name of the type of what stands at a path of the model: the last part of the path, with parts of the path in front where that is taken.
 *
 * @param lineage - of what the type describes, where that is one: others than keepalived's have it in front of a name that is taken.
 * @param isTaken - another type has the name.
 * @example typeName('virtual_server/real_server', 'lvs', (name) => name === 'RealServer') // 'LvsRealServer'
 */
export function typeName(path: string, lineage: Lineage | undefined, isTaken: (name: string) => boolean): string {
  const parts = path.split('/').map(pascal)
  // An entry is named with its list.
  let count = parts.at(-1) === 'Entry' ? 2 : 1
  let name = NAMES[path] ?? parts.slice(-count).join('')
  if (lineage !== undefined && lineage !== 'keepalived' && isTaken(name)) name = `${pascal(lineage)}${name}`
  while (isTaken(name) && count < parts.length) name = parts.slice(-++count).join('')
  for (let n = 2; isTaken(name); n++) name = `${parts.join('')}${n}`
  return name
}
