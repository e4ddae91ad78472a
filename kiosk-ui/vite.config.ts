import { app } from '../vite.app.ts'

export default app({ name: 'kiosk', root: import.meta.dirname })
