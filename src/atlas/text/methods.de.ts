export const de = {
  methods: {
    title: 'Zu diesen Zahlen',
    lead: 'Nach welchen Verfahren der Atlas rechnet, ordnet und zeichnet, und wo sie beschrieben sind.',
    more: 'Verfahren und Literatur',
    names: {
      intramax: 'Gruppen aus Strömen: Intramax',
      zones: 'Einzugsgebiete der Städte',
      closeness: 'Nähe zweier Regionen: Kosinus',
      correlation: 'Zusammenhang zweier Kennzahlen: Rangkorrelation',
      classes: 'Klassen auf Karten: natürliche Brüche',
      colours: 'Farben, die alle unterscheiden',
      secrecy: 'Geheime Werte',
    },
    texts: {
      closeness:
        'Zahl der gemeinsamen Arbeitsgruppen und Projekte durch die Wurzel aus dem Produkt der Zahlen beider Regionen; 0 heißt nichts gemeinsam, 1 alles.',
      classes:
        'Die Werte jeder Klasse liegen so nah beieinander, wie es bei dieser Zahl von Klassen möglich ist; berechnet nach Fisher, bekannt nach Jenks. Wahlweise gibt es Klassen mit gleich vielen Gebieten (Quantile).',
      colours:
        'Grautöne und Farben sind so gewählt, dass sie sich auch bei Protanopie, Deuteranopie und Tritanopie unterscheiden; das ist nachgerechnet.',
    },
  },
}
