/** Small configurations for the examples of these rules: one service that keepalived has nothing to say about. */
const SERVER = '    real_server 10.0.1.1 80 {\n    }\n'

/** `{method}` and the like are left to the settings. */
export const bare = (settings: string, servers: string = SERVER, head = '10.0.0.1 80'): string =>
  `virtual_server ${head} {\n${settings}${servers}}\n`

export const service = (settings: string, servers: string = SERVER, head = '10.0.0.1 80'): string =>
  bare(`    lb_algo wrr\n    lb_kind NAT\n    protocol TCP\n${settings}`, servers, head)

/** A real server with these lines. */
export const real = (lines: string, head = '10.0.1.1 80'): string => `    real_server ${head} {\n${lines}    }\n`

/** A service whose one real server has this checker. */
export const checked = (checker: string, lines: string): string => service('', real(`        ${checker} {\n${lines}        }\n`))

/** One line of a checker. */
export const line = (text: string): string => `            ${text}\n`

/** A group with these entries. */
export const group = (entries: string, name = 'web'): string => `virtual_server_group ${name} {\n${entries}}\n`
export const ENTRY = '    10.0.0.1 80\n'

/** A service by mark. */
export const marked = (lines: string): string =>
  bare(`    lb_algo wrr\n    lb_kind NAT\n${lines}`, real('', '10.0.1.1'), 'fwmark 5')

export const TWO_SERVERS = real('        weight 2\n') + real('        weight 3\n', '10.0.1.2 80')
