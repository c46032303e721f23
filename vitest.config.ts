import { defineConfig } from 'vitest/config'

// `--mode long` (npm run test:long): also the files *.long.ts, and KEEPALIVED_CONF_LONG=1 for property tests that scale their runs.
export default defineConfig(({ mode }) => {
  const long = mode === 'long'
  return {
    test: {
      include: ['test/**/*.test.ts', ...(long ? ['test/**/*.long.ts'] : [])],
      env: long ? { KEEPALIVED_CONF_LONG: '1' } : {},
      testTimeout: long ? 600_000 : 20_000,
      coverage: { include: ['src/**/*.ts'], exclude: ['src/**/*.d.ts'], reportsDirectory: 'coverage' },
    },
  }
})
