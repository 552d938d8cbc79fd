export const about = {
  title: { de: 'Über die Metropolregion', en: 'About the metropolitan region' },
  text: {
    de: `Eine Metropolregion hat kein Rathaus. Städte, Kreise, Regionalverbände, Unternehmen und Hochschulen arbeiten zusammen, weil sie es wollen.

## Was wir tun

- **Wir treffen uns.** Ein Kongress bringt alle zusammen, vorbereitet von Arbeitsgruppen.
- **Wir halten fest.** Papiere, Studien und Dokumentationen bleiben auffindbar.
- **Wir handeln.** Aus Ergebnissen werden Vorhaben und Positionen.
- **Wir zeigen, was uns verbindet.** Wege zur Arbeit machen an keiner Kreisgrenze halt.

## Wie ein Kongress entsteht

Thema und Ort werden früh bestimmt. Arbeitsgruppen bereiten den Kongress vor. Dort übergeben sie ihre Ergebnisse, und was daraus wird, ist hier nachzulesen.
`,
    en: `A metropolitan region has no town hall. Cities, districts, regional bodies, companies and universities work together because they want to.

## What we do

- **We meet.** A congress brings everyone together, prepared by working groups.
- **We document.** Papers, studies and documentation stay easy to find.
- **We act.** Results become projects and positions.
- **We show what connects us.** Journeys to work do not stop at district borders.

## How a congress comes about

Theme and venue are chosen early. Working groups prepare the congress. They present their results there, and what becomes of them can be read here.
`,
  },
}

export const contact = {
  title: { de: 'Kontakt', en: 'Contact' },
  text: {
    de: `{{operator_name}}\\
{{operator_address}}

Telefon: {{operator_phone}}\\
E-Mail: {{operator_email}}

Fragen zur Anmeldung, zum Programm oder zu einem Dokument beantworten wir gern auch am Telefon. Wer auf diesen Seiten nicht weiterkommt, kann [eine Barriere melden](/barriere-melden).
`,
    en: `{{operator_name}}\\
{{operator_address}}

Telephone: {{operator_phone}}\\
E-mail: {{operator_email}}

We are happy to answer questions about registration, the programme or a document by telephone as well. If you get stuck on these pages, please [report a barrier](/en/report-a-barrier).
`,
  },
}

export const plainLanguage = {
  title: { de: 'Leichte Sprache', en: 'Plain language' },
  text: {
    de: `Auf dieser Seite steht das Wichtigste in einfachen Sätzen.

## Was ist eine Metropolregion?

Eine Metropolregion ist ein großes Gebiet.
In dem Gebiet gibt es Städte und Dörfer.
Viele Menschen fahren dort jeden Tag zur Arbeit.
Die Städte und Dörfer wollen zusammenarbeiten.

## Was ist der Kongress?

Ein Kongress ist ein großes Treffen.
Zu dem Treffen kommen viele Menschen.
Die Menschen sprechen über wichtige Themen.
Zum Beispiel über Bus und Bahn. Oder über Energie.

## Wie melde ich mich an?

1. Sie klicken oben auf das Wort **Kongresse**.
2. Sie suchen den nächsten Kongress aus.
3. Sie klicken auf **Anmelden**.
4. Sie schreiben Ihren Namen und Ihre E-Mail-Adresse.
5. Sie bekommen eine E-Mail mit der Eintritts-Karte.

## Sie brauchen Hilfe?

Sie können uns anrufen: {{operator_phone}}
Oder Sie schreiben eine E-Mail: {{operator_email}}

## Etwas funktioniert nicht?

Dann sagen Sie es uns bitte: [Barriere melden](/barriere-melden).
Es gibt auch eine [Erklärung zur Barriere-Freiheit](/barrierefreiheit).
`,
    en: `This page says the most important things in simple sentences.

## What is a metropolitan region?

A metropolitan region is a large area.
There are towns and villages in the area.
Many people travel there to work every day.
The towns and villages want to work together.

## What is the congress?

A congress is a large meeting.
Many people come to the meeting.
People talk about important things.
For example about buses and trains. Or about energy.

## How do I register?

1. You click on the word **Congresses** at the top.
2. You choose the next congress.
3. You click on **Register**.
4. You write your name and your e-mail address.
5. You get an e-mail with the ticket.

## Do you need help?

You can call us: {{operator_phone}}
Or you write an e-mail: {{operator_email}}

## Something does not work?

Then please tell us: [report a barrier](/en/report-a-barrier).
There is also an [accessibility statement](/en/accessibility).
`,
  },
}

export const signLanguage = {
  title: { de: 'Gebärdensprache', en: 'Sign language' },
  text: {
    de: `Ein Video erklärt diese Seiten in Deutscher Gebärdensprache: was hier steht, wie Sie sich zurechtfinden und wo die Erklärung zur Barrierefreiheit steht (§ 4 BITV 2.0).

Zum Video: {{sign_language_video}}

Wenn Sie sich zu einem Kongress anmelden, können Sie angeben, dass Sie Gebärdensprache brauchen.
`,
    en: `A video explains these pages in German Sign Language: what is here, how to find your way around, and where to find the accessibility statement (section 4 BITV 2.0).

The video: {{sign_language_video}}

When you register for a congress, you can say that you need sign language.
`,
  },
}
