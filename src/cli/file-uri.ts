import { isAbsolute, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * How a report that other programs read names a file: relative to the working directory with `/` between names, which is what services that show
 * findings beside a repository want; a file elsewhere by its whole path.
 */
export function reportedFile(directory: string | undefined, file: string): string {
  if (directory === undefined) return file
  const whole = resolve(directory, file)
  const path = relative(directory, whole)
  return path === '' || isAbsolute(path) || path.split(sep)[0] === '..' ? whole : path.split(sep).join('/')
}

/** The same as a URI. A name of a file may have half a surrogate pair, which no URI can have. */
export function uriOf(directory: string | undefined, file: string): string {
  const path = reportedFile(directory, file)
  if (isAbsolute(path)) return pathToFileURL(path).href
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
