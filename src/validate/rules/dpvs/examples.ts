/** A whole service of DPVS. */
export const service = (lines: string, header = '10.0.0.1 80', servers = ['10.0.1.1 80', '10.0.1.2 80']): string =>
  `virtual_server ${header} {\n    lb_algo rr\n    lb_kind FNAT\n    protocol TCP\n${lines}${servers
    .map((server) => `    real_server ${server} {\n        TCP_CHECK {\n        }\n    }\n`)
    .join('')}}\n`
