import { startHall } from '../harness/hall.ts'
import { withPrinter } from '../paper/printed-hall.ts'
import { test } from './screens.ts'

/** In a hall with a printer, switched off: the window has all its tools. */
export const testWithPaper = test.extend({
  hall: async ({ at }, use) => {
    const hall = await startHall({ at, offices: [withPrinter(9)] })
    await use(hall)
    await hall.close()
  },
})
