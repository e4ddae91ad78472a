import type { Bilingual } from '#shared/ids.ts'
import type { Speed } from '#shared/views.ts'
import { everyLanguage } from '#shared/words/further.ts'

/** Everything that the kiosk says, in every language. */
export const words = everyLanguage(
  {
    greeting: { bg: 'Добър ден!', en: 'Welcome!' },
    chooseGroup: { bg: 'Моля, изберете услуга', en: 'Please choose a service' },
    groups: { bg: 'Видове услуги', en: 'Kinds of service' },
    services: { bg: 'Услуги', en: 'Services' },
    haveAppointment: {
      bg: 'Имам записан час за приемния ден',
      en: 'I have an appointment for today’s reception',
    },
    today: { bg: 'Днес', en: 'Today' },

    waiting: (people: number): Bilingual => ({ bg: `Чакащи: ${people}`, en: `Waiting: ${people}` }),
    waitingLabel: { bg: 'Чакащи за услугата', en: 'Waiting for it' },
    openWindows: (windows: string): Bilingual => ({
      bg: `Отворени гишета: №\u00a0${windows}`,
      en: `Open windows: No.\u00a0${windows}`,
    }),
    openWindowsLabel: { bg: 'Отворени гишета', en: 'Open windows' },
    windowNumbers: (windows: string): Bilingual => ({ bg: `№\u00a0${windows}`, en: `No.\u00a0${windows}` }),
    noWindow: { bg: 'В момента няма отворено гише', en: 'No window is open at the moment' },
    noWindowNote: {
      bg: 'Може да вземете билет: номерът Ви ще бъде повикан, щом гише отвори.',
      en: 'You may take a ticket: your number will be called as soon as a window opens.',
    },
    calledOnceOpen: {
      bg: 'Номерът Ви ще бъде повикан, щом гише отвори.',
      en: 'Your number will be called as soon as a window opens.',
    },
    onlyWindow: (window: number): Bilingual => ({
      bg: `Само на гише ${window}`,
      en: `At window ${window} only`,
    }),
    whereLabel: { bg: 'Къде', en: 'Where' },

    waitLabel: { bg: 'Очаквано време за изчакване', en: 'Expected waiting time' },
    estimate: { bg: 'Времето е ориентировъчно', en: 'The time is an estimate' },
    chance: (limit: string, percent: number): Bilingual => ({
      bg: `Вероятност да бъдете повикани до ${limit}\u00a0ч.: около ${percent}\u00a0%`,
      en: `Chance of being called before ${limit}: about ${percent}%`,
    }),
    unlikely: (limit: string): Bilingual => ({
      bg: `Вероятно редът Ви няма да дойде до ${limit}\u00a0ч., когато обслужването спира.`,
      en: `Your turn will probably not come before ${limit}, when service ends.`,
    }),
    comeNext: (date: Bilingual, time: string): Bilingual => ({
      bg: `По\u2011сигурно е да дойдете на ${date.bg} от ${time}\u00a0ч. Може и да вземете билет сега: решението е Ваше.`,
      en: `It is safer to come on ${date.en} from ${time}. You may also take a ticket now: the choice is yours.`,
    }),

    documents: { bg: 'Необходими документи', en: 'Documents required' },
    noDocuments: { bg: 'Не се изискват документи', en: 'No documents required' },
    feesAndTerms: { bg: 'Такса и срок за изпълнение', en: 'Fee and time limit' },
    speed: { bg: 'Услуга', en: 'Service' },
    fee: { bg: 'Такса', en: 'Fee' },
    term: { bg: 'Срок за изпълнение', en: 'Time limit' },
    free: { bg: 'Без такса', en: 'Free of charge' },
    example: { bg: 'примерни данни', en: 'example data' },
    legalGround: { bg: 'Основание', en: 'Legal ground' },
    validFrom: (from: Bilingual): Bilingual => ({
      bg: `В сила от ${from.bg}`,
      en: `Valid from ${from.en}`,
    }),
    registerNumber: (number: string): Bilingual => ({
      bg: `Номер в Административния регистър: ${number}`,
      en: `Number in the national register of services: ${number}`,
    }),
    details: { bg: 'За услугата', en: 'About the service' },

    priorityQuestion: { bg: 'Приоритетно обслужване', en: 'Priority service' },
    ordinary: { bg: 'Обикновен ред', en: 'Standard queue' },
    ordinaryWhat: { bg: 'По реда на издаване на билетите', en: 'In the order in which tickets are taken' },
    priority: { bg: 'Желая обслужване с предимство', en: 'I would like priority service' },
    priorityWho: {
      bg: 'За хора с увреждания, бременни, хора с малки деца и възрастни хора. Никой няма да Ви пита защо.',
      en: 'For people with disabilities, pregnant women, people with small children and the elderly. Nobody will ask you why.',
    },
    withPriority: { bg: 'С предимство', en: 'Priority' },

    takeTicket: { bg: 'Изтеглете билет', en: 'Take a ticket' },
    takingTicket: { bg: 'Издава се билет…', en: 'Issuing your ticket…' },
    tryAgain: { bg: 'Опитайте отново', en: 'Try again' },
    unanswered: {
      bg: 'Системата не отговори, затова не знаем дали билетът Ви е издаден. Опитайте отново: няма да получите втори билет.',
      en: 'The system did not answer, so we do not know whether your ticket was issued. Try again: you will not get a second one.',
    },
    unansweredLineDown: {
      bg: 'Няма връзка със системата. Щом връзката се върне, тук ще видите номера си. Няма да получите втори билет.',
      en: 'No connection. As soon as it is back you will see your number here. You will not get a second ticket.',
    },
    back: { bg: 'Назад', en: 'Back' },
    cancel: { bg: 'Отказ', en: 'Cancel' },

    yourNumber: { bg: 'Вашият номер е', en: 'Your number is' },
    issuedOn: (date: Bilingual, time: string): Bilingual => ({
      bg: `Издаден на ${date.bg} в ${time}\u00a0ч.`,
      en: `Issued on ${date.en} at ${time}`,
    }),
    aheadLabel: { bg: 'Чакащи пред Вас', en: 'People ahead of you' },
    ahead: (people: string): Bilingual => ({
      bg: `Чакащи пред Вас: ${people}`,
      en: `People ahead of you: ${people}`,
    }),
    watchBoard: {
      bg: 'Моля, изчакайте номерът Ви да се появи на таблото',
      en: 'Please wait for your number to appear on the board',
    },
    keepNumber: {
      bg: 'Снимайте екрана или запишете номера си.',
      en: 'Photograph the screen or note your number.',
    },
    noPaper: {
      bg: 'От този екран не излиза хартиен билет.',
      en: 'This screen does not give a paper ticket.',
    },
    paperPrinting: { bg: 'Билетът се отпечатва…', en: 'Printing your ticket…' },
    paperPrinted: { bg: 'Моля, вземете билета си.', en: 'Please take your ticket.' },
    paperPhoto: {
      bg: 'Може и да снимате екрана: важи същият номер.',
      en: 'You may also photograph the screen: the number is the same.',
    },
    paperFailed: {
      bg: 'Снимайте екрана или запишете номера си.',
      en: 'Photograph the screen or note your number.',
    },
    paperFailedMore: {
      bg: 'Принтерът временно не работи. Номерът Ви важи и без хартия: изчакайте го на таблото. За хартиен билет се обърнете към служител.',
      en: 'The printer is out of order. Your number is valid without paper: wait for it on the board. For a paper ticket ask a member of staff.',
    },
    prepareDocuments: { bg: 'Моля, подгответе документите си', en: 'Please have your documents ready' },
    todayOnly: { bg: 'Билетът важи само за днес', en: 'Valid today only' },
    noPersonalData: { bg: 'Билетът не съдържа лични данни', en: 'This ticket contains no personal data' },
    followOnPhone: { bg: 'Следете реда си на телефона', en: 'Follow your turn on your phone' },
    qrMeans: { bg: 'QR код: следете реда си на телефона', en: 'QR code: follow your turn on your phone' },
    next: { bg: 'Какво следва', en: 'What happens next' },
    done: { bg: 'Готово', en: 'Done' },

    returning: { bg: 'Екранът се връща към началото', en: 'Returning to the start' },
    returningIn: (seconds: number): Bilingual => ({ bg: `след ${seconds} сек.`, en: `in ${seconds} s` }),
    stay: { bg: 'Оставам на екрана', en: 'Stay' },

    assistance: { bg: 'Съдействие', en: 'Assistance' },
    assistanceComing: {
      bg: 'Моля, изчакайте – служител идва да Ви помогне',
      en: 'Please wait – a member of staff is coming to help',
    },
    assistanceUnanswered: {
      bg: 'Съобщението не стигна. Опитайте отново.',
      en: 'The message did not get through. Try again.',
    },
    largerText: { bg: 'По-едър шрифт', en: 'Larger text' },
    highContrast: { bg: 'Висок контраст', en: 'High contrast' },
    lowerHalf: { bg: 'Долна половина', en: 'Lower half' },
    display: { bg: 'Помощ и изглед на екрана', en: 'Help and display' },
    speech: { bg: 'Озвучаване', en: 'Speech' },
    speechNone: {
      bg: 'Този киоск няма глас. Служител ще Ви помогне: натиснете „Съдействие“.',
      en: 'This kiosk has no voice. A member of staff will help: press “Assistance”.',
    },
    speechNoneCalled: {
      bg: 'Този киоск няма глас. Служител идва да Ви помогне.',
      en: 'This kiosk has no voice. A member of staff is coming to help.',
    },
    volume: (level: number, of: number): Bilingual => ({
      bg: `Сила на звука ${level} от ${of}`,
      en: `Volume ${level} of ${of}`,
    }),

    closedToday: { bg: 'Днес центърът не работи', en: 'The centre is closed today' },
    opensIn: (time: string): Bilingual => ({
      bg: `Центърът отваря в ${time}\u00a0ч.`,
      en: `The centre opens at ${time}`,
    }),
    opensSoon: { bg: 'Центърът още не е отворен', en: 'The centre is not open yet' },
    opensByItself: {
      bg: 'Издаването на билети ще започне автоматично. Не е нужно да докосвате нищо.',
      en: 'Tickets will then be issued automatically. There is no need to touch anything.',
    },
    noMoreTickets: { bg: 'Издаването на билети за днес приключи', en: 'No more tickets are issued today' },
    insideServed: (limit: string): Bilingual => ({
      bg: `Посетителите, които вече са в центъра, ще бъдат обслужени, но не по\u2011късно от ${limit} часа.`,
      en: `Visitors already inside will be served, not later than ${limit}.`,
    }),
    insideWithoutTicket: {
      bg: 'Ако сте в центъра без билет, моля, обърнете се към служител.',
      en: 'If you are inside without a ticket, please ask a member of staff.',
    },
    dayOver: { bg: 'Работният ден на центъра приключи', en: 'The centre’s day is over' },
    nextWorkingDay: { bg: 'Следващ работен ден', en: 'Next working day' },
    opensFrom: (time: string): Bilingual => ({ bg: `от ${time}\u00a0ч.`, en: `from ${time}` }),
    callUs: { bg: 'Телефон за връзка', en: 'Telephone' },

    connecting: { bg: 'Свързване със системата…', en: 'Connecting to the system…' },
    connectingLong: {
      bg: 'Ако този надпис не изчезне, моля, обърнете се към служител.',
      en: 'If this message stays, please ask a member of staff.',
    },
    lineDown: { bg: 'Няма връзка със системата', en: 'No connection' },
    byHand: { bg: 'Билетите се издават на ръка', en: 'Tickets are issued by hand' },
    askStaff: {
      bg: 'Моля, обърнете се към служител. Издадените билети важат.',
      en: 'Please ask a member of staff. Tickets already issued remain valid.',
    },
    givenWithoutLine: {
      bg: 'Билети се издават и без нея: редът Ви се пази.',
      en: 'Tickets are issued without it: your place is kept.',
    },
    noneLeft: {
      bg: 'Номерата за тази услуга, които се издават без връзка, свършиха. Моля, обърнете се към служител.',
      en: 'The numbers for this service that can be issued without connection are used up. Please ask a member of staff.',
    },
    refusedNumbers: (labels: string): Bilingual => ({
      bg: `За служител: системата не прие издадените без връзка номера ${labels}. Впишете хората на ръка.`,
      en: `For staff: the system did not accept the numbers ${labels}, issued without connection. Enter these people by hand.`,
    }),
    cannotShow: { bg: 'Екранът не може да се покаже', en: 'This screen cannot be shown' },
    turnToStaff: { bg: 'Моля, обърнете се към служител.', en: 'Please ask a member of staff.' },

    setUp: { bg: 'Настройка на киоска', en: 'Set up this kiosk' },
    setUpNone: {
      bg: 'Този киоск още няма ключ и не може да издава билети.',
      en: 'This kiosk has no key yet and cannot issue tickets.',
    },
    setUpRefused: {
      bg: 'Ключът на този киоск е отнет или е грешен. Въведете нов.',
      en: 'The key of this kiosk was revoked or is wrong. Enter a new one.',
    },
    setUpWhere: {
      bg: 'Администраторът създава ключ в служебния екран (адрес /window): „Администрация“, „Устройства“. Ключът се показва само веднъж.',
      en: 'The administrator creates a key on the staff screen (address /window): “Administration”, “Devices”. It is shown only once.',
    },
    setUpAddress: {
      bg: 'Без клавиатура: отворете екрана веднъж с адрес, който завършва на #token= и ключа.',
      en: 'Without a keyboard: open this screen once with an address that ends in #token= and the key.',
    },
    token: { bg: 'Ключ', en: 'Key' },
    saveToken: { bg: 'Запиши и започни', en: 'Save and begin' },
    forStaff: { bg: 'За служители', en: 'For staff' },
    forVisitors: {
      bg: 'Посетители: моля, обърнете се към служител за билет.',
      en: 'Visitors: please ask a member of staff for a ticket.',
    },

    earlier: { bg: 'Нагоре', en: 'Up' },
    later: { bg: 'Надолу', en: 'Down' },
  },
  (all) => all.kiosk,
)

export const speedWords = everyLanguage(
  {
    standard: { bg: 'Обикновена', en: 'Standard' },
    fast: { bg: 'Бърза', en: 'Fast' },
    express: { bg: 'Експресна', en: 'Express' },
  } satisfies { readonly [S in Speed]: Bilingual },
  (all) => all.speeds,
)
