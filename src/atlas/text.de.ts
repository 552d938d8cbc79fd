import { counted } from '../platform/language.ts'
import { de as flows } from './text/flows.de.ts'
import { de as interlinkage } from './text/interlinkage.de.ts'
import { de as methods } from './text/methods.de.ts'
import { de as municipal } from './text/municipal.de.ts'
import { de as office } from './text/office.de.ts'
import { de as stories } from './text/stories.de.ts'
import { de as views } from './text/views.de.ts'

const count = (n: number, one: string, many: string) => (n === 1 ? `ein ${one}` : `${n} ${many}`)

export const de = {
  municipal,
  home: 'Start',
  found: { places: 'Regionen, Kreise und Gemeinden', indicators: 'Kennzahlen', region: 'Region', district: 'Kreis' },
  title: 'Atlas',
  lead: (regions: number, districts: number) =>
    `Was die ${counted('de', regions)} Regionen und ${counted('de', districts)} Kreise verbindet und unterscheidet: Zahlen aus amtlichen Quellen, jede mit Stand und Herkunft.`,
  leadEmpty: 'Zahlen aus amtlichen Quellen, jede mit Stand und Herkunft.',
  whole: 'Metropolregion',
  topics: {
    people: 'Menschen',
    work: 'Arbeit und Wege',
    economy: 'Wirtschaft',
    science: 'Wissenschaft',
    land: 'Fläche',
  },
  statuses: { final: 'endgültig', preliminary: 'vorläufig', estimated: 'geschätzt', secret: 'geheim' },
  missing: 'keine Angabe',
  noValues: 'Dazu liegen noch keine Zahlen vor. Das heißt nicht null.',
  own: 'eigene Berechnung',
  asOf: (date: string) => `Stand ${date}`,
  source: 'Quelle',
  licence: 'Lizenz',
  finding: {
    both: (highest: string, high: string, lowest: string, low: string) =>
      `Den höchsten Wert hat ${highest} mit ${high}, den niedrigsten ${lowest} mit ${low}.`,
    whole: (value: string) => `Für die ganze Metropolregion sind es ${value}.`,
    rose: (year: number, percent: string) => `Seit ${year} ist der Wert um ${percent} % gestiegen.`,
    fell: (year: number, percent: string) => `Seit ${year} ist der Wert um ${percent} % gesunken.`,
    same: (year: number) => `Seit ${year} ist der Wert nahezu gleich geblieben.`,
    some: (known: number, all: number) => `Bekannt ist er für ${known} von ${all} Kreisen.`,
  },
  headline: {
    together: (names: string, percent: string) => `${names} haben zusammen ${percent}\u00a0%`,
    above: (count: number, all: number, first: string | undefined) =>
      first ? `${count} von ${all} Kreisen liegen über null, allen voran ${first}` : 'Kein Kreis liegt über null',
    times: (highest: string, times: string, lowest: string) => `${highest}: das ${times}-Fache von ${lowest}`,
    alike: (from: string, to: string) => `Überall ähnlich: ${from} bis ${to}`,
  },
  overview: {
    topics: 'Themen',
    noNumbers: 'noch ohne Zahlen',
    numbers: 'Die Zahlen dazu',
    more: 'Alle Jahre, Klassen und Dateien dazu',
    allWays: 'Alle Beziehungen und jede Richtung',
    relation: 'Zwei Kennzahlen gegeneinander: ob die eine hoch ist, wo es die andere ist.',
    views: 'Weiter lesen',
    feed: 'Neue Daten als Feed',
    openApi: 'Schnittstelle für Programme (OpenAPI)',
    catalogue: 'Alle Datensätze als Katalog (DCAT)',
    story: 'Was die Kernregion ist, was sie mit den anderen verbindet, und wie das gezählt wird.',
    flows: 'Wer wo wohnt und wo arbeitet: der Netzplan, die stärksten Beziehungen, hinein und hinaus.',
    comparison: 'Bis zu sechs Kreise oder Regionen nebeneinander.',
    territories: 'Regionen und Kreise',
    territoriesText: 'Jedes Gebiet mit seinen Zahlen und dem, was es mit den anderen verbindet.',
  },
  indicator: {
    beside: (topic: string) => `Mehr zum Thema ${topic}`,
    choose: 'Ansicht wählen',
    show: 'Zeigen',
    year: 'Jahr',
    level: 'Gebiete',
    levels: { districts: 'Kreise', regions: 'Regionen' },
    method: 'Klassen',
    methods: { natural: 'natürliche Brüche', quantiles: 'gleich viele Gebiete' },
    map: 'Karte',
    mapTitle: (name: string, year: string) => `Karte: ${name}, ${year}. Die Zahlen stehen in der Tabelle darunter.`,
    classes: (n: number, method: 'natural' | 'quantiles', years: number) =>
      method === 'natural'
        ? `${count(n, 'Klasse', 'Klassen')} nach natürlichen Brüchen${years > 1 ? ', fest über alle Jahre' : ''}: So liegen die Werte jeder Klasse möglichst nah beieinander (Fisher und Jenks).`
        : `${count(n, 'Klasse', 'Klassen')} mit möglichst gleich vielen ${years > 1 ? 'Werten aller Jahre' : 'Gebieten'} (Quantile).`,
    circles:
      'Die Fläche eines Kreises ist die Zahl, seine Farbe die Region. Anzahlen werden nicht als gefärbte Gebiete gezeigt, weil große Gebiete dann nach mehr aussehen.',
    more: 'mehr herein als hinaus',
    less: 'mehr hinaus als herein',
    unknown: 'keine Angabe',
    under: (value: string) => `unter ${value}`,
    between: (from: string, to: string) => `${from} bis unter ${to}`,
    from: (value: string) => `ab ${value}`,
    places: (n: number) => `(${n})`,
    byRegion: 'Nach Regionen',
    all: 'Alle Kreise',
    sorted: 'Der Größe nach. Die Farbe nennt die Region.',
    territory: 'Gebiet',
    mean: (value: string) => `gestrichelt: Metropolregion ${value}`,
    overTime: 'Im Lauf der Zeit',
    overTimeText: (first: number, last: number) =>
      `Von ${first} bis ${last}, Stand ${first} gleich 100. Alle Felder haben denselben Maßstab; die Zahl nennt die Veränderung in Prozent.`,
    table: 'Alle Jahre als Tabelle',
    tableCaption: (name: string) => `${name} nach Gebiet und Jahr`,
    about: 'Zu diesen Zahlen',
    definition: 'Definition',
    unit: 'Einheit',
    computed: 'Berechnung',
    ratio: (first: string, second: string, factor: string) =>
      `${first} geteilt durch ${second}${factor === '1' ? '' : `, mal ${factor}`}; eigene Berechnung.`,
    difference: (first: string, second: string) => `${first} minus ${second}; eigene Berechnung.`,
    totals: 'Summen',
    aggregations: {
      sum: 'Regionen und das Ganze sind Summen der Kreise, wo die Quelle sie nicht nennt; eigene Berechnung.',
      mean: 'Regionen und das Ganze sind gewichtete Mittel der Kreise, wo die Quelle sie nicht nennt; eigene Berechnung.',
      none: 'Wird nicht zusammengezählt: Für Regionen gilt nur, was die Quelle nennt.',
    },
    derived: 'Regionen und das Ganze werden aus den zusammengezählten Teilen berechnet.',
    how: 'Erhebung',
    boundaries: 'Grenzen',
    frozen: (no: number) => `Sie sehen den Stand der Datenfassung ${no}. Inzwischen gibt es neuere Daten.`,
    wholePage: (name: string) => `${name}: Karte, alle Jahre und Erläuterungen im Atlas`,
    newer: 'Die neuesten zeigen',
  },
  territory: {
    body: 'Träger',
    district: (name: string) => `Landkreis ${name}`,
    leadDistrict: (out: string, into: string) =>
      `Für die Arbeit verlassen ${out} Menschen den Kreis, ${into} kommen herein.`,
    leadRegion: (out: string, into: string) =>
      `Für die Arbeit fahren ${out} Menschen in die anderen Regionen, ${into} kommen von dort.`,
    partner: (name: string) => `Am stärksten ist die Verflechtung mit ${name}.`,
    ways: 'Wohin, woher',
    waysText:
      'Der Netzplan zeigt die Wege, die Karte die Stärke der Verflechtung. Die Farben der Linien nennen die Region, in der die Menschen wohnen.',
    planTitle: (name: string) => `Wege der Pendlerinnen und Pendler von und nach ${name}`,
    planText: 'Der Netzplan, nur mit den Beziehungen dieses Gebiets. Die Zahlen stehen in der Tabelle darunter.',
    mapTitle: (name: string) =>
      `Karte der Kreise, gefärbt nach der Zahl der Pendlerinnen und Pendler von und nach ${name}. Die Zahlen stehen in der Tabelle.`,
    under: (value: string) => `unter ${value}`,
    between: (from: string, to: string) => `${from} bis unter ${to}`,
    from: (value: string) => `${value} und mehr`,
    none: 'nicht genannt',
    inAndOut: 'Hinein und hinaus',
    inAndOutText: (into: string, out: string) =>
      `Sortiert nach der Summe beider Richtungen. Die Farbe nennt wie im Plan die Wohnregion. Hinein ${into}, hinaus ${out}: eigene Summen innerhalb der Metropolregion.`,
    into: (name: string) => `kommen nach ${name}`,
    out: (name: string) => `fahren aus ${name}`,
    underTen: 'unter 10',
    underTenNote: 'Beziehungen unter 10 nennt die Quelle nicht einzeln; das ist nicht null.',
    compared: 'Im Vergleich',
    comparedText: 'Jede Kennzahl neben der Region und dem Ganzen. Der Rang zählt vom höchsten Wert.',
    here: 'Hier',
    region: 'Region',
    rank: 'Rang',
    rankOf: (rank: number, all: number) => `${rank} von ${all}`,
    withNeighbours: 'Mit den Nachbarn vergleichen',
    withRegions: 'Mit den anderen Regionen vergleichen',
    districts: 'Kreise',
    related: 'Was hier geschieht',
    relatedText: 'Was Metropol sonst von diesem Gebiet weiß.',
    all: (name: string, n: number) => `${name} (${n})`,
    downloads: 'Alle Zahlen herunterladen:',
    municipalities: (n: number) => count(n, 'Gemeinde', 'Gemeinden'),
    area: 'Fläche in km²',
    populationChart: 'Bevölkerung im Vergleich',
  },
  flows: {
    title: 'Wege zur Arbeit',
    lead: (total: string, across: string) =>
      `${total} Menschen pendeln zwischen den Kreisen der Metropolregion, ${across} davon in eine andere Region.`,
    all: 'ganze Metropolregion',
    place: 'Gebiet',
    direction: 'Richtung',
    both: 'beide',
    directions: { hinein: 'hinein', hinaus: 'hinaus', saldo: 'was von beiden übrig bleibt' },
    least: 'Beziehungen',
    noLeast: 'alle',
    from: (people: string) => `ab ${people} Menschen`,
    show: 'Zeigen',
    headline: (percent: string) => `${percent} von 100 Pendelnden arbeiten in einer anderen Region`,
    planTitle: (name: string) => `Netzplan der Pendlerinnen und Pendler: ${name}`,
    planText: 'Breite Strecken tragen viele Menschen. Die Zahlen stehen in den Tabellen darunter.',
    planNote:
      'Jede Beziehung läuft auf dem kürzesten Weg über benachbarte Kreise; die Lasten sind eigene Berechnung. Farbe: Region, in der die Menschen wohnen.',
    strongest: 'Die stärksten Beziehungen',
    relationsOf: (name: string) => `Beziehungen: ${name}`,
    shown: (shown: number, all: number) =>
      shown === all ? `Alle ${all} Beziehungen.` : `${shown} von ${all} Beziehungen; alle stehen in der Datei.`,
    none: 'Keine Beziehung ist so stark.',
    strongestTitle: (from: string, to: string) => `Am stärksten: von ${from} nach ${to}`,
    strongestText: (from: string, to: string, people: string, all: number) =>
      `Von ${from} nach ${to} fahren ${people} Menschen, mehr als auf jeder anderen der ${all} gezeigten Beziehungen.`,
    home: 'Wohnen in',
    work: 'arbeiten in',
    people: 'Menschen',
    balance: 'Hinein minus hinaus',
    balanceText: 'Nur Wege innerhalb der Metropolregion: eigene Summen aus den veröffentlichten Beziehungen.',
    balanceMap: 'Karte: Saldo der Wege innerhalb der Metropolregion. Die Zahlen stehen in der Tabelle.',
    asMap: 'Saldo als Karte',
    asTable: 'Mit Tabelle, Dateien und zum Zitieren',
    betweenRegions: 'Zwischen den Regionen',
    betweenTitle:
      'Ströme zwischen den Regionen: links, wo die Menschen wohnen, rechts, wo sie arbeiten. Die Zahlen stehen in der Tabelle.',
    betweenFinding: (
      strongest: { from: string; to: string; people: string },
      gaining: { name: string; people: string },
    ) =>
      `Links, wo die Menschen wohnen, rechts, wo sie arbeiten. Der stärkste Strom führt von ${strongest.from} nach ${strongest.to}: ${strongest.people} Menschen. Am meisten gewinnt ${gaining.name}: ${gaining.people} mehr kommen herein als hinausfahren.`,
    to: (name: string) => `nach ${name}`,
    below: 'Nicht genannt',
    ownText: 'Summen, Salden und Lasten auf dem Netzplan sind eigene Berechnungen, keine amtlichen Zahlen.',
  },
  story: {
    title: 'Warum eine Metropolregion?',
    lead: 'Was die Kernregion allein ist, was sie mit den anderen verbindet, und wie beides gezählt wird: aus den Zahlen des Atlas, jeweils den neuesten.',
    core: (name: string) => `${name} und das Ganze`,
    coreText: (name: string, least: string) =>
      `${name} hat von allem, was hier verglichen wird, mindestens ${least}. Der Rest liegt in den anderen Regionen.`,
    shareOf: (name: string, asOf: string) => `Anteil: ${name} (${asOf})`,
    oneScale: 'Alle Längen haben denselben Maßstab.',
    ties: 'Arbeit hält sich nicht an Grenzen',
    tiesText: (share: string) =>
      `Wer für die Arbeit den eigenen Kreis verlässt, bleibt zu ${share} in der Metropolregion.`,
    leaving: 'Menschen arbeiten in einem anderen Kreis als dem, in dem sie wohnen.',
    inside: 'davon zwischen Kreisen der Metropolregion.',
    across: 'davon über die Grenze einer der Regionen.',
    together: 'Was zusammengehört',
    togetherText: (groups: number, share: string) =>
      `Nur aus den Wegen zur Arbeit in ${groups} Gruppen geordnet. ${share} aller Wege zwischen Kreisen bleiben dann in einer Gruppe.`,
    togetherNote:
      'Die Ziffer nennt die Region. Wo eine Gruppe mehrere Ziffern enthält, reicht die Verflechtung über die Grenze einer Region.',
    steps: 'Schritt für Schritt',
    step: 'Schritt',
    joined: 'verbunden',
    with: 'mit',
    insideShare: 'innerhalb der Gruppen',
    zones: 'Einzugsgebiete der Städte',
    zonesText:
      'Nach der Abgrenzung von EU und OECD gehört zum Einzugsgebiet einer Stadt, wo mindestens 15 % der Beschäftigten dorthin pendeln.',
    zone: (city: string, others: string) => (others ? `${city}: ${others}` : `${city}: kein anderer Kreis`),
    noEmployed:
      'Dafür fehlt die Zahl der Beschäftigten am Wohnort. Sobald sie eingelesen ist, steht hier das Ergebnis; geschätzt wird nichts.',
    method: 'Wie gezählt wird',
    shares: 'Anteile',
    sharesMethod:
      'Wert der Kernregion (Linie 1) geteilt durch die Summe aller Kreise im selben Jahr; eigene Berechnung.',
    intramax: 'Gruppen: Intramax',
    intramaxMethod:
      'Schrittweise werden die benachbarten Gruppen i und j verbunden, für die T(ij)/(O(i)·D(j)) + T(ji)/(O(j)·D(i)) am größten ist; T sind Pendelnde, O und D ihre Summen nach Wohn- und Arbeitsort. I. Masser und P. J. B. Brown, Environment and Planning A 7 (1975), S. 509–523. Wege innerhalb eines Kreises sind nicht bekannt und zählen nicht mit, Beziehungen unter 10 ebenso.',
    zonesMethod:
      'L. Dijkstra, H. Poelman und P. Veneri, The EU-OECD definition of a functional urban area, OECD Regional Development Working Papers 2019/11; hier auf Kreise statt Gemeinden angewandt, ohne den Schritt, der umschlossene Gebiete zu- und einzeln liegende abrechnet.',
  },
  relation: {
    title: 'Zusammenhang',
    lead: 'Zwei Kennzahlen gegeneinander, ein Punkt für jeden Kreis.',
    across: 'Waagrecht',
    up: 'Senkrecht',
    show: 'Zeigen',
    chart: (across: string, up: string) =>
      `Streudiagramm: waagrecht ${across}, senkrecht ${up}. Die Zahlen stehen in der Tabelle darunter.`,
    tooFew: (known: number) =>
      `Für beide zugleich sind nur ${known} Kreise bekannt, oder alle sind gleich: Ein Zusammenhang lässt sich so nicht berechnen.`,
    noneTitle: 'Kaum ein Zusammenhang',
    upTitle: (across: string, up: string) => `Mehr „${across}“, mehr „${up}“`,
    downTitle: (across: string, up: string) => `Mehr „${across}“, weniger „${up}“`,
    none: (across: string, up: string, rho: string) =>
      `„${across}“ und „${up}“ hängen über die Kreise kaum zusammen (Rangkorrelation ${rho}).`,
    found: (one: { across: string; up: string; isClear: boolean; isUp: boolean; rho: string }) =>
      `Wo „${one.across}“ hoch ist, ist „${one.up}“ ${one.isClear ? 'meist' : 'eher'} ${one.isUp ? 'hoch' : 'niedrig'} (Rangkorrelation ${one.rho}). Das sagt nicht, dass eines das andere bewirkt.`,
    method:
      'Rangkorrelation nach C. Spearman (The American Journal of Psychology 15, 1904, S. 72–101) über die Kreise, die für beide bekannt sind; von −1 bis 1, ohne Gewicht nach Größe; eigene Berechnung.',
  },
  comparison: {
    title: 'Vergleich',
    lead: 'Bis zu sechs Gebiete nebeneinander, jede Zahl mit ihrem Stand.',
    show: 'Vergleichen',
    place: (no: number) => `${no}. Gebiet`,
    none: 'keines',
    others: 'Andere Gebiete wählen',
    examples: 'Zum Beispiel',
    regions: 'Alle Regionen',
    within: (region: string) => `Kreise: ${region}`,
    shares: 'Anteile und Werte je Kopf',
    sharesText: 'Nur diese lassen sich zwischen großen und kleinen Gebieten vergleichen.',
    all: 'Alle Kennzahlen',
  },
  ...interlinkage,
  ...methods,
  ...stories,
  ...views,
  ...flows,
  ...office,
}
