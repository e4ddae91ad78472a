import { app } from '../vite.app.ts'

export default app({ name: 'display', root: import.meta.dirname })
