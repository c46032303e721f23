/** Small configurations for the examples of rules: an instance that nothing is wrong with, and a few lines of its own. */
export const instance = (lines = '', { name = 'VI_1', vrid = 51, link = 'eth0', address = '192.0.2.10/24' } = {}): string =>
  `vrrp_instance ${name} {\n${link === '' ? '' : `    interface ${link}\n`}    virtual_router_id ${vrid}\n${lines}${addresses(address)}}\n`

const addresses = (address: string): string => (address === '' ? '' : `    virtual_ipaddress {\n        ${address}\n    }\n`)

/** Two instances and the group of both. */
export const pair = (group: string, first = '', second = ''): string =>
  `${instance(first) + instance(second, { name: 'VI_2', vrid: 52, address: '192.0.2.11/24' })}vrrp_sync_group VG_1 {\n${group}}\n`

/** A list of one of the blocks, one entry a line. */
export const list = (keyword: string, ...entries: readonly string[]): string =>
  `    ${keyword} {\n${entries.map((entry) => `        ${entry}\n`).join('')}    }\n`
