/** A place in the model: keys of blocks and arguments, and for elements of a list their index (from 0) or the words they are written with. */
export type Path = string | readonly Step[]
export type Step = string | number

/**
 * The steps of a path, undefined where it is none.
 *
 * @example stepsOf('virtual_server["10.0.0.1 80"].real_server[0].weight') // ['virtual_server', '10.0.0.1 80', 'real_server', 0, 'weight']
 */
export function stepsOf(path: Path): readonly Step[] | undefined {
  if (typeof path !== 'string') return Array.isArray(path) && path.every(isStep) ? path : undefined
  const steps: Step[] = []
  const pattern = /(?:^|\.)([^.[\]"\s]+)|\[(?:(\d+)|("(?:[^"\\]|\\.)*"))\]/y
  while (pattern.lastIndex < path.length) {
    const match = pattern.exec(path)
    if (match === null) return undefined
    const [, key, index, words] = match
    const step = key ?? (index !== undefined ? Number(index) : unquoted(words as string))
    if (step === undefined) return undefined
    steps.push(step)
  }
  return steps
}

const isStep = (step: unknown): step is Step =>
  typeof step === 'string' || (typeof step === 'number' && Number.isSafeInteger(step) && step >= 0)

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string
  } catch {
    return undefined
  }
}

/** `virtual_server[0].real_server[1]` */
export const written = (steps: readonly Step[]): string =>
  steps
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[^.[\]"\s]+$/.test(step)) return `[${JSON.stringify(step)}]`
      return i === 0 ? step : `.${step}`
    })
    .join('')
