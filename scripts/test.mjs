// npm test: every check that a change must pass, in order; the first failure ends the run.
// The last line counts the tests in words that CI systems read: 'N passed, N failed, N skipped'.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const summary = join(mkdtempSync(join(tmpdir(), 'keepalived-conf-test-')), 'vitest.json')

const steps = [
  ['typecheck', ['run', '--silent', 'typecheck']],
  ['lint', ['run', '--silent', 'lint']],
  ['build', ['run', '--silent', 'build']],
  ['api:check', ['run', '--silent', 'api:check']],
  ['test:nodes', ['run', '--silent', 'test:nodes']],
  ['vitest', ['exec', '--', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${summary}`]],
]

function run(name, args) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit' })
  console.log(
    `── ${name}: ${status === 0 ? 'ok' : `failed (exit ${status})`}, ${((performance.now() - start) / 1000).toFixed(1)} s`,
  )
  return status === 0
}

const failed = steps.find(([name, args]) => !run(name, args))?.[0]
if (failed !== undefined) process.exitCode = 1
if (failed === undefined || failed === 'vitest') {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(summary, 'utf8'))
  // A file that cannot be loaded has no tests to count, but it failed.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  )
  const skipped = numPendingTests + numTodoTests
  console.log(`\n${numPassedTests} passed, ${numFailedTests + broken.length} failed, ${skipped} skipped`)
} else {
  console.log(`\nnpm test stopped at ${failed}`)
}
