export const de = {
  interlinkage: {
    title: 'Verflechtung',
    lead: 'Was die Regionen in Verkehr, Wirtschaft und Wissenschaft verbindet, und was ihre Organisationen hier gemeinsam tun.',
    across: 'Wie viel über Grenzen reicht',
    acrossText: 'Anteil der Beziehungen, die zwei Regionen verbinden. Alle Längen haben denselben Maßstab.',
    shareOf: {
      commuters: 'der Menschen, die zwischen Kreisen pendeln, arbeiten in einer anderen Region.',
      projects: 'der gemeinsamen Projekte zwischen Kreisen verbinden Regionen.',
      publications: 'der gemeinsamen Veröffentlichungen zwischen Kreisen verbinden Regionen.',
      own: (things: number) =>
        `der ${things} Arbeitsgruppen und Projekte, in denen mehrere Organisationen arbeiten, verbinden Regionen.`,
    },
    missing: {
      commuters: 'Pendlerdaten sind noch nicht geladen.',
      projects: 'Für die Wirtschaft sind noch keine gemeinsamen Projekte geladen; das heißt nicht null.',
      publications:
        'Für die Wissenschaft sind noch keine gemeinsamen Veröffentlichungen geladen; das heißt nicht null.',
    },
    pairs: 'Je zwei Regionen',
    pairsText: 'Beide Richtungen zusammen. Was nicht bekannt ist, steht als solches da.',
    pair: 'Regionen',
    kinds: {
      commuters: 'Verkehr: Pendelnde',
      projects: 'Wirtschaft: Projekte',
      publications: 'Wissenschaft: Veröffentlichungen',
      own: 'Gruppen und Projekte hier',
    },
    cosine: 'Nähe (Kosinus)',
    method: {
      commuters:
        'Menschen, die in der einen Region wohnen und in der anderen arbeiten; Summen aus den Beziehungen der Kreise.',
      projects: 'Gemeinsame Projekte nach dem Sitz der Beteiligten, sobald eine Ladung dieser Art veröffentlicht ist.',
      publications:
        'Gemeinsame Veröffentlichungen nach dem Sitz der Einrichtungen, sobald eine Ladung dieser Art veröffentlicht ist.',
      own: 'Öffentliche Arbeitsgruppen und Projekte mit wenigstens zwei Organisationen, deren Sitz bekannt ist. Nähe: Zahl der gemeinsamen durch die Wurzel aus dem Produkt der Zahlen beider Regionen (Kosinus nach G. Salton und M. J. McGill, Introduction to Modern Information Retrieval, 1983); 0 heißt nichts gemeinsam, 1 alles.',
    },
  },
}
