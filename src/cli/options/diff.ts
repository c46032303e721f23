import { CONFIG_ID, type Command, forTarget } from './option.ts'

export const diff: Command = {
  name: 'diff',
  operands: 'OLD NEW…',
  doc: 'Say what differs between two configurations by meaning: services, servers, instances, addresses, settings.',
  options: [
    {
      long: 'map-vip',
      value: 'CSV',
      kind: 'text',
      doc: 'A file of old and new addresses of services: columns 2 and 3, or 1 and 2 where there are two. A service of OLD that it lacks is a difference.',
    },
    {
      long: 'ignore',
      value: 'KEYWORD',
      kind: 'text',
      many: true,
      doc: 'Leave a keyword out, wherever it stands; several by commas or by several options.',
    },
    {
      long: 'only',
      value: 'BLOCK',
      kind: 'text',
      many: true,
      doc: 'Compare blocks of this keyword of the top level only, with the groups that they name.',
    },
    { long: 'expand-groups', doc: 'Compare services by group as one service an address, in the shape of conf2json.' },
    {
      long: 'format',
      value: 'FORMAT',
      kind: 'words',
      choices: ['text', 'json'],
      default: 'text',
      doc: 'How differences are written: one a paragraph, or as one JSON object.',
    },
    forTarget('auto'),
    CONFIG_ID,
  ],
  notes: [
    'OLD and NEW are configurations (includes are followed), directories (all *.conf of it, as one configuration), or JSON: what `keepalived-conf json` or conf2json print. With the shape of conf2json on one side both are compared in that shape. Several NEW are read as one configuration.',
    'The order of blocks and keywords, aliases, quotes, comments, files, spellings of addresses and plain defaults are no differences. What a reload is known not to apply, or to refuse, is said with the difference.',
    'A side without a word that tells its reader is read as the other side is.',
    'Exit status: 0 no difference, 1 differences, 2 wrong use or input that cannot be read.',
    'One of the files may be `-`, standard input.',
  ],
}
