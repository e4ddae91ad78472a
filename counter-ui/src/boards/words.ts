import type { BoardsView, BoardState, Telling } from '#shared/boards.ts'
import type { Bilingual } from '#shared/ids.ts'

export const words = {
  boards: { bg: 'Табла', en: 'Boards' },
  boardsAbout: {
    bg: 'Във всяка зала едно табло казва повикванията на глас; ако спре, друго поема до пет секунди.',
    en: 'In each hall one board says the calls aloud; if it stops another takes over within five seconds.',
  },
  boardsNone: {
    bg: 'Още няма табла на линия. Администраторът създава ключ за всяко в „Устройства“.',
    en: 'No boards are on the line yet. The administrator creates a key for each under “Devices”.',
  },
  board: { bg: 'Табло', en: 'Board' },
  zone: { bg: 'Показва', en: 'Shows' },
  wholeHall: { bg: 'цялата зала', en: 'the whole hall' },
  state: { bg: 'Състояние', en: 'State' },
  voice: { bg: 'Глас', en: 'Voice' },
  speaks: { bg: 'казва повикванията', en: 'says the calls' },
  standsBy: { bg: 'в готовност', en: 'stands by' },
  noVoice: { bg: 'няма', en: 'none' },
  since: { bg: 'от', en: 'since' },
  withoutKey: { bg: 'екран без ключ', en: 'a screen without a key' },
  loudness: { bg: 'Сила на гласа сега', en: 'Loudness now' },
  silentNow: { bg: 'гласът мълчи в този час', en: 'the voice is silent at this hour' },
  byHour: { bg: 'по часове', en: 'by the hour' },
  notices: { bg: 'Съобщения на таблата', en: 'Notices on the boards' },
  noticesNone: { bg: 'Сега няма съобщения.', en: 'There are no notices now.' },
  textBg: { bg: 'Текст на български', en: 'Text in Bulgarian' },
  textEn: { bg: 'Текст на английски', en: 'Text in English' },
  fromDate: { bg: 'От дата', en: 'From' },
  untilDate: { bg: 'До дата', en: 'Until' },
  hour: { bg: 'Час', en: 'Time' },
  orNow: { bg: 'празно: веднага', en: 'empty: at once' },
  orToday: { bg: 'празно: днес', en: 'empty: today' },
  until: { bg: 'до', en: 'until' },
  post: { bg: 'Покажи на таблата', en: 'Put on the boards' },
  withdraw: { bg: 'Свали', en: 'Take down' },
  spoken: { bg: 'Последно казани', en: 'Last said' },
  spokenNone: { bg: 'Днес още нищо не е казано на глас.', en: 'Nothing has been said aloud today.' },
  time: { bg: 'Час', en: 'Time' },
  number: { bg: 'Номер', en: 'Number' },
  result: { bg: 'Резултат', en: 'Result' },
  announcements: { bg: 'Повиквания на глас', en: 'Calls aloud' },
  announcementsAbout: {
    bg: 'Какво е показало и казало всяко табло. Всеки ред е свързан с предишния.',
    en: 'What each board showed and said. Each line is chained to the one before.',
  },
  announcementsNone: { bg: 'За този ден няма записи.', en: 'There are no records of this day.' },
  day: { bg: 'Ден', en: 'Day' },
  filter: { bg: 'Номер', en: 'Number' },
  refresh: { bg: 'Обнови', en: 'Refresh' },
  record: { bg: 'Запис', en: 'Record' },
  connecting: { bg: 'Свързване със системата…', en: 'Connecting to the system…' },
} satisfies Record<string, Bilingual>

export const boardStateWords: { readonly [S in BoardState]: Bilingual } = {
  well: { bg: 'на линия', en: 'on the line' },
  deaf: {
    bg: 'без звук: докоснете екрана на таблото',
    en: 'without sound: touch the board’s screen',
  },
  gone: { bg: 'не се обажда', en: 'off the line' },
  never: { bg: 'още не се е обаждало', en: 'not yet on the line' },
}

export const tellingWords: { readonly [T in Telling]: Bilingual } = {
  shown: { bg: 'показано', en: 'shown' },
  spoken: { bg: 'казано', en: 'said' },
  unheard: { bg: 'не се чу: звукът беше изключен', en: 'not heard: the sound was off' },
  'cut-off': { bg: 'прекъснато', en: 'broken off' },
}

/** What of the boards needs somebody now, in a few words. */
export function boardTroubleWords(board: BoardsView['boards'][number]): Bilingual {
  const { bg, en } = boardStateWords[board.state]
  return { bg: `${board.name ?? board.id}: ${bg}`, en: `${board.name ?? board.id}: ${en}` }
}

/** Boards are on the line, and none of a hall can be heard. */
export const nobodySpeaks: Bilingual = {
  bg: 'Повикванията не се чуват: нито едно табло няма звук',
  en: 'Calls are not heard: no board has sound',
}
