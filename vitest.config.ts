import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{server,shared,kiosk-ui,counter-ui,display-ui}/src/**/*.test.{ts,tsx}',
      'tests/{contract,faults,fuzz,model,nodes,paper,race,realtime}/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores: more workers would only make each other late.
    maxWorkers: 2,
    // The files of a worker share its modules: to load a server takes longer than most of what is asked of it, and all
    // that a module of ours keeps is what it has worked out.
    isolate: false,
  },
})
