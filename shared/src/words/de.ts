import type { Bilingual } from '../ids.ts'

/**
 * Everything that a visitor is told, in German: kiosk, paper, phone. Sections and sentences are those of the words files;
 * one that is missing does not compile. What the office writes itself (services, orders) stays in English where nobody
 * has given it a German name.
 *
 * TO BE READ BY A NATIVE SPEAKER: written by people whose language this is not. Until somebody has, the hall may leave
 * the language out of its switch.
 */
export const de = {
  format: {
    time: (clock: string) => `${clock}\u00a0Uhr`,
    free: 'Gebührenfrei',
  },

  range: {
    upTo: (to: number) => `bis ${to}\u00a0Min.`,
    between: (from: number, to: number) => `${from}–${to}\u00a0Min.`,
    orMore: (from: number) => `${from}\u00a0Min. oder länger`,
    mayNotCome: (limit: string) =>
      `Möglicherweise kommen Sie nicht vor ${limit}\u00a0Uhr an die Reihe; dann endet die Bedienung.`,
  },

  look: { training: 'ÜBUNGSHALLE · nichts hier ist echt' },

  away: {
    issuedWithoutLine: 'Ohne Verbindung ausgegeben',
    placeKept: (time: string) => `Ihr Platz zählt ab ${time}\u00a0Uhr`,
    notHowMany: 'Die Nummer sagt nicht, wie viele Personen warten.',
    watchBoardOrStaff:
      'Bitte warten Sie, bis Ihre Nummer auf der Anzeige erscheint oder Sie aufgerufen werden',
    noPaperWithoutLine: 'Ohne Verbindung druckt der Drucker nicht. Ihre Nummer gilt auch ohne Papier.',
  },

  kiosk: {
    greeting: 'Guten Tag!',
    chooseGroup: 'Bitte wählen Sie eine Dienstleistung',
    groups: 'Arten von Dienstleistungen',
    services: 'Dienstleistungen',
    haveAppointment: 'Ich habe einen Termin für den heutigen Sprechtag',
    today: 'Heute',

    waiting: (people: number) => `Wartende: ${people}`,
    waitingLabel: 'Wartende für diese Leistung',
    openWindows: (windows: string) => `Offene Schalter: Nr.\u00a0${windows}`,
    openWindowsLabel: 'Offene Schalter',
    windowNumbers: (windows: string) => `Nr.\u00a0${windows}`,
    noWindow: 'Zurzeit ist kein Schalter geöffnet',
    noWindowNote:
      'Sie können einen Wartezettel ziehen: Ihre Nummer wird aufgerufen, sobald ein Schalter öffnet.',
    calledOnceOpen: 'Ihre Nummer wird aufgerufen, sobald ein Schalter öffnet.',
    onlyWindow: (window: number) => `Nur an Schalter ${window}`,
    whereLabel: 'Wo',

    waitLabel: 'Erwartete Wartezeit',
    estimate: 'Die Zeit ist eine Schätzung',
    chance: (limit: string, percent: number) =>
      `Wahrscheinlichkeit, bis ${limit}\u00a0Uhr aufgerufen zu werden: etwa ${percent}\u00a0%`,
    unlikely: (limit: string) =>
      `Sie kommen wahrscheinlich nicht vor ${limit}\u00a0Uhr an die Reihe; dann endet die Bedienung.`,
    comeNext: (date: Bilingual, time: string) =>
      `Sicherer ist es, am ${date.de ?? date.en} ab ${time}\u00a0Uhr zu kommen. Sie können auch jetzt einen Wartezettel ziehen: Sie entscheiden.`,

    documents: 'Erforderliche Unterlagen',
    noDocuments: 'Keine Unterlagen erforderlich',
    feesAndTerms: 'Gebühr und Bearbeitungsfrist',
    speed: 'Leistung',
    fee: 'Gebühr',
    term: 'Bearbeitungs\u00adfrist',
    free: 'Gebührenfrei',
    example: 'Beispieldaten',
    legalGround: 'Rechtsgrundlage',
    validFrom: (from: Bilingual) => `Gültig ab ${from.de ?? from.en}`,
    registerNumber: (number: string) => `Nummer im nationalen Verwaltungsregister: ${number}`,
    details: 'Über die Leistung',

    priorityQuestion: 'Bevorzugte Bedienung',
    ordinary: 'Gewöhnliche Reihenfolge',
    ordinaryWhat: 'In der Reihenfolge der gezogenen Wartezettel',
    priority: 'Ich möchte bevorzugt bedient werden',
    priorityWho:
      'Für Menschen mit Behinderungen, Schwangere, Menschen mit kleinen Kindern und ältere Menschen. Niemand fragt nach dem Grund.',
    withPriority: 'Bevorzugt',

    takeTicket: 'Wartezettel ziehen',
    takingTicket: 'Ihr Wartezettel wird ausgestellt…',
    tryAgain: 'Noch einmal versuchen',
    unanswered:
      'Das System hat nicht geantwortet; wir wissen daher nicht, ob Ihr Wartezettel ausgestellt wurde. Versuchen Sie es noch einmal: Sie bekommen keinen zweiten.',
    unansweredLineDown:
      'Keine Verbindung. Sobald sie wieder da ist, sehen Sie hier Ihre Nummer. Sie bekommen keinen zweiten Wartezettel.',
    back: 'Zurück',
    cancel: 'Abbrechen',

    yourNumber: 'Ihre Nummer ist',
    issuedOn: (date: Bilingual, time: string) => `Ausgestellt am ${date.de ?? date.en} um ${time}\u00a0Uhr`,
    aheadLabel: 'Personen vor Ihnen',
    ahead: (people: string) => `Personen vor Ihnen: ${people}`,
    watchBoard: 'Bitte warten Sie, bis Ihre Nummer auf der Anzeigetafel erscheint',
    keepNumber: 'Fotografieren Sie den Bildschirm oder notieren Sie Ihre Nummer.',
    noPaper: 'An diesem Bildschirm gibt es keinen Wartezettel auf Papier.',
    paperPrinting: 'Ihr Wartezettel wird gedruckt…',
    paperPrinted: 'Bitte nehmen Sie Ihren Wartezettel.',
    paperPhoto: 'Sie können auch den Bildschirm fotografieren: Die Nummer ist dieselbe.',
    paperFailed: 'Fotografieren Sie den Bildschirm oder notieren Sie Ihre Nummer.',
    paperFailedMore:
      'Der Drucker ist außer Betrieb. Ihre Nummer gilt auch ohne Papier: Warten Sie, bis sie auf der Tafel erscheint. Einen Zettel auf Papier geben Ihnen die Mitarbeitenden.',
    prepareDocuments: 'Bitte halten Sie Ihre Unterlagen bereit',
    todayOnly: 'Nur heute gültig',
    noPersonalData: 'Dieser Wartezettel enthält keine persönlichen Daten',
    followOnPhone: 'Verfolgen Sie Ihren Platz auf dem Telefon',
    qrMeans: 'QR-Code: Verfolgen Sie Ihren Platz auf dem Telefon',
    next: 'Wie es weitergeht',
    done: 'Fertig',

    returning: 'Der Bildschirm kehrt zum Anfang zurück',
    returningIn: (seconds: number) => `in ${seconds}\u00a0s`,
    stay: 'Hier bleiben',

    assistance: 'Hilfe',
    assistanceComing: 'Bitte warten Sie – es kommt jemand, um Ihnen zu helfen',
    assistanceUnanswered: 'Die Nachricht kam nicht an. Versuchen Sie es noch einmal.',
    largerText: 'Größere Schrift',
    highContrast: 'Hoher Kontrast',
    lowerHalf: 'Untere Hälfte',
    display: 'Hilfe und Darstellung',
    speech: 'Vorlesen',
    speechNone:
      'Dieses Terminal hat keine Stimme. Die Mitarbeitenden helfen Ihnen gern: drücken Sie „Hilfe“.',
    speechNoneCalled: 'Dieses Terminal hat keine Stimme. Es kommt jemand, um Ihnen zu helfen.',
    volume: (level: number, of: number) => `Lautstärke ${level} von ${of}`,

    closedToday: 'Das Zentrum ist heute geschlossen',
    opensIn: (time: string) => `Das Zentrum öffnet um ${time}\u00a0Uhr`,
    opensSoon: 'Das Zentrum ist noch nicht geöffnet',
    opensByItself: 'Die Ausgabe der Wartezettel beginnt dann von selbst. Sie brauchen nichts zu berühren.',
    noMoreTickets: 'Heute werden keine Wartezettel mehr ausgegeben',
    insideServed: (limit: string) =>
      `Wer schon im Haus ist, wird noch bedient, jedoch nicht später als ${limit}\u00a0Uhr.`,
    insideWithoutTicket:
      'Wenn Sie im Haus sind und keinen Wartezettel haben, wenden Sie sich bitte an die Mitarbeitenden.',
    dayOver: 'Der Arbeitstag des Zentrums ist beendet',
    nextWorkingDay: 'Nächster Arbeitstag',
    opensFrom: (time: string) => `ab ${time}\u00a0Uhr`,
    callUs: 'Telefon',

    connecting: 'Verbindung zum System wird hergestellt…',
    connectingLong: 'Wenn diese Meldung bleibt, wenden Sie sich bitte an die Mitarbeitenden.',
    lineDown: 'Keine Verbindung zum System',
    byHand: 'Wartezettel werden von Hand ausgegeben',
    askStaff: 'Bitte wenden Sie sich an die Mitarbeitenden. Ausgegebene Wartezettel gelten weiter.',
    givenWithoutLine: 'Wartezettel gibt es auch ohne sie: Ihr Platz bleibt Ihnen.',
    noneLeft:
      'Für diese Leistung sind keine Nummern mehr da, die ohne Verbindung ausgegeben werden können. Bitte wenden Sie sich an die Mitarbeitenden.',
    refusedNumbers: (labels: string) =>
      `Für Mitarbeitende: Das System hat die ohne Verbindung ausgegebenen Nummern ${labels} nicht angenommen. Tragen Sie diese Personen von Hand ein.`,
    cannotShow: 'Dieser Bildschirm kann nicht gezeigt werden',
    turnToStaff: 'Bitte wenden Sie sich an die Mitarbeitenden.',

    setUp: 'Dieses Terminal einrichten',
    setUpNone: 'Dieses Terminal hat noch keinen Schlüssel und kann keine Wartezettel ausgeben.',
    setUpRefused:
      'Der Schlüssel dieses Terminals wurde widerrufen oder ist falsch. Geben Sie einen neuen ein.',
    setUpWhere:
      'Die Administration erstellt einen Schlüssel auf dem Dienstbildschirm (Adresse /window): „Администрация“, „Устройства“. Er wird nur einmal gezeigt.',
    setUpAddress:
      'Ohne Tastatur: Öffnen Sie diesen Bildschirm einmal mit einer Adresse, die auf #token= und den Schlüssel endet.',
    token: 'Schlüssel',
    saveToken: 'Speichern und beginnen',
    forStaff: 'Für Mitarbeitende',
    forVisitors: 'Besucher: Bitte fragen Sie die Mitarbeitenden nach einem Wartezettel.',

    earlier: 'Nach oben',
    later: 'Nach unten',
  },

  speech: {
    begin:
      'Die Sprachausgabe ist an. Vier Tasten: weiter, zurück, wählen und wiederholen. Lautstärke und Hilfe durch Mitarbeitende finden Sie unter den Wahlmöglichkeiten am Ende des Bildschirms.',
    end: 'Die Sprachausgabe endet.',
    howToGoOn: 'Für das Nächste drücken Sie die Taste „weiter“.',
    top: 'Anfang des Bildschirms.',
    bottom: 'Ende des Bildschirms.',
    place: (at: number, of: number) => `${at} von ${of}.`,
    button: 'Schaltfläche.',
    on: 'An.',
    off: 'Aus.',
    chosen: 'Gewählt.',
    notChosen: 'Nicht gewählt.',
    unavailable: 'Kann zurzeit nicht gewählt werden.',
    stayByKey: 'Noch 20 Sekunden. Um zu bleiben, drücken Sie eine beliebige Taste.',
  },

  speeds: { standard: 'Gewöhnlich', fast: 'Schnell', express: 'Express' },

  reception: {
    whoReceives: 'Wer empfängt, und wann',
    places: (left: number) => `freie Plätze: ${left}`,
    full: 'keine freien Plätze',
    over: 'die Anmeldung ist beendet',
    noDays: 'In den kommenden Wochen gibt es keine Sprechtage',
    room: (room: string) => `Zimmer ${room}`,
    atWindow: (window: number) =>
      `Sie melden sich an Schalter ${window} an: Ziehen Sie einen Wartezettel und warten Sie, bis Sie an der Reihe sind.`,
    everyone: 'Alle Sprechtage',
    noneOn: (day: string) => `${day}: kein Empfang`,
    movedTo: (day: string, to: string) => `${day}: verlegt auf ${to}`,
    otherwise: (day: string) => `${day}: geändert`,

    arrivalTitle: 'Ihr Termin',
    arrivalHow:
      'Geben Sie die Nummer von Ihrem Zettel ein, zum Beispiel 147. Wenn dieses Terminal einen Leser hat, halten Sie den Code davor.',
    number: 'Nummer des Termins',
    erase: 'Löschen',
    arrive: 'Ankunft melden',
    arriving: 'Wird gemeldet…',
    tryAgain: 'Noch einmal versuchen',
    unanswered:
      'Das System hat nicht geantwortet. Versuchen Sie es noch einmal: Ihre Ankunft wird nur einmal vermerkt.',
    arrived: 'Ihre Ankunft ist vermerkt',
    expected: 'Voraussichtlich um',
    ahead: 'Vor Ihnen werden empfangen',
    where: 'Wo',
    waitForCall: 'Bitte warten Sie, bis Ihre Nummer auf der Tafel oder an der Tür erscheint.',
    done: 'Fertig',
  },

  languageSwitch: { languages: 'Sprache' },

  phone: {
    title: (label: string) => `${label} · Ihr Wartezettel`,
    calledTitle: (label: string, window: number) => `${label} · Schalter ${window}`,

    yourNumber: 'Ihre Nummer ist',
    aheadLabel: 'Personen vor Ihnen',
    waitLabel: 'Erwartete Wartezeit',
    estimate: 'Die Zeit ist eine Schätzung',
    waiting: 'Bitte warten Sie, bis Ihre Nummer auf der Anzeigetafel erscheint',
    almost: 'Sie sind gleich an der Reihe',
    stayNear: 'Bitte bleiben Sie in der Nähe der Anzeigetafel.',
    noWindow: 'Zurzeit ist für diese Leistung kein Schalter geöffnet. Ihre Nummer behält ihren Platz.',
    openWindows: (windows: string) => `Offene Schalter für diese Leistung: Nr.\u00a0${windows}`,

    come: 'Bitte kommen Sie an',
    window: (window: number) => `Schalter ${window}`,
    comeNow: 'Ihre Nummer wurde aufgerufen.',
    serving: 'Wird bedient',
    atWindow: (window: number) => `an Schalter ${window}`,
    onHold: 'Ihre Nummer ist zurückgestellt',
    onHoldWhat: (window: number | null) =>
      window === null
        ? 'Wenn Ihre Unterlagen fertig sind, gehen Sie zurück an denselben Schalter. Ein neuer Wartezettel ist nicht nötig.'
        : `Wenn Ihre Unterlagen fertig sind, gehen Sie zurück an Schalter ${window}. Ein neuer Wartezettel ist nicht nötig.`,
    finished: 'Ihr Besuch ist abgeschlossen',
    thanks: 'Vielen Dank! Einen schönen Tag noch!',
    noShow: 'Sie haben Ihren Aufruf verpasst',
    noShowWhat:
      'Ihre Nummer wurde aufgerufen, und niemand kam. Bitte wenden Sie sich an die Mitarbeitenden: Die Nummer kann wieder eingereiht werden.',
    left: 'Der Wartezettel wurde zurückgegeben',
    leftWhat:
      'Die Nummer wird nicht aufgerufen. Wenn Sie die Leistung noch brauchen, ziehen Sie am Terminal einen neuen Wartezettel.',
    unserved: 'Wir entschuldigen uns für Ihre verlorene Zeit',
    unservedWhat: 'Die Öffnungszeit endete, bevor Sie an der Reihe waren.',
    nextWorkingDay: 'Nächster Arbeitstag',
    opensFrom: (time: string) => `ab ${time}\u00a0Uhr`,
    sorryForWait: 'Wir entschuldigen uns für die Verzögerung und danken Ihnen für Ihre Geduld.',

    lastCall: (label: string) => `Letzter Aufruf für Nummer ${label}`,
    calledAgain: 'Ihre Nummer wurde noch einmal aufgerufen.',
    feedback: 'Sagen Sie uns Ihre Meinung über die Bedienung',

    notices: 'Ein Signal, wenn ich an der Reihe bin',
    noticesWhat: 'Mit Ton, Vibration und Mitteilung, soweit der Browser sie erlaubt.',
    reachClosed:
      'Eingeschaltet. Sie werden auch benachrichtigt, wenn diese Seite geschlossen ist. Achten Sie auch auf die Anzeigetafel.',
    reachBehind:
      'Eingeschaltet. Lassen Sie diese Seite geöffnet: Sie hören einen Ton und erhalten eine Mitteilung.',
    reachOpen:
      'Eingeschaltet. Lassen Sie diese Seite auf dem Bildschirm geöffnet: Das Telefon klingelt und vibriert.',

    service: 'Leistung',
    issued: 'Ausgestellt',
    issuedOn: (date: Bilingual, time: string) => `am ${date.de ?? date.en} um ${time}\u00a0Uhr`,
    todayOnly: 'Nur heute gültig',
    noPersonalData: 'Dieser Wartezettel enthält keine persönlichen Daten',

    leave: 'Wartezettel zurückgeben',
    leaveSure: 'Den Wartezettel zurückgeben?',
    leaveMeans: 'Ihre Nummer wird nicht aufgerufen; das kann nicht rückgängig gemacht werden.',
    leaveYes: 'Ja, zurückgeben',
    leaveNo: 'Nein, ich behalte meinen Platz',
    leaving: 'Wird gesendet…',
    leaveUnanswered: 'Das System hat nicht geantwortet. Versuchen Sie es noch einmal.',

    connecting: 'Verbindung wird hergestellt…',
    connectingWhat: 'Ihre Nummer behält ihren Platz auch ohne Telefon: Achten Sie auf die Anzeigetafel.',
    stale: (time: string) =>
      `Keine Verbindung. Dieser Stand ist von ${time}\u00a0Uhr und kann veraltet sein: Achten Sie auf die Anzeigetafel.`,
    cannotShow: 'Der Wartezettel kann nicht gezeigt werden',
    badAddress:
      'Die Adresse ist unvollständig. Scannen Sie den Code noch einmal von dem Bildschirm, an dem Sie den Wartezettel gezogen haben.',
  },

  appointment: {
    title: (number: string) => `${number} · Ihr Termin`,
    calledTitle: (number: string, room: string) => `${number} · Zimmer ${room}`,
    yourNumber: 'Ihr Termin',
    room: (room: string) => `Zimmer ${room}`,
    booked: 'Ihr Termin ist bestätigt',
    bookedToday: 'Wenn Sie kommen, melden Sie sich am Terminal mit dieser Nummer.',
    late: (time: string) => `Der Empfang verzögert sich. Sie werden voraussichtlich um ${time} empfangen.`,
    sorry: 'Wir entschuldigen uns für die Verzögerung und danken Ihnen für Ihre Geduld.',
    aheadLabel: 'Vor Ihnen werden empfangen',
    listed: 'Auf der Warteliste',
    listedWhat: 'Für diesen Tag gibt es keine freien Zeiten. Wird eine frei, rufen wir Sie an.',
    placeLabel: 'Platz auf der Liste',
    offered: 'Für Sie ist eine Zeit frei geworden',
    offeredWhat: (slot: string, until: string) =>
      `${slot}. Sie ist bis ${until} für Sie reserviert. Wir rufen Sie an; Sie können sie auch am Anmeldeschalter bestätigen.`,
    displaced: 'Der Sprechtag ist verschoben',
    displacedWas: (slot: string) => `Entfällt: ${slot}.`,
    displacedKept: (slot: string) =>
      `Eine neue Zeit ist für Sie reserviert: ${slot}. Wir rufen Sie an, um sie zu bestätigen.`,
    displacedNone: 'Wir melden uns bei Ihnen wegen einer neuen Zeit.',
    arrived: 'Ihre Ankunft ist vermerkt',
    arrivedWhat: (time: string) =>
      `Voraussichtlich um ${time}. Achten Sie auf die Tafel und das Schild an der Tür.`,
    comeNow: 'Ihre Nummer wurde aufgerufen.',
    come: 'Bitte kommen Sie in',
    passedTo: 'Ihr Anliegen wurde weitergeleitet an',
    dueBy: (date: Bilingual) => `Sie bekommen eine Antwort bis ${date.de ?? date.en}`,

    when: 'Wann',
    who: 'Bei wem',
    where: 'Wo',

    move: 'Termin verlegen',
    moveTitle: 'Wählen Sie eine andere Zeit',
    moveNone: 'Es gibt keine anderen freien Zeiten. Bitte fragen Sie am Anmeldeschalter.',
    moveTo: (slot: string) => `Verlegen auf ${slot}`,
    cancel: 'Termin absagen',
    hasBegun:
      'Ihre Zeit hat begonnen: Der Termin kann hier nicht mehr verlegt oder abgesagt werden. Für eine neue Zeit fragen Sie bitte am Anmeldeschalter.',
    cancelSure: 'Den Termin absagen?',
    cancelMeans: 'Die Zeit wird für jemand anderen frei; das kann nicht rückgängig gemacht werden.',
    cancelYes: 'Ja, absagen',
    keep: 'Nein, ich behalte ihn',
    sending: 'Wird gesendet…',
    unanswered: 'Das System hat nicht geantwortet. Versuchen Sie es noch einmal.',

    data: 'Meine persönlichen Daten',
    dataText: 'Was zu diesem Termin gespeichert ist, und wer es gesehen hat.',
    dataShow: 'Daten zeigen',
    dataUntil: (date: Bilingual) => `Sie werden am ${date.de ?? date.en} von selbst gelöscht`,
    dataNone: 'Die persönlichen Daten wurden gelöscht.',
    looks: 'Wer die Daten gesehen hat',
    erase: 'Meine Daten löschen',
    eraseSure: 'Die Daten löschen?',
    eraseMeans: 'Sie werden sofort und endgültig gelöscht. Ein bevorstehender Termin wird damit abgesagt.',
    eraseYes: 'Ja, löschen',
    eraseNo: 'Nein, behalten',
    name: 'Name',
    telephone: 'Telefon',
    subject: 'Thema',
    description: 'Kurze Beschreibung',
    fileNumber: 'Aktenzeichen',
    organisation: 'Organisation',

    connecting: 'Verbindung wird hergestellt…',
    connectingWhat: 'Ihr Termin gilt auch ohne Telefon: Die Nummer steht auf dem Zettel.',
    stale: (time: string) =>
      `Keine Verbindung. Dieser Stand ist von ${time}\u00a0Uhr und kann veraltet sein.`,
    cannotShow: 'Der Termin kann nicht gezeigt werden',
    badAddress: 'Bitte scannen Sie den Code auf dem Zettel noch einmal.',
  },
  looks: {
    desk: 'der Anmeldeschalter',
    secretary: 'das Sekretariat',
    official: 'die empfangende Person',
    citizen: 'mit Ihrem Code',
  },
  ends: {
    answered: 'Ihre Frage wurde beantwortet',
    'passed-on': 'Ihr Anliegen wurde weitergeleitet',
    'answer-to-follow': 'Die Antwort folgt',
    'did-not-come': 'Sie haben Ihre Zeit verpasst',
    left: 'Der Besuch endete ohne Empfang',
    cancelled: 'Der Termin wurde abgesagt',
    declined: 'Die neue Zeit wurde abgelehnt',
    'day-passed': 'Der Sprechtag ist vorbei',
  },

  paper: {
    yourNumber: 'Ihre Nummer ist',
    copy: 'KOPIE',
    copyAt: (at: string) => `Noch einmal gedruckt um ${at}\u00a0Uhr`,
    training: 'ÜBUNGSZETTEL',
    withPriority: 'Bevorzugte Bedienung',
    issuedOn: (date: Bilingual, time: string) => `Ausgestellt am ${date.de ?? date.en} um ${time}\u00a0Uhr`,
    ahead: 'Personen vor Ihnen',
    wait: 'Erwartete Wartezeit',
    estimate: 'Die Zeit ist eine Schätzung',
    board: 'Bitte warten Sie in der Halle, bis Ihre Nummer auf der Anzeigetafel erscheint.',
    windows: (windows: readonly number[]) => `Schalter ${windows.join(', ')}`,
    served: 'Bedient an',
    prepare: 'Bitte halten Sie Ihre Unterlagen bereit',
    follow: 'Verfolgen Sie Ihren Platz auf dem Telefon',
    closing: (closes: string, limit: string) =>
      `Das Zentrum ist bis ${closes}\u00a0Uhr geöffnet. Wer schon im Haus ist, wird noch bedient, jedoch nicht später als ${limit}\u00a0Uhr.`,
    missed:
      'Wenn Sie Ihren Aufruf verpassen, wenden Sie sich an die Mitarbeitenden: Ihre Nummer kann wieder eingereiht werden.',
    keep: 'Bewahren Sie den Zettel auf, bis Sie bedient worden sind. Nur heute gültig.',

    receptionDay: 'Sprechtag',
    trainingSlip: 'ÜBUNGSZETTEL',
    slotAt: (time: string) => `${time}\u00a0Uhr`,
    listed: 'Noch keine Zeit: Wird eine frei, rufen wir Sie an.',
    room: 'Zimmer',
    code: 'Code',
    slipScan: 'Mit dem Code sehen Sie Ihren Termin auf dem Telefon, verschieben ihn oder sagen ihn ab.',
    slipBring: 'Bringen Sie diesen Zettel mit: Am Terminal melden Sie damit Ihre Ankunft.',
    slipNoData: 'Dieser Zettel enthält keine persönlichen Daten.',

    testPage: 'TESTSEITE',
    letters: 'Buchstaben und Zeichen',
    darkness: 'Schwärzung: Die Balken müssen gleichmäßig und lückenlos sein',
    printer: 'Drucker',
    paper: 'Papier',
    testCode: 'Ein Telefon muss den Code lesen können',
  },

  refusals: {
    beforeOpening: (opens: string) => `Das Zentrum öffnet um ${opens}\u00a0Uhr. Bitte warten Sie.`,
    noMoreTickets: (limit: string) =>
      `Heute werden keine Wartezettel mehr ausgegeben. Wer schon im Haus ist, wird noch bedient, jedoch nicht später als ${limit}\u00a0Uhr. Wenn Sie im Haus sind und keinen Wartezettel haben, wenden Sie sich bitte an die Mitarbeitenden.`,
    unknownCode:
      'Es gibt keinen Wartezettel mit diesem Code. Ein Wartezettel gilt nur an dem Tag, an dem er ausgestellt wurde.',
    leavesCalled: (label: string) => `Nummer ${label} ist aufgerufen. Bitte wenden Sie sich an den Schalter.`,
    leavesMissed: (label: string) =>
      `Nummer ${label} wurde aufgerufen, niemand kam, und der Platz wird nicht mehr freigehalten. Wenn Sie im Haus sind, wenden Sie sich bitte an die Mitarbeitenden.`,
    leavesServed: (label: string) =>
      `Die Bedienung von Nummer ${label} ist abgeschlossen. Sie brauchen nichts abzusagen.`,
    leavesUnserved: (label: string) =>
      `Der Tag ist zu Ende, Nummer ${label} wartet nicht mehr. Sie brauchen nichts abzusagen. Wir entschuldigen uns für die verlorene Zeit.`,
    tooManyRequests: (seconds: number) =>
      seconds < 60
        ? `Zu viele Versuche. Versuchen Sie es in ${seconds}\u00a0Sekunden noch einmal.`
        : `Zu viele Versuche. Versuchen Sie es in ${Math.ceil(seconds / 60)}\u00a0Min. noch einmal.`,
    internalError:
      'Im System ist ein Fehler aufgetreten. Nichts wurde geändert; bitte versuchen Sie es noch einmal.',
    notReady: 'Das System hält gerade an oder ist noch nicht bereit. Versuchen Sie es gleich noch einmal.',
  },
}
