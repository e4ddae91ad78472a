import { defineConfig } from 'vitest/config'

const RULES = '{server/src/domain,shared/src,kiosk-ui/src,counter-ui/src,display-ui/src}/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores: more workers would only make each other late.
    maxWorkers: 2,
    // The files of a worker share its modules: to load a server takes longer than most of what is asked of it, and what
    // a module of ours keeps is what it has worked out.
    isolate: false,
    // In the order of their names: the long proofs among the rules have others beside them then.
    projects: [
      // Apart from the halls, because a server learns all languages, and a rule looks at the moment before.
      { extends: true, test: { name: 'rules', include: [RULES] } },
      {
        extends: true,
        test: {
          name: 'servers',
          include: [
            'server/src/**/*.test.{ts,tsx}',
            'tests/{contract,faults,fuzz,model,nodes,paper,race,realtime}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', RULES],
        },
      },
    ],
  },
})
