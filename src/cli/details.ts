import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { visible } from './visible.ts'

/** A message quotes words of the file, and a word can be a damaged file of megabytes. */
const LONGEST = 500

/** A text of a finding as it can be shown: not too long, in one line, nothing that moves a cursor. */
export const shown = (text: string): string => visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

export const placeOf = ({ file, range: { start } }: Pick<Diagnostic, 'file' | 'range'>): string =>
  `${shown(file)}:${start.line}:${start.column}`

/** What the target does with it and what to write instead: what every report says below the message. */
export const advice = ({ consequence, help }: Diagnostic): readonly (readonly [label: string, text: string])[] => [
  ['effect:', shown(consequence)],
  ...(help === undefined ? [] : ([['help:', shown(help)]] as const)),
]

/** The other places of a finding and its fixes, where the format of a report has no place of its own for them. */
export const surroundings = ({ related, fixes }: Diagnostic): readonly (readonly [label: string, text: string])[] => [
  ...related.map((place) => ['see:', `${placeOf(place)}: ${shown(place.message)}`] as const),
  ...fixes.map(({ title, safe }) => ['fix:', `${shown(title)} (${safe ? 'safe' : 'look at it first'})`] as const),
]

/** Labelled lines without colors. */
export const plainLines = (details: readonly (readonly [label: string, text: string])[]): string =>
  details.map(([label, text]) => `${label} ${text}`).join('\n')
