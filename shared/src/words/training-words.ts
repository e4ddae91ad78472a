import { everyLanguage } from './further.ts'

/** What stands on every screen of a training hall. */
export const trainingWords = everyLanguage(
  { training: { bg: 'УЧЕБНА ЗАЛА · нищо тук не е истинско', en: 'TRAINING HALL · nothing here is real' } },
  (all) => all.look,
)
