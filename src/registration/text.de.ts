export const de = {
  form: {
    title: (edition: string) => `Anmeldung zum ${edition}`,
    home: 'Start',
    congresses: 'Kongresse',
    crumb: 'Anmeldung',
    intro:
      'Bitte füllen Sie alles aus, außer wo „freiwillig“ steht. Das dauert etwa drei Minuten; ein Konto brauchen Sie nicht.',
    who: 'Wer kommt?',
    name: 'Name',
    nameHint: 'So, wie er auf dem Namensschild stehen soll, gern mit Titel.',
    email: 'E-Mail-Adresse',
    emailHint: 'Dorthin schicken wir die Bestätigung und Ihre Karte.',
    already: 'Mit dieser Adresse sind Sie schon angemeldet',
    alreadyWho: (name: string, number: number | null) => `${name}${number === null ? '' : `, Nummer ${number}`}`,
    another: 'Noch eine Person unter dieser Adresse anmelden',
    anotherHint: 'Für wen sie ist, schreiben Sie bitte oben bei „Name“.',
    organisation: 'Einrichtung',
    function: 'Funktion',
    place: 'Woher kommen Sie?',
    placeEmpty: 'Bitte wählen',
    outside: 'von außerhalb der Metropolregion',
    how: 'Wie nehmen Sie teil?',
    left: (left: string, seats: string) =>
      left === '1' ? `1 von ${seats} Plätzen ist frei` : `${left} von ${seats} Plätzen sind frei`,
    current: 'Ihre jetzige Wahl; der Platz bleibt Ihnen',
    full: 'Alle Plätze sind vergeben. Sie kommen auf die Warteliste.',
    queue: 'Andere warten schon. Sie kommen auf die Warteliste.',
    noMove: 'Alle Plätze sind vergeben; dorthin wechseln können Sie gerade nicht.',
    which: 'Was möchten Sie besuchen?',
    whichHint: 'Für alle, die vor Ort teilnehmen. Was zur selben Zeit stattfindet, schließt sich aus.',
    sessionNone: 'nichts davon',
    sessionLeft: (left: string) => (left === '1' ? 'noch 1 Platz' : `noch ${left} Plätze`),
    sessionFull: 'ausgebucht',
    need: 'Was brauchen Sie?',
    needHint:
      'Freiwillig. Wenn Sie hier etwas angeben, willigen Sie ein, dass wir es für Ihre Teilnahme nutzen. Das sehen nur die, die den Kongress vorbereiten; am Tag danach wird es gelöscht, und Sie können es vorher selbst löschen.',
    food: 'Essen',
    foodHint: 'Zum Beispiel vegetarisch oder eine Unverträglichkeit.',
    access: 'Zugang und Verständigung',
    accessHint: 'Zum Beispiel ein Platz für den Rollstuhl, Gebärdensprache oder Schrift.',
    listed: 'Mein Name darf in der Liste der Teilnehmenden stehen',
    listedHint: 'Die Liste sehen nur Teilnehmende. Sie können das jederzeit ändern.',
    before: 'Bevor Sie absenden',
    beforeText: (until: string | undefined) =>
      `Die Teilnahme kostet nichts. ${until ? `Sie können Ihre Anmeldung bis zum ${until} ändern und jederzeit absagen.` : 'Sie können jederzeit absagen.'} Ihre Angaben verarbeiten wir für diesen Kongress und löschen sie spätestens sechs Monate danach.`,
    privacy: 'Datenschutz im Einzelnen',
    consents: 'Einwilligung',
    freeConsents: 'Einwilligung (freiwillig)',
    freeHint: 'Auf Ihrer persönlichen Seite können Sie das jederzeit zurücknehmen.',
    send: 'Verbindlich anmelden',
    sendWaiting: 'Auf die Warteliste setzen',
    waiting:
      'Dafür ist gerade kein Platz frei. Mit dem Absenden kommen Sie auf die Warteliste; einen Platz haben Sie erst, wenn die Geschäftsstelle ihn Ihnen zusagt.',
    yours: 'Ihr Kongress',
    day: 'Wann',
    venue: 'Ort',
    cost: 'Kosten',
    free: 'keine',
    questions: 'Fragen zur Anmeldung oder lieber am Telefon anmelden?',
    contact: 'Geschäftsstelle erreichen',
    lost: 'Schon angemeldet? Link noch einmal senden',
    example: 'Das ist ein Beispiel. Der Kongress findet nicht statt; Ihre Eingaben werden trotzdem gespeichert.',
  },
  sent: {
    title: 'Das haben Sie schon abgeschickt',
    lead: 'Dieses Formular kam mit anderen Angaben noch einmal an. Gespeichert ist, was Sie zuerst gesendet haben; dort können Sie es ändern.',
    first: 'Zu dieser Anmeldung',
    another: 'Noch jemanden anmelden',
  },
  shut: {
    title: {
      announced: 'Die Anmeldung ist noch nicht offen',
      closed: 'Die Anmeldung ist geschlossen',
      held: 'Dieser Kongress ist vorbei',
    },
    lead: {
      announced: (when: string | undefined) =>
        when
          ? `Sie öffnet am ${when}. Bis dahin brauchen Sie nichts zu tun.`
          : 'Der Tag, an dem sie öffnet, steht noch nicht fest. Sie finden ihn dann auf der Seite des Kongresses.',
      closed: (when: string | undefined) =>
        when
          ? `Anmeldeschluss war am ${when}. Wer angemeldet ist, kann weiterhin absagen.`
          : 'Wer angemeldet ist, kann weiterhin absagen.',
      held: () => 'Was dort besprochen wurde und was daraus geworden ist, steht in der Dokumentation.',
    },
    route: 'Der Weg zum Kongress',
    opens: 'Anmeldung öffnet',
    closes: 'Anmeldeschluss',
    congress: 'Kongress',
    later: 'Termin noch offen',
    calendar: 'Kongress in den Kalender',
    back: 'Zum Kongress',
    results: 'Zur Dokumentation',
  },
  quoted: (name: string) => `„${name}“`,
  own: {
    title: {
      confirmed: 'Sie sind angemeldet',
      waiting: 'Sie stehen auf der Warteliste',
      cancelled: 'Ihre Anmeldung ist abgesagt',
    },
    lead: {
      confirmed: (email: string) =>
        `Die Bestätigung mit Ihrer Karte geht an ${email}. Diese Seite gehört nur Ihnen: Wer den Link hat, kann die Anmeldung ändern.`,
      waiting: (email: string) =>
        `Sie haben noch keinen Platz: Zurzeit sind alle vergeben. Wird einer frei, schreibt die Geschäftsstelle an ${email}. Bitte kommen Sie nicht ohne diese Zusage. Diese Seite gehört nur Ihnen.`,
      cancelled: () => 'Sie haben keinen Platz mehr, auch nicht in den Programmpunkten.',
    },
    facts: {
      name: 'Name',
      organisation: 'Einrichtung',
      function: 'Funktion',
      region: 'Herkunft',
      email: 'E-Mail',
      ticket: 'Teilnahme',
      number: 'Nummer',
      code: 'Kurzzeichen',
      sessions: 'Programm',
      food: 'Essen',
      access: 'Zugang',
      listed: 'Liste der Teilnehmenden',
      agreed: 'Einwilligung',
      link: 'Link',
      when: 'Wann',
      doors: 'Einlass',
      begin: 'Beginn',
      where: 'Ort',
    },
    yes: 'ja',
    no: 'nein',
    none: 'kein Programmpunkt gewählt',
    online: 'im Netz',
    onlineLink: 'Der Link steht auf der Seite Ihrer Anmeldung, sobald die Geschäftsstelle ihn eingetragen hat.',
    onlineLinkHere: 'Der Link steht hier, sobald die Geschäftsstelle ihn eingetragen hat.',
    ticket: { on_site: 'Eintrittskarte (PDF)', online: 'Teilnahmekarte (PDF)' },
    calendar: 'In den Kalender',
    change: 'Anmeldung ändern',
    cancel: 'Anmeldung absagen',
    consent: {
      given: (day: string) => `ja, seit ${day}`,
      open: 'nicht erteilt',
      give: 'Einwilligen',
      withdraw: 'Zurücknehmen',
    },
    questions: 'Fragen beantwortet die Geschäftsstelle:',
    contact: 'Kontakt',
    participants: 'Liste der Teilnehmenden',
    again: 'Neu anmelden',
    dropped: (names: string) =>
      `Sie nehmen jetzt im Netz teil. Nur vor Ort gibt es ${names}; das haben wir aus Ihrer Anmeldung genommen.`,
    waitingSessions: 'Gewünschtes Programm',
    done: {
      changed: 'Ihre Änderungen sind gespeichert. Eine Mail dazu ist unterwegs.',
      unchanged: 'Es war nichts zu ändern. Alles bleibt, wie es ist.',
      email: 'Ihre neue Adresse gilt. Diese Seite hat einen neuen Link, den wir Ihnen auch senden.',
      consent: 'Gespeichert. Wie es jetzt steht, sehen Sie unten bei „Einwilligung“.',
      kept: 'Ihre Adresse bleibt, wie sie war. Diese Seite hat einen neuen Link, den wir Ihnen auch senden.',
    },
  },
  change: {
    title: 'Anmeldung ändern',
    closed: (day: string) =>
      `Programm und Art der Teilnahme ließen sich bis zum ${day} ändern. Alles andere geht weiterhin, auch absagen.`,
    send: 'Änderungen speichern',
    back: 'Zurück ohne zu ändern',
  },
  cancel: {
    title: 'Anmeldung absagen?',
    text: {
      confirmed:
        'Ihr Platz wird sofort frei, auch in den gewählten Programmpunkten. Zurückholen können Sie ihn nicht; neu anmelden können Sie sich, solange die Anmeldung offen ist.',
      waiting:
        'Sie verlieren Ihre Stelle auf der Warteliste. Neu anmelden können Sie sich, solange die Anmeldung offen ist; dann stehen Sie hinten.',
    },
    needs: 'Was Sie zu Essen und Zugang angegeben haben, löschen wir sofort.',
    send: 'Anmeldung absagen',
    keep: { confirmed: 'Platz behalten', waiting: 'Auf der Warteliste bleiben' },
  },
  lost: {
    title: 'Link zur Anmeldung noch einmal senden',
    lead: 'Geben Sie die E-Mail-Adresse an, mit der Sie angemeldet sind. Wir senden die Links zu allen Anmeldungen, die es unter dieser Adresse gibt.',
    send: 'Link senden',
    sentTitle: 'Sehen Sie in Ihr Postfach',
    sent: 'Wenn unter dieser Adresse eine Anmeldung steht, kommt gleich eine Mail. Kommt keine, prüfen Sie bitte die Adresse und den Ordner für unerwünschte Mails.',
  },
  participants: {
    title: 'Liste der Teilnehmenden',
    lead: 'Hier stehen die, die es wünschen. Bitte geben Sie die Liste nicht weiter.',
    name: 'Name',
    organisation: 'Einrichtung',
    empty: 'Noch steht niemand auf der Liste.',
  },
  refused: {
    tooManyForAddress:
      'Von Ihrem Anschluss aus sind in der letzten Stunde schon 30 Anmeldungen unter dieser Adresse eingegangen. Bitte versuchen Sie es später noch einmal oder nehmen Sie eine andere Adresse.',
    alreadyHere:
      'Mit dieser Adresse sind Sie schon angemeldet. Nur wenn noch jemand anderes kommt, setzen Sie bitte dieses Häkchen.',
    notOpen: 'Die Anmeldung ist gerade nicht offen.',
    unknownDistrict: 'Bitte wählen Sie Ihren Kreis neu aus.',
    unknownTicket: 'Diese Art der Teilnahme gibt es nicht mehr. Bitte wählen Sie neu.',
    unknownSession: 'Ein gewählter Programmpunkt lässt sich nicht mehr buchen. Bitte wählen Sie neu.',
    sessionsOnSite:
      'Diese Programmpunkte finden vor Ort statt. Bitte wählen Sie eine Teilnahme vor Ort oder keinen Programmpunkt.',
    sessionsOverlap: (first: string, second: string) =>
      `„${first}“ und „${second}“ finden zur selben Zeit statt. Bitte wählen Sie einen der beiden Programmpunkte.`,
    sessionFull: (names: string) =>
      `„${names}“ ist inzwischen ausgebucht. Bitte wählen Sie etwas anderes; alles Übrige ist erhalten.`,
    ticketFull: 'Für diese Art der Teilnahme ist kein Platz mehr frei. Ihre bisherige Anmeldung gilt weiter.',
    consentMissing: (text: string) =>
      `Bitte setzen Sie das Häkchen bei „${text}“. Ohne das ist keine Anmeldung möglich.`,
    over: 'Der Kongress hat schon stattgefunden oder die Anmeldung ist abgesagt.',
    changedMeanwhile:
      'Die Anmeldung wurde inzwischen an anderer Stelle geändert. Bitte prüfen Sie Ihre Angaben noch einmal.',
  },
  mail: {
    title: {
      'registration.confirmed': 'Anmeldung bestätigt',
      'registration.waiting': 'Auf der Warteliste',
      'registration.changed': 'Anmeldung geändert',
      'registration.cancelled': 'Anmeldung abgesagt',
      'registration.links': 'Link noch einmal gesendet',
      'registration.message': 'Nachricht der Geschäftsstelle',
    },
    subject: {
      'registration.confirmed': 'Ihre Anmeldung: {{congress}}',
      'registration.waiting': 'Sie stehen auf der Warteliste: {{congress}}',
      'registration.changed': 'Ihre Anmeldung ist geändert: {{congress}}',
      'registration.cancelled': 'Ihre Absage: {{congress}}',
    },
    preheader: {
      'registration.confirmed': 'Sie sind angemeldet',
      'registration.waiting': 'Sie stehen auf der Warteliste',
      'registration.changed': 'Ihre Anmeldung ist geändert',
      'registration.cancelled': 'Ihre Anmeldung ist abgesagt',
    },
    intro: {
      'registration.confirmed':
        '**Sie sind angemeldet.** Ihre Karte und ein Eintrag für den Kalender hängen an dieser Mail.',
      'registration.waiting':
        '**Sie stehen auf der Warteliste.** Zurzeit sind alle Plätze vergeben. Wird einer frei, schreiben wir Ihnen. Bitte kommen Sie nicht ohne diese Zusage.',
      'registration.changed':
        '**Ihre Anmeldung ist geändert.** Das gilt jetzt; Ihre Karte mit diesem Stand hängt an dieser Mail.',
      'registration.cancelled':
        '**Ihre Anmeldung ist abgesagt.** Ihr Platz ist wieder frei. Schade, dass Sie nicht kommen können.',
    },
    body: (intro: string) => `Guten Tag {{name}},

${intro}

{{facts}}

{{link}}`,
    example: {
      name: 'Vorname Nachname',
      congress: '5. Metropolkongress',
      when: 'Donnerstag, 19. Oktober 2028, 9.30 Uhr',
      where: 'Rathaus',
      facts: 'Wann, Ort, Teilnahme, Programm, Nummer',
      links: 'Ein Knopf für jede Anmeldung',
    },
    messageWords: {
      subject: '{{subject}}',
      body: `Guten Tag {{name}},

{{text}}

{{link}}`,
    },
    messageExample: {
      subject: 'Zu Ihrer Anmeldung',
      text: 'Ihr Platz im Workshop ist jetzt frei. Möchten Sie ihn haben?',
    },
    manage: 'Anmeldung ansehen, ändern oder absagen',
    again: 'Doch kommen? Neu anmelden',
    private: 'Dieser Link gehört nur Ihnen. Bitte geben Sie die Mail nicht weiter.',
    exampleNote: 'Beispiel: Dieser Kongress findet nicht statt.',
    lostSubject: 'Ihre Anmeldungen',
    lostIntro: 'Sie haben um den Link zu Ihrer Anmeldung gebeten. Wenn nicht, können Sie diese Mail löschen.',
    lostOpen: (edition: string, whose: string) => `${edition}: ${whose}`,
    privateAll: 'Wer diese Links hat, kann die Anmeldungen ändern. Bitte geben Sie die Mail nicht weiter.',
    lostNumber: (no: number) => `Nummer ${no}`,
    twice: (numbers: string) =>
      `Mit diesem Namen und dieser Adresse gibt es für diesen Kongress noch eine Anmeldung: Nummer ${numbers}.`,
    twiceDo:
      'Eine genügt. Wenn das ein Versehen war, sagen Sie diese Anmeldung bitte ab, damit jemand anderes den Platz bekommt:',
    twiceLink: 'diese Anmeldung absagen',
    others: (names: readonly string[]) =>
      `Unter dieser Adresse ${names.length === 1 ? 'ist' : 'sind'} für denselben Kongress auch angemeldet: ${names.join(', ')}.`,
    ticketFile: { on_site: 'Eintrittskarte', online: 'Teilnahmekarte' },
    calendarFile: 'Kalender',
  },
  deeds: {
    'registration.created': 'Anmeldung eingegangen',
    'registration.confirmed': 'Platz erhalten',
    'registration.changed': 'Anmeldung geändert',
    'registration.cancelled': 'Anmeldung abgesagt',
    'registration.links_asked': 'Link noch einmal angefordert',
    'registration.links_sent': 'Links noch einmal gesendet',
    'registration.consent_given': 'Einwilligung gegeben',
    'registration.consent_withdrawn': 'Einwilligung zurückgenommen',
    'registration.written': 'Nachricht geschrieben',
    'registration.erased': 'Personenbezogene Angaben gelöscht',
    'registration.networks_erased': 'Netze der Anmeldungen vergessen',
    'registration.needs_erased': 'Angaben zu Essen und Zugang gelöscht',
  },
  fields: {
    state: 'Stand',
    number: 'Nummer',
    name: 'Name',
    email: 'E-Mail',
    organisation: 'Einrichtung',
    function: 'Funktion',
    place: 'Kreis',
    isListed: 'Liste',
    ticketType: 'Teilnahme',
    sessions: 'Programm',
    consent: 'Text',
    consentWay: 'Zugestimmt',
    subject: 'Betreff',
    reason: 'Grund',
  },
}
