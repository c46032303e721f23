// V8 is made for programs that run for long. A check is over in a second, and two of its habits cost more than they give back by then:
// a function is compiled together with those that it calls, and is ready late; and the young generation grows, into memory that nobody has
// touched before. Measured with and without: 100 KB 0.86 ×, 2,000 services 0.82 ×, 20,000 services 0.97 ×, 200,000 services no difference.
const FLAGS = ['--no-turbo-inlining', '--semi-space-growth-factor=1']

/** A smaller file is read before anything is compiled, and asking for the module of the settings takes a millisecond. */
const LEAST_BYTES = 48_000
const MOST_BYTES = 32_000_000

/** The engine of Node 20, which this was measured with. Others have other compilers. */
const MEASURED = /^11\.3\./

/** Called with the size of each file: one of the right size changes the settings, once. */
export function tuner(set: (flag: string) => void = setFlag, engine: string = process.versions.v8): (bytes: number) => void {
  let isOpen = MEASURED.test(engine)
  return (bytes) => {
    if (!isOpen || bytes < LEAST_BYTES || bytes > MOST_BYTES) return
    isOpen = false
    for (const flag of FLAGS) set(flag)
  }
}

const setFlag = (flag: string): void => process.getBuiltinModule('node:v8').setFlagsFromString(flag)
