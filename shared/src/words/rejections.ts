import type { Bilingual } from '../ids.ts'
import type { Refusal, Rejection, RejectionAbout, RejectionCode } from '../rejections.ts'
import { dateBg, dateEn } from './dates.ts'
import { everyLanguage } from './further.ts'
import { receptionSentences } from './reception-rejections.ts'

export { dateBg, dateEn }

/** The refusals that a visitor may meet, at the kiosk and on the phone. */
const visitorWords = everyLanguage(
  {
    beforeOpening: (opens: string): Bilingual => ({
      bg: `Центърът отваря в ${opens} ч. Моля, изчакайте.`,
      en: `The centre opens at ${opens}. Please wait.`,
    }),
    noMoreTickets: (limit: string): Bilingual => ({
      bg: `Издаването на билети за днес приключи. Посетителите, които вече са в центъра, ще бъдат обслужени, но не по-късно от ${limit} ч. Ако сте в центъра без билет, моля, обърнете се към служител.`,
      en: `No more tickets are issued today. Visitors already inside will be served, not later than ${limit}. If you are inside without a ticket, please ask a member of staff.`,
    }),
    unknownCode: {
      bg: 'Няма билет с този код. Билетът важи само за деня, в който е издаден.',
      en: 'There is no ticket with this code. A ticket is valid only on the day it was issued.',
    },
    leavesCalled: (label: string): Bilingual => ({
      bg: `Номер ${label} вече е повикан. Моля, обърнете се към гишето.`,
      en: `Number ${label} has been called. Please speak to the window.`,
    }),
    leavesMissed: (label: string): Bilingual => ({
      bg: `Номер ${label} беше повикан, никой не се яви и мястото му вече не се пази. Ако сте в центъра, моля, обърнете се към служител.`,
      en: `Number ${label} was called, nobody came, and its place is no longer kept. If you are inside, please ask a member of staff.`,
    }),
    leavesServed: (label: string): Bilingual => ({
      bg: `Обслужването на номер ${label} приключи. Отказ не е нужен.`,
      en: `The service of number ${label} is finished. There is nothing to give up.`,
    }),
    leavesUnserved: (label: string): Bilingual => ({
      bg: `Работният ден приключи и номер ${label} вече не чака. Отказ не е нужен. Извиняваме се за загубеното време.`,
      en: `The day is over, and number ${label} is waiting no longer. There is nothing to give up. We apologise for the time you lost.`,
    }),
    tooManyRequests: (seconds: number): Bilingual => {
      const minutes = Math.ceil(seconds / 60)
      if (seconds < 60)
        return {
          bg: `Твърде много опити. Опитайте отново след ${seconds} сек.`,
          en: `Too many attempts. Try again in ${seconds} s.`,
        }
      return {
        bg: `Твърде много опити. Опитайте отново след ${minutes} мин.`,
        en: `Too many attempts. Try again in ${minutes} min.`,
      }
    },
    internalError: {
      bg: 'Възникна грешка в системата. Нищо не е променено; опитайте отново.',
      en: 'Something went wrong in the system. Nothing was changed; please try again.',
    },
    notReady: {
      bg: 'Системата се спира или още не е готова. Опитайте отново след малко.',
      en: 'The system is stopping or not ready yet. Try again shortly.',
    },
  },
  (all) => all.refusals,
)

const leavesWords = {
  called: visitorWords.leavesCalled,
  missed: visitorWords.leavesMissed,
  served: visitorWords.leavesServed,
  unserved: visitorWords.leavesUnserved,
} as const

/** Fields that a person fills in, as their forms name them; another is called by its own name. */
const fields: Readonly<Record<string, Bilingual>> = {
  user: { bg: 'потребителско име', en: 'user name' },
  password: { bg: 'парола', en: 'password' },
  newPassword: { bg: 'нова парола', en: 'new password' },
  name: { bg: 'име', en: 'name' },
  role: { bg: 'роля', en: 'role' },
  reason: { bg: 'причина', en: 'reason' },
  'reason.bg': { bg: 'причина на български', en: 'reason in Bulgarian' },
  'reason.en': { bg: 'причина на английски', en: 'reason in English' },
  label: { bg: 'номер', en: 'number' },
  window: { bg: 'гише', en: 'window' },
  service: { bg: 'услуга', en: 'service' },
  address: { bg: 'адрес', en: 'address' },
  date: { bg: 'дата', en: 'date' },
  time: { bg: 'час', en: 'time' },
  from: { bg: 'от', en: 'from' },
  until: { bg: 'до', en: 'until' },
}

/** Each refusal in both languages: what is wrong, and what to do. The compiler asks for every code. */
const sentences: { readonly [C in RejectionCode]: (about: RejectionAbout[C]) => Bilingual } = {
  'closed-day': ({ why, next }) => ({
    bg: `Днес центърът не работи: ${why.bg}.${next ? ` Следващ работен ден: ${dateBg(next)}` : ''}`,
    en: `The centre is closed today: ${why.en}.${next ? ` Next working day: ${dateEn(next)}.` : ''}`,
  }),
  'before-opening': ({ opens }) => visitorWords.beforeOpening(opens),
  'no-more-tickets': ({ limit }) => visitorWords.noMoreTickets(limit),
  'present-at-closing-only': ({ closes }) => ({
    bg: `След ${closes} ч. се вписва само посетител, който е бил в центъра в ${closes} ч. Потвърдете, че е така.`,
    en: `After ${closes} only a person who was in the centre at ${closes} can be entered. Confirm that this is so.`,
  }),
  'not-closing-yet': ({ closes }) => ({
    bg: `Работното време тече до ${closes} ч. Издайте обикновен билет.`,
    en: `The hours run until ${closes}. Issue an ordinary ticket.`,
  }),
  'hall-closed': ({ next }) => ({
    bg: `Работният ден на центъра приключи.${next ? ` Следващ работен ден: ${dateBg(next)}` : ''}`,
    en: `The centre's day is over.${next ? ` Next working day: ${dateEn(next)}.` : ''}`,
  }),
  'only-finish-here': ({ label, state, limit }) =>
    state === 'serving'
      ? {
          bg: `След ${limit} ч. никой не се прехвърля и не се оставя на изчакване, и нова услуга не започва. Приключете обслужването на номер ${label} тук.`,
          en: `After ${limit} nobody is transferred or put on hold, and no further service begins. Finish the service of number ${label} here.`,
        }
      : {
          bg: `След ${limit} ч. никой не се повиква отново, не се прехвърля и не се оставя на изчакване. Започнете обслужването на номер ${label} тук или отбележете „Не се яви“.`,
          en: `After ${limit} nobody is called again, transferred or put on hold. Start the service of number ${label} here, or mark a no-show.`,
        },

  'unknown-office': ({ office }) => ({
    bg: `Няма център „${office}“.`,
    en: `There is no office “${office}”.`,
  }),
  'unknown-service': ({ service }) => ({
    bg: `Няма услуга „${service}“. Изберете от списъка.`,
    en: `There is no service “${service}”. Choose one from the list.`,
  }),
  'unknown-window': ({ window }) => ({
    bg: `Няма гише ${window}. Изберете от списъка с гишета.`,
    en: `There is no window ${window}. Choose one from the list of windows.`,
  }),
  'unknown-ticket': ({ label, date }) =>
    date === undefined
      ? {
          bg: `Днес няма билет с номер „${label}“. Проверете номера.`,
          en: `There is no ticket with the number “${label}” today. Check the number.`,
        }
      : {
          bg: `За ${dateBg(date)} няма необслужен билет „${label}“. Ако е издаден без връзка, терминалът още не го е предал: записката ще се впише, щом го предаде. Иначе проверете номера.`,
          en: `For ${dateEn(date)} there is no unserved ticket “${label}”. If it was issued without a line, the kiosk has not handed it in yet: the note will be entered once it has. Otherwise check the number.`,
        },
  'ticket-ended': ({ label }) => ({
    bg: `Посещението с номер ${label} вече е приключило за днес. Ако посетителят е тук за друго, издайте нов билет.`,
    en: `The visit with number ${label} is over for today. If its holder is here for something else, issue a new ticket.`,
  }),
  'unknown-code': () => visitorWords.unknownCode,
  'unknown-clerk': ({ clerk }) => ({
    bg: `Няма служител „${clerk}“ с достъп до гише.`,
    en: `There is no member of staff “${clerk}” who may work at a window.`,
  }),
  'unknown-view': ({ view }) => ({ bg: `Няма изглед „${view}“.`, en: `There is no view “${view}”.` }),

  'window-taken': ({ window, clerk }) => ({
    bg: `На гише ${window} вече работи ${clerk}. Изберете друго гише.`,
    en: `${clerk} is already working at window ${window}. Choose another window.`,
  }),
  'clerk-has-window': ({ window, clerk }) => ({
    bg: `${clerk} вече работи на гише ${window}. Първо затворете него.`,
    en: `${clerk} is already working at window ${window}. Close that one first.`,
  }),
  'window-not-open': ({ window }) => ({
    bg: `Гише ${window} не е отворено. Първо го отворете.`,
    en: `Window ${window} is not open. Open it first.`,
  }),
  'window-paused': ({ window }) => ({
    bg: `Гише ${window} е в почивка. Първо продължете обслужването.`,
    en: `Window ${window} is on a break. Resume first.`,
  }),
  'window-not-paused': ({ window }) => ({
    bg: `Гише ${window} не е в почивка.`,
    en: `Window ${window} is not on a break.`,
  }),
  'not-your-window': ({ window }) => ({
    bg: `На гише ${window} работи друг служител. Изберете друго гише.`,
    en: `Another clerk works at window ${window}. Choose another window.`,
  }),
  'window-busy': ({ window, label }) => ({
    bg: `На гише ${window} е номер ${label}. Първо приключете с него.`,
    en: `Number ${label} is at window ${window}. Finish with it first.`,
  }),
  'window-has-held': ({ window, label }) => ({
    bg: `Номер ${label} е на изчакване за гише ${window}. Първо го поканете или прехвърлете.`,
    en: `Number ${label} is on hold at window ${window}. Take it up or transfer it first.`,
  }),
  'last-window-for-service': ({ window, service, waiting }) => ({
    bg: `Гише ${window} е последното отворено за „${service.bg}“ (чакащи: ${waiting}). Работното време е без прекъсване: обърнете се към ръководителя на смяната.`,
    en: `Window ${window} is the last one open for “${service.en}” (waiting: ${waiting}). The hours are uninterrupted: ask the supervisor.`,
  }),
  'sent-here-and-waiting': ({ window, label, waiting }) => ({
    bg: `Чакащи, насочени към гише ${window}: ${waiting} (${label}). Повикват се само оттук, а работното време е без прекъсване: повикайте ги преди почивката или се обърнете към ръководителя на смяната.`,
    en: `Waiting, sent to window ${window}: ${waiting} (${label}). Only this window calls them, and the hours are uninterrupted: call them before the break, or ask the supervisor.`,
  }),
  'service-bound': ({ service, window }) => ({
    bg: `„${service.bg}“ се извършва само на гише ${window}.`,
    en: `“${service.en}” is done at window ${window} only.`,
  }),

  'nobody-waiting': ({ window }) => ({
    bg: `Няма чакащи за гише ${window}.`,
    en: `Nobody is waiting for window ${window}.`,
  }),
  'too-soon': ({ label, seconds }) => ({
    bg: `Билет ${label} е взет току-що. Може да се повика след ${seconds} сек.`,
    en: `Ticket ${label} has only just been taken. It can be called in ${seconds} s.`,
  }),
  'nobody-at-window': ({ window }) => ({
    bg: `На гише ${window} няма посетител. Първо повикайте номер.`,
    en: `There is nobody at window ${window}. Call a number first.`,
  }),
  'already-serving': ({ label }) => ({
    bg: `Обслужването на номер ${label} вече започна.`,
    en: `The service of number ${label} has already begun.`,
  }),
  'not-serving': ({ label }) => ({
    bg: `Номер ${label} е повикан, но обслужването не е започнало. Първо го започнете или отбележете „Не се яви“.`,
    en: `Number ${label} has been called, but its service has not begun. Start it, or mark a no-show.`,
  }),
  'recall-limit': ({ label, limit }) => ({
    bg: `Номер ${label} не се повиква повече (повторни повиквания: ${limit}). Започнете обслужването или отбележете „Не се яви“.`,
    en: `Number ${label} is not called any more (calls again: ${limit}). Start the service or mark a no-show.`,
  }),
  'recall-first': ({ label, recalls }) => ({
    bg: `Преди „Не се яви“ номер ${label} трябва да бъде повикан отново (оставащи повиквания: ${recalls}).`,
    en: `Before a no-show, number ${label} must be called again (calls still due: ${recalls}).`,
  }),
  'ticket-not-waiting': ({ label, window }) => ({
    bg: `Номер ${label} не чака в опашката: вече е повикан от гише ${window}. Повикайте друг номер.`,
    en: `Number ${label} is not in the line: window ${window} has called it. Call another number.`,
  }),
  'ticket-missed': ({ label }) => ({
    bg: `Номер ${label} е отбелязан като неявил се. Ако посетителят е дошъл, първо го върнете в опашката.`,
    en: `Number ${label} has been marked as a no-show. If its holder has come, first return it to the queue.`,
  }),
  'ticket-bound': ({ label, window }) => ({
    bg: `Номер ${label} е изпратен към гише ${window}.`,
    en: `Number ${label} has been sent to window ${window}.`,
  }),
  'window-does-not-serve': ({ window, service }) => ({
    bg: `На гише ${window} не се обслужва „${service.bg}“.`,
    en: `Window ${window} does not serve “${service.en}”.`,
  }),
  'ticket-not-held': ({ label, window }) => ({
    bg: `Номер ${label} не е на изчакване за гише ${window}.`,
    en: `Number ${label} is not on hold at window ${window}.`,
  }),
  'ticket-not-missed': ({ label }) => ({
    bg: `Номер ${label} не е отбелязан като неявил се.`,
    en: `Number ${label} has not been marked as a no-show.`,
  }),
  'transfer-nowhere': () => ({
    bg: 'Посочете друга услуга или друго гише, към което да се прехвърли.',
    en: 'Name another service or another window to transfer to.',
  }),
  'target-window-closed': ({ window }) => ({
    bg: `Гише ${window} не работи в момента. Изберете друго гише или само услуга.`,
    en: `Window ${window} is not open. Choose another window, or a service alone.`,
  }),
  'target-window-paused': ({ window, service, others }) =>
    others.length === 0
      ? {
          bg: `Гише ${window} е в почивка, а друго отворено гише за „${service.bg}“ сега няма. Продължете тук или прехвърлете само към услугата.`,
          en: `Window ${window} is on a break, and no other window is open for “${service.en}” now. Go on here, or transfer to the service alone.`,
        }
      : {
          bg: `Гише ${window} е в почивка. Изберете гише, което сега е отворено за „${service.bg}“: ${others.join(', ')}.`,
          en: `Window ${window} is on a break. Choose a window that is open for “${service.en}” now: ${others.join(', ')}.`,
        },
  'nothing-to-undo': ({ window }) => ({
    bg: `На гише ${window} няма какво да се върне.`,
    en: `There is nothing to undo at window ${window}.`,
  }),
  'undo-too-late': ({ seconds }) => ({
    bg: `Връщането е възможно само до ${seconds} сек.`,
    en: `Undo is possible within ${seconds} s only.`,
  }),
  'undo-overtaken': ({ label }) => ({
    bg: `Номер ${label} вече е продължил нататък и не може да се върне.`,
    en: `Number ${label} has moved on and cannot be brought back.`,
  }),
  'cannot-leave-now': ({ label, stands }) => leavesWords[stands](label),

  'unknown-letter': ({ letter }) => ({
    bg: `Никоя услуга няма буква „${letter}“.`,
    en: `No service has the letter “${letter}”.`,
  }),
  'number-taken': ({ label }) => ({
    bg: `Номер ${label} вече е даден днес или е запазен. Номер не се дава два пъти: изберете други номера.`,
    en: `Number ${label} has been given today or is reserved. No number is given twice: choose other numbers.`,
  }),
  'number-handed-in': ({ label }) => ({
    bg: `Номер ${label} вече е вписан.`,
    en: `Number ${label} has been entered already.`,
  }),
  'of-a-day-to-come': ({ date }) => ({
    bg: `${dateBg(date)} още не е настъпил. Проверете часовника на устройството.`,
    en: `${dateEn(date)} is still to come. Check the clock of the device.`,
  }),
  'roll-ends-before-it-begins': () => ({
    bg: 'Последният номер е преди първия.',
    en: 'The last number is before the first.',
  }),
  'roll-too-long': ({ most }) => ({
    bg: `Ролката е твърде дълга (най-много номера наведнъж: ${most}). Обявете я на части.`,
    en: `The roll is too long (numbers at once, at most: ${most}). Declare it in parts.`,
  }),
  'not-on-roll': ({ label }) => ({
    bg: `Номер ${label} не е на обявена за днес ролка. Първо обявете ролката.`,
    en: `Number ${label} is on no roll declared for today. Declare the roll first.`,
  }),
  'handed-out-when': ({ opens, now }) => ({
    bg: `Часовете трябва да са между ${opens} ч. и ${now} ч., първият преди втория.`,
    en: `The times must be between ${opens} and ${now}, the first before the second.`,
  }),
  'served-when': ({ now }) => ({
    bg: `Краят на обслужването трябва да е след началото и не по-късно от сега (${now} ч.).`,
    en: `The service must end after it began, and not later than now (${now}).`,
  }),
  'served-on-another-day': ({ date }) => ({
    bg: `Записката е за ${dateBg(date)}, а началото или краят на обслужването са в друг ден. Проверете датата и часовете.`,
    en: `The note is for ${dateEn(date)}, and the service began or ended on another day. Check the date and the times.`,
  }),
  'unreadable-label': ({ label }) => ({
    bg: `„${label}“ не е номер на билет. Номерът е буква и цифри, например „Г 014“.`,
    en: `“${label}” is not the number of a ticket. A number is a letter and digits, such as “Г 014”.`,
  }),
  'at-another-window': ({ label, window }) => ({
    bg: `Номер ${label} е на гише ${window}. Разберете се с колегата: човек се обслужва на едно гише.`,
    en: `Number ${label} is at window ${window}. Settle it with your colleague: a person is served at one window.`,
  }),

  'exception-in-the-past': ({ today }) => ({
    bg: `Датата е минала. Днес е ${dateBg(today)}`,
    en: `The date has passed. Today is ${dateEn(today)}.`,
  }),
  'exception-ends-before-it-begins': () => ({
    bg: 'Последният ден е преди първия.',
    en: 'The last day is before the first.',
  }),
  'hours-end-before-they-begin': () => ({
    bg: 'Краят на работното време е преди началото му.',
    en: 'The hours end before they begin.',
  }),
  'day-already-begun': () => ({
    bg: 'Днешният работен ден вече е започнал и на посетителите е обещано работното му време. Може да се промени само краят му, и то към час, който още не е настъпил.',
    en: 'Today has already begun, and its hours have been promised. Only their end can be changed, to a time still to come.',
  }),
  'notice-ends-before-it-begins': () => ({
    bg: 'Съобщението свършва, преди да е започнало. Изберете по-късен край.',
    en: 'The notice ends before it begins. Choose a later end.',
  }),
  'notice-is-over': () => ({
    bg: 'Краят на съобщението вече е минал. Изберете час, който още не е настъпил.',
    en: 'The end of the notice has passed. Choose a time still to come.',
  }),
  'too-many-notices': ({ most }) => ({
    bg: `Таблата са пълни (съобщения: ${most}). Първо свалете някое.`,
    en: `The boards are full (notices: ${most}). Take one down first.`,
  }),
  'unknown-notice': () => ({
    bg: 'Това съобщение вече не е на таблата.',
    en: 'This notice is not on the boards any more.',
  }),
  'unknown-exception': ({ id }) => ({
    bg: `Няма изключение „${id}“ в календара.`,
    en: `There is no calendar exception “${id}”.`,
  }),
  'one-reception-is-moved': () => ({
    bg: 'С едно изключение се мести приемът от един ден. Посочете само този ден, а за всеки друг добавете отделно изключение.',
    en: 'One exception moves the reception of one day. Name that day alone, and add an exception of its own for each other.',
  }),
  'reception-moved-to-day-off': ({ date, why }) => ({
    bg: `${dateBg(date)} не е работен ден: ${why.bg}. Изберете друга дата за приемния ден.`,
    en: `${dateEn(date)} is not a working day: ${why.en}. Choose another date for the reception day.`,
  }),

  'no-notices': () => ({
    bg: 'Този център не изпраща известия до телефони. Следете таблото.',
    en: 'This office sends no notices to phones. Please watch the board.',
  }),

  'no-printer': () => ({
    bg: 'За този център няма настроен принтер. Кажете номера на посетителя.',
    en: 'No printer is set up for this office. Tell the visitor the number.',
  }),
  'unknown-printer': ({ printer }) => ({
    bg: `От тук не може да се печата на принтер „${printer}“. Изберете друг.`,
    en: `Printer “${printer}” cannot be used from here. Choose another.`,
  }),
  'no-voice': () => ({
    bg: 'На този сървър няма говорител. Инсталирайте espeak-ng или посочете програмата в SPEECH.',
    en: 'There is no voice on this server. Install espeak-ng, or name the program in SPEECH.',
  }),
  'nothing-to-print': () => ({
    bg: 'За този киоск няма билет за печат.',
    en: 'There is no ticket for this kiosk to print.',
  }),
  ...receptionSentences,

  malformed: ({ field, problem }) => {
    if (field === 'body')
      return {
        bg: `Съдържанието на заявката ${problem.bg}.`,
        en: `The content of the request ${problem.en}.`,
      }
    const name = fields[field] ?? { bg: field, en: field }
    return { bg: `Полето „${name.bg}“ ${problem.bg}.`, en: `The field “${name.en}” ${problem.en}.` }
  },
  'not-signed-in': () => ({ bg: 'Моля, влезте в системата.', en: 'Please sign in.' }),
  'wrong-credentials': () => ({
    bg: 'Името или паролата не са верни.',
    en: 'The user name or the password is wrong.',
  }),
  'wrong-password': () => ({
    bg: 'Досегашната парола не е вярна.',
    en: 'The password until now is wrong.',
  }),
  'same-password': () => ({
    bg: 'Новата парола е същата като досегашната. Изберете друга.',
    en: 'The new password is the same as the one until now. Choose another.',
  }),
  'not-allowed': () => ({
    bg: 'Нямате право на това действие. Ако Ви е необходимо, обърнете се към администратора.',
    en: 'You are not allowed to do this. If you need it, ask the administrator.',
  }),
  'key-reused': () => ({
    bg: 'Този ключ за еднократност е използван за друга заявка. Изпратете нов ключ.',
    en: 'This idempotency key was used for a different request. Send a new key.',
  }),
  'too-many-requests': ({ seconds }) => visitorWords.tooManyRequests(seconds),
  'not-found': () => ({ bg: 'Няма такъв адрес.', en: 'There is nothing at this address.' }),
  'invitation-spent': () => ({
    bg: 'Връзката е използвана или е изтекла.',
    en: 'The link has been used or has expired.',
  }),
  'name-taken': ({ name }) => ({
    bg: `Името „${name}“ вече е заето. Изберете друго.`,
    en: `The name “${name}” is already taken. Choose another.`,
  }),
  'last-administrator': () => ({
    bg: 'Това е единственият администратор. Първо създайте друг.',
    en: 'This is the only administrator. Create another one first.',
  }),
  'internal-error': () => visitorWords.internalError,
  'not-ready': () => visitorWords.notReady,
}

/** @returns the refusal's sentence in both languages. */
export function refusalWords(refusal: Refusal): Bilingual {
  // The map above pairs each code with what it is about; TypeScript cannot follow the pair through the index.
  const sentence = sentences[refusal.code] as (about: unknown) => Bilingual
  return sentence(refusal.about)
}

/** @returns the refusal as the API answers it. */
export function rejection(refusal: Refusal): Rejection {
  const field = 'field' in refusal.about ? { field: refusal.about.field } : {}
  const slot = 'nearest' in refusal.about && refusal.about.nearest ? { slot: refusal.about.nearest } : {}
  return { code: refusal.code, message: refusalWords(refusal), ...field, ...slot }
}
