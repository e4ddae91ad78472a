import { app } from '../vite.app.ts'

export default app({
  name: 'kiosk',
  root: import.meta.dirname,
  pages: {
    kiosk: `${import.meta.dirname}/index.html`,
    ticket: `${import.meta.dirname}/ticket.html`,
  },
})
