/**
 * `2.4.3` → a number that orders versions; missing parts are 0; a letter behind the last number is left out. NaN for what is no version.
 * Without a pattern, since every rule and keyword asks at every start.
 */
export function versionNumber(version: string): number {
  let number = 0
  let at = version.startsWith('v') ? 1 : 0
  for (let weight = 1e6; weight >= 1; weight /= 1e3) {
    const from = at
    let part = 0
    for (let c = version.charCodeAt(at); c >= 0x30 && c <= 0x39; c = version.charCodeAt(++at)) part = part * 10 + c - 0x30
    if (at === from) return Number.NaN
    number += part * weight
    if (weight === 1 || version[at] !== '.') break
    at++
  }
  const letter = version.charCodeAt(at)
  if (letter >= 0x61 && letter <= 0x7a) at++
  return at === version.length ? number : Number.NaN
}

/** Whether a version, as a number, is between two that are both included; without them there is no limit on that side. */
export const isWithin = ({ since, until }: { readonly since?: string; readonly until?: string }, version: number): boolean =>
  (since === undefined || versionNumber(since) <= version) && (until === undefined || version <= versionNumber(until))
