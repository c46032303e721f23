import { readFileSync } from 'node:fs'
import { rows, scan } from './scanner.mjs'

/**
 * What a contender does. Everything it needs is made before the clock starts.
 *
 * @typedef {object} Task
 * @property {string} task key of TASKS
 * @property {string} file its input
 * @property {string} [library] the bundled library
 */

const TASKS = {
  scanner({ text }) {
    return () => scan(text)
  },
  'scanner + table'({ text }) {
    return () => rows(scan(text))
  },
  parse({ text, library }) {
    return () => library.parseDocument(text, '', library.UPSTREAM)
  },
  // To the model, so that nothing that waits until it is asked for is left out. Whatever it includes is a small file.
  load({ text, library }) {
    const included = { ok: true, text: 'virtual_server_group g {\n    10.0.0.1 80\n}\n' }
    const loader = { read: (path) => (path === 'main.conf' ? { ok: true, text } : included), list: () => undefined }
    return async () => (await library.load('main.conf', loader, { target: '2.4.3' })).value.bound
  },
  async jsonc({ text }) {
    const { parseTree } = await import('jsonc-parser')
    return () => parseTree(text)
  },
  async yaml({ text }) {
    const { Parser } = await import('yaml')
    return () => [...new Parser().parse(text)]
  },
  'JSON.parse'({ text }) {
    return () => JSON.parse(text)
  },
  'JSON.stringify'({ text }) {
    const value = JSON.parse(text)
    return () => JSON.stringify(value)
  },
  write({ text, library }) {
    const { formatVersion: _, target, ...model } = JSON.parse(text)
    // The length makes one string of what was put together.
    return () => library.write(model, { target }).value.charCodeAt(0)
  },
  decode({ text, library }) {
    const codec = library.modelCodec('keepalived-2.2.7')
    const value = JSON.parse(text)
    return () => codec.decode(value)
  },
}

/** @param {Task} task */
export async function taskOf({ task, file, library }) {
  // From bytes, so that the text is one flat string: what `generate` returns is a rope that the first contender would have to flatten.
  const text = readFileSync(file).toString()
  return TASKS[task]({ text, library: library === undefined ? undefined : await import(library) })
}
