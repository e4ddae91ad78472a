import type { Bilingual } from '#shared/ids.ts'

/** What a notice on a phone says, in both languages of the office. */
export const words = {
  called: (label: string, window: number): Bilingual => ({
    bg: `${label}: заповядайте на гише ${window}`,
    en: `${label}: please come to window ${window}`,
  }),
  calledWhat: { bg: 'Вашият номер е повикан.', en: 'Your number has been called.' },
  calledAgain: { bg: 'Вашият номер е повикан отново.', en: 'Your number has been called again.' },
  lastCall: (label: string): Bilingual => ({
    bg: `Последно повикване за номер ${label}`,
    en: `Last call for number ${label}`,
  }),
  almost: (label: string): Bilingual => ({
    bg: `${label}: почти е Ваш ред`,
    en: `${label}: it is almost your turn`,
  }),
  almostWhat: { bg: 'Моля, бъдете близо до таблото.', en: 'Please stay near the board.' },
} as const
