export const de = {
  ask: {
    title: 'E-Mail-Adresse ändern',
    lead: 'Ihre Adresse ändert sich erst, wenn Sie das in der Mail an die neue Adresse bestätigen.',
    old: 'Bisherige Adresse',
    none: 'keine',
    email: 'Neue E-Mail-Adresse',
    next: 'Was dann geschieht',
    steps: [
      'Die neue Adresse bekommt einen Link zum Bestätigen. Er gilt 48 Stunden.',
      'Die bisherige Adresse bekommt gleich einen Hinweis, damit niemand Ihre Anmeldung heimlich übernimmt.',
      'Mit der Bestätigung ersetzt ein neuer persönlicher Link den bisherigen. Er steht in der Mail, die Sie dann bekommen.',
    ],
    send: 'Link an die neue Adresse senden',
    back: 'Zurück ohne zu ändern',
  },
  confirm: {
    title: 'Neue Adresse bestätigen',
    text: (email: string, congress: string) =>
      `Künftig gehen die Mails zur Anmeldung zum ${congress} an ${email}. Der bisherige persönliche Link gilt dann nicht mehr; einen neuen senden wir an diese Adresse.`,
    send: 'Adresse bestätigen',
  },
  keep: {
    title: 'Bisherige Adresse behalten',
    open: (email: string) =>
      `Jemand mit dem persönlichen Link zu Ihrer Anmeldung möchte sie auf ${email} umstellen. Waren Sie das nicht, dann verhindern Sie es hier.`,
    done: (email: string) =>
      `Jemand mit dem persönlichen Link zu Ihrer Anmeldung hat sie auf ${email} umgestellt. Waren Sie das nicht, dann machen Sie es hier rückgängig.`,
    text: (email: string) =>
      `Es gilt dann wieder allein ${email}. Der bisherige persönliche Link wird gesperrt; einen neuen senden wir an diese Adresse.`,
    send: 'Meine Adresse behalten',
  },
  stopped: {
    title: 'Dieser Link gilt nicht mehr',
    emailDone: 'Die neue Adresse ist schon bestätigt. Den persönlichen Link finden Sie in der letzten Mail dazu.',
    emailReplaced: 'Inzwischen wurde eine andere Adresse angegeben. Es gilt die Mail, die dorthin ging.',
    emailExpired: 'Die Frist ist abgelaufen.',
    over: 'Der Kongress hat schon stattgefunden oder die Anmeldung ist abgesagt.',
    lost: 'Link zur Anmeldung noch einmal senden',
  },
  own: {
    change: 'E-Mail-Adresse ändern',
    pending: 'Eine neue Adresse wartet auf Bestätigung',
    pendingText: (email: string) =>
      `Wir haben einen Link an ${email} gesendet. Bis zur Bestätigung bleibt alles, wie es ist.`,
  },
  refused: {
    sameEmail: 'Das ist schon Ihre Adresse.',
    tooManyAddresses: 'Das ging heute schon fünfmal. Bitte versuchen Sie es morgen wieder.',
    emailDone: 'Die neue Adresse ist schon bestätigt.',
    emailReplaced: 'Inzwischen wurde eine andere Adresse angegeben.',
    emailExpired: 'Die Frist ist abgelaufen.',
    over: 'Der Kongress hat schon stattgefunden oder die Anmeldung ist abgesagt.',
  },
  mail: {
    new: {
      title: 'Neue Adresse bestätigen',
      subject: 'Bitte bestätigen Sie Ihre neue Adresse: {{congress}}',
      body: `Guten Tag,

mit dieser Adresse soll künftig eine Anmeldung zum {{congress}} verbunden sein. Bitte bestätigen Sie das innerhalb von 48 Stunden.

{{link}}

Haben Sie das nicht verlangt, dann löschen Sie diese Mail einfach. Es ändert sich nichts.`,
      button: 'Adresse bestätigen',
    },
    old: {
      title: 'Adresse soll sich ändern (an die bisherige)',
      subject: 'Ihre E-Mail-Adresse soll sich ändern: {{congress}}',
      body: `Guten Tag {{name}},

für Ihre Anmeldung zum {{congress}} wurde eine neue Adresse angegeben: {{address}}. Sie gilt, sobald sie bestätigt ist.

**Waren Sie das, dann ist nichts zu tun.** Wenn nicht, behalten Sie hier Ihre Adresse und sperren den bisherigen Link. Das geht 14 Tage lang, auch wenn die neue Adresse schon bestätigt ist.

{{link}}`,
      button: 'Das war ich nicht',
    },
    example: {
      name: 'Vorname Nachname',
      congress: '5. Metropolkongress',
      address: 'vorname.nachname@einrichtung.example',
    },
    footer: 'Dieser Link gehört nur Ihnen. Bitte geben Sie die Mail nicht weiter.',
  },
  deeds: {
    'registration.email_asked': 'Neue Adresse angegeben',
    'registration.email_kept': 'Bisherige Adresse behalten',
    'registration.email_changes_erased': 'Alte Adresswechsel gelöscht',
  },
}
