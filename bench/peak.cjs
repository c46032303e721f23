// Preloaded into a program (`node --require`) by memory.mjs: on exit writes the most memory it held, in bytes, to the file in BENCH_PEAK.
// Of the process itself, not of the one that started it: the kernel counts the parent's memory at the moment of the start in ru_maxrss.
const { readFileSync, writeFileSync } = require('node:fs')

process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS * 1024
  try {
    peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
  } catch {
    // Not Linux.
  }
  writeFileSync(process.env.BENCH_PEAK, String(peak))
})
