/**
 * The regions' lines across the head of every sheet, as Typst source before the page is set: give the page
 * `background: lines`. `data.lines` are their colours from top to bottom.
 */
export const linesOnPaper = `
#let lines = for (index, colour) in data.lines.enumerate() {
  place(top + left, dy: index * 1.6mm, rect(width: 100%, height: 1.65mm, fill: rgb(colour)))
}
`
