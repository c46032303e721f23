import { writeFileSync } from 'node:fs'
import { compete } from './contenders.mjs'
import { exponent, median } from './statistics.mjs'

const LOAD = `export { load } from 'src/load.ts'
`

const join = (count, item) => Array.from({ length: count }, (_, i) => item(i)).join('')

/** Texts with `count` directives of one kind; `most` is the larger of the two counts that are measured. */
const SHAPES = {
  definitions: {
    most: 10_000,
    text: (count) => `virtual_server_group g {\n${join(count, (i) => `$MARK${i}=${i}\nfwmark $MARK${i}\n`)}}\n`,
  },
  includes: { most: 1000, text: (count) => join(count, (i) => `include group/${i}.conf\n`) },
  sequence: { most: 100_000, text: (count) => `virtual_server_group g {\n~SEQ(I, 1, ${count}) fwmark $I\n}\n` },
}

/** How reading grows where nearly all of the text comes out of directives: the larger input has ten times as many of them. */
export async function expansionRows({ workshop, say }) {
  const library = await workshop.library('load', LOAD)
  const rows = []
  for (const [name, { most, text }] of Object.entries(SHAPES)) {
    say(`expansion: ${name}`)
    const sizes = [most / 10, most]
    const tasks = {}
    for (const count of sizes) {
      const file = workshop.path(`${name}-${count}.conf`)
      writeFileSync(file, text(count))
      tasks[count] = { task: 'load', file, library, warm: count === most ? 10 : 50, calls: count === most ? 1 : 10 }
    }
    const times = await compete(tasks, 9)
    // The lowest times, as for the growth of parsing.
    const lowest = sizes.map((count) => Math.min(...times[count]))
    rows.push({
      id: `growth-${name}`,
      now: exponent(sizes, lowest),
      note: `${sizes[0]} to ${sizes[1]}: ${(median(times[most].map((time, round) => time / times[sizes[0]][round]))).toFixed(1)} times the time`,
    })
  }
  return rows
}
