/**
 * Questions with what answers them, by the ids of the corpus: 3 is what was looked for, 2 a good answer, 1 touches it.
 * What is not named answers nothing. Judged by reading, not by what the search gave; answers that a search brought up
 * and that had been missed were read and added.
 */
export type Judged = { kind: string; q: string; answers: Record<string, 1 | 2 | 3> }

const of = (kind: string, rows: Record<string, Record<string, 1 | 2 | 3>>): Judged[] =>
  Object.entries(rows).map(([q, answers]) => ({ kind, q, answers }))
const r = (...ids: string[]) => ids.map((id) => `region/${id}`)
/** The first is the answer, the others touch it. */
const first = (...ids: string[]): Record<string, 1 | 2 | 3> =>
  Object.fromEntries(ids.map((id, index) => [id, index === 0 ? 3 : 1]))
/** All are what was looked for. */
const all = (...ids: string[]): Record<string, 3> => Object.fromEntries(ids.map((id) => [id, 3]))

export const judged: readonly Judged[] = [
  ...of('words', {
    Hochwasser: { 'region/hochwasser': 3, 'region/metropolkongress': 2 },
    'Wasserstoff Neckar': first(...r('wasserstoff')),
    Seilbahn: { 'region/seilbahn': 3, 'region/protokoll2': 2, 'region/protokoll': 2 },
    'Beschluss Seilbahn': all(...r('protokoll', 'protokoll2')),
    'Kongress Heilbronn': first(...r('protokoll2')),
    'Rotmilan Windräder': first(...r('windkraft')),
    'Mieten Einkommen': first(...r('wohnen')),
    'Genossenschaft Anteile': first(...r('windkraft')),
    'Pflege Handwerk': first(...r('fachkraefte')),
    Datenschutz: first(...r('ki')),
    Waisen: { 'pakete/Umgang mit Waisen': 3 },
    'Seilbahn Kosten': first(...r('seilbahn')),
    'Identität Region': first(...r('identitaet')),
  }),
  ...of('compounds', {
    Verkehrskonzept: { 'region/verkehrskonzept': 3, 'region/konzept': 3 },
    'Konzept für den Verkehr': { 'region/konzept': 3, 'region/verkehrskonzept': 3 },
    'Bahn Takt': { 'region/sbahn': 3 },
    'Schutz vor Hochwasser': { 'region/hochwasser': 3 },
    Wasserversorgung: { 'region/trinkwasser': 3, 'region/metropolkongress': 2 },
    'Versorgung Trinkwasser': { 'region/trinkwasser': 3 },
    'Haltestellen Bus': { 'region/barrierefrei': 3 },
    Elektroauto: { 'region/ladesaeulen': 3 },
    'Strom Solar Dach': { 'region/solar': 3 },
    Wohnungsbau: { 'region/wohnen': 3 },
    'Abwärme Quartier': { 'region/waermenetze': 3 },
    Breitband: { 'region/breitband': 3 },
    'Gebühren Parken': { 'region/parken': 3 },
    Paketstatusdatenbank: { 'pakete/Paketstatusdatenbank reparieren': 3 },
  }),
  ...of('endings', {
    Straßen: { 'region/verkehrskonzept': 3 },
    'Flüsse Raum': { 'region/hochwasser': 3 },
    Bushaltestelle: { 'region/barrierefrei': 3 },
    'Fabrikhalle nutzen': { 'region/gewerbe': 3 },
    'Baum Schatten': { 'region/hitze': 3 },
    'Schülerin Roboter': { 'region/maedchen': 3 },
    'studying cities hydrogen': { 'region/hydrogen': 3 },
    'vacant house': { 'region/housing': 3 },
    'flooded rivers': { 'region/floods': 3 },
  }),
  ...of('umlauts', {
    waermeplanung: { 'region/waermenetze': 3 },
    'Kuehle Orte': { 'region/hitze': 3 },
    'Oehringen Groesse': { 'region/gruessgott': 3 },
    Fussgaengerzone: { 'region/gruessgott': 3 },
    Maedchen: { 'region/maedchen': 3 },
    'Massnahmen Süsses': { 'region/gruessgott': 3 },
    glasfaser: { 'region/breitband': 3 },
    LADESÄULEN: { 'region/ladesaeulen': 3 },
    Goppingen: { 'region/radschnellweg': 3, 'region/cycling': 3 },
  }),
  ...of('typing errors', {
    Hochwaser: { 'region/hochwasser': 3, 'region/metropolkongress': 2 },
    Wasserstof: { 'region/wasserstoff': 3 },
    Reutlingn: { 'region/verkehrskonzept': 3, 'region/metropolkongress': 3 },
    Seilban: { 'region/seilbahn': 3, 'region/protokoll': 2, 'region/protokoll2': 2 },
    Radschnelweg: { 'region/radschnellweg': 3 },
    Fachkrefte: { 'region/fachkraefte': 3 },
    Barierefrei: { 'region/barrierefrei': 3, 'region/sbahn': 2 },
    Identitt: { 'region/identitaet': 3 },
    'Photovoltaick Schulen': { 'region/solar': 3 },
    Fluglerm: { 'region/fluglaerm': 3 },
  }),
  ...of('phrases', {
    '"Konzept für den Verkehr"': { 'region/konzept': 3 },
    '„Innen vor Außen“': { 'region/flaechen': 3 },
    '"schneller als Einkommen"': { 'region/wohnen': 3 },
    '"Kohäsionspolitik muss"': { 'region/europa': 3 },
    '"Schlussworte und Ausblick"': { 'region/metropolkongress': 3 },
    '"faster than incomes"': { 'region/housing': 3 },
    '"Alternativen zu APT"': { 'pakete/Alternativen zu APT': 3 },
  }),
  ...of('exclusion', {
    'Seilbahn -Beschluss': { 'region/seilbahn': 3 },
    'Wasser -Wasserstoff -Neckar Forum': { 'region/metropolkongress': 3 },
    'Protokoll Steuerungsgruppe -Haushalt': { 'region/protokoll2': 3 },
    'Leerstand -Ortskernen': { 'region/wohnen': 3 },
    'Esslingen Göppingen -Kosten': { 'region/cycling': 3 },
  }),
  ...of('identifiers', {
    'VRS-2023-0417': { 'region/radschnellweg': 3 },
    'RS 4': { 'region/radschnellweg': 3 },
    ETCS: { 'region/sbahn': 3 },
    'libapt-inst': { 'pakete/Bibliothek libapt-inst': 3, 'pakete/APT und Bibliotheken': 2 },
    '14. Mai 2024': { 'region/protokoll': 3 },
    '"add-apt-repository"': { 'pakete/Einträge mit add-apt-repository im Griff': 3 },
    preinst: {
      'faq/Was sind Debians »preinst«-, »postinst«-': 3,
      'faq-en/What is a Debian preinst, postinst, prer': 3,
    },
  }),
  ...of('handbook', {
    'Paketcache aufräumen': { 'pakete/Paketcache aufräumen': 3 },
    'Größe Paketcache': { 'pakete/Größe des Paketcaches': 3, 'pakete/Paketcache aufräumen': 1 },
    'Fernzugriff SSH': { 'referenz/Der Server für Fernzugriff (SSH) und Hil': 3 },
    'verschlüsseltes Passwort erstellen': { 'referenz/Verschlüsselte Passwörter erstellen': 3 },
    'gutes Passwort': { 'referenz/Ein gutes Passwort': 3 },
    Zwischenablage: { 'referenz/Zwischenablage': 3 },
    'virtuelles Paket': { 'faq/Was ist ein virtuelles Paket?': 3 },
    'Debian aussprechen': { 'faq/Wie spricht man Debian aus und was bedeu': 3 },
    'Fehler melden Debian': { 'faq/Wie melde ich einen Fehler in Debian?': 3 },
    'Quellpaket Binärpakete bauen': { 'faq/Wie baue ich Binärpakete aus einem Quell': 3 },
    'Papiergröße Programme': { 'faq/Wie kann ich sicherstellen, dass alle Pr': 3 },
    'Paketstatusdatenbank reparieren': { 'pakete/Paketstatusdatenbank reparieren': 3 },
    'paper size programs': { 'faq-en/How can I ensure that all programs use t': 3 },
    'report a bug': { 'faq-en/How do I report a bug in Debian?': 3, 'faq-en/Are there logs of known bugs?': 2 },
    'pronounce Debian': { 'faq-en/How does one pronounce Debian and what d': 3 },
    'package on hold': { 'faq-en/How do I put a package on hold?': 3 },
    'virtual package': { 'faq-en/What is a Virtual Package?': 3 },
  }),
]
