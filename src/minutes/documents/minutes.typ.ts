import { linesOnPaper } from '../../design/paper.ts'

/** Minutes as Typst source: A4, a heading for each section, what was agreed set apart. */
export const minutesTemplate = `
${linesOnPaper}
#let ink = rgb("#15191d")
#set page(paper: "a4", background: lines, margin: (top: 24mm, bottom: 22mm, left: 24mm, right: 22mm), footer: context [
  #set text(size: 9pt)
  #data.publisher · #data.group #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(fill: ink, size: 11pt, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.9em)
#show heading.where(level: 1): set text(size: 24pt, tracking: -0.02em)
#show heading.where(level: 2): set text(size: 14pt)
#show heading: set block(above: 1.3em, below: 0.6em)

#text(size: 13pt)[#data.group]
= #data.heading
#for line in data.facts [#strong[#line.label:] #line.value #linebreak()]

#for section in data.sections [
  == #section.title
  #for paragraph in section.paragraphs [#for part in paragraph [#if part.isStrong [#strong(part.text)] else [#part.text]] #parbreak()]
  #for one in section.agreements [
    #block(inset: (left: 6mm), stroke: (left: 1mm + ink))[#strong[#one.kind:] #one.text]
  ]
]

#set text(size: 9pt)
#data.approved
`
