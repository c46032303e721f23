// A process that does one thing whenever it is told to and answers how long it took. Each contender has a process of its own: in a shared heap
// the garbage of one is collected in the time of another, and a full collection throws away optimized code that is held weakly.
import { taskOf } from './tasks.mjs'

const run = await taskOf(JSON.parse(process.argv[2]))

process.on('message', async (calls) => {
  const times = []
  for (let i = 0; i < calls; i++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  process.send(times)
})
process.send([])
