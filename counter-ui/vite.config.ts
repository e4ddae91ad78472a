import { app } from '../vite.app.ts'

export default app({ name: 'window', root: import.meta.dirname })
