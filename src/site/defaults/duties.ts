/** Imprint (§ 5 DDG), privacy notice (Art. 13 DSGVO), accessibility statement (§ 10 L-BGG, BITV 2.0 § 4). */
export const imprint = {
  title: { de: 'Impressum', en: 'Imprint' },
  text: {
    de: `Angaben nach § 5 Digitale-Dienste-Gesetz (DDG)

## Anbieter

{{operator_name}}\\
{{operator_address}}

**Rechtsform:** {{legal_form}}\\
**Vertreten durch:** {{representative}}

## Kontakt

Telefon: {{operator_phone}}\\
E-Mail: {{operator_email}}

## Aufsicht

Zuständige Aufsichtsbehörde: {{supervisory_authority}}

## Umsatzsteuer

Umsatzsteuer-Identifikationsnummer nach § 27 a Umsatzsteuergesetz: {{vat_number}}

## Verantwortlich für den Inhalt

Nach § 18 Absatz 2 Medienstaatsvertrag: {{editor_responsible}}

## Quellen

Jede Zahl und jede Karte auf diesen Seiten nennt ihre Quelle und ihren Stand. Summen und die Umlegung der Pendelwege auf den Netzplan sind eigene Berechnungen.

## Software

Diese Seiten laufen mit Metropol, freier Software unter der Lizenz EUPL 1.2. Schrift: Hanken Grotesk, SIL Open Font License 1.1.
`,
    en: `Information required by section 5 of the German Digital Services Act (DDG)

## Provider

{{operator_name}}\\
{{operator_address}}

**Legal form:** {{legal_form}}\\
**Represented by:** {{representative}}

## Contact

Telephone: {{operator_phone}}\\
E-mail: {{operator_email}}

## Supervision

Competent supervisory authority: {{supervisory_authority}}

## Value added tax

VAT identification number under section 27 a of the German VAT Act: {{vat_number}}

## Responsible for the content

Under section 18 (2) of the German Interstate Media Treaty: {{editor_responsible}}

## Sources

Every figure and every map on these pages names its source and its date. Sums, and how commutes are led along the network plan, are our own calculations.

## Software

These pages run on Metropol, free software under the licence EUPL 1.2. Typeface: Hanken Grotesk, SIL Open Font License 1.1.
`,
  },
}

export const privacy = {
  title: { de: 'Datenschutz', en: 'Privacy' },
  text: {
    de: `Hier steht, welche Daten wir von Ihnen verarbeiten, warum, wie lange, und welche Rechte Sie haben (Artikel 13 DSGVO).

## Wer verantwortlich ist

{{operator_name}}\\
{{operator_address}}\\
E-Mail: {{operator_email}}

Datenschutzbeauftragte oder Datenschutzbeauftragter: {{data_protection_officer}}

## Wenn Sie diese Seiten lesen

Wir setzen dabei keine Cookies, zählen Sie nicht und laden nichts von anderen Anbietern. Der Server hält fest, welche Seite wann abgerufen wurde, aber nicht, von wem. Betrieb: {{hosting_provider}}.

## Wenn Sie sich zu einem Kongress anmelden

| Was | Wozu | Grundlage | Gelöscht |
| --- | --- | --- | --- |
| Name, E-Mail-Adresse, Herkunft; Einrichtung und Funktion freiwillig | Teilnahme, Eintrittskarte, Namensschild | Art. 6 Abs. 1 Buchst. e DSGVO, § 4 LDSG | sechs Monate nach dem Kongress |
| Essen, Zugang und Verständigung | Versorgung, Vorbereitung des Hauses | freiwillig; Einwilligung, die Sie mit der Angabe selbst geben und jederzeit zurücknehmen, Art. 9 Abs. 2 Buchst. a DSGVO | einen Tag nach dem Kongress |
| Gebuchte Programmpunkte | Planung der Räume | Art. 6 Abs. 1 Buchst. e DSGVO | sechs Monate nach dem Kongress |
| Liste der Teilnehmenden | nur, wenn Sie es wünschen | Einwilligung, Art. 6 Abs. 1 Buchst. a DSGVO | sechs Monate nach dem Kongress |
| Fotos in der Dokumentation | nur, wenn Sie es erlauben; über Ihren Link jederzeit zu widerrufen | Einwilligung, Art. 6 Abs. 1 Buchst. a DSGVO | mit dem Widerruf |
| Einwilligungen mit Fassung und Zeitpunkt | Nachweis | Art. 7 Abs. 1 DSGVO | sechs Monate nach dem Kongress |

Ihre Angaben sehen nur die Geschäftsstelle und das Team des Kongresses, die Angaben zu Essen und Zugang nur, wer den Kongress vorbereitet. An andere geben wir nichts weiter; der Betreiber des Servers arbeitet in unserem Auftrag (Art. 28 DSGVO). Nach dem Löschen bleiben Zahlen ohne Namen.

Damit sich niemand aus Versehen zweimal anmeldet, merkt sich Ihr Browser eine Stunde lang, dass er ein Formular abgesendet hat: in einem Cookie, das nur dieses Formular bekommt und das nur dazu dient (§ 25 Abs. 2 Nr. 2 TDDDG).

Name, E-Mail-Adresse und Herkunft brauchen wir, damit Sie teilnehmen können. Alles, was mit „freiwillig“ bezeichnet ist, können Sie weglassen. Automatisierte Entscheidungen gibt es nicht.

## Wenn Sie eine Barriere melden oder etwas fragen

Ihre Nachricht und, wenn Sie sie angeben, Ihre E-Mail-Adresse speichern wir, um zu antworten (Art. 6 Abs. 1 Buchst. e DSGVO). Nach einem Jahr löschen wir beides.

## Mails

Mails, die wir Ihnen senden, heben wir 90 Tage auf, damit wir sie noch einmal senden können.

## Wenn Sie in einer Arbeitsgruppe mitarbeiten

Ihren Namen und die Organisation, für die Sie sprechen, sehen alle in der Gruppe, die Delegierten, die Leitung der Arbeitsgruppen, das Kongressteam und die Geschäftsstelle. Ihre E-Mail-Adresse sehen die Leitung und diese Stellen, die anderen in der Gruppe und die Delegierten nur, wenn Sie zustimmen. Öffentlich steht nur, wozu Sie einwilligen (Art. 6 Abs. 1 Buchst. a DSGVO).

Beschlossene Protokolle und Abstimmungen sind die Niederschrift der Gruppe. Ihr Name bleibt darin, solange es die Gruppe gibt, auch wenn Sie ausscheiden oder Ihr Konto gelöscht ist (Art. 6 Abs. 1 Buchst. e, Art. 17 Abs. 3 Buchst. b DSGVO). Wie Sie geheim abgestimmt haben, ist nirgends mit Ihrem Namen verbunden.

## Wenn Sie Kontakt einer Organisation sind oder ihren Eintrag betreuen

Trägt jemand Sie als Kontakt einer Organisation ein, fragen wir Sie per E-Mail. Öffentlich steht nur, wozu Sie einwilligen (Art. 6 Abs. 1 Buchst. a DSGVO); mit dem Link aus der E-Mail ändern oder löschen Sie es jederzeit. Ohne Antwort löschen wir die Angaben nach 60 Tagen, ebenso Einladungen, einen Eintrag zu betreuen.

## Wenn Sie ein Konto haben

Wer in der Geschäftsstelle, in einer Arbeitsgruppe oder als Delegierte mitarbeitet oder den Eintrag einer Organisation betreut, hat ein Konto. Beim Anmelden setzen wir ein Cookie, das nur dazu dient (§ 25 Abs. 2 Nr. 2 TDDDG). Wer was geändert hat, halten wir zwei Jahre fest. Sie können Ihr Konto jederzeit schließen; 30 Tage danach löschen wir Ihren Namen und Ihre Adresse, auch aus dem, was wir festgehalten haben; nur in der Niederschrift einer Arbeitsgruppe bleibt Ihr Name.

## Ihre Rechte

Sie können Auskunft verlangen (Art. 15), berichtigen lassen (Art. 16), löschen lassen (Art. 17), einschränken lassen (Art. 18) und der Verarbeitung widersprechen (Art. 21). Einwilligungen können Sie jederzeit widerrufen; was bis dahin geschehen ist, bleibt rechtmäßig. Vieles ändern Sie selbst über den Link in Ihrer Bestätigung. Sonst genügt eine Mail an {{operator_email}}.

Sie können sich beschweren beim Landesbeauftragten für den Datenschutz und die Informationsfreiheit Baden-Württemberg.
`,
    en: `This page says which data of yours we process, why, for how long, and which rights you have (Article 13 GDPR).

## Who is responsible

{{operator_name}}\\
{{operator_address}}\\
E-mail: {{operator_email}}

Data protection officer: {{data_protection_officer}}

## When you read these pages

We set no cookies, do not track you and load nothing from other providers. The server records which page was requested and when, but not by whom. Hosting: {{hosting_provider}}.

## When you register for a congress

| What | What for | Legal ground | Deleted |
| --- | --- | --- | --- |
| Name, e-mail address, where you come from; organisation and position if you wish | participation, ticket, badge | Art. 6 (1) (e) GDPR, section 4 LDSG | six months after the congress |
| Food, access and communication | catering, preparing the venue | optional; consent that you give by telling us, and can withdraw at any time, Art. 9 (2) (a) GDPR | one day after the congress |
| Booked sessions | planning of rooms | Art. 6 (1) (e) GDPR | six months after the congress |
| List of participants | only if you wish | consent, Art. 6 (1) (a) GDPR | six months after the congress |
| Photos in the documentation | only if you allow it; can be withdrawn by your link at any time | consent, Art. 6 (1) (a) GDPR | when withdrawn |
| Consents with version and time | proof | Art. 7 (1) GDPR | six months after the congress |

Your data are seen only by the office and the congress team; what you say about food and access only by those who prepare the congress. We pass nothing on to others; the operator of the server works on our behalf (Art. 28 GDPR). After deletion only numbers without names remain.

So that nobody registers twice by mistake, your browser remembers for one hour that it has sent a form: in a cookie that only this form receives and that serves only this (section 25 (2) no. 2 TDDDG).

We need your name, your e-mail address and where you come from so that you can take part. Anything marked “optional” you may leave out. No automated decisions are made.

## When you report a barrier or ask something

We keep your message and, if you give it, your e-mail address in order to answer (Art. 6 (1) (e) GDPR). After one year we delete both.

## Mails

We keep mails to you for 90 days so that we can send them again.

## When you take part in a working group

Your name and the organisation you speak for are seen by everybody in the group, the delegates, the lead of the working groups, the congress team and the office. Your e-mail address is seen by the group's lead and these offices, by the others in the group and the delegates only if you agree. Public is only what you consent to (Art. 6 (1) (a) GDPR).

Approved minutes and votes are the group’s record. Your name stays in it as long as the group is there, also when you leave or your account is deleted (Art. 6 (1) (e), Art. 17 (3) (b) GDPR). How you voted in a secret vote is nowhere tied to your name.

## When you are a contact of an organisation or look after its entry

When somebody enters you as a contact of an organisation, we ask you by e-mail. Public is only what you consent to (Art. 6 (1) (a) GDPR); with the link in the e-mail you change or delete it at any time. Without an answer we delete the details after 60 days, and invitations to look after an entry as well.

## When you have an account

Those who work in the office, in a working group or as a delegate, or look after an organisation’s entry, have an account. Signing in sets one cookie that serves only this (section 25 (2) no. 2 TDDDG). Who changed what is recorded for two years. You can close your account at any time; 30 days later we delete your name and address, from what was recorded as well; only in the record of a working group does your name stay.

## Your rights

You can ask for access (Art. 15), correction (Art. 16), deletion (Art. 17) and restriction (Art. 18), and you can object (Art. 21). You can withdraw consent at any time; this does not affect what was lawful until then. You can change many things yourself, using the link in your confirmation. Otherwise a mail to {{operator_email}} is enough.

You can complain to the Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg.
`,
  },
}

export const accessibility = {
  title: { de: 'Erklärung zur Barrierefreiheit', en: 'Accessibility statement' },
  text: {
    de: `{{operator_name}} will diese Seiten nach § 10 Absatz 1 Landes-Behindertengleichstellungsgesetz (L-BGG) und der BITV 2.0 barrierefrei zugänglich machen. Maßstab ist die Norm EN 301 549 V3.2.1, die auf den Web Content Accessibility Guidelines 2.1, Stufe AA, beruht.

## Stand

Die Software wird bei jeder Änderung automatisch geprüft: jede Seite in beiden Sprachen, hell und dunkel, schmal und breit, dazu die Anmeldung allein mit der Tastatur und ohne Skripte. Ob auch die Inhalte den Anforderungen genügen, haben wir zuletzt geprüft am: {{accessibility_checked_on}}.

## Was noch nicht zugänglich ist

{{accessibility_known_gaps}}

Was den Dateien unserer Bibliothek fehlt, steht in einer [eigenen Liste](/bibliothek/barrierefreiheit).

Ältere Dokumente auf anderen Websites, auf die wir verweisen, sind zum Teil nicht barrierefrei. Sagen Sie uns, welches Sie brauchen.

## Barriere melden

Fehlt Ihnen etwas, oder kommen Sie irgendwo nicht weiter? [Melden Sie es uns](/barriere-melden). Sie bekommen eine Antwort innerhalb von vier Wochen. Ansprechstelle: {{accessibility_contact}}.

## Schlichtung

Hilft unsere Antwort nicht, können Sie sich an die Schlichtungsstelle beim Landeszentrum Barrierefreiheit wenden: Else-Josenhans-Straße 6, 70173 Stuttgart. Das Verfahren kostet nichts.

## Leichte Sprache und Gebärdensprache

Das Wichtigste steht auch in [Leichter Sprache](/leichte-sprache) und in [Gebärdensprache](/gebaerdensprache).
`,
    en: `{{operator_name}} wants these pages to be accessible under section 10 (1) of the disability equality act of Baden-Württemberg (L-BGG) and BITV 2.0. The standard applied is EN 301 549 V3.2.1, which is based on the Web Content Accessibility Guidelines 2.1, level AA.

## State

The software is checked automatically with every change: every page in both languages, light and dark, narrow and wide, and the registration by keyboard alone and without scripts. Whether the content published here meets the requirements as well was checked on {{accessibility_checked_on}}.

## What is not accessible yet

{{accessibility_known_gaps}}

What the files of our library lack stands in a [list of its own](/en/library/accessibility).

Some older documents on other websites that we link to are not accessible. Tell us which one you need.

## Report a barrier

Is something missing, or are you stuck somewhere? [Tell us](/en/report-a-barrier). You will get an answer within four weeks. Contact: {{accessibility_contact}}.

## Arbitration

If our answer does not help, you can turn to the arbitration service at the Landeszentrum Barrierefreiheit: Else-Josenhans-Straße 6, 70173 Stuttgart. It is free of charge.

## Plain language and sign language

The most important things are also available in [plain language](/en/plain-language) and in [sign language](/en/sign-language).
`,
  },
}
