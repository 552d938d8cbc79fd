import type { Transaction } from 'kysely'
import { dates } from '../platform/language.ts'
import type { Schema } from '../platform/schema.ts'
import { instantIn } from '../platform/wall-clock.ts'
import { joinOrganisations } from './past.ts'

type Db = Transaction<Schema>
const zone = 'Europe/Berlin'
const dayMs = 86_400_000

/** The first Thursday at least 75 days from now, as a day in Berlin. */
export function exampleDay(now: Date): string {
  const iso = dates('de', zone).iso
  let day = new Date(now.getTime() + 75 * dayMs)
  while (new Date(`${iso(day)}T12:00:00Z`).getUTCDay() !== 4) day = new Date(day.getTime() + dayMs)
  return iso(day)
}

const ticketTypes = [
  {
    name: { de: 'Vor Ort', en: 'On site' },
    note: { de: 'Plenum, Arbeitsgruppen und Mittagessen', en: 'Plenary, working groups and lunch' },
    attendance: 'on_site',
    seats: null,
  },
  {
    name: { de: 'Vor Ort für Studierende', en: 'On site for students' },
    note: { de: 'Bitte bringen Sie Ihren Ausweis mit', en: 'Please bring your student card' },
    attendance: 'on_site',
    seats: 40,
  },
  {
    name: { de: 'Im Netz', en: 'Online' },
    note: {
      de: 'Nur das Plenum, mit Untertiteln und Gebärdensprache',
      en: 'Plenary only, with captions and sign language',
    },
    attendance: 'online',
    seats: null,
  },
] as const

const groups = [
  { de: 'Wirtschaft', en: 'Economy', seats: 80 },
  { de: 'Zukunftstechnologien', en: 'Future technologies', seats: 80 },
  { de: 'Wasser, Hochwasser, Trinkwasser', en: 'Water, floods, drinking water', seats: 70 },
  { de: 'Klimaangepasste Entwicklung', en: 'Climate-adapted development', seats: 60 },
  { de: 'Regionale Kooperation', en: 'Regional cooperation', seats: 24 },
] as const

/** One congress in the near future, labelled as an example, open for registration at once. Gives its id. */
export async function fillExampleEdition(db: Db, now: Date, seriesId: string): Promise<string> {
  const day = exampleDay(now)
  const at = (time: string) => instantIn(zone, `${day}T${time}`)!
  const start = at('09:00')
  const minute = (ms: number) => new Date(Math.floor(ms / 60_000) * 60_000)
  const { id } = await db
    .insertInto('editions')
    .values({
      seriesId,
      number: 5,
      slug: `${day.slice(0, 4)}-pforzheim-beispiel`,
      title: { de: '5. Metropolkongress', en: '5th Metropolitan Congress' },
      theme: { de: 'Gemeinsam handeln', en: 'Acting together' },
      text: {
        de: 'Dieser Kongress steht nicht fest. Er zeigt, wie eine künftige Ausgabe angekündigt wird und wie man sich anmeldet. Wer sich hier anmeldet, probiert Metropol aus.',
        en: 'This congress is not planned. It shows how an upcoming congress is announced and how to register. Registering here is a way to try out Metropol.',
      },
      sortOn: day,
      startsAt: start,
      endsAt: at('16:00'),
      doorsAt: at('08:15'),
      town: 'Pforzheim',
      venue: 'Rathaus Pforzheim (Beispielort)',
      address: 'Marktplatz 1, 75175 Pforzheim',
      latitude: 48.8908,
      longitude: 8.7029,
      districtKey: '08231',
      regionId: 'nordschwarzwald',
      arrival: {
        de: 'Beispieltext: Vom Hauptbahnhof sind es wenige Minuten zu Fuß oder mit dem Bus. Hier stehen später Linien, Haltestelle und Fahrzeiten.',
        en: 'Example text: a few minutes on foot or by bus from the main station. Bus lines, stop and journey times will be given here later.',
      },
      stepFree: {
        de: 'Beispieltext: Hier steht, welcher Eingang stufenlos ist, wo der Aufzug liegt, wo man parken kann und wen man anruft.',
        en: 'Example text: which entrance is step-free, where to find the lift, where to park and whom to call.',
      },
      isExample: true,
      announcedAt: minute(now.getTime() - 60 * dayMs),
      opensAt: minute(now.getTime() - 42 * dayMs),
      closesAt: minute(start.getTime() - 14 * dayMs),
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await joinOrganisations(db, id, ['Stadt Pforzheim', 'Regionalverband Nordschwarzwald'])
  await db
    .updateTable('editions')
    .set({ capacityId: await capacity(db, id, 400) })
    .where('id', '=', id)
    .execute()
  for (const [position, { seats, ...type }] of ticketTypes.entries())
    await db
      .insertInto('ticketTypes')
      .values({ ...type, editionId: id, capacityId: seats ? await capacity(db, id, seats) : null, position })
      .execute()
  await fillProgramme(db, id, at)
  return id
}

async function fillProgramme(db: Db, editionId: string, at: (time: string) => Date) {
  const room = async (de: string, en: string, position: number) =>
    (
      await db
        .insertInto('rooms')
        .values({ editionId, name: { de, en }, position })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const hall = await room('Großer Saal', 'Great Hall', 0)
  const foyer = await room('Foyer', 'Foyer', 1)
  const track = await db
    .insertInto('tracks')
    .values({ editionId, name: { de: 'Arbeitsgruppen', en: 'Working groups' }, position: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const plain = [
    ['08:15', '09:00', 'other', 'Einlass', 'Doors open', foyer, null],
    ['09:00', '09:30', 'opening', 'Begrüßung', 'Welcome', hall, 'Stadt Pforzheim, Vertretung'],
    [
      '09:30',
      '10:30',
      'talk',
      'Was seit dem letzten Kongress geschah',
      'What has happened since the last congress',
      hall,
      'Regionalverband Nordschwarzwald, Vertretung',
    ],
    ['10:30', '11:00', 'break', 'Pause', 'Break', foyer, null],
    [
      '11:00',
      '12:15',
      'panel',
      'Gespräch: Woran die Region gemeinsam arbeitet',
      'Panel: what the region works on together',
      hall,
      'Vertretungen der fünf Regionen',
    ],
    ['12:15', '13:30', 'meal', 'Mittagessen', 'Lunch', foyer, null],
    ['15:30', '16:00', 'handover', 'Ergebnisse und Übergabe', 'Results and handover', hall, null],
  ] as const
  for (const [position, [from, to, format, de, en, roomId, speaker]] of plain.entries()) {
    const session = await db
      .insertInto('sessions')
      .values({ editionId, startsAt: at(from), endsAt: at(to), format, title: { de, en }, roomId, position })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (speaker) await db.insertInto('speakers').values({ sessionId: session.id, name: speaker, position: 0 }).execute()
  }
  for (const [position, { de, en, seats }] of groups.entries()) {
    const name = { de, en }
    await db.insertInto('workingGroups').values({ editionId, name, position }).execute()
    await db
      .insertInto('sessions')
      .values({
        editionId,
        startsAt: at('13:30'),
        endsAt: at('15:00'),
        format: 'working_group',
        title: { de: `Arbeitsgruppe ${de}`, en: `Working group ${en}` },
        abstract: {
          de: 'Beispieltext: Die Gruppe stellt ihr Papier vor und stimmt über die nächsten Schritte ab.',
          en: 'Example text: the group presents its paper and votes on the next steps.',
        },
        language: 'de',
        roomId: await room(`Raum ${position + 1}`, `Room ${position + 1}`, position + 2),
        trackId: track.id,
        isBookable: true,
        capacityId: await capacity(db, editionId, seats),
        position,
      })
      .execute()
  }
}

async function capacity(db: Db, editionId: string, seats: number) {
  return (await db.insertInto('capacities').values({ editionId, seats }).returning('id').executeTakeFirstOrThrow()).id
}

/** The texts one agrees to, as a starting point; the office writes the next version. */
export async function fillConsentTexts(db: Db, now: Date) {
  await db
    .insertInto('consentTexts')
    .values([
      {
        key: 'participation',
        version: 1,
        isRequired: true,
        validFrom: now,
        text: {
          de: 'Ich habe die [Hinweise zum Datenschutz](/datenschutz) gelesen.',
          en: 'I have read the [privacy notice](/en/privacy).',
        },
      },
      {
        key: 'photos',
        version: 1,
        isRequired: false,
        validFrom: now,
        text: {
          de: 'Fotos, auf denen ich zu erkennen bin, dürfen in der Dokumentation des Kongresses erscheinen. Das kann ich jederzeit widerrufen.',
          en: 'Photos that show me may appear in the documentation of the congress. I can withdraw this at any time.',
        },
      },
    ])
    .execute()
}
