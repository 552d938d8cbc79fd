export const de = {
  footer: 'Diese E-Mail kommt, weil jemand Ihre Adresse in einer Arbeitsgruppe angegeben hat.',
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  office: 'Die Geschäftsstelle',
  titles: {
    invited: 'Einladung in eine Arbeitsgruppe',
    confirm: 'Mitmachen bestätigen',
    asked: 'Jemand fragt an, bei einer Arbeitsgruppe mitzumachen',
    admitted: 'In eine Arbeitsgruppe aufgenommen',
  },
  buttons: {
    invited: 'Einladung ansehen',
    confirm: 'Adresse bestätigen',
    asked: 'Anfrage ansehen',
    admitted: 'Zur Arbeitsgruppe',
  },
  standard: {
    invited: {
      subject: 'Einladung: Arbeitsgruppe {{group}}',
      body: '{{greeting}}\n\n{{by}} lädt Sie ein, in der Arbeitsgruppe **{{group}}** mitzuarbeiten, als {{part}}. Die Gruppe arbeitet auf einen Kongress hin: {{congress}}.\n\n{{link}}\n\nDort nehmen Sie an oder lehnen ab. Ohne Antwort löschen wir Ihre Angaben nach 60 Tagen.',
    },
    confirm: {
      subject: 'Bitte bestätigen: Arbeitsgruppe {{group}}',
      body: 'Mit dieser Adresse möchte jemand in der Arbeitsgruppe **{{group}}** mitarbeiten ({{congress}}). Waren Sie das? Dann bestätigen Sie bitte.\n\n{{link}}\n\nWaren Sie es nicht, tun Sie nichts. Nach 60 Tagen löschen wir die Angaben.',
    },
    asked: {
      subject: 'Anfrage: Arbeitsgruppe {{group}}',
      body: 'Jemand möchte in Ihrer Arbeitsgruppe **{{group}}** mitarbeiten.\n\n{{link}}',
    },
    admitted: {
      subject: 'Willkommen in der Arbeitsgruppe {{group}}',
      body: 'Sie sind jetzt Mitglied der Arbeitsgruppe **{{group}}** ({{congress}}).\n\n{{link}}',
    },
  },
  example: {
    greeting: 'Guten Tag Anna Beispiel,',
    group: 'Künstliche Intelligenz',
    congress: '4. Metropolkongress',
    by: 'Die Geschäftsstelle',
    part: 'Mitglied',
  },
}
