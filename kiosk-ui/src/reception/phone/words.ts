import type { Bilingual } from '#shared/ids.ts'
import { everyLanguage } from '#shared/words/further.ts'

/** Everything that a phone says about one appointment, in every language. */
export const words = everyLanguage(
  {
    title: (number: string): Bilingual => ({
      bg: `${number} · Вашето записване`,
      en: `${number} · your appointment`,
    }),
    calledTitle: (number: string, room: string): Bilingual => ({
      bg: `${number} · стая ${room}`,
      en: `${number} · room ${room}`,
    }),
    yourNumber: { bg: 'Вашето записване', en: 'Your appointment' },
    room: (room: string): Bilingual => ({ bg: `стая ${room}`, en: `room ${room}` }),
    booked: { bg: 'Записването Ви е потвърдено', en: 'Your appointment is confirmed' },
    bookedToday: {
      bg: 'Когато дойдете, отбележете се на киоска с този номер.',
      en: 'When you come, report at the kiosk with this number.',
    },
    late: (time: string): Bilingual => ({
      bg: `Приемът закъснява. Очакваме да Ви приемем около ${time}.`,
      en: `The reception runs late. You are expected to be received about ${time}.`,
    }),
    sorry: {
      bg: 'Извиняваме се за забавянето и Ви благодарим за търпението.',
      en: 'We apologise for the delay and thank you for your patience.',
    },
    aheadLabel: { bg: 'Приемани преди Вас', en: 'To be received before you' },
    listed: { bg: 'В списъка на чакащите', en: 'On the waiting list' },
    listedWhat: {
      bg: 'За този ден няма свободни часове. Ако се освободи час, ще Ви се обадим.',
      en: 'There are no free times on this day. If one is freed, we will telephone you.',
    },
    placeLabel: { bg: 'Място в списъка', en: 'Place on the list' },
    offered: { bg: 'Освободи се час за Вас', en: 'A time has been freed for you' },
    offeredWhat: (slot: string, until: string): Bilingual => ({
      bg: `${slot}. Запазен е за Вас до ${until}. Ще Ви се обадим; може да го потвърдите и на гишето за записване.`,
      en: `${slot}. It is kept for you until ${until}. We will telephone you; you can also confirm it at the sign-up window.`,
    }),
    displaced: { bg: 'Приемният ден се отлага', en: 'The reception day is postponed' },
    displacedWas: (slot: string): Bilingual => ({ bg: `Отпада: ${slot}.`, en: `No longer valid: ${slot}.` }),
    displacedKept: (slot: string): Bilingual => ({
      bg: `Нов час, запазен за Вас: ${slot}. Ще Ви се обадим да го потвърдите.`,
      en: `A new time kept for you: ${slot}. We will telephone you to confirm it.`,
    }),
    displacedNone: { bg: 'Ще се свържем с Вас за нов час.', en: 'We will contact you about a new time.' },
    arrived: { bg: 'Пристигането Ви е отбелязано', en: 'Your arrival is recorded' },
    arrivedWhat: (time: string): Bilingual => ({
      bg: `Очакван час: ${time}. Следете таблото и надписа до вратата.`,
      en: `Expected at ${time}. Watch the board and the sign by the door.`,
    }),
    comeNow: { bg: 'Вашият номер е повикан.', en: 'Your number has been called.' },
    come: { bg: 'Заповядайте в', en: 'Please come to' },
    passedTo: { bg: 'Въпросът Ви е предаден на', en: 'Your question was passed on to' },
    dueBy: (date: Bilingual): Bilingual => ({
      bg: `Ще получите отговор до ${date.bg}`,
      en: `You will get an answer by ${date.en}`,
    }),

    when: { bg: 'Кога', en: 'When' },
    who: { bg: 'При кого', en: 'With whom' },
    where: { bg: 'Къде', en: 'Where' },

    move: { bg: 'Преместване на часа', en: 'Move the appointment' },
    moveTitle: { bg: 'Изберете друг час', en: 'Choose another time' },
    moveNone: {
      bg: 'Няма други свободни часове. Обърнете се към гишето за записване.',
      en: 'There are no other free times. Please ask at the sign-up window.',
    },
    moveTo: (slot: string): Bilingual => ({ bg: `Премествам за ${slot}`, en: `Move to ${slot}` }),
    cancel: { bg: 'Отказ от записан час', en: 'Cancel booking' },
    hasBegun: {
      bg: 'Часът Ви вече е настъпил и не може да се премести или откаже оттук. За нов час се обърнете към гишето за записване.',
      en: 'Your time has begun: it can no longer be moved or cancelled here. For a new time, please ask at the sign-up window.',
    },
    cancelSure: { bg: 'Да се откаже ли записаният час?', en: 'Cancel the booking?' },
    cancelMeans: {
      bg: 'Часът се освобождава за друг човек и не може да се върне.',
      en: 'The time is freed for another person, and this cannot be undone.',
    },
    cancelYes: { bg: 'Да, отказвам часа', en: 'Yes, cancel it' },
    keep: { bg: 'Не, запазвам часа', en: 'No, I keep it' },
    sending: { bg: 'Изпраща се…', en: 'Sending…' },
    unanswered: {
      bg: 'Няма отговор от системата. Опитайте отново.',
      en: 'The system did not answer. Try again.',
    },

    data: { bg: 'Моите лични данни', en: 'My personal data' },
    dataText: {
      bg: 'Какво се пази към това записване, и кой го е видял.',
      en: 'What is kept with this appointment, and who has seen it.',
    },
    dataShow: { bg: 'Показване на данните', en: 'Show the data' },
    dataUntil: (date: Bilingual): Bilingual => ({
      bg: `Изтриват се сами на ${date.bg}`,
      en: `They are erased by themselves on ${date.en}`,
    }),
    dataNone: { bg: 'Личните данни са изтрити.', en: 'The personal data have been erased.' },
    looks: { bg: 'Кой е виждал данните', en: 'Who has seen the data' },
    erase: { bg: 'Изтриване на данните ми', en: 'Erase my data' },
    eraseSure: { bg: 'Да се изтрият ли данните?', en: 'Erase the data?' },
    eraseMeans: {
      bg: 'Изтриват се веднага и завинаги. Предстоящ час се отказва заедно с тях.',
      en: 'They are erased at once and for good. An appointment still to come is cancelled with them.',
    },
    eraseYes: { bg: 'Да, изтривам ги', en: 'Yes, erase' },
    eraseNo: { bg: 'Не, остават', en: 'No, keep them' },
    name: { bg: 'Име', en: 'Name' },
    telephone: { bg: 'Телефон', en: 'Telephone' },
    subject: { bg: 'Тема', en: 'Subject' },
    description: { bg: 'Кратко описание', en: 'Short description' },
    fileNumber: { bg: 'Вх. № на преписка', en: 'File number' },
    organisation: { bg: 'Организация', en: 'Organisation' },

    connecting: { bg: 'Свързване…', en: 'Connecting…' },
    connectingWhat: {
      bg: 'Записването Ви важи и без телефона: номерът е на листчето.',
      en: 'Your appointment holds without the phone too: the number is on the slip.',
    },
    stale: (time: string): Bilingual => ({
      bg: `Няма връзка. Показаното е от ${time}\u00a0ч. и може да е остаряло.`,
      en: `No connection. This is from ${time} and may be out of date.`,
    }),
    cannotShow: { bg: 'Записването не може да се покаже', en: 'The appointment cannot be shown' },
    badAddress: {
      bg: 'Моля, сканирайте отново кода от листчето.',
      en: 'Please scan the code on your slip again.',
    },
  },
  (all) => all.appointment,
)

export const lookWords = everyLanguage(
  {
    desk: { bg: 'гишето за записване', en: 'the sign-up window' },
    secretary: { bg: 'секретарят', en: 'the secretary' },
    official: { bg: 'приемащият', en: 'the official' },
    citizen: { bg: 'с Вашия код', en: 'with your code' },
  },
  (all) => all.looks,
)

export const endWords = everyLanguage(
  {
    answered: { bg: 'Въпросът Ви получи отговор', en: 'Your question was answered' },
    'passed-on': { bg: 'Въпросът Ви е предаден нататък', en: 'Your question was passed on' },
    'answer-to-follow': { bg: 'Отговорът предстои', en: 'The answer is to follow' },
    'did-not-come': { bg: 'Пропуснат час', en: 'You missed your time' },
    left: { bg: 'Посещението приключи без прием', en: 'The visit ended without a reception' },
    cancelled: { bg: 'Записването е отказано', en: 'The appointment was cancelled' },
    declined: { bg: 'Новият час е отказан', en: 'The new time was declined' },
    'day-passed': { bg: 'Приемният ден отмина', en: 'The reception day has passed' },
  },
  (all) => all.ends,
)
