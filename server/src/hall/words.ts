import type { Bilingual } from '#shared/ids.ts'
import '#shared/words/every-language.ts'
import { everyLanguage } from '#shared/words/further.ts'

/** Everything that stands on paper, in every language. */
export const words = everyLanguage(
  {
    yourNumber: { bg: 'Вашият номер е', en: 'Your number is' },
    copy: { bg: 'КОПИЕ', en: 'COPY' },
    copyAt: (at: string): Bilingual => ({ bg: `Отпечатано отново в ${at} ч.`, en: `Printed again at ${at}` }),
    training: { bg: 'УЧЕБЕН БИЛЕТ', en: 'TRAINING TICKET' },
    withPriority: { bg: 'Обслужване с предимство', en: 'Priority service' },
    issuedOn: (date: Bilingual, time: string): Bilingual => ({
      bg: `Издаден на ${date.bg} в ${time}\u00a0ч.`,
      en: `Issued on ${date.en} at ${time}`,
    }),
    ahead: { bg: 'Чакащи пред Вас', en: 'People ahead of you' },
    wait: { bg: 'Очаквано време за изчакване', en: 'Expected waiting time' },
    estimate: { bg: 'Времето е ориентировъчно', en: 'The time is an estimate' },
    board: {
      bg: 'Моля, изчакайте в залата номерът Ви да се появи на таблото.',
      en: 'Please wait in the hall for your number to appear on the board.',
    },
    windows: (windows: readonly number[]): Bilingual => ({
      bg: windows.length === 1 ? `гише ${windows[0]}` : `гишета ${windows.join(', ')}`,
      en: windows.length === 1 ? `window ${windows[0]}` : `windows ${windows.join(', ')}`,
    }),
    served: { bg: 'Обслужва се на', en: 'Served at' },
    prepare: { bg: 'Моля, подгответе документите си', en: 'Please have your documents ready' },
    follow: {
      bg: 'Следете реда си на телефона',
      en: 'Follow your turn on your phone',
    },
    closing: (closes: string, limit: string): Bilingual => ({
      bg: `Центърът работи до ${closes}\u00a0ч. Посетителите, които вече са в центъра, ще бъдат обслужени, но не по-късно от ${limit}\u00a0ч.`,
      en: `The centre is open until ${closes}. Visitors already inside will be served, not later than ${limit}.`,
    }),
    missed: {
      bg: 'Ако пропуснете реда си, обърнете се към служител: номерът Ви може да бъде върнат в опашката.',
      en: 'If you miss your turn, ask a member of staff: your number can be taken back into the queue.',
    },
    keep: {
      bg: 'Запазете билета до приключване на обслужването. Важи само за днес.',
      en: 'Keep the ticket until you have been served. Valid today only.',
    },

    receptionDay: { bg: 'Приемен ден', en: 'Reception day' },
    trainingSlip: { bg: 'УЧЕБНО ЛИСТЧЕ', en: 'TRAINING SLIP' },
    slotAt: (time: string): Bilingual => ({ bg: `${time}\u00a0ч.`, en: time }),
    listed: {
      bg: 'Час още няма: ако се освободи, ще Ви се обадим.',
      en: 'No time yet: if one is freed, we will telephone you.',
    },
    room: { bg: 'Стая', en: 'Room' },
    code: { bg: 'Код', en: 'Code' },
    slipScan: {
      bg: 'С кода виждате записването си на телефона, местите го или се отказвате от него.',
      en: 'With the code you see your appointment on your phone, move it or cancel it.',
    },
    slipBring: {
      bg: 'Донесете листчето: на киоска с него отбелязвате, че сте дошли.',
      en: 'Bring this slip: at the kiosk you report your arrival with it.',
    },
    slipNoData: { bg: 'Листчето не съдържа лични данни.', en: 'This slip contains no personal data.' },

    testPage: { bg: 'ПРОБНА СТРАНИЦА', en: 'TEST PAGE' },
    letters: { bg: 'Букви и знаци', en: 'Letters and signs' },
    darkness: {
      bg: 'Плътност: ивиците трябва да са равни и без прекъсване',
      en: 'Darkness: the bars must be even and unbroken',
    },
    printer: { bg: 'Принтер', en: 'Printer' },
    paper: { bg: 'Хартия', en: 'Paper' },
    testCode: { bg: 'Кодът трябва да се чете с телефон', en: 'A phone must be able to read the code' },
  },
  (all) => all.paper,
)
