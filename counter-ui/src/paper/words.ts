import type { Bilingual } from '#shared/ids.ts'

export const words = {
  paperMode: { bg: 'Режим на хартия', en: 'Paper mode' },
  paperAbout: {
    bg: 'Списъкът не се обновява от {at} насам и екранът не знае кого обслужват колегите: разберете се помежду си и повикайте на глас. Първо е списъкът, после номерата, издадени без връзка. Записаното се вписва само, щом връзката се върне. Не затваряйте страницата.',
    en: 'The list has not changed since {at}, and this screen does not know whom your colleagues serve: agree among yourselves, and call aloud. First the list, then the numbers issued without connection. What you note is entered by itself when the line is back. Keep this page open.',
  },
  notKept: {
    bg: 'Този компютър не може да пази записките: пишете на лист.',
    en: 'This computer cannot keep notes: write on a sheet of paper.',
  },
  whom: { bg: 'Кого обслужвате', en: 'Whom you serve' },
  goOnWith: { bg: 'Продължете с {label}', en: 'Go on with {label}' },
  begin: { bg: 'Начало', en: 'Begin' },
  since: { bg: 'от {at}', en: 'since {at}' },
  outcome: { bg: 'Резултат', en: 'Outcome' },
  finish: { bg: 'Край', en: 'Finish' },
  notServed: { bg: 'Не беше обслужен номерът', en: 'Was not served' },
  noted: { bg: 'Записани', en: 'Noted' },
  remove: { bg: 'Изтрийте {label}', en: 'Delete {label}' },
  labelWanted: { bg: 'Напишете номера, например г14.', en: 'Write the number, e.g. g14.' },
  notedAlready: { bg: 'Този номер вече е записан.', en: 'This number is noted already.' },
} satisfies Record<string, Bilingual>
