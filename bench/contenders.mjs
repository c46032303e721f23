import { fork } from 'node:child_process'
import { median } from './statistics.mjs'

const script = new URL('./contender.mjs', import.meta.url)

/** What the child says next: the times of its calls. */
function answer(child) {
  return new Promise((resolve, reject) => {
    const ended = (status, signal) => reject(new Error(`a contender ended with ${status ?? signal}`))
    child.once('exit', ended)
    child.once('message', (times) => {
      child.off('exit', ended)
      resolve(times)
    })
  })
}

function ask(child, calls) {
  child.send(calls)
  return answer(child)
}

/**
 * Lets contenders take turns: one after the other inside each round, the order shifted by one from round to round.
 *
 * @param {Readonly<Record<string, import('./tasks.mjs').Task & { warm?: number, calls?: number }>>} tasks `warm`: calls before the first round;
 *   `calls`: calls a round, of which the median counts
 * @param {number} rounds
 * @returns {Promise<Record<string, number[]>>} milliseconds of every round
 */
export async function compete(tasks, rounds) {
  const names = Object.keys(tasks)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  const children = new Map()
  try {
    for (const name of names) {
      const child = fork(script, [JSON.stringify(tasks[name])], { execArgv: ['--max-old-space-size=8000'] })
      children.set(name, child)
      await answer(child)
      await ask(child, tasks[name].warm ?? 3)
    }
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < names.length; i++) {
        const name = names[(i + round) % names.length]
        times[name].push(median(await ask(children.get(name), tasks[name].calls ?? 1)))
      }
    }
  } finally {
    for (const child of children.values()) child.kill()
  }
  return times
}
