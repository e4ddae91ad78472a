import type { Bilingual } from '#shared/ids.ts'
import type { PrinterStatus, PrintFailure, PrintingView, PrintKind, PrintState } from '#shared/printing.ts'

export const words = {
  printing: { bg: 'Печат', en: 'Printing' },
  printers: { bg: 'Принтери', en: 'Printers' },
  printersNone: {
    bg: 'В настройките на центъра няма принтери: билетите са само на екран.',
    en: 'No printers are set up for this office: tickets are on screens only.',
  },
  printersAbout: {
    bg: 'Кой киоск на кой принтер печата, се записва във файла с настройките на центъра.',
    en: 'Which kiosk prints where stands in the office’s settings file.',
  },
  printer: { bg: 'Принтер', en: 'Printer' },
  state: { bg: 'Състояние', en: 'State' },
  since: { bg: 'от', en: 'since' },
  kiosks: { bg: 'Киоски', en: 'Kiosks' },
  noKiosks: { bg: 'няма', en: 'none' },
  forStaff: { bg: 'и за служителите', en: 'and for staff' },
  waiting: { bg: 'чакат печат', en: 'to be printed' },
  actions: { bg: 'Действия', en: 'Actions' },
  testPage: { bg: 'Пробна страница', en: 'Test page' },
  mm: { bg: 'мм', en: 'mm' },

  jobs: { bg: 'Отпечатано днес', en: 'Printed today' },
  jobsNone: { bg: 'Днес още нищо не е печатано.', en: 'Nothing has been printed today.' },
  time: { bg: 'Час', en: 'Time' },
  what: { bg: 'Какво', en: 'What' },
  result: { bg: 'Резултат', en: 'Result' },

  copy: { bg: 'Копие на билет', en: 'Copy of a ticket' },
  copyAbout: {
    bg: 'За посетител, който е останал без хартиен билет. Номерът и мястото му в реда не се променят; на хартията пише „Копие“.',
    en: 'For a visitor left without a paper ticket. The number and its place in the line stay; the paper says “Copy”.',
  },
  number: { bg: 'Номер', en: 'Number' },
  numberHint: { bg: 'напр. Г 014', en: 'e.g. Г 014' },
  printAt: { bg: 'Отпечатай на', en: 'Print at' },
  printCopy: { bg: 'Отпечатай копие', en: 'Print a copy' },
  copyOf: { bg: 'Копие', en: 'Copy' },
  ordered: { bg: 'Изпратено за печат', en: 'Sent to the printer' },
  connecting: { bg: 'Свързване със системата…', en: 'Connecting to the system…' },
} satisfies Record<string, Bilingual>

export const connectionWords: {
  readonly [C in PrintingView['printers'][number]['connection']]: Bilingual
} = {
  network: { bg: 'в мрежата', en: 'network' },
  device: { bg: 'на сървъра', en: 'at the server' },
  browser: { bg: 'на киоска', en: 'at the kiosk' },
}

export const kindWords: { readonly [K in PrintKind]: Bilingual } = {
  ticket: { bg: 'билет', en: 'ticket' },
  copy: { bg: 'копие', en: 'copy' },
  appointment: { bg: 'листче за приемен ден', en: 'slip of an appointment' },
  test: { bg: 'пробна страница', en: 'test page' },
}

export const stateWords: { readonly [S in PrintState]: Bilingual } = {
  queued: { bg: 'чака печат', en: 'to be printed' },
  sent: { bg: 'изпратено към принтера', en: 'sent to the printer' },
  printed: { bg: 'отпечатано', en: 'printed' },
  failed: { bg: 'не е отпечатано', en: 'not printed' },
}

export const failureWords: { readonly [F in PrintFailure]: Bilingual } = {
  'paper-out': { bg: 'няма хартия', en: 'out of paper' },
  'cover-open': { bg: 'капакът е отворен', en: 'the cover is open' },
  'printer-error': { bg: 'повреда на принтера', en: 'a fault of the printer' },
  offline: { bg: 'принтерът е изключен от печат', en: 'the printer is off line' },
  unreachable: { bg: 'няма връзка с принтера', en: 'the printer cannot be reached' },
  'no-answer': { bg: 'принтерът не отговаря', en: 'the printer does not answer' },
  'connection-lost': { bg: 'връзката прекъсна при печата', en: 'the line broke while printing' },
  interrupted: {
    bg: 'сървърът спря при печата; не се знае дали билетът е излязъл',
    en: 'the server stopped while printing; whether it came out is not known',
  },
  'too-late': { bg: 'закъсня и вече не се печата', en: 'too late to be printed' },
  'no-printer': { bg: 'принтерът го няма в настройките', en: 'the printer is not in the settings any more' },
  'not-drawn': { bg: 'билетът не можа да се подготви', en: 'the ticket could not be drawn' },
}

/** @returns how a printer is, in a few words that begin with a small letter. */
export function statusWords(status: PrinterStatus): Bilingual {
  switch (status.kind) {
    case 'unknown':
      return { bg: 'не съобщава състоянието си', en: 'does not say how it is' }
    case 'ready':
      return status.paperLow
        ? { bg: 'хартията е към края си', en: 'paper near its end' }
        : { bg: 'готов', en: 'ready' }
    case 'trouble':
      return failureWords[status.trouble]
  }
}

/** @param name of the printer, in the same two languages */
export function troubleWords(name: Bilingual, status: PrinterStatus): Bilingual {
  const { bg, en } = statusWords(status)
  return { bg: `${name.bg}: ${bg}`, en: `${name.en}: ${en}` }
}

/** @param labels „Г 014, М 003“ @param more how many there are beside */
export function notPrintedWords(labels: string, more: number): Bilingual {
  if (more <= 0) return { bg: `Без хартиен билет: ${labels}`, en: `Without a paper ticket: ${labels}` }
  return {
    bg: `Без хартиен билет: ${labels} и още ${more}`,
    en: `Without a paper ticket: ${labels} and ${more} more`,
  }
}
