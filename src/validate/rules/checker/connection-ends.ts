import { versionNumber } from '../../../schema/version.ts'

/** From 2.2.8 on a host block sets options of the checker around it. */
export const AT_THE_CHECKER = versionNumber('2.2.8')
