import { z } from 'zod'
import { Language } from './ids.ts'

/** `POST /api/offices/{office}/speech`: one sentence for the headphones of a kiosk; the answer is a WAV file. */
export const SpeechOrder = z.strictObject({ text: z.string().min(1).max(800), language: Language })
export type SpeechOrder = z.infer<typeof SpeechOrder>
