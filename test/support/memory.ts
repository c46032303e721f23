import type { Loader } from '../../src/expand/load.ts'

/** A loader over files in memory. */
export function memory(files: Readonly<Record<string, string>>): Loader {
  const paths = Object.keys(files)
  return {
    read: (path) => {
      const text = files[path]
      if (text !== undefined) return { ok: true, text }
      return { ok: false, why: paths.some((one) => one.startsWith(`${path}/`)) ? 'it is a directory' : 'there is no such file' }
    },
    list: (directory) => {
      const prefix = directory === '.' ? '' : `${directory}/`
      const below = paths.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length).split('/')[0] as string)
      return below.length === 0 ? undefined : [...new Set(below)]
    },
  }
}
