/** What is measured, grouped, classed or hidden by a published method. */
export const methods = ['intramax', 'zones', 'closeness', 'correlation', 'classes', 'colours', 'secrecy'] as const
export type Method = (typeof methods)[number]
type Reference = { cites: string; at?: string }

/** What each follows, in full: authors, title, where and when it appeared. */
export const references: Readonly<Record<Method, readonly Reference[]>> = {
  intramax: [
    {
      cites:
        'I. Masser, P. J. B. Brown: Hierarchical aggregation procedures for interaction data. Environment and Planning A 7 (5), 1975, 509–523.',
      at: 'https://doi.org/10.1068/a070509',
    },
  ],
  zones: [
    {
      cites:
        'L. Dijkstra, H. Poelman, P. Veneri: The EU-OECD definition of a functional urban area. OECD Regional Development Working Papers 2019/11, OECD Publishing, Paris 2019.',
      at: 'https://doi.org/10.1787/d58cb34d-en',
    },
  ],
  closeness: [
    { cites: 'G. Salton, M. J. McGill: Introduction to Modern Information Retrieval. McGraw-Hill, New York 1983.' },
  ],
  correlation: [
    {
      cites:
        'C. Spearman: The Proof and Measurement of Association between Two Things. The American Journal of Psychology 15 (1), 1904, 72–101.',
      at: 'https://doi.org/10.2307/1412159',
    },
  ],
  classes: [
    {
      cites:
        'W. D. Fisher: On Grouping for Maximum Homogeneity. Journal of the American Statistical Association 53 (284), 1958, 789–798.',
      at: 'https://doi.org/10.1080/01621459.1958.10501479',
    },
    {
      cites:
        'G. F. Jenks: The Data Model Concept in Statistical Mapping. International Yearbook of Cartography 7, 1967, 186–190.',
    },
  ],
  colours: [
    {
      cites:
        'G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency. IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, 1291–1298.',
      at: 'https://doi.org/10.1109/TVCG.2009.113',
    },
    {
      cites:
        'M. Harrower, C. A. Brewer: ColorBrewer.org: An Online Tool for Selecting Colour Schemes for Maps. The Cartographic Journal 40 (1), 2003, 27–37.',
      at: 'https://doi.org/10.1179/000870403235002042',
    },
  ],
  secrecy: [
    {
      cites:
        'A. Hundepool, J. Domingo-Ferrer, L. Franconi, S. Giessing, R. Lenz, J. Naylor, E. Schulte Nordholt, G. Seri, P.-P. de Wolf, R. Tent, A. Młodak, J. Gussenbauer, K. Wilak: Handbook on Statistical Disclosure Control. Second edition, Centre of Excellence on Statistical Disclosure Control, August 2024, section 4.2.2.',
      at: 'https://sdctools.github.io/HandbookSDC/',
    },
  ],
}
