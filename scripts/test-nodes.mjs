// The Node versions of the package tests, into test/package/nodes/node_modules (Linux on x64 only; elsewhere the tests skip them).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../test/package/nodes', import.meta.url))
const { optionalDependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))

const installed = (name, spec) => {
  const file = `${folder}/node_modules/${name}/package.json`
  return existsSync(file) && spec.endsWith(`@${JSON.parse(readFileSync(file, 'utf8')).version.replace(/^v/, '')}`)
}
const complete = () => Object.entries(optionalDependencies).every(([name, spec]) => installed(name, spec))

if (process.platform !== 'linux' || process.arch !== 'x64') console.log('not Linux on x64: only this Node is tested')
else if (!complete()) {
  spawnSync('npm', ['ci', '--prefix', folder, '--loglevel=error'], { stdio: 'inherit' })
  // An optional package that does not install is no error to npm; in CI a smaller matrix must not pass unnoticed.
  if (!complete()) {
    console.error('some Node versions did not install')
    if (process.env.CI === 'true') process.exitCode = 1
  }
}
