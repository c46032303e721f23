import { type Dialect, DPVS_19, dialectOf, keepalived, LATEST_KEEPALIVED, LVS_122 } from './dialects.ts'
import { OWN_WORDS } from './own-words.ts'

/** A dialect and why it was taken. */
export interface Choice {
  readonly dialect: Dialect
  readonly reason: string
}

/**
 * The dialect of a target name; for `auto` (and names that are none) the lineage whose own words stand in the text.
 *
 * @param fallback - what a text without such words is read as.
 *
 * @example chooseDialect('auto', 'virtual_server match SNAT1 {\n}\n').dialect.id // 'dpvs-1.9'
 */
export function chooseDialect(target: string, text: string, fallback: Dialect = keepalived(LATEST_KEEPALIVED)): Choice {
  const named = dialectOf(target)
  if (named !== undefined) return { dialect: named, reason: 'named' }
  const { dpvs, lvs, keepalived: upstream } = evidenceIn(text)
  if (dpvs !== undefined) return { dialect: DPVS_19, reason: `${dpvs} is of DPVS only` }
  if (lvs !== undefined)
    return { dialect: LVS_122, reason: `\`${lvs}\` is a word of the 1.2.2 LVS edition, and nothing is of DPVS only` }
  if (upstream !== undefined) {
    return { dialect: keepalived(LATEST_KEEPALIVED), reason: `\`${upstream}\` is a word of newer keepalived` }
  }
  return { dialect: fallback, reason: 'no word of the file decides' }
}

/** A use of a common word that only one reader understands: what stands behind the word, by a pattern. */
interface Form {
  readonly reader: 'dpvs' | 'lvs'
  readonly behind: RegExp
  /** How a message names it. */
  readonly name: string
}

/** The rest of a header, lines of comments, and the address of the first entry. */
const FIRST_ENTRY = '^[^\\n]*\\n(?:[ \\t\\r]*(?:[#!{][^\\n]*)?\\n)*[ \\t]*[\\d.:a-fA-F/-]+'

const FORMS: Readonly<Record<string, readonly Form[]>> = {
  virtual_server: [{ reader: 'dpvs', behind: /^[ \t]+match[ \t]/, name: '`virtual_server match`' }],
  lb_algo: [{ reader: 'dpvs', behind: /^[ \t]+conhash\b/, name: '`lb_algo conhash`' }],
  // Every line of DPVS names an interface, without which it would read past the line; those of 1.2.2 are addresses.
  local_address_group: [
    { reader: 'dpvs', behind: new RegExp(`${FIRST_ENTRY}[ \\t]+[A-Za-z]`), name: 'a `local_address_group` with interfaces' },
    { reader: 'lvs', behind: new RegExp(`${FIRST_ENTRY}[ \\t\\r]*(?:[#!\\n]|$)`), name: '' },
  ],
}

/** How much of the text behind a word is looked at. */
const NEAR = 1000

/** How far behind a word of lvs-1.2.2 one of DPVS is looked for: every service of such a file has one. */
const FARTHEST = 100_000

interface Evidence {
  readonly dpvs?: string
  readonly lvs?: string
  readonly keepalived?: string
}

/** The first word of each reader among the words that begin a line or follow a brace. Stops where nothing can change the choice. */
function evidenceIn(text: string): Evidence {
  const own = { dpvs: new Set(OWN_WORDS.dpvs), lvs: new Set(OWN_WORDS.lvs), keepalived: new Set(OWN_WORDS.keepalived) }
  let lvs: string | undefined
  let upstream: string | undefined
  let end = text.length
  for (const match of text.matchAll(/(?:^|[\n{}])[ \t]*([A-Za-z_][\w-]*)/g)) {
    const word = match[1] as string
    const at = match.index + match[0].length
    if (at > end) break
    const form = Object.hasOwn(FORMS, word) ? formAt(FORMS[word] as readonly Form[], text, at) : undefined
    const isLvs = lvs === undefined && own.lvs.has(word)
    const isUpstream = upstream === undefined && own.keepalived.has(word)
    if (!(isLvs || isUpstream || form !== undefined || own.dpvs.has(word)) || isCommented(text, match.index)) continue
    if (form?.reader === 'dpvs') return { dpvs: form.name }
    if (own.dpvs.has(word)) return { dpvs: `\`${word}\`` }
    if (isLvs) {
      lvs = word
      end = Math.min(end, at + FARTHEST)
    } else if (isUpstream) upstream = word
    if (form?.reader === 'lvs') break
  }
  return { ...(lvs === undefined ? {} : { lvs }), ...(upstream === undefined ? {} : { keepalived: upstream }) }
}

/** A brace in a comment. */
const isCommented = (text: string, at: number): boolean =>
  text[at] !== '\n' && /[#!]/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))

function formAt(forms: readonly Form[], text: string, at: number): Form | undefined {
  const behind = text.slice(at, at + NEAR)
  return forms.find((form) => form.behind.test(behind))
}
