import type { Config } from '../config.ts'
import type { Shape } from '../schema/shape.ts'
import { modelShape } from '../schema/shape.ts'
import { fail } from './editing.ts'
import { isRecord } from './equal.ts'
import { isBlockField } from './fields.ts'
import { proven } from './finish.ts'
import { changeFrom, type Edits } from './operations.ts'
import { type Path, written } from './path.ts'
import { resolve } from './resolve.ts'
import { updated, valueAt } from './update.ts'

/**
 * Edits that give a block another name, in its header and wherever the name is used: an instance in its sync groups, a script in the lists of what is
 * tracked. A name that another block of the kind has is refused.
 *
 * @example rename(config, 'vrrp_instance["A"]', 'B')
 */
export const rename = (config: Config, path: Path, name: string): Edits =>
  proven(config, path, (run) => {
    const place = resolve(run, path)
    if (place === undefined) return run.model
    const item = place.items[0]
    const field = item?.field
    const arg = field?.row.args[0]
    const block = place.value
    if (
      field === undefined ||
      !isBlockField(field) ||
      arg === undefined ||
      !isRecord(block) ||
      typeof block[arg.name] !== 'string'
    ) {
      return fail(run, 'edit/no-such-place', `name of ${written(place.steps)}`)
    }
    const old = block[arg.name] as string
    if (old === name) return run.model
    const others = valueAt(run.model, place.steps.slice(0, -1))
    if (Array.isArray(others) && others.some((one) => isRecord(one) && one[arg.name] === name)) {
      return fail(run, 'edit/name-taken', field.row.keyword)
    }
    const shape = modelShape(run.reading.schema.root, run.reading.dialect.number)
    const named = updated(run.model, [...place.steps, arg.name], () => name)
    const next = withName(named, shape, { kind: field.key, old, name })
    changeFrom(run, undefined, next, [place.steps])
    return next
  })

interface Renaming {
  /** The keyword that defines the name. */
  readonly kind: string
  readonly old: string
  readonly name: string
}

/** Replaces a name where the table says that one stands. What holds none is the same object as before. As deep as the table nests. */
function withName(value: unknown, shape: Shape, renaming: Renaming): unknown {
  switch (shape.kind) {
    case 'word':
      return value === renaming.old && shape.arg.type === 'ref' && shape.arg.to === renaming.kind ? renaming.name : value
    case 'list': {
      if (!Array.isArray(value)) return value
      const list = value.map((item) => withName(item, shape.item, renaming))
      return list.some((item, i) => item !== value[i]) ? list : value
    }
    case 'record': {
      if (!isRecord(value)) return value
      const changed = Object.keys(value).flatMap((key): [string, unknown][] => {
        const member = shape.keys.get(key)
        const next = member === undefined ? value[key] : withName(value[key], member.shape, renaming)
        return next === value[key] ? [] : [[key, next]]
      })
      return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) }
    }
    case 'any': {
      for (const member of shape.members) {
        const next = withName(value, member, renaming)
        if (next !== value) return next
      }
      return value
    }
    default:
      return value
  }
}
