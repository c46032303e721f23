import { LATEST_KEEPALIVED } from '../schema/dialects.ts'

/** Put in by the build. */
declare const __VERSION__: string

export const VERSION_NUMBER: string = typeof __VERSION__ === 'undefined' ? '0.0.0-source' : __VERSION__

export const versionText = (program: string): string =>
  `${program} ${VERSION_NUMBER} (knows keepalived up to ${LATEST_KEEPALIVED}, DPVS up to 1.9.8, and lvs-1.2.2)\n`
