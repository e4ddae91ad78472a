import type { Role } from '#shared/accounts.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Look } from '#shared/reception.ts'
import type { Speed } from '#shared/views.ts'

export const words = {
  title: { bg: 'Администрация', en: 'Administration' },
  sections: { bg: 'Раздели на страницата', en: 'Sections of this page' },
  staff: { bg: 'Служители', en: 'Staff' },
  devices: { bg: 'Устройства', en: 'Devices' },
  settings: { bg: 'Настройки на центъра', en: 'Office settings' },
  log: { bg: 'Дневник', en: 'Log' },
  cancel: { bg: 'Отказ', en: 'Cancel' },

  name: { bg: 'Име', en: 'Name' },
  user: { bg: 'Потребителско име', en: 'User name' },
  userHint: {
    bg: 'Малки латински букви, цифри, точка или тире, напр. m.ivanova',
    en: 'Lower-case Latin letters, digits, dot or dash, e.g. m.ivanova',
  },
  role: { bg: 'Роля', en: 'Role' },
  state: { bg: 'Достъп', en: 'Access' },
  active: { bg: 'има достъп', en: 'active' },
  inactive: { bg: 'без достъп', en: 'deactivated' },
  createdOn: { bg: 'Създаване', en: 'Created' },
  you: { bg: 'това сте Вие', en: 'this is you' },
  edit: { bg: 'Промени…', en: 'Change…' },
  actions: { bg: 'Действия', en: 'Actions' },
  newStaff: { bg: 'Нов служител', en: 'New member of staff' },
  createStaff: { bg: 'Създай достъп', en: 'Create account' },
  password: { bg: 'Парола', en: 'Password' },
  newPassword: { bg: 'Нова парола', en: 'New password' },
  newPasswordHint: {
    bg: 'Поне 10 знака. Празно поле: паролата остава. Новата прекратява отворените сесии.',
    en: 'At least 10 characters. Left empty, it stays. A new one ends that person’s sessions.',
  },
  passwordHint: { bg: 'Поне 10 знака', en: 'At least 10 characters' },
  showPassword: { bg: 'Покажи паролата', en: 'Show the password' },
  save: { bg: 'Запази промените', en: 'Save changes' },
  signOut: { bg: 'Прекрати сесиите', en: 'End the sessions' },
  signOutHint: {
    bg: 'Всички отворени екрани искат парола отново; достъпът остава.',
    en: 'Every open screen asks for the password again; the account stays.',
  },
  deactivate: { bg: 'Спри достъпа', en: 'Deactivate' },
  deactivateHint: {
    bg: 'Отворените сесии се прекратяват веднага.',
    en: 'That person’s sessions end at once.',
  },
  reactivate: { bg: 'Върни достъпа', en: 'Reactivate' },
  created: { bg: 'Достъпът е създаден', en: 'The account is ready' },

  device: { bg: 'Устройство', en: 'Device' },
  deviceName: { bg: 'Име на устройството', en: 'Name of the device' },
  deviceHint: { bg: 'напр. Киоск до входа', en: 'e.g. Kiosk by the entrance' },
  office: { bg: 'Център', en: 'Office' },
  kiosk: { bg: 'киоск за билети', en: 'ticket kiosk' },
  board: { bg: 'табло', en: 'board' },
  deviceKind: { bg: 'Вид', en: 'Kind' },
  kioskHint: { bg: 'Издава билети.', en: 'It gives tickets.' },
  boardHint: {
    bg: 'Повиква на глас и съобщава какво е показано и казано.',
    en: 'It calls aloud, and reports what was shown and said.',
  },
  boardAddress: { bg: 'Готов адрес за таблото', en: 'Ready address for the board' },
  boardAddressHint: {
    bg: 'Отворете го веднъж на таблото: то запомня ключа.',
    en: 'Open it once on the board: it remembers the key.',
  },
  devicesNone: { bg: 'Още няма устройства.', en: 'No devices yet.' },
  working: { bg: 'действа', en: 'in use' },
  revoked: { bg: 'отнет достъп', en: 'revoked' },
  newDevice: { bg: 'Ново устройство', en: 'New device' },
  newDeviceAbout: {
    bg: 'Всяко устройство има свой ключ. Ако изчезне или се смени, ключът му се отнема, а другите работят.',
    en: 'Each device has a key of its own. If one is lost or replaced, its key is revoked and the others go on.',
  },
  createDevice: { bg: 'Създай ключ', en: 'Create a key' },
  revoke: { bg: 'Отнеми достъпа…', en: 'Revoke…' },
  revokeDo: { bg: 'Отнеми достъпа сега', en: 'Revoke now' },
  revokeHint: {
    bg: 'Киоскът веднага спира да издава билети, таблото – да повиква на глас.',
    en: 'A kiosk gives no more tickets, a board calls no more, from this moment.',
  },
  tokenOf: { bg: 'Ключ за', en: 'Key for' },
  tokenOnce: {
    bg: 'Ключът се показва само сега. Щом го скриете или напуснете страницата, не може да се види отново.',
    en: 'The key is shown only now. Once you hide it or leave this page it cannot be seen again.',
  },
  token: { bg: 'Ключ', en: 'Key' },
  kioskAddress: { bg: 'Готов адрес за киоска', en: 'Ready address for the kiosk' },
  kioskAddressHint: {
    bg: 'Отворете го веднъж на киоска: той запомня ключа.',
    en: 'Open it once on the kiosk: it remembers the key.',
  },
  copy: { bg: 'Копирай', en: 'Copy' },
  copied: { bg: 'Копирано', en: 'Copied' },
  copyByHand: { bg: 'Маркирано: натиснете Ctrl+C', en: 'Selected: press Ctrl+C' },
  hideToken: { bg: 'Ключът е записан, скрий го', en: 'I have the key, hide it' },

  settingsAbout: {
    bg: 'Настройките се променят в конфигурационния файл на центъра. Промяната влиза в сила при следващото стартиране и се записва в дневника.',
    en: 'These are changed in the office’s configuration file. A change takes effect at the next start, and is recorded in the log.',
  },
  example: {
    bg: 'Услугите, таксите и гишетата са примерни.',
    en: 'The services, fees and windows are an example.',
  },
  hoursAndRules: { bg: 'Време и правила', en: 'Hours and rules' },
  hours: { bg: 'Работно време', en: 'Hours' },
  limit: { bg: 'Обслужване след края, най-много', en: 'Service after closing, at most' },
  reception: { bg: 'Приемни дни', en: 'Reception days' },
  zone: { bg: 'Часова зона', en: 'Time zone' },
  standard: { bg: 'Стандарт за чакане', en: 'Waiting standard' },
  weight: { bg: 'Минута с предимство се брои за', en: 'A priority minute counts as' },
  overtaken: { bg: 'Най-много изпреварвания на един билет', en: 'A ticket is overtaken at most' },
  delay: { bg: 'Повикване най-рано след издаването', en: 'Called after issue no sooner than' },
  recallLimit: { bg: 'Повторни повиквания, най-много', en: 'Calls again, at most' },
  beforeNoShow: { bg: 'Повторни повиквания преди „Не се яви“', en: 'Calls again before a no-show' },
  takeBack: { bg: 'Върнат в опашката застава зад', en: 'Taken back, one stands behind' },
  undo: { bg: 'Връщане на последното действие до', en: 'Undo of the last action within' },
  decreed: { bg: 'Обявени почивни дни', en: 'Decreed days off' },
  windows: { bg: 'Гишета и услугите им', en: 'Windows and their services' },
  window: { bg: 'Гише', en: 'Window' },
  services: { bg: 'Услуги', en: 'Services' },
  servicesAndFees: { bg: 'Услуги, срокове и такси', en: 'Services, terms and fees' },
  service: { bg: 'Услуга', en: 'Service' },
  registerNumber: { bg: '№ в регистъра', en: 'Register no.' },
  fee: { bg: 'Такса', en: 'Fee' },
  free: { bg: 'Без такса', en: 'Free of charge' },
  onlyAt: { bg: 'само на гише', en: 'only at window' },
  min: { bg: 'мин.', en: 'min' },
  hour: { bg: 'ч.', en: '' },
  sec: { bg: 'сек', en: 's' },
  people: { bg: 'души', en: 'people' },

  day: { bg: 'Ден', en: 'Day' },
  number: { bg: 'Номер', en: 'Number' },
  filter: { bg: 'Номер на билет или записване', en: 'Number of a ticket or appointment' },
  filterHint: { bg: 'напр. Г 014 или ПД-0147', en: 'e.g. Г 014 or ПД-0147' },
  refresh: { bg: 'Обнови', en: 'Refresh' },
  intact: { bg: 'Веригата на записите е цяла', en: 'The chain of records is intact' },
  broken: { bg: 'Веригата е прекъсната при запис №', en: 'The chain is broken at record No' },
  record: { bg: '№', en: 'No' },
  time: { bg: 'Час', en: 'Time' },
  who: { bg: 'Кой', en: 'Who' },
  what: { bg: 'Какво', en: 'What' },
  noEvents: { bg: 'За този ден няма записи.', en: 'No records for this day.' },
  noMatches: { bg: 'Няма записи за този номер.', en: 'No records for this number.' },
  records: { bg: 'Записи', en: 'Records' },
  asKept: { bg: 'Записът, както се пази', en: 'The record as it is kept' },
  inTheRecord: { bg: 'вижте записа, както се пази', en: 'see the record as it is kept' },
  yes: { bg: 'да', en: 'yes' },
  no: { bg: 'не', en: 'no' },
  earlier: { bg: 'По-ранни', en: 'Earlier' },
  later: { bg: 'По-късни', en: 'Later' },
  pages: { bg: 'Страници на дневника', en: 'Pages of the log' },

  audit: { bg: 'Одит', en: 'Audit' },
  looks: { bg: 'Прегледи на лични данни', en: 'Looks at personal data' },
  looksAbout: {
    bg: 'Кой, кога и защо е виждал данните към записване за приемен ден. Самите данни тук не се показват.',
    en: 'Who has seen the data of an appointment, when and why. The data themselves are not shown here.',
  },
  appointment: { bg: 'Номер на записване', en: 'Number of the appointment' },
  appointmentHint: { bg: 'Например 147 или ПД-0147', en: 'For example 147 or ПД-0147' },
  appointmentUnclear: {
    bg: 'Това не е номер на записване. Въведете го като 147 или ПД-0147.',
    en: 'This is not the number of an appointment. Enter it like 147 or ПД-0147.',
  },
  showLooks: { bg: 'Покажи прегледите', en: 'Show the looks' },
  looksFirst: {
    bg: 'Въведете номер, за да видите прегледите към него.',
    en: 'Enter a number to see the looks at it.',
  },
  looksNone: (number: string): Bilingual => ({
    bg: `Няма прегледи на лични данни към ${number}. Възможно е и да няма такова записване.`,
    en: `Nobody has looked at the personal data of ${number}. It may also be that there is no such appointment.`,
  }),
  looksOf: (number: string, count: number): Bilingual => ({
    bg: `${number}: ${count} ${count === 1 ? 'преглед' : 'прегледа'}, от най-ранния`,
    en: `${number}: ${count} ${count === 1 ? 'look' : 'looks'}, the earliest first`,
  }),
  dayAndTime: { bg: 'Ден и час', en: 'Day and time' },
  lookedAs: { bg: 'В качеството на', en: 'In the capacity of' },
  why: { bg: 'Защо', en: 'Why' },
  citizen: { bg: 'гражданин', en: 'citizen' },
} as const

export const lookerWords: { readonly [A in Look['as']]: Bilingual } = {
  desk: { bg: 'гише за записване', en: 'sign-up desk' },
  secretary: { bg: 'секретар', en: 'secretary' },
  official: { bg: 'приемащ граждани', en: 'receiving official' },
  citizen: { bg: 'лицето, с кода си', en: 'the person, with the code' },
}

export const lookReasonWords: { readonly [W in Look['why']]: Bilingual } = {
  list: { bg: 'списък за приемния ден', en: 'list of the reception day' },
  person: { bg: 'отворено записване', en: 'the appointment was opened' },
  'look-up': { bg: 'търсене по телефон или име', en: 'look-up by telephone or name' },
  'call-sheet': { bg: 'обаждания', en: 'telephone calls to make' },
  'own-data': { bg: 'справка за собствените данни', en: 'a look at one’s own data' },
}

export const roleWords: { readonly [R in Role]: Bilingual } = {
  clerk: { bg: 'служител на гише', en: 'clerk' },
  supervisor: { bg: 'ръководител на смяната', en: 'supervisor' },
  admin: { bg: 'администратор', en: 'administrator' },
  secretary: { bg: 'секретар', en: 'secretary' },
  official: { bg: 'приемащ граждани', en: 'receiving official' },
  auditor: { bg: 'одитор', en: 'auditor' },
}

export const speedWords: { readonly [S in Speed]: Bilingual } = {
  standard: { bg: 'обикновена', en: 'standard' },
  fast: { bg: 'бърза', en: 'fast' },
  express: { bg: 'експресна', en: 'express' },
}

/** @param weekday ISO, 1 is Monday */
export function weekdayWords(weekday: number): Bilingual {
  return (
    [
      { bg: 'всеки понеделник', en: 'every Monday' },
      { bg: 'всеки вторник', en: 'every Tuesday' },
      { bg: 'всяка сряда', en: 'every Wednesday' },
      { bg: 'всеки четвъртък', en: 'every Thursday' },
      { bg: 'всеки петък', en: 'every Friday' },
      { bg: 'всяка събота', en: 'every Saturday' },
      { bg: 'всяка неделя', en: 'every Sunday' },
    ][weekday - 1] ?? { bg: '–', en: '–' }
  )
}
