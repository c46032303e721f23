/** `2.4.3` → a number that orders versions; missing parts are 0; letters behind a number are left out. NaN for what is no version. */
export function versionNumber(version: string): number {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?[a-z]?$/.exec(version)
  return match === null ? Number.NaN : Number(match[1]) * 1e6 + Number(match[2] ?? 0) * 1e3 + Number(match[3] ?? 0)
}

/** Whether a version, as a number, is between two that are both included; without them there is no limit on that side. */
export const isWithin = ({ since, until }: { readonly since?: string; readonly until?: string }, version: number): boolean =>
  (since === undefined || versionNumber(since) <= version) && (until === undefined || version <= versionNumber(until))
