/** An instance that is right, with more lines and a head before it. */
export const instance = (lines: string, { head = '', address = '192.0.2.10/24' } = {}): string =>
  `${head}vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 100\n    virtual_ipaddress {\n        ${address}\n    }\n${lines}}\n`

/** The same with one list that has one line. */
export const instanceWith = (list: string, line: string): string => instance(`    ${list} {\n        ${line}\n    }\n`)

/** A list of addresses, whose one line this is. */
export const addressLine = (line: string): string => instance('', { address: line })
