import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{server,shared,kiosk-ui,counter-ui,display-ui}/src/**/*.test.{ts,tsx}',
      'tests/{contract,fuzz,model,paper,race,realtime}/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores: more workers would only make each other late.
    maxWorkers: 2,
  },
})
