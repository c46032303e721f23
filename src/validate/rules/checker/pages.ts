import { checked, line } from './examples.ts'

/** A service that is checked by one page with these lines. */
export const page = (...lines: readonly string[]): string =>
  checked('HTTP_GET', `            url {\n${['path /', ...lines].map((one) => `    ${line(one)}`).join('')}            }\n`)

export const URL = `            url {\n    ${line('path /')}            }\n`
