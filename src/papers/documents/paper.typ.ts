/** A paper as Typst source: A4, its sections as headings, notes at the foot, contents where there are many sections. */
export const paperTemplate = `
#let ink = rgb("#15191d")
#let hair = rgb("#c5c9cc")
#set page(paper: "a4", margin: (top: 24mm, bottom: 24mm, left: 28mm, right: 28mm), footer: context [
  #set text(size: 9pt)
  #data.publisher · #data.group #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(fill: ink, size: 11pt, number-type: "lining", hyphenate: true)
#set par(leading: 0.68em, spacing: 1em, justify: false)
#show heading.where(level: 1): set text(size: 26pt, tracking: -0.02em, hyphenate: false)
#show heading.where(level: 2): set text(size: 15pt)
#show heading: set block(above: 1.6em, below: 0.7em)
#show link: underline
#show quote: set block(stroke: (left: 1mm + hair), inset: (left: 4mm))
#set table(stroke: (x, y) => (bottom: if y == 0 { 0.8pt + ink } else { 0.4pt + hair }), inset: (x: 0pt, y: 5pt), column-gutter: 5mm)
#show table.cell.where(y: 0): strong
#show figure: set align(left)
#set footnote.entry(separator: line(length: 25%, stroke: 0.5pt + ink), indent: 0pt)

#let render(node) = {
  // A single paragraph is set as a line.
  let plain(blocks) = if blocks.len() == 1 and blocks.first().kind == "paragraph" { render(blocks.first().parts) } else { render(blocks) }
  if type(node) == array { for one in node { render(one) } }
  else if node.kind == "text" { node.text }
  else if node.kind == "listing" { raw(node.text, block: true) }
  else if node.kind == "code" { raw(node.text) }
  else if node.kind == "strong" { strong(render(node.parts)) }
  else if node.kind == "emphasis" { emph(render(node.parts)) }
  else if node.kind == "struck" { strike(render(node.parts)) }
  else if node.kind == "link" { link(node.href, render(node.parts)) }
  else if node.kind == "note" { footnote(numbering: _ => str(node.no), { h(0.3em); plain(node.blocks) }) }
  else if node.kind == "again" { super(str(node.no)) }
  else if node.kind == "break" { linebreak() }
  else if node.kind == "picture" and "file" in node { box(image(node.file, alt: node.alt, width: if node.isWide { 100% } else { auto })) }
  else if node.kind == "picture" { emph(node.alt) }
  else if node.kind == "paragraph" and node.parts.len() == 1 and node.parts.first().at("below", default: "") != "" and "file" in node.parts.first() {
    figure(render(node.parts), caption: text(size: 9pt, node.parts.first().below), numbering: none, supplement: none)
  }
  else if node.kind == "paragraph" { par(render(node.parts)) }
  else if node.kind == "heading" { heading(level: node.level + 2, render(node.parts)) }
  else if node.kind == "quote" { quote(block: true, render(node.blocks)) }
  else if node.kind == "rule" { line(length: 100%, stroke: 0.4pt + hair) }
  else if node.kind == "list" {
    let items = node.items.map(plain)
    block(above: 1em, below: 1em, if node.isOrdered { enum(start: node.start, ..items) } else { list(..items) })
  }
  else if node.kind == "table" {
    table(
      columns: (1fr,) * node.head.len(),
      table.header(..node.head.map(cell => render(cell))),
      ..node.rows.map(row => row.map(cell => render(cell))).flatten(),
    )
  }
}

#text(size: 13pt)[#data.kind, #data.group]
= #data.title
#data.stand

#if data.sections.len() > 4 [#outline(title: data.contents, depth: 2, target: heading.where(level: 2))]

#for section in data.sections [
  == #section.title
  #render(section.blocks)
]
`
