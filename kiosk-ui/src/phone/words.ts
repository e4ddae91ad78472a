import type { Bilingual } from '#shared/ids.ts'
import { everyLanguage } from '#shared/words/further.ts'
import { turnWords } from '#shared/words/turn-words.ts'

const further = everyLanguage(
  {
    noWindow: {
      bg: 'В момента няма отворено гише за тази услуга. Номерът Ви пази реда си.',
      en: 'No window is open for this service at the moment. Your number keeps its place.',
    },
    openWindows: (windows: string): Bilingual => ({
      bg: `Отворени гишета за услугата: №\u00a0${windows}`,
      en: `Open windows for this service: No.\u00a0${windows}`,
    }),

    serving: { bg: 'Обслужва се', en: 'Being served' },
    atWindow: (window: number): Bilingual => ({ bg: `на гише ${window}`, en: `at window ${window}` }),
    onHold: { bg: 'Номерът Ви е на изчакване', en: 'Your number is on hold' },
    onHoldWhat: (window: number | null): Bilingual =>
      window === null
        ? {
            bg: 'Когато сте готови с документите, обърнете се към същото гише. Не е нужен нов билет.',
            en: 'When your documents are ready, go back to the same window. No new ticket is needed.',
          }
        : {
            bg: `Когато сте готови с документите, обърнете се към гише ${window}. Не е нужен нов билет.`,
            en: `When your documents are ready, go back to window ${window}. No new ticket is needed.`,
          },
    finished: { bg: 'Обслужването приключи', en: 'Your visit is finished' },
    thanks: { bg: 'Благодарим Ви! Приятен ден!', en: 'Thank you! Have a nice day!' },
    noShow: { bg: 'Пропуснат ред', en: 'You missed your turn' },
    noShowWhat: {
      bg: 'Номерът Ви беше повикан, но никой не дойде. Моля, обърнете се към служител: номерът може да бъде върнат в опашката.',
      en: 'Your number was called and nobody came. Please ask a member of staff: the number can be taken back into the queue.',
    },
    left: { bg: 'Билетът е отказан', en: 'The ticket was cancelled' },
    leftWhat: {
      bg: 'Номерът няма да бъде повикан. Ако още имате нужда от услугата, вземете нов билет от киоска.',
      en: 'The number will not be called. If you still need the service, take a new ticket at the kiosk.',
    },
    unserved: { bg: 'Извиняваме се за загубеното време', en: 'We apologise for the time you lost' },
    unservedWhat: {
      bg: 'Работното време приключи, преди да дойде Вашият ред.',
      en: 'The hours ended before your turn came.',
    },
    nextWorkingDay: { bg: 'Следващ работен ден', en: 'Next working day' },
    opensFrom: (time: string): Bilingual => ({ bg: `от ${time}\u00a0ч.`, en: `from ${time}` }),
    sorryForWait: {
      bg: 'Извиняваме се за забавянето и Ви благодарим за търпението.',
      en: 'We apologise for the delay and thank you for your patience.',
    },

    feedback: { bg: 'Споделете мнение за обслужването', en: 'Tell us what you think of the service' },

    notices: { bg: 'Сигнал, когато дойде моят ред', en: 'A signal when my turn comes' },
    noticesWhat: {
      bg: 'Със звук, вибрация и известие, ако браузърът ги позволява.',
      en: 'With sound, vibration and a notice, where the browser allows them.',
    },
    reachClosed: {
      bg: 'Включено. Ще получите известие и когато страницата е затворена. Следете и таблото.',
      en: 'On. You will be told even when this page is closed. Watch the board too.',
    },
    reachBehind: {
      bg: 'Включено. Оставете страницата отворена: ще чуете звук и ще получите известие.',
      en: 'On. Leave this page open: you will hear a sound and get a notice.',
    },
    reachOpen: {
      bg: 'Включено. Оставете страницата отворена на екрана: телефонът ще звънне и ще вибрира.',
      en: 'On. Leave this page open on the screen: the phone will sound and vibrate.',
    },

    service: { bg: 'Услуга', en: 'Service' },
    issued: { bg: 'Издаден', en: 'Issued' },
    issuedOn: (date: Bilingual, time: string): Bilingual => ({
      bg: `на ${date.bg} в ${time}\u00a0ч.`,
      en: `on ${date.en} at ${time}`,
    }),
    todayOnly: { bg: 'Билетът важи само за днес', en: 'Valid today only' },
    noPersonalData: { bg: 'Билетът не съдържа лични данни', en: 'This ticket contains no personal data' },

    leave: { bg: 'Отказ от билета', en: 'Cancel the ticket' },
    leaveSure: { bg: 'Да се откаже ли билетът?', en: 'Cancel the ticket?' },
    leaveMeans: {
      bg: 'Номерът Ви няма да бъде повикан и не може да се върне.',
      en: 'Your number will not be called, and this cannot be undone.',
    },
    leaveYes: { bg: 'Да, отказвам билета', en: 'Yes, cancel it' },
    leaveNo: { bg: 'Не, оставам на опашката', en: 'No, I keep my place' },
    leaving: { bg: 'Изпраща се…', en: 'Sending…' },
    leaveUnanswered: {
      bg: 'Няма отговор от системата. Опитайте отново.',
      en: 'The system did not answer. Try again.',
    },

    connecting: { bg: 'Свързване…', en: 'Connecting…' },
    connectingWhat: {
      bg: 'Номерът Ви пази реда си и без телефона: следете таблото.',
      en: 'Your number keeps its place without the phone too: watch the board.',
    },
    stale: (time: string): Bilingual => ({
      bg: `Няма връзка. Показаното е от ${time}\u00a0ч. и може да е остаряло: следете таблото.`,
      en: `No connection. This is from ${time} and may be out of date: watch the board.`,
    }),
    cannotShow: { bg: 'Билетът не може да се покаже', en: 'The ticket cannot be shown' },
    badAddress: {
      bg: 'Адресът не е пълен. Сканирайте отново кода от екрана, на който взехте билет.',
      en: 'The address is incomplete. Scan the code again from the screen where you took the ticket.',
    },
  },
  (all) => all.phone,
)

/** Everything that a phone says about one ticket, in every language. */
export const words = { ...turnWords, ...further }
