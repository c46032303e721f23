/** An element of an XML text. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The text in front of the first element inside. */
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const plain = (text: string): string => {
  const rest = text.replace(/&(amp|lt|gt|quot);/g, '')
  if (/[&<>]/.test(rest)) throw new Error(`not escaped: ${text}`)
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] as string)
}

/** The elements of an XML text of the plain kind, in the order of their starts. Throws where it is not well formed. */
export function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = []
  const open: string[] = []
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  if (body === xml) throw new Error('no declaration')
  let at = 0
  for (const match of body.matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>([^<]*)/g)) {
    if (match.index !== at) throw new Error(`not XML at ${body.slice(at, at + 60)}`)
    at += match[0].length
    const [, closes, name = '', words = '', isEmpty, text = ''] = match
    if (closes === '/') {
      if (open.pop() !== name) throw new Error(`${name} closes nothing`)
      continue
    }
    const attributes = [...words.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value as string)])
    elements.push({ name, attributes: Object.fromEntries(attributes), text: plain(text) })
    if (isEmpty === '') open.push(name)
  }
  if (at !== body.length || open.length > 0) throw new Error('the text does not end with its last element')
  return elements
}
