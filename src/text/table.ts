// Tables of numbers that grow while they are written. What was never written takes no memory, so room costs nothing; copies do.

/** The same table with twice the room. */
export function grown(table: Int32Array): Int32Array {
  const bigger = new Int32Array(table.length * 2)
  bigger.set(table)
  return bigger
}

/** The used part of a table; a copy only where that frees half of the room. */
export const fitting = (table: Int32Array, length: number): Int32Array =>
  length * 2 < table.length ? table.slice(0, length) : table.subarray(0, length)
