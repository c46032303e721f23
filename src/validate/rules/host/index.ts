import type { Rule } from '../../rule.ts'
import { executableMain } from './executable-main.ts'
import { keyFileOpen } from './key-file-open.ts'
import { loopbackInterface } from './loopback-interface.ts'
import { noScriptUser } from './no-script-user.ts'
import { scriptSecurity } from './script-security.ts'
import { scriptUnusable } from './script-unusable.ts'
import { scriptWithoutDirectory } from './script-without-directory.ts'
import { staticWithoutDevice } from './static-without-device.ts'
import { testEndsItself } from './test-ends-itself.ts'
import { trackFileDirectory } from './track-file-directory.ts'
import { unknownInterface } from './unknown-interface.ts'
import { unknownNamespace } from './unknown-namespace.ts'
import { unknownRoutingName } from './unknown-routing-name.ts'
import { unknownUser } from './unknown-user.ts'
import { unresolvedHost } from './unresolved-host.ts'

/** Rules about what depends on the machine. */
export const HOST_RULES: readonly Rule[] = [
  executableMain,
  unknownNamespace,
  unknownInterface,
  loopbackInterface,
  staticWithoutDevice,
  unknownUser,
  noScriptUser,
  scriptSecurity,
  scriptUnusable,
  scriptWithoutDirectory,
  testEndsItself,
  unknownRoutingName,
  trackFileDirectory,
  keyFileOpen,
  unresolvedHost,
]
