import { onePage } from '../scripts/one-page.ts'
import { app } from '../vite.app.ts'

/** The page of a ticket, for phones: everything in one answer. */
export default app({
  name: 'ticket',
  root: import.meta.dirname,
  pages: { ticket: `${import.meta.dirname}/ticket.html` },
  light: true,
  plugins: [
    onePage({
      first: `${import.meta.dirname}/src/phone/first.ts`,
      worker: `${import.meta.dirname}/src/phone/worker.ts`,
      sections: ['format', 'range', 'look', 'languageSwitch', 'phone'],
    }),
  ],
})
