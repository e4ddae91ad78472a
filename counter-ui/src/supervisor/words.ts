import type { CalendarException } from '#shared/commands.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Phase, WindowState } from '#shared/views.ts'
import { pauseWords } from '#shared/words/reasons.ts'
import { shortDate } from './dates.ts'
import type { DraftField } from './exception-draft.ts'

export const words = {
  title: { bg: 'Ръководител на смяната', en: 'Shift supervisor' },
  sections: { bg: 'Раздели на страницата', en: 'Sections of this page' },
  now: { bg: 'Зала', en: 'Hall' },
  outOfOrder: { bg: 'Извън реда', en: 'Out of order' },
  calendar: { bg: 'Календар', en: 'Calendar' },

  connecting: { bg: 'Свързване със системата…', en: 'Connecting to the system…' },
  refused: { bg: 'Тази страница не може да се покаже', en: 'This page cannot be shown' },
  stale: {
    bg: 'Няма връзка със системата. Показаното е отпреди прекъсването, действията са спрени, докато връзката се върне.',
    en: 'No connection to the system. What you see is from before the line went down; actions wait for its return.',
  },
  unreachable: {
    bg: 'Няма отговор от системата.',
    en: 'No answer from the system.',
  },
  again: { bg: 'Опитай отново', en: 'Try again' },
  loading: { bg: 'Зареждане…', en: 'Loading…' },

  day: { bg: 'Денят', en: 'The day' },
  hours: { bg: 'Работно време', en: 'Hours' },
  limit: { bg: 'довършване до', en: 'finishing until' },
  nextOpening: { bg: 'Следващо отваряне', en: 'Next opening' },

  today: { bg: 'Днес дотук', en: 'Today so far' },
  issued: { bg: 'Издадени', en: 'Issued' },
  waiting: { bg: 'Чакащи', en: 'Waiting' },
  finished: { bg: 'Обслужени', en: 'Served' },
  noShow: { bg: 'Неявили се', en: 'No-shows' },
  left: { bg: 'Отказали се', en: 'Left' },
  unserved: { bg: 'Необслужени', en: 'Unserved' },
  apologies: { bg: 'Извинения', en: 'Apologies' },
  of: { bg: 'от', en: 'of' },

  assistance: {
    bg: 'Посетител при киоска моли за съдействие',
    en: 'A visitor at the kiosk asks for assistance',
  },
  assistanceAt: { bg: 'от', en: 'since' },
  answer: { bg: 'Отивам', en: 'I am going' },

  attention: { bg: 'За внимание', en: 'Needs attention' },
  calm: { bg: 'Няма нищо неотложно.', en: 'Nothing is urgent.' },

  windows: { bg: 'Гишета', en: 'Windows' },
  windowsHint: {
    bg: 'Стрелки – друго гише, Enter – избор',
    en: 'Arrow keys: another window, Enter: choose',
  },
  window: { bg: 'Гише', en: 'Window' },
  nobody: { bg: 'без служител', en: 'nobody' },
  since: { bg: 'от', en: 'since' },
  onHold: { bg: 'на изчакване', en: 'on hold' },
  servedToday: { bg: 'обслужени', en: 'served' },
  noServices: { bg: 'без услуги', en: 'no services' },
  pickHint: {
    bg: 'Изберете гише, за да го отворите, затворите, предадете или да смените услугите му.',
    en: 'Choose a window to open it, close it, hand it over or change its services.',
  },
  closePanel: { bg: 'Скрий', en: 'Hide' },
  currentTicket: { bg: 'Сега', en: 'Now' },
  noTicket: { bg: 'без посетител', en: 'no visitor' },
  clerk: { bg: 'Служител', en: 'Clerk' },
  chooseClerk: { bg: 'Изберете служител', en: 'Choose a clerk' },
  handOver: { bg: 'Предай на друг служител', en: 'Hand over to another clerk' },
  handOverDo: { bg: 'Предай гишето', en: 'Hand over' },
  handOverHint: {
    bg: 'Номерът на гишето и времето му остават при новия служител.',
    en: 'The ticket at the window and its time stay, with the new clerk.',
  },
  open: { bg: 'Отвори гишето', en: 'Open window' },
  close: { bg: 'Затвори гишето', en: 'Close window' },
  closeAsk: { bg: 'Затвори гишето…', en: 'Close window…' },
  heldGoBack: {
    bg: 'Номерата на изчакване се връщат в опашката.',
    en: 'Those on hold go back into the queue.',
  },
  pause: { bg: 'Почивка', en: 'Break' },
  pauseReason: { bg: 'Причина за почивката', en: 'Reason for the break' },
  ownWords: { bg: 'С няколко думи', en: 'In a few words' },
  resume: { bg: 'Продължи обслужването', en: 'Resume' },

  services: { bg: 'Услуги', en: 'Services' },
  servicesHere: { bg: 'Услуги на гишето', en: 'Services of this window' },
  validToday: { bg: 'важи за днес', en: 'for today only' },
  assign: { bg: 'Запази услугите', en: 'Save the services' },
  discard: { bg: 'Откажи промените', en: 'Discard changes' },
  atLeastOne: { bg: 'Изберете поне една услуга.', en: 'Choose at least one service.' },
  leavesNobody: {
    bg: 'Без отворено гише, а с чакащи, ще останат',
    en: 'Left with people waiting and no open window',
  },
  longest: { bg: 'Най-дълго', en: 'Longest' },
  service: { bg: 'Услуга', en: 'Service' },
  servedAt: { bg: 'Обслужва се на', en: 'Served at' },
  noOpenWindow: { bg: 'няма отворено гише', en: 'no open window' },
  past: { bg: 'над стандарта', en: 'past the standard' },
  soon: { bg: 'скоро над стандарта', en: 'soon past the standard' },
  min: { bg: 'мин.', en: 'min' },

  order: { bg: 'Ред на чакащите', en: 'Waiting list' },
  orderEmpty: { bg: 'Никой не чака.', en: 'Nobody is waiting.' },
  priority: { bg: 'с предимство', en: 'priority' },
  foreseenLate: { bg: 'ще мине стандарта', en: 'will pass the standard' },
  overtaken: { bg: 'изпреварвания', en: 'overtaken' },
  boundTo: { bg: 'само за гише', en: 'only for window' },
  showAll: { bg: 'Покажи всички', en: 'Show all' },
  showFewer: { bg: 'Покажи само първите', en: 'Show the first only' },

  chooseService: { bg: 'Изберете услуга', en: 'Choose a service' },

  outOfOrderNone: { bg: 'Днес няма повиквания извън реда.', en: 'No calls out of order today.' },
  outOfOrderAbout: {
    bg: 'Всяко повикване извън реда се записва с причината и се вижда в отчета за равно третиране.',
    en: 'Each call out of order is recorded with its reason, and shows in the fairness report.',
  },
  time: { bg: 'Час', en: 'Time' },
  number: { bg: 'Номер', en: 'Number' },
  reason: { bg: 'Причина', en: 'Reason' },
  skipped: { bg: 'Чакащи отпред', en: 'People before' },

  preview: { bg: 'Следващите три седмици', en: 'The next three weeks' },
  previewMarked: { bg: 'ще се промени', en: 'will change' },
  off: { bg: 'почивен ден', en: 'day off' },
  reception: { bg: 'Прием', en: 'Reception' },
  todayMark: { bg: 'днес', en: 'today' },

  exceptions: { bg: 'Изключения в календара', en: 'Exceptions to the calendar' },
  exceptionsNone: {
    bg: 'Няма изключения: важи обичайният календар.',
    en: 'No exceptions: the usual calendar holds.',
  },
  change: { bg: 'Промяна', en: 'Change' },
  orderNumber: { bg: 'Заповед', en: 'Order' },
  orderHint: { bg: 'напр. Заповед № РД-01-123/2026', en: 'e.g. Заповед № РД-01-123/2026' },
  remove: { bg: 'Премахни…', en: 'Remove…' },
  removeDo: { bg: 'Премахни изключението', en: 'Remove the exception' },
  removeOrder: { bg: 'Заповед за премахването', en: 'Order that removes it' },
  cancel: { bg: 'Отказ', en: 'Cancel' },

  addException: { bg: 'Ново изключение', en: 'New exception' },
  add: { bg: 'Добави в календара', en: 'Add to the calendar' },
  from: { bg: 'От дата', en: 'From' },
  span: { bg: 'Докога', en: 'Until' },
  spanOneDay: { bg: 'един ден', en: 'one day' },
  spanTo: { bg: 'до дата', en: 'to a date' },
  spanUntilRevoked: { bg: 'до отмяна', en: 'until revoked' },
  to: { bg: 'До дата включително', en: 'To, that day included' },
  opens: { bg: 'От час', en: 'From' },
  closes: { bg: 'До час', en: 'To' },
  movedTo: { bg: 'Нова дата на приема', en: 'New date of the reception' },
  reasonBg: { bg: 'Причина на български', en: 'Reason in Bulgarian' },
  reasonEn: { bg: 'Причина на английски', en: 'Reason in English' },
  reasonSeen: { bg: 'Причината се показва на гражданите.', en: 'Citizens see the reason.' },
  stillMissing: { bg: 'Още не е попълнено', en: 'Still to be filled in' },
} satisfies Record<string, Bilingual>

export const phaseWords: { readonly [P in Phase]: Bilingual } = {
  'closed-day': { bg: 'Неработен ден', en: 'Closed day' },
  'before-opening': { bg: 'Преди отваряне', en: 'Before opening' },
  open: { bg: 'Отворено', en: 'Open' },
  finishing: { bg: 'Довършване, без нови билети', en: 'Finishing, no new tickets' },
  closed: { bg: 'Затворено', en: 'Closed' },
}

export const windowStateWords: { readonly [S in WindowState]: Bilingual } = {
  closed: { bg: 'затворено', en: 'closed' },
  open: { bg: 'свободно', en: 'free' },
  paused: { bg: 'в почивка', en: 'on a break' },
  calling: { bg: 'повикан номер', en: 'calling' },
  serving: { bg: 'обслужва', en: 'serving' },
}

export const kindWords: { readonly [K in CalendarException['kind']]: Bilingual } = {
  closed: { bg: 'затворено', en: 'closed' },
  'working-day': { bg: 'работен ден', en: 'working day' },
  hours: { bg: 'друго работно време', en: 'other hours' },
  'no-reception': { bg: 'няма прием', en: 'no reception' },
  'reception-moved': { bg: 'приемът се мести', en: 'reception moved' },
}

export const fieldWords: { readonly [F in DraftField]: Bilingual } = {
  from: words.from,
  to: words.to,
  opens: words.opens,
  closes: words.closes,
  movedTo: words.movedTo,
  order: words.orderNumber,
  bg: words.reasonBg,
  en: words.reasonEn,
}

/** @returns the reason of a pause: from the list, or as the clerk wrote it. */
export function pauseReasonWords(reason: string): Bilingual {
  return pauseWords[reason] ?? { bg: reason, en: reason }
}

/** @returns what an exception changes, in one phrase. */
export function changeWords(change: CalendarException): Bilingual {
  switch (change.kind) {
    case 'hours':
      return {
        bg: `работно време ${change.opens}–${change.closes} ч.`,
        en: `hours ${change.opens}–${change.closes}`,
      }
    case 'reception-moved':
      return {
        bg: `приемът се мести на ${shortDate(change.to, 'bg')}`,
        en: `reception moved to ${shortDate(change.to, 'en')}`,
      }
    case 'closed':
    case 'working-day':
    case 'no-reception':
      return kindWords[change.kind]
  }
}

/** @param to null: until revoked @returns „20.07.2026 г. – до отмяна“ */
export function periodWords(from: string, to: string | null): Bilingual {
  if (to === from) return { bg: shortDate(from, 'bg'), en: shortDate(from, 'en') }
  return {
    bg: `${shortDate(from, 'bg')} – ${to === null ? 'до отмяна' : shortDate(to, 'bg')}`,
    en: `${shortDate(from, 'en')} – ${to === null ? 'until revoked' : shortDate(to, 'en')}`,
  }
}

/** @returns „гише 3“, „гишета 1, 3“ */
export function windowsWords(windows: readonly number[]): Bilingual {
  const list = windows.join(', ')
  return windows.length === 1
    ? { bg: `гише ${list}`, en: `window ${list}` }
    : { bg: `гишета ${list}`, en: `windows ${list}` }
}

/** What closing a window means for the clerk who works there. */
export function closesForWords(clerk: string): Bilingual {
  return {
    bg: `Там работи ${clerk} и ще види, че гишето е затворено от ръководителя на смяната.`,
    en: `${clerk} works there, and will see that the shift supervisor has closed the window.`,
  }
}

export function onlyAtWords(window: number): Bilingual {
  return { bg: `само на гише ${window}`, en: `window ${window} only` }
}

export function atWindowWords(window: number): Bilingual {
  return { bg: `на гише ${window}`, en: `at window ${window}` }
}

export function calledWithinWords(minutes: number): Bilingual {
  return { bg: `Повикани до ${minutes} мин.`, en: `Called within ${minutes} min` }
}

/** In how many minutes the call is expected: in half of the cases no later than the first, in nine of ten than the second. */
export function expectedInWords(from: number, to: number): Bilingual {
  return from === to
    ? { bg: `очаква се до ${to} мин.`, en: `expected within ${to} min` }
    : { bg: `очаква се след ${from}–${to} мин.`, en: `expected in ${from}–${to} min` }
}

/** Of how many: whoever was called, has gone without a call, or waits past the standard already. */
export function ofThoseKnownWords(known: number): Bilingual {
  return { bg: `от ${known} досега`, en: `of ${known} so far` }
}

/** @param waiting how many wait behind each letter, „У 1, Ф 2“ */
export function noWindowWords(waiting: string): Bilingual {
  return { bg: `Чакат без отворено гише: ${waiting}`, en: `Waiting with no open window: ${waiting}` }
}

export function pastStandardWords(waiting: number, minutes: number): Bilingual {
  return { bg: `Чакащи над ${minutes} мин.: ${waiting}`, en: `Waiting more than ${minutes} min: ${waiting}` }
}

export function foreseenPastWords(waiting: number, minutes: number): Bilingual {
  return {
    bg: `Предвижда се да чакат над ${minutes} мин.: ${waiting}`,
    en: `Foreseen to wait past ${minutes} min: ${waiting}`,
  }
}

export function soonPastWords(waiting: number, minutes: number): Bilingual {
  return {
    bg: `До 5 мин. ще чакат над ${minutes} мин.: ${waiting}`,
    en: `Past ${minutes} min within 5 min: ${waiting}`,
  }
}
