/** The example's report as Typst source: a title page, then sections of text with one table. */
export const reportTemplate = `
#set page(paper: "a4", margin: (x: 28mm, y: 26mm), numbering: "1")
#set text(size: 11pt, hyphenate: true)
#set par(justify: false, leading: 0.7em, spacing: 1.1em)
#set heading(numbering: "1")
#show heading: set block(above: 1.6em, below: 0.9em)

#box(stroke: (thickness: 0.4mm, dash: "dashed"), inset: 2mm, text(weight: 600, data.example))
#v(30mm)
#text(size: 30pt, weight: 700, title(data.title))
#text(size: 15pt, data.subtitle)
#v(1fr)
#data.imprint
#pagebreak()
#outline(title: data.contents)
#for section in data.sections {
  pagebreak()
  heading(level: 1, section.heading)
  for paragraph in section.paragraphs { par(paragraph) }
  if section.rows.len() > 0 {
    table(
      columns: (1fr, 1fr, auto),
      align: (left, left, right),
      stroke: (x, y) => (bottom: 0.26mm),
      table.header(..data.columns.map(word => text(weight: 600, word))),
      ..section.rows.flatten())
  }
}
`
