import type { Bilingual } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import type { BoardCall, HallView, WindowState } from '#shared/views.ts'

/** Every word on the board and on the signs. Both languages stand on the wall at once: Bulgarian first and larger. */
export const words = {
  expectedWait: { bg: 'Чакане, мин.', en: 'Wait, min' },
  board: { bg: 'Табло', en: 'Board' },
  window: { bg: 'Гише', en: 'Window' },
  number: { bg: 'Номер', en: 'Number' },
  lastCalled: { bg: 'Последно повикани', en: 'Last called' },
  windows: { bg: 'Гишета', en: 'Windows' },
  waiting: { bg: 'Чакащи', en: 'Waiting' },
  calledNow: { bg: 'Повикване', en: 'Call' },

  pleaseCome: { bg: 'Моля, заповядайте', en: 'Please come' },
  calledAgain: { bg: 'Повторно повикване', en: 'Called again' },
  nowServing: { bg: 'Сега се обслужва', en: 'Now serving' },
  lastNumber: { bg: 'Последен повикан номер', en: 'Last number called' },
  lastCall: { bg: 'Последно повикване', en: 'Last call' },
  watchBoard: {
    bg: 'Моля, изчакайте номерът Ви да се появи на таблото',
    en: 'Please wait for your number to appear on the board',
  },
  watchSign: { bg: 'Моля, изчакайте номерът Ви да се появи', en: 'Please wait for your number to appear' },
  noCallsYet: { bg: 'Днес още няма повикани', en: 'Nobody has been called yet today' },
  noOthers: { bg: 'Няма други повикани', en: 'No other calls' },
  documentsReady: { bg: 'Моля, подгответе документите си', en: 'Please have your documents ready' },

  windowClosed: { bg: 'Гишето не работи в момента', en: 'This window is not open at the moment' },
  break: { bg: 'Почивка', en: 'Break' },
  open: { bg: 'Отворено', en: 'Open' },

  notToday: { bg: 'Днес центърът не работи', en: 'The centre is closed today' },
  closed: { bg: 'Центърът е затворен', en: 'The centre is closed' },
  welcome: { bg: 'Добре дошли', en: 'Welcome' },
  noMoreTickets: { bg: 'Издаването на билети за днес приключи', en: 'No more tickets are issued today' },
  apology: { bg: 'Извиняваме се за загубеното време', en: 'We apologise for the time you lost' },
  stillServing: { bg: 'Довършва се обслужването', en: 'Service being completed' },
  thanks: { bg: 'Благодарим Ви! Приятен ден!', en: 'Thank you! Have a nice day!' },

  lineDown: { bg: 'Таблото няма връзка със системата', en: 'The board has no connection' },
  lineDownHelp: {
    bg: 'Показаното може да е остаряло. Моля, обърнете се към служител.',
    en: 'What it shows may be out of date. Please ask a member of staff.',
  },
  signDown: { bg: 'Няма връзка със системата', en: 'No connection' },
  signDownHelp: {
    bg: 'Моля, обърнете се към служител',
    en: 'Please ask a member of staff',
  },
  connecting: { bg: 'Таблото се свързва…', en: 'The board is connecting…' },
  refused: { bg: 'Таблото не може да покаже тази зала', en: 'The board cannot show this hall' },
  refusedHelp: {
    bg: 'Проверете адреса на страницата: ?office=… назовава центъра.',
    en: 'Check the page’s address: ?office=… names the office.',
  },
  knownWindows: { bg: 'Гишета в този център', en: 'Windows of this office' },

  // In few words, for readers far off.
  watchBoardBriefly: { bg: 'Следете таблото', en: 'Watch the board' },
  noMoreTicketsBriefly: { bg: 'Няма нови билети', en: 'No new tickets' },
  apologyBriefly: { bg: 'Извиняваме се', en: 'We apologise' },
  lineDownBriefly: { bg: 'Няма връзка', en: 'Offline' },
  lineDownHelpBriefly: { bg: 'Обърнете се към служител', en: 'Please ask our staff' },
  connectingBriefly: { bg: 'Свързване…', en: 'Connecting…' },

  silent: { bg: 'звукът е изключен – докоснете', en: 'sound is off – touch' },
} as const satisfies Record<string, Bilingual>

export const directionWords = {
  left: { bg: 'наляво', en: 'to the left' },
  ahead: { bg: 'направо', en: 'straight ahead' },
  right: { bg: 'надясно', en: 'to the right' },
} as const satisfies Record<NonNullable<HallView['windows'][number]['direction']>, Bilingual>

/** What a window is doing, in the panel of all windows. */
export const windowStateWords = {
  closed: { bg: 'затворено', en: 'closed' },
  paused: { bg: 'почивка', en: 'break' },
  open: { bg: 'отворено', en: 'open' },
  calling: { bg: 'повикване', en: 'calling' },
  serving: { bg: 'обслужва се', en: 'serving' },
} as const satisfies Record<WindowState, Bilingual>

/** What became of a call, in the list of the last ones. */
export const callStateWords = {
  called: { bg: 'повикване', en: 'called' },
  serving: { bg: 'обслужва се', en: 'serving' },
  'on-hold': { bg: 'на изчакване', en: 'on hold' },
  waiting: { bg: 'чака отново', en: 'waiting again' },
  done: { bg: 'приключи', en: 'done' },
  missed: { bg: 'не се яви', en: 'no show' },
  left: { bg: 'отказ от реда', en: 'gave up the place' },
  unserved: { bg: 'без обслужване', en: 'not served' },
} as const satisfies Record<BoardCall['state'], Bilingual>

/**
 * @param left minutes to the limit of the day; null: it has none.
 * @returns minutes, as they stand beside a letter; where the limit comes sooner, that it is so long at least.
 */
export function waitOfLetter(
  { from, to }: { readonly from: number; readonly to: number },
  left: number | null,
): string {
  if (left !== null && to > left) return `≥\u00a0${Math.max(0, Math.floor(Math.min(from, left)))}`
  return from === to ? `≤\u00a0${to}` : `${from}–${to}`
}

/** A call in one line, for the ear of a screen reader: it asks to come only whoever is called. */
export function callSaid({ label, window, state }: Pick<BoardCall, 'label' | 'window' | 'state'>): Bilingual {
  const number = printed(label)
  if (state === 'called')
    return {
      bg: `Номер ${number}, моля, заповядайте на гише ${window}`,
      en: `Number ${number}, please come to window ${window}`,
    }
  const { bg, en } = callStateWords[state]
  return { bg: `Номер ${number}, гише ${window}: ${bg}`, en: `Number ${number}, window ${window}: ${en}` }
}

export function lastCallFor(label: string): Bilingual {
  return { bg: `Последно повикване за номер ${label}`, en: `Last call for number ${label}` }
}

export function windowNumber(window: number): Bilingual {
  return { bg: `Гише ${window}`, en: `Window ${window}` }
}

export function unknownWindow(asked: string): Bilingual {
  return { bg: `Няма гише „${asked}“`, en: `There is no window “${asked}”` }
}

/** For the installer, not for the hall. All in metres. */
export function readable({
  asked,
  lead,
  list,
  messages,
}: {
  readonly asked: number
  readonly lead: number
  readonly list: number
  readonly messages: number
}): Bilingual {
  return {
    bg: `За монтажника: при ${decimal(asked)} м тук не всичко се побира по EN 301 549 (5.1.4). Четат се: повикването от ${decimal(lead)} м, списъкът от ${decimal(list)} м, съобщенията от ${decimal(messages)} м.`,
    en: `For the installer: at ${asked} m not everything fits here by EN 301 549 (5.1.4). Readable: the call from ${lead} m, the list from ${list} m, the messages from ${messages} m.`,
  }
}

function decimal(metres: number): string {
  return String(metres).replace('.', ',')
}
