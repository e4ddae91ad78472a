import { LocalDate, OfficeId, ServiceId } from '#shared/ids.ts'
import { OfficeSettings } from '#server/domain/settings.ts'

/**
 * A small town's office for stories: four windows, one of them the only one for reception days.
 * Window 3 serves all of Г and М, window 4 births and М, window 5 М alone, window 7 Я and births.
 */
export const smallOffice = OfficeSettings.parse({
  id: 'small-town',
  name: { bg: 'Център за услуги', en: 'Service centre' },
  municipality: { bg: 'Община Малък град', en: 'Municipality of Small Town' },
  contact: { phone: '0700 00 000', email: 'hall@example.bg', web: 'example.bg' },
  zone: 'Europe/Sofia',
  example: true,
  hours: { opens: '08:30', closes: '17:00', limitMinutes: 120 },
  reception: {
    weekday: 3,
    blocks: [
      { from: '08:30', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ],
  },
  decreedDaysOff: [],
  dispatch: { standardMinutes: 20, priorityWeight: 3, maxOvertaken: 5, minimumDelaySeconds: 15 },
  recalls: { limit: 3, beforeNoShow: 1 },
  takeBackBehind: 3,
  undoSeconds: 30,
  groups: [
    { id: 'civil-status', letter: 'Г', name: { bg: 'Гражданско състояние', en: 'Civil status' } },
    { id: 'local-taxes', letter: 'М', name: { bg: 'Местни данъци', en: 'Local taxes' } },
    { id: 'reception', letter: 'Я', name: { bg: 'Приемен ден', en: 'Reception day' } },
  ],
  services: [
    service('birth', 'civil-status', { bg: 'Удостоверение за раждане', en: 'Birth certificate' }),
    service('address', 'civil-status', { bg: 'Адресна регистрация', en: 'Address registration' }),
    service('tax', 'local-taxes', { bg: 'Данъчна оценка', en: 'Tax valuation' }),
    service('sign-up', 'reception', { bg: 'Записване за приемен ден', en: 'Sign up for reception day' }, 7),
  ],
  windows: [
    { window: 3, name: null, direction: 'left', services: ['birth', 'address', 'tax'] },
    { window: 4, name: null, direction: 'ahead', services: ['birth', 'tax'] },
    { window: 5, name: null, direction: 'right', services: ['tax'] },
    {
      window: 7,
      name: { bg: 'Приемен ден', en: 'Reception day' },
      direction: null,
      services: ['sign-up', 'birth'],
    },
  ],
})

/** A second office, in another zone, with other hours, services and numbers: a configuration entry and nothing more. */
export const farOffice = OfficeSettings.parse({
  ...structuredClone(smallOffice),
  id: OfficeId.parse('far-town'),
  zone: 'America/New_York',
  hours: { opens: '09:15', closes: '16:00', limitMinutes: 30 },
  reception: { weekday: 2, blocks: [{ from: '10:00', to: '12:00' }] },
  decreedDaysOff: [
    {
      date: LocalDate.parse('2026-11-26'),
      act: 'Решение № 1',
      reason: { bg: 'ден на града', en: 'the day of the town' },
    },
  ],
  dispatch: { standardMinutes: 10, priorityWeight: 2, maxOvertaken: 1, minimumDelaySeconds: 0 },
  recalls: { limit: 1, beforeNoShow: 0 },
  takeBackBehind: 1,
  undoSeconds: 5,
  groups: [{ id: 'everything', letter: 'Д', name: { bg: 'Деловодство', en: 'Records office' } }],
  services: [service('records', 'everything', { bg: 'Подаване на заявление', en: 'Submit an application' })],
  windows: [
    { window: 1, name: null, direction: null, services: ['records'] },
    { window: 2, name: null, direction: null, services: ['records'] },
  ],
})

export const birth = ServiceId.parse('birth')
export const address = ServiceId.parse('address')
export const tax = ServiceId.parse('tax')
export const signUp = ServiceId.parse('sign-up')
export const records = ServiceId.parse('records')

function service(
  id: string,
  group: string,
  name: { bg: string; en: string },
  onlyWindow: number | null = null,
) {
  return { id, group, name, documents: [], fees: [], registerNumber: null, meanMinutes: 6, onlyWindow }
}
