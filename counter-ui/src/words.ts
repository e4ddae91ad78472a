import type { Bilingual } from '#shared/ids.ts'

/** The words of the shell and of the window page. The pages of supervisor and administrator have their own. */
export const words = {
  // The shell
  centre: { bg: 'ЦИАО', en: 'CIAS' },
  skip: { bg: 'Към съдържанието', en: 'Skip to content' },
  pages: { bg: 'Страници', en: 'Pages' },
  window: { bg: 'Гише', en: 'Window' },
  supervisor: { bg: 'Надзор', en: 'Supervision' },
  administration: { bg: 'Администрация', en: 'Administration' },
  reception: { bg: 'Приемни дни', en: 'Reception days' },
  audit: { bg: 'Одит', en: 'Audit' },
  signUpDesk: { bg: 'Записване', en: 'Sign-up' },
  language: { bg: 'Език', en: 'Language' },
  signOut: { bg: 'Изход', en: 'Sign out' },
  loading: { bg: 'Зареждане…', en: 'Loading…' },
  connecting: { bg: 'Свързване със системата…', en: 'Connecting to the system…' },
  startUnreachable: {
    bg: 'Няма връзка със системата. Опитваме отново сами; не е нужно да правите нищо.',
    en: 'No connection to the system. We keep trying; there is nothing you need to do.',
  },
  unreachable: {
    bg: 'Няма отговор от системата. Не е сигурно дали е изпълнено: погледнете екрана и опитайте отново.',
    en: 'No answer from the system. It is not certain that it was done: look at the screen and try again.',
  },
  noSuchPage: { bg: 'Няма такава страница.', en: 'There is no such page.' },
  notForRole: { bg: 'Тази страница не е за Вашата роля.', en: 'This page is not for your role.' },
  toOwnPage: { bg: 'Към Вашата страница', en: 'To your page' },
  tryAgain: { bg: 'Опитай отново', en: 'Try again' },
  pageBroken: {
    bg: 'Страницата не можа да се покаже. Нищо не е загубено: презаредете я.',
    en: 'The page could not be shown. Nothing is lost: reload it.',
  },

  // Logging in and out
  signInTitle: { bg: 'Вход за служители', en: 'Staff sign-in' },
  user: { bg: 'Потребителско име', en: 'User name' },
  password: { bg: 'Парола', en: 'Password' },
  signIn: { bg: 'Влез', en: 'Sign in' },
  sessionEnded: {
    bg: 'Сесията изтече. Влезте отново: гишето, билетът и времето са както ги оставихте.',
    en: 'Your session has ended. Sign in again: the window, the ticket and the time are as you left them.',
  },
  needsAdministrator: {
    bg: 'Центърът още няма администратор. Отворете еднократната връзка, която системата изписа при пускането си.',
    en: 'This centre has no administrator yet. Open the one-time link that the system printed when it started.',
  },
  demoAccounts: {
    bg: 'Учебна зала: clerk1 … clerk8, supervisor, secretary, mayor, deputy, auditor, admin · парола demo',
    en: 'Training hall: clerk1 … clerk8, supervisor, secretary, mayor, deputy, auditor, admin · password demo',
  },
  windowStillOpen: { bg: 'Гише {n} е отворено на Ваше име.', en: 'Window {n} is open in your name.' },
  closeAndLeave: { bg: 'Затвори гишето и излез', en: 'Close the window and sign out' },
  leaveOpen: { bg: 'Излез, гишето остава отворено', en: 'Sign out, leave it open' },
  stay: { bg: 'Остани', en: 'Stay' },

  // The own password
  renewPasswordShort: { bg: 'Парола', en: 'Password' },
  renewPasswordTitle: { bg: 'Смяна на Вашата парола', en: 'Change your password' },
  passwordUntilNow: { bg: 'Досегашна парола', en: 'Password until now' },
  newPassword: { bg: 'Нова парола', en: 'New password' },
  newPasswordAgain: { bg: 'Новата парола още веднъж', en: 'The new password once more' },
  renewPassword: { bg: 'Смени паролата', en: 'Change the password' },
  passwordsDiffer: {
    bg: 'Новата парола не е написана еднакво двата пъти. Моля, напишете я отново.',
    en: 'The new password was not written the same way twice. Please write it again.',
  },
  passwordRenewed: { bg: 'Паролата е сменена', en: 'The password is changed' },
  passwordRenewedText: {
    bg: 'Тук продължавате както досега. Ако сте били в системата и на друг екран, там ще влезете с новата парола.',
    en: 'Here you go on as before. If you were signed in at another screen too, sign in there with the new password.',
  },

  // The first administrator
  invitationTitle: { bg: 'Първи администратор', en: 'First administrator' },
  invitationText: {
    bg: 'Тази връзка важи веднъж. Създайте профила, с който ще добавите останалите служители.',
    en: 'This link works once. Create the account with which you will add the other staff.',
  },
  invitationMissing: {
    bg: 'Във връзката няма код. Отворете я точно както я изписа системата.',
    en: 'There is no code in the link. Open it exactly as the system printed it.',
  },
  userHint: {
    bg: 'Малки латински букви и цифри, например m.petrova',
    en: 'Small Latin letters and digits, e.g. m.petrova',
  },
  fullName: { bg: 'Име и фамилия', en: 'First and family name' },
  passwordHint: { bg: 'Поне 10 знака', en: 'At least 10 characters' },
  create: { bg: 'Създай и влез', en: 'Create and sign in' },

  // The choice of window
  chooseTitle: { bg: 'На кое гише работите днес?', en: 'Which window are you at today?' },
  chooseText: { bg: 'Изберете с клавиш или с мишката.', en: 'Choose with a key or the mouse.' },
  windowN: { bg: 'Гише {n}', en: 'Window {n}' },
  takenBy: { bg: 'На гише {n} работи {clerk}.', en: '{clerk} works at window {n}.' },
  windowFree: { bg: 'свободно място', en: 'free' },
  servicesHere: { bg: 'Услуги на това гише', en: 'Services at this window' },

  // Window states
  stateClosed: { bg: 'Гишето е затворено', en: 'The window is closed' },
  stateFree: { bg: 'Свободно', en: 'Free' },
  stateNobody: { bg: 'Няма чакащи', en: 'Nobody is waiting' },
  stateCalled: { bg: 'Повикан номер', en: 'Number called' },
  stateServing: { bg: 'Обслужване', en: 'Serving' },
  statePaused: { bg: 'Почивка', en: 'On a break' },
  stateElsewhere: { bg: 'Тук работи {clerk}', en: '{clerk} works here' },
  shortClosed: { bg: 'затворено', en: 'closed' },
  shortOpen: { bg: 'отворено', en: 'open' },
  shortPaused: { bg: 'в почивка', en: 'on a break' },
  shortCalling: { bg: 'вика', en: 'calling' },
  shortServing: { bg: 'обслужва', en: 'serving' },
  nobodyText: {
    bg: 'Щом някой вземе билет за това гише, ще се появи тук.',
    en: 'As soon as someone takes a ticket for this window, it appears here.',
  },
  closedText: {
    bg: 'Щом го отворите, киоскът и таблото ще го знаят.',
    en: 'Once you open it, the kiosk and the board will know.',
  },
  closedBySupervisor: {
    bg: 'Затворено от ръководителя на смяната в {at}',
    en: 'Closed by the shift supervisor at {at}',
  },
  dayOffText: {
    bg: 'Днес не се отварят гишета и не се викат номера.',
    en: 'No windows are opened and no numbers are called today.',
  },
  dayOverText: {
    bg: 'Гишета вече не се отварят и нови номера не се викат.',
    en: 'No more windows are opened, and no more numbers are called.',
  },
  nextWorkingDay: { bg: 'Следващ работен ден', en: 'Next working day' },
  opensFrom: { bg: 'от {opens}', en: 'from {opens}' },
  pausedText: { bg: 'Причина: {reason}', en: 'Reason: {reason}' },
  elsewhereText: {
    bg: 'Гишето е поето от друг служител. Изберете друго.',
    en: 'Somebody else has taken this window. Choose another one.',
  },
  upNext: { bg: 'Следващ по ред', en: 'Next in order' },
  now: { bg: 'Сега', en: 'Now' },

  // Actions
  openWindow: { bg: 'Отвори гишето', en: 'Open the window' },
  callNext: { bg: 'Повикай следващия', en: 'Call next' },
  startService: { bg: 'Започни обслужването', en: 'Start service' },
  finishAndCall: { bg: 'Приключи и повикай следващия', en: 'Finish and call next' },
  resumeWindow: { bg: 'Продължи обслужването', en: 'Resume' },
  chooseAnother: { bg: 'Избери друго гише', en: 'Choose another window' },
  otherWindow: { bg: 'Друго гише', en: 'Another window' },
  recall: { bg: 'Повикай отново', en: 'Call again' },
  recallsLeft: { bg: 'остават {n}', en: '{n} left' },
  noShow: { bg: 'Не се яви', en: 'No show' },
  noShowHint: { bg: 'и повикай следващия', en: 'and call next' },
  noShowDue: { bg: 'първо повикайте отново', en: 'call again first' },
  finish: { bg: 'Приключи', en: 'Finish' },
  finishHint: { bg: 'без повикване', en: 'and call nobody' },
  outcome: { bg: 'Резултат', en: 'Outcome' },
  hold: { bg: 'Изчакване', en: 'Put on hold' },
  holdHint: { bg: 'връща се тук', en: 'comes back here' },
  transfer: { bg: 'Прехвърли', en: 'Transfer' },
  addService: { bg: 'Още една услуга', en: 'One more service' },
  pause: { bg: 'Почивка', en: 'Break' },
  close: { bg: 'Затвори гишето', en: 'Close the window' },
  outOfOrder: { bg: 'Извън реда', en: 'Out of order' },
  resumeHeld: { bg: 'Покани обратно', en: 'Take up again' },
  takeBack: { bg: 'Върни в опашката', en: 'Return to queue' },
  copy: { bg: 'Копие на билет', en: 'Copy of a ticket' },
  copyTitle: { bg: 'На кой номер да се отпечата копие?', en: 'Print a copy of which number?' },
  copyExactly: { bg: 'отпечатай копие', en: 'print a copy' },
  undo: { bg: 'Върни', en: 'Undo' },
  undoFinish: { bg: '{label}: приключване', en: '{label}: finished' },
  undoNoShow: { bg: '{label}: не се яви', en: '{label}: no-show' },
  undoNothing: { bg: 'няма какво', en: 'nothing to undo' },
  undoBegun: { bg: 'започнато: {label}', en: '{label} has begun' },
  undoBegunWhy: {
    bg: 'обслужването на {label} вече е започнало',
    en: 'the service of {label} has already begun',
  },
  restBusy: { bg: 'след {label}', en: 'after {label}' },
  restHeld: { bg: 'изчаква {label}', en: '{label} is on hold' },
  restLast: { bg: 'последно гише', en: 'last window' },
  restSentHere: { bg: 'чака насочен тук', en: 'one sent here waits' },
  restPaused: { bg: 'вече е започнала', en: 'it has begun' },
  lastWindowText: {
    bg: 'Това е последното отворено гише за услуга с чакащи. За почивка или затваряне се обърнете към ръководителя на смяната.',
    en: 'This is the last open window for a service with people waiting. To take a break or close, ask the supervisor.',
  },

  // Why a key does nothing now
  notNow: { bg: '{what}: {why}', en: '{what}: {why}' },
  notPossible: { bg: 'сега не е възможно', en: 'not possible now' },
  afterLine: { bg: 'след като се възстанови връзката', en: 'once the line is back' },
  afterPerson: { bg: 'само докато гишето е свободно', en: 'only while the window is free' },
  notHere: { bg: 'гишето не е на Ваше име', en: 'the window is not in your name' },
  nobodyWaits: { bg: 'няма чакащи', en: 'nobody is waiting' },
  dayEnded: { bg: 'работният ден приключи', en: 'the day is over' },
  recallsUsed: { bg: 'повикванията са изчерпани', en: 'no calls are left' },
  lastWindowWhy: {
    bg: 'последно отворено гише за услуга с чакащи; обърнете се към ръководителя на смяната',
    en: 'the last open window for a service with people waiting; ask the supervisor',
  },
  tooSoon: {
    bg: 'Билет {label} е взет току-що. Може да се повика след {n} сек.',
    en: 'Ticket {label} has only just been taken. It can be called in {n} s.',
  },

  // The ticket at the window
  sinceCall: { bg: 'от повикването', en: 'since the call' },
  serviceTime: { bg: 'време на обслужване', en: 'service time' },
  pauseTime: { bg: 'време на почивка', en: 'time on break' },
  usual: { bg: 'обичайно {n} мин.', en: 'usually {n} min' },
  overUsual: { bg: 'над обичайните {n} мин.', en: 'over the usual {n} min' },
  waitedN: { bg: 'чакане {n} мин.', en: 'waited {n} min' },
  waitedOver: {
    bg: 'чакане {n} мин., над стандарта от {standard} мин.',
    en: 'waited {n} min, over the standard of {standard} min',
  },
  callsMade: { bg: 'повторни повиквания: {n}', en: 'called again: {n}' },
  lastCall: { bg: 'последно повикване', en: 'last call' },
  priority: { bg: 'с предимство', en: 'priority' },
  speaks: { bg: '{language} език', en: 'speaks {language}' },
  comesBackTo: { bg: 'после се връща на гише {n}', en: 'then goes back to window {n}' },
  presentAtClosing: { bg: 'в центъра в края на деня', en: 'was in the hall at closing' },
  stepAfter: { bg: 'Стъпка {n} на посещението, след', en: 'Step {n} of the visit, after' },
  whyCalled: { bg: 'Защо', en: 'Why' },

  // The queue
  next: { bg: 'След това', en: 'Next' },
  waitingN: { bg: 'Чакащи: {n}', en: 'Waiting: {n}' },
  longestN: { bg: 'най-дълго {n} мин.', en: 'longest {n} min' },
  minutesShort: { bg: '{n} мин.', en: '{n} min' },
  waitsN: { bg: 'чака {n} мин.', en: 'waits {n} min' },
  willBeOver: { bg: 'ще чака над {standard} мин.', en: 'will wait over {standard} min' },
  over: { bg: 'над {standard} мин.', en: 'over {standard} min' },
  boundHere: { bg: 'само тук', en: 'this window only' },
  callableIn: { bg: 'след {n} сек', en: 'in {n} s' },
  whyNext: { bg: 'защо', en: 'why' },
  noneNext: { bg: 'Никой не чака за това гише.', en: 'Nobody is waiting for this window.' },
  andMore: { bg: 'и още {n}', en: 'and {n} more' },
  held: { bg: 'На изчакване', en: 'On hold' },
  heldFor: { bg: 'от {n} мин.', en: 'for {n} min' },
  missed: { bg: 'Неявили се', en: 'No-shows' },
  missedAt: { bg: 'гише {w}, преди {n} мин.', en: 'window {w}, {n} min ago' },
  byService: { bg: 'Опашката по услуги', en: 'The queue by service' },
  service: { bg: 'Услуга', en: 'Service' },
  waiting: { bg: 'Чакат', en: 'Waiting' },
  longest: { bg: 'Най-дълго', en: 'Longest' },
  openAt: { bg: 'Гишета', en: 'Windows' },
  nobodyServes: { bg: 'никое', en: 'none' },
  here: { bg: 'тук', en: 'here' },
  othersEmpty: { bg: 'Без чакащи: {n} услуги', en: 'Nobody waiting: {n} services' },
  nobodyInHall: { bg: 'В залата никой не чака.', en: 'Nobody is waiting in the hall.' },

  // Panels
  filterPlaceholder: { bg: 'Пишете, за да търсите', en: 'Type to search' },
  nothingFound: { bg: 'Няма съвпадение.', en: 'Nothing matches.' },
  closePanel: { bg: 'Затвори', en: 'Close' },
  panelKeys: {
    bg: '↑ ↓ избор · Enter потвърждава · Esc затваря',
    en: '↑ ↓ to move · Enter confirms · Esc closes',
  },
  panelDigits: { bg: '1–9 направо', en: '1–9 directly' },
  transferTitle: { bg: 'Прехвърли {label} към', en: 'Transfer {label} to' },
  transferBack: { bg: 'после да се върне на това гише', en: 'and then come back to this window' },
  openWindows: { bg: 'отворени гишета: {n}', en: 'open windows: {n}' },
  noOpenWindow: { bg: 'сега никое гише не я обслужва', en: 'no window serves it now' },
  addServiceTitle: { bg: 'Още една услуга за {label}', en: 'One more service for {label}' },
  pauseTitle: { bg: 'Почивка: причина', en: 'Break: the reason' },
  pauseOwn: { bg: 'Със свои думи (без лични данни)', en: 'In your own words (no personal data)' },
  pauseOwnGo: { bg: 'Почивка', en: 'Break' },
  outcomeTitle: { bg: 'Резултат за {label}', en: 'Outcome for {label}' },
  resumeTitle: { bg: 'Покани обратно', en: 'Take up again' },
  takeBackTitle: { bg: 'Върни неявил се в опашката', en: 'Return a missed person to the queue' },
  outOfOrderTitle: { bg: 'Повикай извън реда', en: 'Call out of order' },
  outOfOrderWhy: { bg: 'Защо {label} извън реда?', en: 'Why {label} out of order?' },
  outOfOrderNote: {
    bg: 'Причината се записва и се вижда в отчета.',
    en: 'The reason is recorded and shown in the report.',
  },
  outOfOrderExactly: {
    bg: 'този номер, макар да не е в списъка',
    en: 'this number, though it is not listed',
  },
  labelPlaceholder: { bg: 'Номер, например г14', en: 'Number, e.g. g14' },

  // Quiet notices
  hours: { bg: 'Работно време до {closes}', en: 'Open until {closes}' },
  closesSoon: {
    bg: 'Работното време свършва след {n} мин., в {closes}; в залата – до {limit}',
    en: 'The hours end in {n} min, at {closes}; in the hall, until {limit}',
  },
  finishing: { bg: 'Довършване до {limit}: чакащи {n}', en: 'Finishing until {limit}: waiting {n}' },
  limitSoon: {
    bg: 'Обслужването спира след {m} мин., в {limit}; чакащи {n}; започнатото се довършва',
    en: 'Service stops in {m} min, at {limit}; waiting {n}; what has begun is finished',
  },
  beforeOpening: { bg: 'Центърът отваря в {opens}', en: 'The centre opens at {opens}' },
  dayOver: { bg: 'Работният ден на центъра приключи', en: "The centre's day is over" },
  dayOff: { bg: 'Днес центърът не работи', en: 'The centre is closed today' },
  assistance: {
    bg: 'Киоск: искат съдействие от {n} мин.',
    en: 'Kiosk: help asked for {n} min ago',
  },
  assistanceGo: { bg: 'Отивам', en: 'I am going' },
  letterKeys: { bg: 'Клавиши', en: 'Letter keys' },
  on: { bg: 'включени', en: 'on' },
  off: { bg: 'изключени', en: 'off' },
  lineDown: {
    bg: 'Няма връзка със системата. Показаното е от {at}; действията чакат връзката. Тя се възстановява сама.',
    en: 'No connection to the system. What you see is from {at}; the actions wait for the line. It comes back by itself.',
  },
  notConfirmed: { bg: 'без потвърждение', en: 'unconfirmed' },
} satisfies Record<string, Bilingual>

/** @returns both wordings with each `{name}` filled in; a value that is worded itself, each in its language. */
export function filledBoth(
  text: Bilingual,
  values: Readonly<Record<string, string | number | Bilingual>>,
): Bilingual {
  const inLanguage = (language: 'bg' | 'en') =>
    filled(
      text[language],
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'object' ? value[language] : value,
        ]),
      ),
    )
  return { bg: inLanguage('bg'), en: inLanguage('en') }
}

/** @returns the words with each `{name}` filled in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
