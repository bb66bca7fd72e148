import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    typecheck: { enabled: false },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
})
