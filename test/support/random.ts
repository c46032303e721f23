/** mulberry32: small, fast, the same everywhere. */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What random texts are made of: every character that means something, and a few words that do. */
export const pieces: readonly string[] = [
  ...(' \t\n\r\v\f{}"\'#!\\$@~=(),/*.:-%;<>\0\uFEFF\uDC80é漢😀ab01'.match(/./gsu) ?? []),
  ...['\n', '\n', ' ', ' ', '{\n', '}\n', '\r\n', '"a b"', '\\"', '\\#', '\\\n'],
  ...['include ', 'includea x', '$A=', '$A', '${A}', '${_RANDOM 1 2}', '@id ', '@^id ', '~SEQ(I,1,3) ', '~LST(I,a)', '~SEQ('],
  ...['virtual_server 10.0.0.1 80 {\n', 'real_server 10.0.1.1 80 {\n', 'TCP_CHECK {\n', 'weight 1\n', 'vrrp_instance A {\n'],
  ...['global_defs{', 'local_address_group g {\n', '    ', '  }\n', 'quorum_up "a # b"\n', 'sorry_server 1.2.3.4 80'],
]

export function randomText(seed: number, from: readonly string[], most = 30): string {
  const next = random(seed)
  const count = Math.floor(next() * most)
  let text = ''
  for (let i = 0; i < count; i++) text += from[Math.floor(next() * from.length)]
  return text
}

/** A text with a few characters or lines taken out, doubled, swapped or replaced. */
export function mutate(text: string, seed: number): string {
  const next = random(seed)
  let result = text
  for (let n = 1 + Math.floor(next() * 4); n > 0; n--) {
    const at = Math.floor(next() * (result.length + 1))
    const size = next() < 0.7 ? 1 + Math.floor(next() * 3) : Math.floor(next() * 200)
    const insert = next() < 0.6 ? (pieces[Math.floor(next() * pieces.length)] as string) : result.slice(at, at + size)
    result = result.slice(0, at) + (next() < 0.5 ? insert : '') + result.slice(next() < 0.5 ? at : at + size)
  }
  return result
}
