import { linesOnPaper } from '../../design/paper.ts'

/** A letter as Typst source: A4, whom it asks, its lines numbered, who signed as a table with its head. */
export const letterTemplate = `
${linesOnPaper}
#let ink = rgb("#15191d")
#let hair = rgb("#c5c9cc")
#set page(paper: "a4", background: lines, margin: (top: 27mm, bottom: 24mm, left: 25mm, right: 22mm), footer: context [
  #set text(size: 9pt)
  #data.publisher #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(fill: ink, size: 11pt, number-type: "lining", hyphenate: true)
#set par(leading: 0.66em, spacing: 1em)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(size: 17pt, tracking: -0.01em)
#show heading.where(level: 2): set text(size: 12pt)
#show heading: set block(above: 1.5em, below: 0.8em)
#set table(stroke: (x, y) => (bottom: if y == 0 { 0.8pt + ink } else { 0.4pt + hair }), inset: (x: 0pt, y: 5pt), column-gutter: 4mm)
#show table.cell.where(y: 0): strong

#if data.example != none [#box(stroke: (paint: ink, thickness: 0.5mm, dash: "dashed"), inset: 2mm, strong(data.example))]

#block(above: 10mm, below: 10mm)[
  #strong(data.publisher)
  #if data.addressee != none [
    #v(6mm)
    #data.words.to #linebreak()
    #strong(data.addressee)
  ]
]

#if data.reference != none [#data.words.reference: #data.reference #linebreak()]
#data.words.day: #data.day

= #data.title
#for one in data.paragraphs [#par(one)]

#if data.points.len() > 0 [
  == #data.words.demands
  #enum(..data.points, spacing: 0.9em)
]
#if data.reason.len() > 0 [
  == #data.words.reason
  #for one in data.reason [#par(one)]
]
#if data.figures.len() > 0 [
  == #data.words.figures
  #for (name, says, address) in data.figures [#par[#strong(name). #says #linebreak() #link(address)]]
]
#if data.signed.len() > 0 [
  == #data.words.carried
  #set text(size: 10pt, hyphenate: false)
  #table(
    columns: (1.2fr, 1.2fr, auto, 1.4fr),
    table.header(..data.words.columns),
    ..data.signed.flatten(),
  )
]

#set text(size: 9pt)
#data.version
`
