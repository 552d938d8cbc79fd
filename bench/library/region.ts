import type { Source } from './corpus.ts'

/** Short documents made for measuring, in the words of a region; page after page. Nothing in them is a fact. */
const made: Record<string, readonly [title: string, ...pages: string[]]> = {
  verkehrskonzept: [
    'Verkehrskonzept für Reutlingen',
    'Das Verkehrskonzept ordnet den Straßenraum der Innenstadt neu. Busse erhalten eigene Spuren, der Durchgangsverkehr wird auf die Umgehungsstraße gelegt.',
    'Bürgerinnen und Bürger haben in drei Werkstätten mitgearbeitet. Die Straße am Fluss ist für Autos gesperrt.',
  ],
  konzept: [
    'Unterwegs im Ermstal',
    'Ein Konzept für den Verkehr im Ermstal: Die Bahn fährt alle fünfzehn Minuten, Mitfahrbänke ergänzen die Busse.',
    'Die Gemeinden haben das gemeinsam beschlossen. Fahrräder werden kostenlos mitgenommen.',
  ],
  radschnellweg: [
    'Machbarkeitsstudie Radschnellweg RS 4',
    'Der Radschnellweg verbindet Esslingen und Göppingen auf dreißig Kilometern. Radfahrende sparen bis zu zwölf Minuten.',
    'Die Kosten liegen bei 48 Millionen Euro. Brücken über die Fils sind der teuerste Teil. Aktenzeichen VRS-2023-0417.',
  ],
  radverkehr: [
    'Radverkehr zählen',
    'Dauerzählstellen erfassen den Radverkehr an vierzig Orten. An Werktagen sind es doppelt so viele Räder wie am Wochenende.',
  ],
  sbahn: [
    'Fahrplan der S-Bahn ab 2027',
    'Die S-Bahn fährt künftig im Viertelstundentakt bis Kirchheim unter Teck. Der digitale Betrieb (ETCS) macht dichtere Zugfolgen möglich.',
    'Bahnhöfe werden barrierefrei: Aufzüge, Leitstreifen, Bahnsteige ohne Stufe.',
  ],
  barrierefrei: [
    'Barrierefreie Haltestellen',
    'Leitfaden für Gemeinden: So werden Bushaltestellen zugänglich für Menschen mit Rollstuhl und für blinde Menschen. Kasseler Borde, Leitstreifen, kontrastreiche Fahrgastinformation.',
  ],
  parken: [
    'Parkraum bewirtschaften',
    'Parkgebühren und Anwohnerparken: was Städte eingenommen und was sie erreicht haben. Der Parksuchverkehr ging um ein Drittel zurück.',
  ],
  ladesaeulen: [
    'Ladesäulen in ländlichen Gemeinden',
    'Öffentliche Ladesäulen für Elektroautos rechnen sich auf dem Land selten. Gemeinden bündeln die Ausschreibung, Stadtwerke übernehmen den Betrieb.',
  ],
  wasserstoff: [
    'Wasserstoff für die Industrie',
    'Grüner Wasserstoff ersetzt Erdgas in Härtereien und Gießereien. Eine Wasserstoffleitung entlang des Neckars versorgt die Betriebe ab 2030.',
    'Elektrolyseure brauchen Strom und viel Wasser. Die Herstellungskosten sinken auf vier Euro je Kilogramm.',
  ],
  windkraft: [
    'Windenergie: Flächen und Abstände',
    'Der Regionalplan weist 1,8 Prozent der Fläche für Windräder aus. Der Rotmilan schränkt die Standorte auf der Alb ein.',
    'Beteiligung: Gemeinden erhalten 0,2 Cent je Kilowattstunde, Energiegenossenschaften der Bürger zeichnen Anteile.',
  ],
  solar: [
    'Sonnenstrom vom Dach',
    'Photovoltaik auf Schulen, Hallen und Parkplätzen: Das Solarkataster zeigt jedes geeignete Dach. Mieterstrom bleibt die Ausnahme.',
  ],
  waermenetze: [
    'Kommunale Wärmeplanung im Verbund',
    'Fernwärme und Nahwärmenetze: Abwärme aus Rechenzentren und Klärwerken heizt Quartiere. Jede Gemeinde legt bis 2028 einen Wärmeplan vor.',
  ],
  hochwasser: [
    'Hochwasserschutz am Neckar',
    'Nach dem Juni 2024 wurden Rückhaltebecken und Deiche neu berechnet. Vorsorge heißt, Flüssen Raum zu geben.',
    'Starkregen trifft auch Orte ohne Fluss. Gefahrenkarten liegen im Rathaus aus.',
  ],
  trinkwasser: [
    'Trinkwasser in trockenen Sommern',
    'Die Grundwasserstände sinken seit 2003. Verbundleitungen zur Bodensee-Wasserversorgung sichern die Trinkwasserversorgung, private Brunnen fallen trocken.',
  ],
  hitze: [
    'Kühle Orte in der Stadt',
    'Hitzeaktionsplan: Trinkbrunnen, Schatten, Bäume. Ältere Menschen sind bei Hitze besonders gefährdet. Eine Karte zeigt kühle Orte.',
  ],
  moor: [
    'Streuobstwiesen und Moore',
    'Streuobst prägt das Albvorland. Obstbäume brauchen Schnitt, Patenschaften helfen. Wiedervernässte Moore speichern Kohlenstoff.',
  ],
  wohnen: [
    'Bezahlbar wohnen',
    'Mieten steigen schneller als Einkommen. Genossenschaften, Erbbaurecht und kommunale Wohnungsbaugesellschaften schaffen bezahlbaren Wohnraum. Leerstand wird besteuert.',
  ],
  flaechen: [
    'Flächen sparen: Innen vor Außen',
    'Der Flächenverbrauch soll auf drei Hektar am Tag sinken. Baulücken, Brachen und Aufstockungen bieten Platz. Leerstehende Häuser in Ortskernen werden saniert.',
  ],
  gewerbe: [
    'Gewerbeflächen für die Transformation',
    'Die Automobilindustrie baut um: Batteriewerke brauchen große Grundstücke. Gewerbegebiete werden interkommunal entwickelt. Alte Fabrikhallen werden wieder genutzt.',
  ],
  fachkraefte: [
    'Fachkräfte gewinnen und halten',
    'In der Pflege, im Handwerk und in der Informatik fehlen Menschen. Ein Welcome Center berät Zugewanderte, Betriebe bilden gemeinsam aus.',
    'Auszubildende wohnen im Azubi-Wohnheim. Die Berufsschule wird zum Campus.',
  ],
  ki: [
    'Künstliche Intelligenz im Mittelstand',
    'Maschinelles Lernen erkennt Fehler in der Fertigung. Kleine Betriebe teilen sich Rechenzeit im Reallabor. Datenschutz wird von Beginn an mitgedacht.',
  ],
  breitband: [
    'Glasfaser bis zum letzten Hof',
    'Der Breitbandausbau kommt auf der Schwäbischen Alb langsam voran. Ein Zweckverband verlegt Leerrohre mit jeder Straßenbaustelle.',
  ],
  kultur: [
    'Kultur verbindet die Region',
    'Theater, Museen und Musikschulen arbeiten über Kreisgrenzen. Ein Kulturpass für junge Leute öffnet achtzig Häuser.',
  ],
  identitaet: [
    'Ein Wirtschaftsraum und seine Identität',
    'Woran erkennen Menschen ihre Region? Befragt wurden 3.000 Einwohner. Schaffen, Tüfteln, Sparen: Klischees sind zäh. Die Marke der Metropolregion ist wenig bekannt.',
  ],
  protokoll: [
    'Protokoll der Steuerungsgruppe vom 14. Mai 2024',
    'Anwesend: zwölf Mitglieder. Beschluss 3: Die Arbeitsgruppe Mobilität legt bis Herbst ein Papier zum Fahrplan der Seilbahn vor. Beschluss 4: Haushalt 2025 angenommen.',
  ],
  protokoll2: [
    'Protokoll der Steuerungsgruppe vom 12. November 2024',
    'Beschluss 1: Der Bericht zur Seilbahn wird zur Kenntnis genommen, das Vorhaben nicht weiter verfolgt. Beschluss 2: Kongress 2026 in Heilbronn.',
  ],
  seilbahn: [
    'Seilbahn zwischen Uni und Bahnhof',
    'Eine urbane Seilbahn befördert zweitausend Menschen je Stunde. Anwohner fürchten um ihre Ruhe; die Kosten liegen unter denen einer Stadtbahn.',
  ],
  metropolkongress: [
    'Dokumentation des ersten Metropolkongresses',
    'In Reutlingen trafen sich vierhundert Menschen aus Politik, Verwaltung und Wirtschaft. Das Eröffnungsreferat hielt der Oberbürgermeister.',
    'Forum Wasser: Wasserversorgung und Hochwasser gehören zusammen. Forum Energie: Wärmewende vor Ort.',
    'Forum Bildung: Berufsschulen und Hochschulen öffnen sich füreinander. Schlussworte und Ausblick.',
  ],
  europa: [
    'Metropolregionen in Europa: Position',
    'Die Kohäsionspolitik muss städtische Räume und ihr Umland gemeinsam fördern. Wir fordern ein eigenes Budget für Metropolregionen ab 2028.',
  ],
  maedchen: [
    'Mädchen und Technik',
    'Schülerinnen bauen Roboter. Von hundert Teilnehmerinnen haben achtzehn später ein Ingenieurstudium begonnen.',
  ],
  fluglaerm: [
    'Fluglärm messen',
    'Am Flughafen Stuttgart messen acht Stationen den Lärm. Nachts gilt ein Flugverbot für Strahlflugzeuge.',
  ],
  gruessgott: [
    'Grüße aus Öhringen',
    'Größe allein macht keine Stadt. Öhringen, Künzelsau und Schwäbisch Hall pflegen ihre Fußgängerzonen; die Maßnahmen heißen Süßes und Würziges.',
  ],
  cycling: [
    'Cycling superhighways: a feasibility study',
    'A cycle superhighway between Esslingen and Göppingen would shorten journeys by twelve minutes. Cyclists cross the river on new bridges.',
  ],
  hydrogen: [
    'Hydrogen studies',
    'The cities studied hydrogen in the Neckar valley. Electrolysers need power and a great deal of water.',
    'A pipeline will supply foundries from 2030.',
  ],
  housing: [
    'Affordable housing',
    'Rents rise faster than incomes. Cooperatives and ground leases keep dwellings affordable; vacant houses are taxed.',
  ],
  floods: [
    'Living with floods',
    'After the flood of June 2024 retention basins were computed anew. Rivers need room. Heavy rain strikes places without a river as well.',
  ],
}
const english = ['cycling', 'hydrogen', 'housing', 'floods']

export const regional: Source[] = Object.entries(made).map(([id, [title, ...pages]]) => ({
  id: `region/${id}`,
  title,
  language: english.includes(id) ? 'en' : 'de',
  pages,
}))
