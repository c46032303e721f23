/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * The median of the ratios inside each round: what slows the machine for a while slows both contenders of a round.
 *
 * @param {readonly number[]} times
 * @param {readonly number[]} reference
 */
export const ratio = (times, reference) => median(times.map((time, round) => time / reference[round]))

/**
 * Least-squares slope of log(time) over log(size): 1 is linear.
 *
 * @param {readonly number[]} sizes
 * @param {readonly number[]} times
 */
export function exponent(sizes, times) {
  const x = sizes.map(Math.log)
  const y = times.map(Math.log)
  const mean = (values) => values.reduce((a, b) => a + b) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const over = x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0)
  return over / x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
}
