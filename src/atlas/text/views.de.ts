import { counted } from '../../platform/language.ts'

/** How much something has changed, as a number and in words. */
export type Changed = { name: string; change: number; by: string }

export const de = {
  views: {
    names: {
      map: 'Karte',
      places: 'Kreise der Größe nach',
      years: 'Im Lauf der Zeit',
      slope: 'Wandel zwischen zwei Jahren',
      pyramid: 'Altersaufbau',
      relation: 'Zwei Kennzahlen gegeneinander',
      regions: 'Ströme zwischen den Regionen',
      paths: 'Netzplan der Wege',
      balance: 'Hinein minus hinaus',
    },
    leads: {
      map: 'Eine Kennzahl auf der Karte: Anteile als Graustufen, Anzahlen als Kreise.',
      places: 'Eine Kennzahl für jeden Kreis auf einer Skala.',
      years: 'Wie sich eine Kennzahl Jahr für Jahr entwickelt hat.',
      slope: 'Ein Anfang und ein Ende: was gestiegen und was gefallen ist.',
      pyramid: 'Frauen links, Männer rechts, die Jüngsten unten.',
      relation: 'Ob die eine Kennzahl hoch ist, wo es die andere ist.',
      regions: 'Links, wo die Menschen wohnen, rechts, wo sie arbeiten.',
      paths: 'Jede Beziehung auf dem kürzesten Weg über benachbarte Kreise.',
      balance: 'Welche Kreise durch die Wege zur Arbeit gewinnen.',
    },
    choices: {
      kennzahl: 'Kennzahl',
      waagrecht: 'Waagrecht',
      senkrecht: 'Senkrecht',
      jahr: 'Jahr',
      von: 'Von',
      ebene: 'Gebiete',
      klassen: 'Klassen',
      ort: 'Gebiet',
      richtung: 'Richtung',
      ab: 'Beziehungen',
      art: 'Was',
    },
    others: 'Andere Ansichten',
    ofThis: 'Als Diagramm, zum Mitnehmen und Zitieren',
    reformed: (days: string) =>
      `Andere Grenzen der Kreise seit: ${days}. Die Werte davor und danach gelten nicht für dieselben Gebiete; umgerechnet sind sie nicht.`,
    oneYear: 'Bekannt ist nur ein Jahr',
    risen: (risen: number, all: number, from: number) =>
      risen === 0
        ? `Seit ${from} nirgends gestiegen`
        : risen === all
          ? `Seit ${from} überall gestiegen`
          : `Seit ${from} in ${counted('de', risen)} von ${all} Gebieten gestiegen`,
    most: (most: Changed, least: Changed) =>
      `Am ${most.change > 0 ? 'stärksten gestiegen' : 'wenigsten gefallen'}: ${most.name} (${most.by}), am ${least.change < 0 ? 'stärksten gefallen' : 'wenigsten gestiegen'}: ${least.name} (${least.by}).`,
    start: (from: number) => `${from} = 100`,
    indexedChange: (from: number) =>
      `Die Linien zeigen den Stand ${from} als 100; die Werte selbst stehen in der Tabelle.`,
    indexed: (from: number) => `Die Linien zeigen den Stand ${from} als 100; die Zahlen sind die Werte selbst.`,
    women: 'Frauen',
    men: 'Männer',
    age: 'Alter in Jahren',
    largest: (age: string) => `Die meisten sind ${age} Jahre alt`,
    largestText: (age: string, people: string) => `Zur Gruppe von ${age} Jahren gehören ${people} Menschen.`,
    newerExist: (version: number) => `Datenfassung ${version}. Inzwischen gibt es neuere Daten.`,
    reduced: 'Seit diese Fassung zitiert wurde, hat das Büro Zahlen daraus zurückgenommen; sie fehlen hier.',
    take: 'Mitnehmen und zitieren',
    lasting: (version: number) =>
      `Datenfassung ${version}. Diese Adresse zeigt für immer genau diese Zahlen und sagt, wenn es neuere gibt:`,
    cite: 'Zitieren',
    citation: (one: { who: string; name: string; source: string; version: number; address: string; day: string }) =>
      `${one.who}: ${one.name}. ${one.source && `Quelle: ${one.source}. `}Atlas, Datenfassung ${one.version}. ${one.address} (abgerufen am ${one.day}).`,
    quoteHere: 'Hier in einem Text zeigen',
    quote:
      'In Papieren, Sitzungen, Positionen und Seiten: Diese Zeile, allein in einem Absatz, zeigt dort die Abbildung mit ihrem Stand.',
    embed: 'Einbetten',
    embedText: 'Diese Zeile zeigt die Ansicht auf einer anderen Seite, mit Quelle und Tabelle, ohne Cookies:',
  },
}
