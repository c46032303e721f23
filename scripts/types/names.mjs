// Names of the generated interfaces: the last part of the path in Pascal case, with parts of the path in front where that is taken.

/** Names that the path would not give readably. */
const NAMES = {
  '': 'Model',
  'virtual_server/sorry_server_lvs_method': 'LvsMethod',
  'virtual_server/real_server/CI-LINUX': 'RemovedChecker',
  'virtual_server/real_server/HTTP_GET/url': 'HttpUrl',
  'virtual_server/real_server/SSL_GET/url': 'SslUrl',
  'virtual_server/real_server/SMTP_CHECK/host': 'SmtpHost',
  'virtual_server/real_group/HTTP_GET/url': 'RealGroupUrl',
}

const pascal = (word) =>
  word
    .replace(/[()]/g, '')
    .split(/[_-]|(?<=[a-z])(?=[A-Z])/)
    .map((part) => part.charAt(0).toUpperCase() + (/^[A-Z\d]+$/.test(part) ? part.slice(1).toLowerCase() : part.slice(1)))
    .join('')

/**
 * @param lineage - of what the interface describes, for a list whose entries differ.
 * @param isTaken - another interface has the name.
 */
export function nameOf(path, lineage, isTaken) {
  if (NAMES[path] !== undefined) return NAMES[path]
  const parts = path.split('/').map(pascal)
  // An entry is named with its list.
  let count = parts.at(-1) === 'Entry' ? 2 : 1
  let name = parts.slice(-count).join('')
  if (lineage === 'lvs' && isTaken(name)) name = `Lvs${name}`
  while (isTaken(name) && count < parts.length) name = parts.slice(-++count).join('')
  for (let n = 2; isTaken(name); n++) name = `${parts.join('')}${n}`
  return name
}
