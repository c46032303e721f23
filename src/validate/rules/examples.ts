/** Small configurations for the examples of rules: one service with a few lines of its own. */
const SERVER = '    real_server 10.0.1.1 80 {\n    }\n'

export const service = (settings: string, servers: string = SERVER, head = '10.0.0.1 80'): string =>
  `virtual_server ${head} {\n    lb_algo rr\n    protocol TCP\n${settings}${servers}}\n`

/** A service whose one real server has these lines. */
export const server = (lines: string): string => service('', `    real_server 10.0.1.1 80 {\n${lines}    }\n`)
