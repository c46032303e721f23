// Run with --expose-gc by memory.mjs: what the tokens and the tree of one file keep, computed and observed.
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const [, , file, library] = process.argv
const { parseDocument, UPSTREAM } = await import(library)

async function used() {
  // Buffers are freed by another thread after the collection that finds them dead.
  for (let i = 0; i < 2; i++) {
    globalThis.gc()
    await setTimeout(100)
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Bytes of the buffers below a value, each once. */
function bufferBytes(value, seen) {
  if (value === null || typeof value !== 'object' || seen.has(value)) return 0
  seen.add(value)
  if (ArrayBuffer.isView(value)) return seen.has(value.buffer) ? 0 : bufferBytes(value.buffer, seen)
  if (value instanceof ArrayBuffer) return value.byteLength
  return Object.values(value).reduce((sum, child) => sum + bufferBytes(child, seen), 0)
}

const bytes = readFileSync(file)
const text = bytes.toString()
parseDocument(text.slice(0, 10_000), '', UPSTREAM)
const before = await used()
const document = parseDocument(text, '', UPSTREAM)
const observed = (await used()) - before
process.stdout.write(JSON.stringify({ size: bytes.length, computed: bufferBytes(document, new Set()), observed }))
