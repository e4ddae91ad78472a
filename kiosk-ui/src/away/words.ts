import type { Bilingual } from '#shared/ids.ts'
import { everyLanguage } from '#shared/words/further.ts'

/** What a ticket says that was given without the server, on the screen and on paper. */
export const awayWords = everyLanguage(
  {
    issuedWithoutLine: { bg: 'Издаден без връзка', en: 'Issued without connection' },
    placeKept: (time: string): Bilingual => ({
      bg: `Редът Ви се пази от ${time}\u00a0ч.`,
      en: `Your place is kept from ${time}`,
    }),
    notHowMany: {
      bg: 'Номерът не показва колко души чакат.',
      en: 'The number does not say how many people are waiting.',
    },
    watchBoardOrStaff: {
      bg: 'Моля, изчакайте номерът Ви да се появи на таблото или да Ви повика служител',
      en: 'Please wait for your number to appear on the board, or for a member of staff to call it',
    },
    noPaperWithoutLine: {
      bg: 'Без връзка принтерът не работи. Номерът Ви важи и без хартия.',
      en: 'Without a connection the printer does not work. Your number is valid without paper.',
    },
  },
  (all) => all.away,
)
