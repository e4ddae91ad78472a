import type { Bilingual } from '#shared/ids.ts'
import { shortDate } from '../supervisor/dates.ts'

/** When a ticket can be entered by staff, by the phase of the day, and what is told of it. */
export const words = {
  entry: { bg: 'Вписване на посетител', en: 'Enter a visitor' },
  enter: { bg: 'Впиши посетител', en: 'Enter a visitor' },
  another: { bg: 'Впиши още един', en: 'Enter another' },
  open: {
    bg: 'За посетител, който не може да ползва киоска. Билетът е обикновен и се нарежда като останалите.',
    en: 'For a visitor who cannot use the kiosk. The ticket is an ordinary one and waits like the others.',
  },
  opensAt: (at: string): Bilingual => ({
    bg: `Билети се издават от ${at} ч. Присъстващ без билет се вписва след края на работното време.`,
    en: `Tickets are issued from ${at}. A person present without a ticket is entered after the hours end.`,
  }),
  closesAt: (at: string): Bilingual => ({
    bg: `Вписването на присъстващ при затварянето е възможно от ${at} ч.`,
    en: `Entering a person present at closing becomes possible at ${at}.`,
  }),
  finishing: (closes: string, limit: string): Bilingual => ({
    bg: `Вписва се само посетител, който е бил в залата в ${closes} ч. и няма билет. Обслужването е най-късно до ${limit} ч.; вписването се записва с тази причина.`,
    en: `Only a person who was in the hall at ${closes} and has no ticket is entered. Service ends at ${limit} at the latest; the entry is recorded with that reason.`,
  }),
  enterPresent: (closes: string): Bilingual => ({
    bg: `Впиши: в залата от преди ${closes} ч.`,
    en: `Enter: in the hall since before ${closes}`,
  }),
  over: (next: { readonly date: string; readonly time: string } | null): Bilingual => ({
    bg: `Днес не се издават билети и не се вписват посетители.${next ? ` Следващо отваряне: ${shortDate(next.date, 'bg')} в ${next.time} ч.` : ''}`,
    en: `No tickets are issued and nobody is entered today.${next ? ` Next opening: ${shortDate(next.date, 'en')} at ${next.time}.` : ''}`,
  }),
  wantsPriority: {
    bg: 'Посетителят желае обслужване с предимство (причината не се записва)',
    en: 'The visitor asks for priority (the reason is not recorded)',
  },
  issue: { bg: 'Издай билет', en: 'Issue a ticket' },
  willAppear: {
    bg: 'Номерът ще се появи тук, едро, за да го кажете на посетителя.',
    en: 'The number will appear here, large, to be told to the visitor.',
  },
  tellNumber: { bg: 'Кажете номера на посетителя', en: 'Tell the visitor the number' },
  ahead: { bg: 'Чакащи отпред', en: 'People ahead' },
  issuedAt: { bg: 'Издаден в', en: 'Issued at' },
}
