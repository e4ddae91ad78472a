import { clockWords } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { ReceptionCall } from '#shared/reception.ts'

/** What the board and the signs by officials' doors say of reception days, both languages at once. */
export const words = {
  reception: { bg: 'Приемен ден', en: 'Reception day' },
  room: { bg: 'Стая', en: 'Room' },
  pleaseCome: { bg: 'Моля, заповядайте', en: 'Please come in' },
  calledAgain: { bg: 'Повторно повикване', en: 'Called again' },
  next: { bg: 'Следващи', en: 'Next' },
  hasCome: { bg: 'чака', en: 'here' },
  allReceived: { bg: 'Няма чакащи приемане', en: 'Nobody is waiting to be received' },
  watch: { bg: 'Моля, изчакайте номерът Ви да се появи', en: 'Please wait for your number to appear' },
  noReception: { bg: 'Днес няма прием', en: 'No reception today' },
  over: { bg: 'Приемът за днес приключи', en: 'Today’s reception is over' },
  down: { bg: 'Няма връзка със системата', en: 'No connection' },
  downHelp: { bg: 'Моля, обърнете се към служител', en: 'Please ask a member of staff' },
  doors: { bg: 'Приемащи в този център', en: 'Officials of this office' },
  noDays: { bg: 'Центърът няма приемни дни', en: 'This office has no reception days' },
} as const satisfies Record<string, Bilingual>

/** A call in one line, for the ear of a screen reader; never a name. */
export function comeTo({ number, time, room }: Pick<ReceptionCall, 'number' | 'time' | 'room'>): Bilingual {
  return {
    bg: `${number}, ${time} часа, моля, заповядайте в стая ${room}`,
    en: `${number}, ${time}, please come to room ${room}`,
  }
}

export function late(minutes: number): Bilingual {
  return { bg: `Закъснение: около ${minutes} мин.`, en: `Running late: about ${minutes} min` }
}

export function lateAt(room: string, minutes: number): Bilingual {
  return { bg: `Стая ${room}: закъснение ${minutes} мин.`, en: `Room ${room}: ${minutes} min late` }
}

export function begins(time: string): Bilingual {
  const { bg, en } = clockWords(time)
  return { bg: `Приемът започва в ${bg}`, en: `The reception begins at ${en}` }
}

export function receivedBy(post: Bilingual): Bilingual {
  return { bg: `Днес приема: ${post.bg}`, en: `Received today by: ${post.en}` }
}

export function unknownDoor(asked: string): Bilingual {
  return { bg: `Няма приемащ или стая „${asked}“`, en: `There is no official or room “${asked}”` }
}
