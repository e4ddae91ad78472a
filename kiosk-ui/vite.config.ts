import { keptPages } from '../scripts/kept-pages.ts'
import { app } from '../vite.app.ts'

export default app({
  name: 'kiosk',
  root: import.meta.dirname,
  firstInOne: true,
  plugins: [keptPages({ entry: `${import.meta.dirname}/src/worker/worker.ts`, base: '/kiosk/' })],
})
