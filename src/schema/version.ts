/** `2.4.3` → a number that orders versions; missing parts are 0; letters behind a number are left out. NaN for what is no version. */
export function versionNumber(version: string): number {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?[a-z]?$/.exec(version)
  return match === null ? Number.NaN : Number(match[1]) * 1e6 + Number(match[2] ?? 0) * 1e3 + Number(match[3] ?? 0)
}
