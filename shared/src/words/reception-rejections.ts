import type { Bilingual } from '../ids.ts'
import type { AppointmentState, Slot } from '../reception.ts'
import type { ReceptionRejectionAbout } from '../rejections.ts'
import { dateBg, dateEn } from './dates.ts'

/** Refusals of reception days in both languages: what is wrong, and what to do. The compiler asks for every code. */
export const receptionSentences: {
  readonly [C in keyof ReceptionRejectionAbout]: (about: ReceptionRejectionAbout[C]) => Bilingual
} = {
  'unknown-official': ({ official }) => ({
    bg: `Няма приемащ „${official}“. Изберете от списъка.`,
    en: `There is no official “${official}”. Choose one from the list.`,
  }),
  'unknown-unit': ({ unit }) => ({
    bg: `Няма звено „${unit}“. Изберете от списъка.`,
    en: `There is no unit “${unit}”. Choose one from the list.`,
  }),
  'unknown-appointment': ({ number }) => ({
    bg: `Няма записване с номер „${number}“. Проверете номера в листчето.`,
    en: `There is no appointment with the number “${number}”. Check the number on the slip.`,
  }),
  'wrong-appointment-code': () => ({
    bg: 'Номерът и кодът не са от едно записване. Проверете ги в листчето.',
    en: 'The number and the code are not of the same appointment. Check them on the slip.',
  }),
  'sign-up-at-window': ({ window }) => ({
    bg:
      window === null
        ? 'Записването за приемен ден се прави само на определеното гише.'
        : `Записването за приемен ден се прави само на гише ${window}, от служителя, който работи на него.`,
    en:
      window === null
        ? 'Sign-up for reception days is done at its own window only.'
        : `Sign-up for reception days is done at window ${window} only, by the clerk who works there.`,
  }),
  'not-your-list': ({ post }) => ({
    bg: `Списъкът е на друг приемащ: ${post.bg}.`,
    en: `This list belongs to another official: ${post.en}.`,
  }),
  'no-reception-that-day': ({ post, date, why, nearest }) => ({
    bg: `${post.bg} не приема на ${dateBg(date)}${why ? ` (${why.bg}).` : ''} ${nearestBg(nearest)}`.trim(),
    en: `${post.en} does not receive on ${dateEn(date)}${why ? ` (${why.en})` : ''}. ${nearestEn(nearest)}`.trim(),
  }),
  'not-a-slot': ({ post, date, time, nearest }) => ({
    bg: `${time} ч. на ${dateBg(date)} не е приемен час: ${post.bg}. ${nearestBg(nearest)}`.trim(),
    en: `${time} on ${dateEn(date)} is no reception time of this official: ${post.en}. ${nearestEn(nearest)}`.trim(),
  }),
  'slot-taken': ({ date, time, nearest }) => ({
    bg: `Часът ${time} ч. на ${dateBg(date)} току-що беше зает. ${nearestBg(nearest)}`.trim(),
    en: `${time} on ${dateEn(date)} has just been taken. ${nearestEn(nearest)}`.trim(),
  }),
  'day-full': ({ date, nearest }) => ({
    bg: `За ${dateBg(date)} няма свободни часове. ${nearestBg(nearest)} Може и записване в списъка на чакащите.`,
    en: `No free slots on ${dateEn(date)}. ${nearestEn(nearest)} The waiting list is open too.`,
  }),
  'day-not-full': ({ date, nearest }) => ({
    bg: `За ${dateBg(date)} има свободен час. ${nearestBg(nearest)}`,
    en: `There is a free slot on ${dateEn(date)}. ${nearestEn(nearest)}`,
  }),
  'sign-up-over': ({ date, until, nearest }) => ({
    bg: `Записването за ${dateBg(date)} приключи на ${dateBg(until.date)} в ${until.time} ч. ${nearestBg(nearest)}`.trim(),
    en: `Sign-up for ${dateEn(date)} ended on ${dateEn(until.date)} at ${until.time}. ${nearestEn(nearest)}`.trim(),
  }),
  'beyond-horizon': ({ date, weeks }) => ({
    bg: `${dateBg(date)} е твърде далеч (най-много седмици напред: ${weeks}). Изберете по-ранна дата.`,
    en: `${dateEn(date)} is too far ahead (weeks ahead, at most: ${weeks}). Choose an earlier date.`,
  }),
  'holds-personal-number': () => ({
    bg: 'В текста има ЕГН. За приемен ден ЕГН не се иска и не се пази: моля, изтрийте го.',
    en: 'The text holds a personal number (ЕГН). It is neither asked for nor kept: please take it out.',
  }),
  'not-a-telephone': () => ({
    bg: 'Телефонът не е разпознат. Запишете го с код, например 0888 12 34 56 или 076/684283.',
    en: 'The telephone is not recognised. Write it with its code, for example 0888 12 34 56 or 076/684283.',
  }),
  'already-answered': ({ number, date }) => ({
    bg: `По същия въпрос вече има отговор: ${number} от ${dateBg(date)} Насочете към отговора, или посочете защо записването все пак е нужно.`,
    en: `The same question has been answered: ${number} of ${dateEn(date)}. Point to that answer, or say why the sign-up is needed all the same.`,
  }),
  'appointment-is': ({ number, state }) => ({
    bg: `${number} ${stateWords[state].bg}. Това действие вече не е възможно.`,
    en: `${number} ${stateWords[state].en}. This can no longer be done.`,
  }),
  'slot-has-begun': ({ number, date, time }) => ({
    bg: `Часът на ${number} (${dateBg(date)}${time === null ? '' : `, ${time} ч.`}) вече е настъпил и не може да се премести или откаже. За нов час се обърнете към гишето за записване.`,
    en: `The time of ${number} (${dateEn(date)}${time === null ? '' : `, ${time}`}) has begun: it can no longer be moved or cancelled. For a new time, please ask at the sign-up window.`,
  }),
  'arrives-another-day': ({ number, date, time }) => ({
    bg: `${number} е за ${dateBg(date)}${time === null ? '' : ` в ${time} ч.`} Явяването се отбелязва в същия ден.`,
    en: `${number} is for ${dateEn(date)}${time === null ? '' : ` at ${time}`}. Arrival is reported on that day.`,
  }),
  'nobody-to-call': ({ post }) => ({
    bg: `Няма явили се, които чакат: ${post.bg}.`,
    en: `Nobody who has arrived is waiting: ${post.en}.`,
  }),
  'does-not-receive-today': ({ post }) => ({
    bg: `Днес няма прием: ${post.bg}.`,
    en: `No reception today: ${post.en}.`,
  }),
  'no-time-left': ({ post }) => ({
    bg: `Сега няма време за посетител без записване: ${post.bg}. Предложете записване на гишето.`,
    en: `There is no time for a visitor without a sign-up: ${post.en}. Offer a sign-up at the window.`,
  }),
  'outcome-before-the-time': ({ number, time }) => ({
    bg: `Часът на ${number} е ${time} ч. „Не се яви“ се отбелязва след него.`,
    en: `The time of ${number} is ${time}. “Did not come” is recorded after it.`,
  }),
  'due-in-the-past': ({ today }) => ({
    bg: `Срокът е минал. Днес е ${dateBg(today)}`,
    en: `The date has passed. Today is ${dateEn(today)}.`,
  }),
  'no-answer-owed': ({ number }) => ({
    bg: `По ${number} не се дължи отговор.`,
    en: `No answer is owed for ${number}.`,
  }),
  'no-slot-kept': ({ number }) => ({
    bg: `За ${number} няма запазен час. Изберете час от свободните.`,
    en: `No slot is kept for ${number}. Choose one of those that are free.`,
  }),
  'person-erased': ({ number }) => ({
    bg: `Личните данни към ${number} са изтрити.`,
    en: `The personal data of ${number} have been erased.`,
  }),
  'substitute-is-the-same': ({ post }) => ({
    bg: `Заместникът е същият приемащ: ${post.bg}.`,
    en: `The substitute is the same official: ${post.en}.`,
  }),
}

const stateWords: Readonly<Record<AppointmentState, Bilingual>> = {
  listed: { bg: 'е в списъка на чакащите', en: 'is on the waiting list' },
  offered: { bg: 'има предложен час', en: 'has been offered a slot' },
  booked: { bg: 'още не е отбелязано като явило се', en: 'has not been reported as arrived' },
  displaced: { bg: 'е с отложен приемен ден', en: 'is on a day that was postponed' },
  arrived: { bg: 'вече е отбелязано като явило се', en: 'has arrived already' },
  called: { bg: 'вече е повикано', en: 'has been called already' },
  ended: { bg: 'е приключено', en: 'is over' },
}

function nearestBg(nearest: Slot | null): string {
  return nearest === null ? '' : `Най-ранният свободен час е ${dateBg(nearest.date)} в ${nearest.time} ч.`
}

function nearestEn(nearest: Slot | null): string {
  return nearest === null ? '' : `The earliest free slot is ${dateEn(nearest.date)} at ${nearest.time}.`
}
