import { describe, expect, it } from 'vitest'
import { parse } from '../../src/config.ts'
import { validateAll } from '../../src/validate/facade.ts'
import { sharedFiles } from '../support/files.ts'

const FILES = sharedFiles('corpus/lvs').filter(({ path }) => path.includes('/dpvs-'))

/** Files in which nothing tells DPVS from keepalived. */
const UNDECIDED: Readonly<Record<string, string>> = {
  'dpvs-tutorial-nat.conf': 'a NAT service with words that keepalived has all',
}

/** No version ever knew it, though the documentation of DPVS has it. */
const NO_WORD = 'schema/unknown-keyword: `nb_sock_retry` is not a keyword of TCP_CHECK'

/** Everything that is found, each once; files that are not here are clean. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  // the group of local addresses is not in the file that was published
  'dpvs-cluster-292vs.conf': ['dpvs/undefined-address-group: no `local_address_group` is named `laddr_g1`', NO_WORD],
  // a mistake of the one who asked
  'dpvs-issue-118-excerpt.conf': [
    'schema/bad-value: `92.168.10.xss` is not what `virtual_server_group` takes: an IP address or a range of addresses in ascending order, or a network with its mask',
  ],
  // written for DPVS before 1.8.2, whose reader passed over what it did not know
  'dpvs-issue-622-excerpt.conf': [
    'schema/removed: this version does not know `nat_mask` in virtual_server any more',
    'schema/misplaced-keyword: `nb_get_retry` does nothing in TCP_CHECK',
  ],
  'dpvs-tutorial-fnat-vrrp.conf': [NO_WORD],
  'dpvs-tutorial-ipv6.conf': [NO_WORD],
  // it writes "real server" for real_server; the nb_sock_retry inside are words of a block that is not read
  'dpvs-tutorial-nat.conf': ['schema/unknown-block: `real` is not a block of virtual_server'],
}

describe.runIf(FILES.length > 0)('configurations of DPVS', () => {
  it.each(FILES.map(({ path, text }) => [path.split('/').at(-1) as string, text] as const))('%s', (name, text) => {
    expect(parse(text).dialect.id).toBe(UNDECIDED[name] === undefined ? 'dpvs-1.9' : 'keepalived-2.4.3')
    const { diagnostics, omitted } = validateAll(parse(text, { target: 'dpvs-1.9' }), { limit: 10_000 })
    const found = diagnostics.map(({ code, message }) => `${code}: ${message}`)
    expect([...new Set(found)]).toEqual(FOUND[name] ?? [])
    expect(omitted).toBe(0)
  })

  it('says which word was meant by nb_sock_retry', () => {
    const text = `virtual_server match a {\n  real_server 10.0.0.1 80 {\n    TCP_CHECK {\n      nb_sock_retry 3\n    }\n  }\n}\n`
    expect(validateAll(parse(text)).diagnostics.map(({ help }) => help)).toEqual([
      'No published version ever knew it; the word is `retry`.',
    ])
  })
})
