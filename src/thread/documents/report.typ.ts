import { linesOnPaper } from '../../design/paper.ts'

/** The report “since the last congress” as Typst source: A4, one line with a stop for each result. */
export const reportTemplate = `
${linesOnPaper}
#let ink = rgb("#15191d")
#let line = rgb(data.colour)
#set page(paper: "a4", background: lines, margin: (top: 24mm, bottom: 22mm, left: 24mm, right: 22mm), footer: context [
  #set text(size: 9pt)
  #data.publisher #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(fill: ink, size: 11pt, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.9em)
#show heading.where(level: 1): set text(size: 26pt, tracking: -0.02em)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading: set block(above: 1.3em, below: 0.6em)

#if data.example != none [#box(stroke: (paint: ink, thickness: 0.5mm, dash: "dashed"), inset: 2mm, strong(data.example))]
= #data.title
#text(size: 13pt)[#data.for]

#data.lead

#data.honest

#for group in data.groups [
  == #group.name
  #for result in group.results [
    #block(breakable: true, inset: (left: 6mm), stroke: (left: 2mm + line))[
      === #result.title
      #if result.text != none [#result.text]

      #strong[#data.words.outcome:] #result.outcome

      #if result.happened.len() > 0 [
        #strong[#data.words.happened]
        #list(..result.happened)
      ]
    ]
  ]
]

#set text(size: 9pt)
#data.asOf
`
