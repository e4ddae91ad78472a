import type { Bilingual } from '#shared/ids.ts'
import type { AppointmentEnd, AppointmentState, ReceptionChange } from '#shared/reception.ts'
import type { PersonField } from './person-draft.ts'

/** What the sign-up desk, the secretary's page and an official's page say. */
export const words = {
  desk: { bg: 'Записване за приемен ден', en: 'Sign-up for reception days' },
  deskTab: { bg: 'Записване и обаждания', en: 'Sign-up and calls' },
  deskParts: { bg: 'Части на записването', en: 'Parts of the sign-up desk' },
  newSignUp: { bg: 'Ново записване', en: 'New sign-up' },
  find: { bg: 'Намери', en: 'Find' },
  calls: { bg: 'За обаждане', en: 'To telephone' },
  arrivals: { bg: 'Явяване', en: 'Arrivals' },
  route: { bg: 'Насочи', en: 'Route' },
  close: { bg: 'Затвори', en: 'Close' },
  connecting: { bg: 'Свързване със системата…', en: 'Connecting to the system…' },
  noOfficials: {
    bg: 'В настройките още няма приемащи. Администраторът ги въвежда в „Настройки“.',
    en: 'No officials are in the settings yet. The administrator enters them under “Settings”.',
  },
  stale: (at: string): Bilingual => ({
    bg: `Няма връзка със системата. Показаното е от ${at}; действията чакат връзката.`,
    en: `No connection to the system. What you see is from ${at}; the actions wait for the line.`,
  }),
  loading: { bg: 'Зареждане…', en: 'Loading…' },
  again: { bg: 'Опитай отново', en: 'Try again' },

  // The slot
  official: { bg: 'При кого', en: 'With whom' },
  day: { bg: 'Ден', en: 'Day' },
  time: { bg: 'Час', en: 'Time' },
  room: (room: string): Bilingual => ({ bg: `стая ${room}`, en: `room ${room}` }),
  noDays: { bg: 'няма приемни дни', en: 'no reception days' },
  freePlaces: (left: number): Bilingual => ({ bg: `свободни: ${left}`, en: `free: ${left}` }),
  dayFull: { bg: 'пълен', en: 'full' },
  dayOver: { bg: 'приключи', en: 'over' },
  listed: (people: number): Bilingual => ({ bg: `чакат ${people}`, en: `${people} listed` }),
  slotGone: {
    bg: 'Избраният час току-що беше зает. Изберете друг.',
    en: 'The chosen time has just been taken. Choose another.',
  },
  fullText: {
    bg: 'За този ден няма свободни часове.',
    en: 'There are no free times on this day.',
  },
  overText: {
    bg: 'Записването за този ден приключи.',
    en: 'Sign-up for this day is over.',
  },
  takeEarliest: (slot: string): Bilingual => ({
    bg: `Следващ свободен: ${slot}`,
    en: `Next free: ${slot}`,
  }),
  substituted: (post: Bilingual): Bilingual => ({
    bg: `Приема: ${post.bg}`,
    en: `Received by: ${post.en}`,
  }),
  slotKeys: {
    bg: '↑ ↓ ← → избор · Enter нататък',
    en: '↑ ↓ ← → to choose · Enter goes on',
  },

  // The person
  person: { bg: 'Кой се записва', en: 'Who signs up' },
  optional: { bg: 'по желание', en: 'optional' },
  noPersonalNumber: {
    bg: 'ЕГН не се иска и не се записва.',
    en: 'The personal number (ЕГН) is neither asked for nor kept.',
  },
  speaksEnglish: { bg: 'листче на английски', en: 'slip in English' },
  signUp: (slot: string): Bilingual => ({ bg: `Запиши за ${slot}`, en: `Sign up for ${slot}` }),
  joinList: (day: string): Bilingual => ({
    bg: `Запиши в списъка на чакащите за ${day}`,
    en: `Put on the waiting list for ${day}`,
  }),
  takeNearest: (slot: string): Bilingual => ({ bg: `Запиши за ${slot}`, en: `Sign up for ${slot}` }),
  personKeys: {
    bg: 'Enter следващо поле · Ctrl+Enter записва',
    en: 'Enter next field · Ctrl+Enter signs up',
  },
  stillMissing: { bg: 'Остава', en: 'Still missing' },
  earlier: (count: number): Bilingual => ({
    bg: `Предишни записвания: ${count}`,
    en: `Earlier appointments: ${count}`,
  }),
  sameAnswered: { bg: 'същият въпрос, има отговор', en: 'same question, answered' },
  same: { bg: 'същият въпрос', en: 'same question' },
  despite: {
    bg: 'Защо записването все пак е нужно',
    en: 'Why the sign-up is needed all the same',
  },
  despiteHint: {
    bg: 'Записва се към записването. Например: има нови обстоятелства.',
    en: 'Kept with the appointment. For example: there are new circumstances.',
  },
  pointToAnswer: {
    bg: 'По този въпрос вече има отговор. Насочете към него, или посочете причина.',
    en: 'This question has been answered. Point to the answer, or give a reason.',
  },

  // The confirmation
  confirmed: { bg: 'Записването е потвърдено', en: 'The sign-up is confirmed' },
  onWaitingList: { bg: 'Записването е в списъка на чакащите', en: 'The sign-up is on the waiting list' },
  number: { bg: 'Номер', en: 'Number' },
  code: { bg: 'Код', en: 'Code' },
  codeHint: {
    bg: 'Кодът е само за гражданина и не се показва повторно.',
    en: 'The code is for the citizen alone and is not shown again.',
  },
  print: { bg: 'Печат на листчето', en: 'Print the slip' },
  printHere: { bg: 'Печат през браузъра', en: 'Print in the browser' },
  slip: { bg: 'Листчето', en: 'The slip' },
  printList: { bg: 'Печат на списъка', en: 'Print the list' },
  done: { bg: 'Готово', en: 'Done' },
  slipTitle: { bg: 'Приемен ден', en: 'Reception day' },
  slipScan: {
    bg: 'С кода виждате записването си на телефона, местите го или се отказвате от него. Донесете листчето: на киоска с него отбелязвате, че сте дошли.',
    en: 'With the code you see your appointment on your phone, move it or cancel it. Bring this slip: at the kiosk you report your arrival with it.',
  },
  slipList: {
    bg: 'Час още няма: ако се освободи, ще Ви се обадим.',
    en: 'No time yet: if one is freed, we will telephone you.',
  },
  slipQr: { bg: 'QR код на записването', en: 'QR code of the appointment' },
  slipNoData: { bg: 'Листчето не съдържа лични данни.', en: 'This slip contains no personal data.' },

  // Finding and changing
  findLabel: { bg: 'Номер или телефон', en: 'Number or telephone' },
  findHint: {
    bg: 'Например 147, ПД-0147 или 0888 12 34 56',
    en: 'For example 147, ПД-0147 or 0888 12 34 56',
  },
  findGo: { bg: 'Намери', en: 'Find' },
  findUnclear: {
    bg: 'Въведете номер на записване или телефон.',
    en: 'Enter the number of an appointment, or a telephone.',
  },
  findNothing: { bg: 'Няма такова записване.', en: 'There is no such appointment.' },
  findErased: {
    bg: 'Няма записване с този номер, или личните данни към него вече са изтрити.',
    en: 'There is no appointment with this number, or its personal data have been erased.',
  },
  findFirst: {
    bg: 'Намерете записване, за да го промените, преместите или откажете.',
    en: 'Find an appointment to correct it, move it or cancel it.',
  },
  found: { bg: 'Намерени записвания', en: 'Appointments found' },
  correct: { bg: 'Промени данните', en: 'Correct the data' },
  correctSave: { bg: 'Запиши промените', en: 'Save the changes' },
  move: { bg: 'Премести', en: 'Move' },
  moveTo: (slot: string): Bilingual => ({ bg: `Премести за ${slot}`, en: `Move to ${slot}` }),
  cancelIt: { bg: 'Откажи записването', en: 'Cancel the appointment' },
  cancelSure: {
    bg: 'Часът се освобождава и се предлага на чакащите. Връщане назад няма.',
    en: 'The time is freed and offered to those who wait. This cannot be undone.',
  },
  cancelYes: { bg: 'Да, откажи записването', en: 'Yes, cancel it' },
  keep: { bg: 'Не, остава', en: 'No, keep it' },
  hasCome: { bg: 'Отбележи явяване', en: 'Record the arrival' },
  acceptKept: (slot: string): Bilingual => ({ bg: `Приема ${slot}`, en: `Takes ${slot}` }),
  kept: { bg: 'Запазен час', en: 'Kept slot' },
  doneNote: { bg: 'Записано.', en: 'Recorded.' },
  back: { bg: 'Назад', en: 'Back' },
  overForGood: {
    bg: 'Записването е приключено и не може да се променя.',
    en: 'The appointment is over and can no longer be changed.',
  },

  // The call sheet
  callsNone: { bg: 'Няма на кого да се обадите.', en: 'There is nobody to telephone.' },
  freedSlot: { bg: 'освободен час', en: 'freed slot' },
  postponed: { bg: 'отложен ден', en: 'postponed day' },
  was: (slot: string): Bilingual => ({ bg: `Беше: ${slot}`, en: `Was: ${slot}` }),
  keptFor: (slot: string): Bilingual => ({ bg: `Запазен: ${slot}`, en: `Kept: ${slot}` }),
  keptNone: { bg: 'Няма свободен час за предлагане', en: 'No free slot to offer' },
  until: (time: string): Bilingual => ({ bg: `до ${time}`, en: `until ${time}` }),
  tries: (count: number): Bilingual => ({ bg: `без отговор: ${count}`, en: `no answer: ${count}` }),
  reached: { bg: 'уведомено, ще реши', en: 'reached, will decide' },
  accepts: { bg: 'Приема часа', en: 'Takes the slot' },
  noAnswer: { bg: 'Никой не отговаря', en: 'No answer' },
  willDecide: { bg: 'Ще реши', en: 'Will decide' },
  declines: { bg: 'Отказва', en: 'Declines' },
  anotherSlot: { bg: 'Друг час', en: 'Another slot' },
  erased: { bg: 'личните данни са изтрити', en: 'personal data erased' },

  // Arrivals
  arrivalLabel: { bg: 'Номер от листчето', en: 'Number on the slip' },
  arrivalHint: { bg: 'Например 147 или ПД-0147', en: 'For example 147 or ПД-0147' },
  arrivalGo: { bg: 'Отбележи явяване', en: 'Record the arrival' },
  arrivalDone: (number: string, time: string, room: string): Bilingual => ({
    bg: `${number} е отбелязано. Очакван час ${time}, стая ${room}.`,
    en: `${number} is recorded. Expected at ${time}, room ${room}.`,
  }),
  todayNone: { bg: 'Днес няма записвания.', en: 'No appointments today.' },
  todayList: { bg: 'Днешни записвания', en: 'Today’s appointments' },

  // Routing
  routeTitle: { bg: 'Въпросът е на друго звено', en: 'The question falls to another unit' },
  routeDone: (unit: Bilingual): Bilingual => ({
    bg: `Въпросът е от компетентността на ${unit.bg}.`,
    en: `The matter falls to ${unit.en}.`,
  }),
  routeSend: { bg: 'Насочете към', en: 'Send to' },
  routeNote: {
    bg: 'Записва се само, че въпрос е насочен към звеното. Лични данни не се пазят.',
    en: 'Only that a question was routed to the unit is recorded. No personal data are kept.',
  },

  // The day
  page: { bg: 'Приемни дни', en: 'Reception days' },
  sections: { bg: 'Раздели', en: 'Sections' },
  today: { bg: 'Днес', en: 'Today' },
  coming: { bg: 'Предстоящи', en: 'Coming' },
  deadlines: { bg: 'Срокове', en: 'Deadlines' },
  days: { bg: 'Дни и заповеди', en: 'Days and orders' },
  figures: { bg: 'Резултати', en: 'Results' },
  officials: { bg: 'Приемащи', en: 'Officials' },
  chooseOfficial: { bg: 'Приемащ', en: 'Official' },
  chooseDay: { bg: 'Ден', en: 'Day' },
  listOf: { bg: 'Списък за приемния ден', en: 'List of the reception day' },
  noReception: { bg: 'Днес няма прием.', en: 'No reception today.' },
  nobodySigned: { bg: 'Няма записвания за този ден.', en: 'Nobody has signed up for this day.' },
  progress: (signedUp: number, arrived: number, done: number): Bilingual => ({
    bg: `записвания ${signedUp} · чакат ${arrived} · приключени ${done}`,
    en: `signed up ${signedUp} · waiting ${arrived} · done ${done}`,
  }),
  who: { bg: 'Име, телефон', en: 'Name, telephone' },
  matter: { bg: 'Въпрос', en: 'Matter' },
  status: { bg: 'Състояние', en: 'State' },
  outcomeColumn: { bg: 'Резултат', en: 'Outcome' },
  callNext: { bg: 'Повикай следващия', en: 'Call next' },
  callNextHint: (number: string, time: string): Bilingual => ({
    bg: `${number}, ${time}`,
    en: `${number}, ${time}`,
  }),
  nobodyArrived: { bg: 'Никой от явилите се не чака', en: 'Nobody who has come is waiting' },
  call: { bg: 'Повикай', en: 'Call' },
  callAgain: { bg: 'Повикай отново', en: 'Call again' },
  arrived: { bg: 'Явяване', en: 'Has come' },
  received: { bg: 'Приет въпрос: резултат', en: 'Received: the outcome' },
  change: { bg: 'Поправи резултата', en: 'Correct the outcome' },
  expected: (time: string): Bilingual => ({ bg: `очаквано ${time}`, en: `expected ${time}` }),
  late: { bg: 'Закъснение', en: 'Running late' },
  lateBy: (minutes: number): Bilingual => ({ bg: `${minutes} мин.`, en: `${minutes} min` }),
  onTime: { bg: 'По график', en: 'On time' },
  lateMore: { bg: '+5 мин.', en: '+5 min' },
  lateLess: { bg: '−5 мин.', en: '−5 min' },
  walkIn: { bg: 'Без записване', en: 'Without a sign-up' },
  walkInAt: (time: string): Bilingual => ({
    bg: `Има време в края: ${time}`,
    en: `There is time at the end: ${time}`,
  }),
  walkInTake: (time: string): Bilingual => ({ bg: `Приеми за ${time}`, en: `Take for ${time}` }),
  isWalkIn: { bg: 'без записване', en: 'walk-in' },
  answered: { bg: 'Отговорено на място', en: 'Answered on the spot' },
  passOn: { bg: 'Предай на звено', en: 'Pass on to a unit' },
  answerToFollow: { bg: 'Отговор до дата', en: 'Answer to follow by a date' },
  didNotCome: { bg: 'Не се яви', en: 'Did not come' },
  left: { bg: 'Напусна', en: 'Left' },
  unit: { bg: 'Звено', en: 'Unit' },
  chooseUnit: { bg: 'Изберете звено', en: 'Choose a unit' },
  due: { bg: 'Отговор до', en: 'Answer by' },
  record: { bg: 'Запиши резултата', en: 'Record the outcome' },
  substituteIs: (post: Bilingual): Bilingual => ({
    bg: `Днес приема: ${post.bg}`,
    en: `Received today by: ${post.en}`,
  }),
  printedOn: (at: string): Bilingual => ({
    bg: `Отпечатано на ${at}. Съдържа лични данни: след приемния ден се унищожава.`,
    en: `Printed on ${at}. Contains personal data: to be destroyed after the reception day.`,
  }),
  personsUnread: {
    bg: 'Имената не могат да се прочетат.',
    en: 'The names cannot be read.',
  },

  // Deadlines
  deadlinesNone: { bg: 'Няма чакащи отговори.', en: 'No answers are owed.' },
  owed: { bg: 'Дължими отговори', en: 'Answers owed' },
  overdue: { bg: 'просрочен', en: 'overdue' },
  dueToday: { bg: 'днес', en: 'today' },
  markAnswered: { bg: 'Отговорът е даден', en: 'The answer is given' },
  unrecorded: { bg: 'Минали дни без резултат', en: 'Past days without an outcome' },
  unrecordedText: {
    bg: 'Отбележете как приключи всяко, за да са верни резултатите.',
    en: 'Record how each ended, so that the results are true.',
  },

  // Days and orders
  daysText: { bg: 'Следващи приемни дни', en: 'The next reception days' },
  takenOf: (taken: number, free: number): Bilingual => ({
    bg: `Заети: ${taken} · свободни: ${free}`,
    en: `Taken: ${taken} · free: ${free}`,
  }),
  order: { bg: 'Промяна по заповед', en: 'Change by order' },
  orders: { bg: 'Действащи заповеди', en: 'Orders in force' },
  ordersNone: { bg: 'Няма заповеди за приемните дни.', en: 'There are no orders about reception days.' },
  orderNumber: { bg: 'Заповед №', en: 'Order No.' },
  orderHint: { bg: 'Например РД-01-123/2026', en: 'For example РД-01-123/2026' },
  reasonBg: { bg: 'Причина на български', en: 'Reason in Bulgarian' },
  reasonEn: { bg: 'Причина на английски', en: 'Reason in English' },
  reasonSeen: { bg: 'Гражданите четат причината.', en: 'Citizens read the reason.' },
  kind: { bg: 'Какво се променя', en: 'What changes' },
  date: { bg: 'Приемен ден', en: 'Reception day' },
  movedTo: { bg: 'Нова дата', en: 'New date' },
  from: { bg: 'От', en: 'From' },
  to: { bg: 'До', en: 'To' },
  secondBlock: { bg: 'и втори блок', en: 'and a second block' },
  substitute: { bg: 'Кой приема', en: 'Who receives' },
  addOrder: { bg: 'Издай промяната', en: 'Issue the change' },
  concerns: (people: number): Bilingual => ({
    bg: `Записвания за този ден: ${people}. Които губят часа си, отиват в „За обаждане“ с нов запазен час.`,
    en: `Appointments on that day: ${people}. Those who lose their slot go to “To telephone” with a new slot kept.`,
  }),
  orderDone: {
    bg: 'Промяната е в сила. Засегнатите са в „За обаждане“, при секретаря и на гишето за записване.',
    en: 'The change is in force. Those concerned are under “To telephone”, with the secretary and at the sign-up window.',
  },
  remove: { bg: 'Отмени', en: 'Revoke' },
  removeBy: { bg: 'Заповед за отмяната №', en: 'Order that revokes it, No.' },
  removeDo: { bg: 'Отмени промяната', en: 'Revoke the change' },
  keepOrder: { bg: 'Остави', en: 'Keep' },

  // Results
  year: { bg: 'Година', en: 'Year' },
  month: { bg: 'Месец', en: 'Month' },
  figuresNone: { bg: 'За тази година още няма данни.', en: 'No figures for this year yet.' },
  figuresText: {
    bg: 'Само брой, без лица: за публикуваните резултати.',
    en: 'Counts only, no persons: for the published results.',
  },

  // Officials
  feed: { bg: 'Календар (iCalendar)', en: 'Calendar (iCalendar)' },
  feedText: {
    bg: 'Адрес за календара на приемащия: дни и заети часове по номера, без лични данни.',
    en: 'An address for the official’s calendar: days and taken slots by number, no personal data.',
  },
  feedNone: { bg: 'Няма даден адрес.', en: 'No address is given out.' },
  feedSince: (date: string): Bilingual => ({
    bg: `Даден адрес от ${date}`,
    en: `An address given out since ${date}`,
  }),
  feedNew: { bg: 'Дай адрес', en: 'Give out an address' },
  feedReplace: { bg: 'Дай нов адрес', en: 'Give out a new address' },
  feedReplaceHint: { bg: 'старият спира', en: 'the old one stops' },
  feedRevoke: { bg: 'Отмени адреса', en: 'Revoke the address' },
  feedOnce: {
    bg: 'Показва се само сега. Препишете го в календара и не го споделяйте.',
    en: 'Shown only now. Enter it in the calendar and do not share it.',
  },
  slotEach: (days: number): Bilingual => ({ bg: `предстоящи дни: ${days}`, en: `days to come: ${days}` }),
  notYours: { bg: 'Няма списък, който да е за Вас.', en: 'There is no list for you.' },
  notYoursText: {
    bg: 'Профилът Ви не е свързан с приемащ в настройките. Обърнете се към администратора.',
    en: 'Your account is not joined to an official in the settings. Ask the administrator.',
  },
} as const

export const fieldWords: { readonly [F in PersonField | 'despite']: Bilingual } = {
  givenName: { bg: 'Име', en: 'Given name' },
  familyName: { bg: 'Фамилия', en: 'Family name' },
  telephone: { bg: 'Телефон', en: 'Telephone' },
  fileNumber: { bg: 'Вх. № на преписка', en: 'File number' },
  subject: { bg: 'Тема', en: 'Subject' },
  description: { bg: 'Кратко описание', en: 'Short description' },
  organisation: { bg: 'Организация', en: 'Organisation' },
  despite: { bg: 'Причина', en: 'Reason' },
}

export const stateWords: { readonly [S in AppointmentState]: Bilingual } = {
  listed: { bg: 'в списъка на чакащите', en: 'on the waiting list' },
  offered: { bg: 'с предложен час', en: 'slot offered' },
  booked: { bg: 'потвърдено', en: 'booked' },
  displaced: { bg: 'отложено', en: 'postponed' },
  arrived: { bg: 'явяване', en: 'has come' },
  called: { bg: 'повикване', en: 'called' },
  ended: { bg: 'приключено', en: 'over' },
}

export const endWords: { readonly [E in AppointmentEnd]: Bilingual } = {
  answered: { bg: 'отговорено на място', en: 'answered' },
  'passed-on': { bg: 'предадено на звено', en: 'passed on' },
  'answer-to-follow': { bg: 'отговор до дата', en: 'answer to follow' },
  'did-not-come': { bg: 'не се яви', en: 'did not come' },
  left: { bg: 'напусна', en: 'left' },
  cancelled: { bg: 'отказано', en: 'cancelled' },
  declined: { bg: 'отказан нов час', en: 'new slot declined' },
  'day-passed': { bg: 'денят отмина', en: 'the day has passed' },
}

export const changeKindWords: { readonly [K in ReceptionChange['kind']]: Bilingual } = {
  none: { bg: 'Няма прием', en: 'No reception' },
  moved: { bg: 'Преместен ден', en: 'Moved to another day' },
  hours: { bg: 'Други часове', en: 'Other hours' },
  substitute: { bg: 'Приема друг', en: 'Another official receives' },
}
