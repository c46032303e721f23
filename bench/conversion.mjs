import { readFileSync, writeFileSync } from 'node:fs'
import { compete } from './contenders.mjs'
import { ratio } from './statistics.mjs'

const CODECS = `export { modelCodec } from 'src/model/codec.ts'
export { parse } from 'src/config.ts'
export { toJSON } from 'src/json/to-json.ts'
export { write } from 'src/write/write.ts'
`

/** A word that no schedule has. */
const FAULT = 'no such schedule'

/** JSON → model by the codecs, and model → text. */
export async function conversionRows(context) {
  return await codecRows(context)
}

async function codecRows({ options, workshop, say }) {
  say('conversion: JSON → model, model → text')
  const ids = ['codec', 'faults', 'invalid', 'write']
  let library
  try {
    library = await workshop.library('codecs', CODECS)
  } catch (error) {
    return ids.map((id) => ({ id, note: `cannot be bundled yet: ${error.errors?.[0]?.text ?? error.message}` }))
  }
  const { modelCodec, parse, toJSON } = await import(library)
  const text = readFileSync(await workshop.input({ preset: options.size === 'quick' ? '1m' : '10m' }), 'utf8')
  const json = toJSON(parse(text, { target: 'keepalived-2.2.7' }), { form: 'model' })
  if (json.virtual_server === undefined) return ids.map((id) => ({ id, note: 'the model has no virtual servers yet' }))
  const codec = modelCodec('keepalived-2.2.7')
  const file = workshop.path('valid.json')
  writeFileSync(file, JSON.stringify(json))
  const valid = codec.decode(JSON.parse(readFileSync(file, 'utf8')))
  if (valid._tag === 'Left') {
    return ids.map((id) => ({
      id,
      note: `the codec refuses a bound model: ${valid.left.length} errors, ${describe(valid.left[0])}`,
    }))
  }

  const broken = JSON.parse(readFileSync(file, 'utf8'))
  for (const server of broken.virtual_server) server.lb_algo = FAULT
  const brokenFile = workshop.path('broken.json')
  writeFileSync(brokenFile, JSON.stringify(broken))
  const result = codec.decode(broken)
  const errors = result._tag === 'Left' ? result.left.length : 0
  const times = await compete(
    {
      'JSON.parse': { task: 'JSON.parse', file, calls: 3 },
      valid: { task: 'decode', file, library, calls: 3 },
      broken: { task: 'decode', file: brokenFile, library, calls: 3 },
      'JSON.stringify': { task: 'JSON.stringify', file, calls: 3 },
      write: { task: 'write', file, library, calls: 3 },
    },
    7,
  )
  return [
    { id: 'codec', now: ratio(times.valid, times['JSON.parse']) },
    {
      id: 'faults',
      now: errors / broken.virtual_server.length,
      note: `${errors} errors for ${broken.virtual_server.length} faults`,
    },
    { id: 'invalid', now: ratio(times.broken, times.valid) },
    { id: 'write', now: ratio(times.write, times['JSON.stringify']) },
  ]
}

const describe = ({ message, context }) => `${context.map(({ key }) => key).join('.')} ${message ?? ''}`
