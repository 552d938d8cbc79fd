type Reference = { cites: string; at?: string }

/** What the atlas's measures and drawings follow, in full. */
export const references: readonly Reference[] = [
  {
    cites:
      'I. Masser, P. J. B. Brown: Hierarchical aggregation procedures for interaction data. Environment and Planning A 7 (5), 1975, 509–523.',
    at: 'https://doi.org/10.1068/a070509',
  },
  {
    cites:
      'L. Dijkstra, H. Poelman, P. Veneri: The EU-OECD definition of a functional urban area. OECD Regional Development Working Papers 2019/11, OECD Publishing, Paris 2019.',
    at: 'https://doi.org/10.1787/d58cb34d-en',
  },
  {
    cites: 'G. Salton, M. J. McGill: Introduction to Modern Information Retrieval. McGraw-Hill, New York 1983.',
  },
  {
    cites:
      'W. D. Fisher: On Grouping for Maximum Homogeneity. Journal of the American Statistical Association 53 (284), 1958, 789–798.',
    at: 'https://doi.org/10.1080/01621459.1958.10501479',
  },
  {
    cites:
      'G. F. Jenks: The Data Model Concept in Statistical Mapping. International Yearbook of Cartography 7, 1967, 186–190.',
  },
  {
    cites:
      'M. Harrower, C. A. Brewer: ColorBrewer.org: An Online Tool for Selecting Colour Schemes for Maps. The Cartographic Journal 40 (1), 2003, 27–37.',
    at: 'https://doi.org/10.1179/000870403235002042',
  },
  {
    cites:
      'G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency. IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, 1291–1298.',
    at: 'https://doi.org/10.1109/TVCG.2009.113',
  },
]
