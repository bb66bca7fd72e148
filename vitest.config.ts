import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    typecheck: { enabled: false },
    // What the pages' scripts are bundled into stands where the built program has it.
    globalSetup: 'test/engines/islands.ts',
    setupFiles: 'test/draws.ts',
    // A busy machine is no fault: only what hangs is ended.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // Vitest would leave a processor idle: half of a small machine.
    maxWorkers: availableParallelism(),
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
})
