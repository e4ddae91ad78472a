import type { Bilingual } from '#shared/ids.ts'

export const rollWords = {
  rolls: { bg: 'Ролки с номера', en: 'Paper rolls' },
  none: { bg: 'Днес няма обявени ролки.', en: 'No rolls have been declared today.' },
  declare: { bg: 'Обявяване на ролка', en: 'Declare a roll' },
  declareAbout: {
    bg: 'Предварително отпечатани номера, които служител раздава, когато киоскът не работи. Обявените номера не се дават по друг начин. Изберете номера, до които денят няма да стигне, например от 501.',
    en: 'Numbers printed ahead, which a member of staff hands out when the kiosk does not work. Declared numbers are given in no other way. Choose numbers that the day will not reach, e.g. from 501.',
  },
  letter: { bg: 'Буква', en: 'Letter' },
  chooseLetter: { bg: 'Изберете буква', en: 'Choose a letter' },
  first: { bg: 'От номер', en: 'From number' },
  last: { bg: 'До номер', en: 'To number' },
  declareGo: { bg: 'Обяви ролката', en: 'Declare the roll' },
  usedUp: { bg: 'раздадена', en: 'handed out' },
  entered: { bg: 'Вписани', en: 'Entered' },
  next: { bg: 'следва', en: 'next' },
  service: { bg: 'Услуга', en: 'Service' },
  through: { bg: 'Раздадени до номер', en: 'Handed out up to number' },
  since: { bg: 'Първият в', en: 'The first at' },
  until: { bg: 'Последният в', en: 'The last at' },
  timesHint: {
    bg: 'Без часове: раздадени са току-що. С часове хората получават реда си според тях.',
    en: 'Without times: they were handed out just now. With times people get their place by them.',
  },
  enterGo: { bg: 'Впиши раздадените', en: 'Enter what was handed out' },
} satisfies Record<string, Bilingual>
