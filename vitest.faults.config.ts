import { defineConfig } from 'vitest/config'

/** `npm run faults`: what takes long, or asks for a disk of its own. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.drill.ts', 'tests/race/kill.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
