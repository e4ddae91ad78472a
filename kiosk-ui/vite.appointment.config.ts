import { app } from '../vite.app.ts'

/** The page of an appointment, for phones. */
export default app({
  name: 'appointment',
  root: import.meta.dirname,
  pages: { appointment: `${import.meta.dirname}/appointment.html` },
  light: true,
})
