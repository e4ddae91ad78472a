import type { Bilingual } from '#shared/ids.ts'
import { everyLanguage } from '#shared/words/further.ts'

/** What the kiosk says of reception days. */
export const words = everyLanguage(
  {
    whoReceives: { bg: 'Кой приема и кога', en: 'Who receives, and when' },
    places: (left: number): Bilingual => ({ bg: `свободни места: ${left}`, en: `places left: ${left}` }),
    full: { bg: 'няма свободни места', en: 'no places left' },
    over: { bg: 'записването приключи', en: 'sign-up is over' },
    noDays: { bg: 'Няма приемни дни в следващите седмици', en: 'No reception days in the coming weeks' },
    room: (room: string): Bilingual => ({ bg: `стая ${room}`, en: `room ${room}` }),
    atWindow: (window: number): Bilingual => ({
      bg: `Записването става на гише ${window}: вземете билет и изчакайте реда си.`,
      en: `You sign up at window ${window}: take a ticket and wait for your turn.`,
    }),
    everyone: { bg: 'Всички приемащи', en: 'All officials' },
    noneOn: (day: string): Bilingual => ({ bg: `${day}: няма прием`, en: `${day}: no reception` }),
    movedTo: (day: string, to: string): Bilingual => ({
      bg: `${day}: преместен за ${to}`,
      en: `${day}: moved to ${to}`,
    }),
    otherwise: (day: string): Bilingual => ({ bg: `${day}: с промяна`, en: `${day}: changed` }),

    arrivalTitle: { bg: 'Вашият записан час', en: 'Your appointment' },
    arrivalHow: {
      bg: 'Въведете номера от листчето, например 147. Ако киоскът има четец, доближете кода.',
      en: 'Enter the number on your slip, for example 147. If this kiosk has a reader, hold the code before it.',
    },
    number: { bg: 'Номер на записването', en: 'Number of the appointment' },
    erase: { bg: 'Изтриване', en: 'Delete' },
    arrive: { bg: 'Отбелязвам пристигането си', en: 'Record my arrival' },
    arriving: { bg: 'Отбелязва се…', en: 'Recording…' },
    tryAgain: { bg: 'Опитайте отново', en: 'Try again' },
    unanswered: {
      bg: 'Системата не отговори. Опитайте отново: пристигането се отбелязва само веднъж.',
      en: 'The system did not answer. Try again: your arrival is recorded only once.',
    },
    arrived: { bg: 'Пристигането Ви е отбелязано', en: 'Your arrival is recorded' },
    expected: { bg: 'Очакван час', en: 'Expected at' },
    ahead: { bg: 'Приемани преди Вас', en: 'To be received before you' },
    where: { bg: 'Къде', en: 'Where' },
    waitForCall: {
      bg: 'Моля, изчакайте номерът Ви да се появи на таблото или до вратата.',
      en: 'Please wait for your number to appear on the board or by the door.',
    },
    done: { bg: 'Готово', en: 'Done' },
  },
  (all) => all.reception,
)
