import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What drives a browser or kills processes takes minutes: it begins first, so that nothing long is left for one processor at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => /\.browser\.test|\/faults\/|\.citus\.test/.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter(each => !isLong(each))]
  }
}

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
    sequence: { sequencer: LongestFirst },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
})
