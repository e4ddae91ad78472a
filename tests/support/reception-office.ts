import type { Role } from '#shared/accounts.ts'
import type { Command, CommandName } from '#shared/commands.ts'
import { AppointmentNumber, StaffId } from '#shared/ids.ts'
import { OfficeSettings } from '#server/domain/settings.ts'
import type { Step } from './story.ts'
import { smallOffice } from './small-office.ts'

/** The small town with reception days: a mayor with two slots each Wednesday morning, and a deputy with the usual ones. */
export const receptionOffice = OfficeSettings.parse({
  ...smallOffice,
  receptionDays: {
    officials: [
      official('mayor', { slotMinutes: 60, places: 2, parts: ['morning'], room: '204' }),
      official('deputy', { room: '207' }),
    ],
    units: [
      {
        id: 'cleaning',
        name: { bg: 'Чистота', en: 'Cleaning' },
        where: { bg: 'стая 112', en: 'room 112' },
      },
    ],
    service: 'sign-up',
    horizonWeeks: 26,
    offerHours: 24,
    keepDays: 90,
  },
})

function official(id: string, change: object) {
  return {
    id,
    post: { bg: id === 'mayor' ? 'Кмет' : 'Заместник-кмет', en: id === 'mayor' ? 'Mayor' : 'Deputy mayor' },
    name: null,
    portfolio: { bg: 'всичко', en: 'everything' },
    room: '200',
    slotMinutes: 15,
    places: null,
    parts: ['morning', 'afternoon'],
    weeks: 'each',
    cutOff: { workingDaysBefore: 1, at: '17:00' },
    from: null,
    to: null,
    account: id,
    ...change,
  }
}

export const somebody = {
  givenName: 'Проба',
  familyName: 'Пробна',
  telephone: '0887 55 66 77',
  subject: 'Осветление',
  description: 'Лампите не светят.',
}

/** A command as somebody of that role gives it. */
export function as(role: Role, user: string, type: CommandName, body: object): Step {
  return {
    ask: () => ({ type, ...body }) as Command, // bodies are the tests' own
    by: { kind: 'staff', id: StaffId.parse(user) },
    isSupervisor: role === 'supervisor',
    role,
  }
}

/** At window 7, by whoever works there. */
export function desk(type: CommandName, body: object): Step {
  return as('clerk', 'clerk7', type, body)
}

export function secretary(type: CommandName, body: object): Step {
  return as('secretary', 'secretary', type, body)
}

/** At the official's own door. */
export function door(official: 'mayor' | 'deputy', type: CommandName, body: object): Step {
  return as('official', official, type, body)
}

/** A citizen with a phone. */
export function citizen(type: CommandName, body: object): Step {
  return { ask: () => ({ type, ...body }) as Command, by: { kind: 'citizen' }, isSupervisor: false } // as above
}

export function kiosk(type: CommandName, body: object): Step {
  return { ...citizen(type, body), by: { kind: 'device', id: 'kiosk-1' } }
}

export function signedUp(official: string, date: string, time: string, person: object = somebody): Step {
  return desk('sign-up', { official, date, time, person })
}

export function pd(count: number): AppointmentNumber {
  return AppointmentNumber.parse(`ПД-${String(count).padStart(4, '0')}`)
}
