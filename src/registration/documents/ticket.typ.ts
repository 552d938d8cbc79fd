/**
 * The ticket as Typst source: A4, above the admission ticket, below the badge and the plan of the day, cut on the
 * dashed lines and folded in the middle. Measures in millimetres from the top left corner of the sheet.
 */
export const ticketTemplate = String.raw`
#let ink = rgb("#15191d")
#set page(width: 210mm, height: 297mm, margin: 0mm)
#set text(fill: ink, size: 11pt, top-edge: "cap-height", bottom-edge: "baseline", number-type: "lining", hyphenate: true)
#set par(leading: 0.58em, spacing: 0.58em)
#set table(stroke: none, inset: 0mm)
#show heading: set text(size: 1em)
#show heading: it => block(above: 0mm, below: 0mm, it.body)

#let rgb-of(region) = rgb(region.colour)
#let own = data.regions.find(region => region.no == data.line)
#let at(x, y, width, body) = place(top + left, dx: x, dy: y, block(width: width, body))
#let ending(x, y, width, body) = place(bottom + left, dx: x, dy: y - 297mm, block(width: width, body))
#let hair = 0.26mm + ink

// The largest of these sizes at which the text stays in its box; the last one breaks between any two letters. What may
// be hyphenated is set smaller first, down to two thirds, and then breaks its words as its language does, unless one is
// longer than any word is.
#let size-of(words, width, height, sizes, hyphenate: false, style) = {
  let parts = words.split(regex("[\\s-]+"))
  let set-in(size, body) = { set text(hyphenate: hyphenate); style(size, body) }
  let fits(size) = measure(block(width: width, set-in(size, words))).height <= height
  let breaks(part) = hyphenate and part.len() < 40
  let whole(part, size) = measure(set-in(size, part + "-")).width <= width
  let least = if hyphenate { sizes.first() * 0.66 } else { 0pt }
  let size = sizes.find(size => size >= least and parts.all(part => whole(part, size)) and fits(size))
  if size != none { size } else { sizes.find(size => parts.all(part => breaks(part) or whole(part, size)) and fits(size)) }
}
#let set-at(size, words, sizes, hyphenate, style) = if size != none {
  set text(hyphenate: hyphenate)
  style(size, words)
} else { style(sizes.last(), words.clusters().join("\u{200b}")) }
#let fitted(words, width, height, sizes, hyphenate: false, style) = context {
  set-at(size-of(words, width, height, sizes, hyphenate: hyphenate, style), words, sizes, hyphenate, style)
}

// Words written from the right begin at the right edge of their box.
#let by-direction(words, body) = if words.contains(regex("^[^\\p{Latin}]*[\\p{Arabic}\\p{Hebrew}\\p{Syriac}\\p{Thaana}]")) {
  set text(dir: rtl)
  align(right, body)
} else { body }

// A name, and below it, always smaller, whom it speaks for.
#let who(width, name, organisation, gap) = context {
  let size = size-of(data.name, width, name.height, name.sizes, name.style)
  by-direction(data.name, set-at(size, data.name, name.sizes, false, name.style))
  if data.organisation != "" {
    gap
    let sizes = organisation.sizes.filter(smaller => smaller < if size == none { name.sizes.last() } else { size })
    by-direction(data.organisation, fitted(
      data.organisation, width, organisation.height, sizes, hyphenate: true, organisation.style))
  }
}

#let example(size, inset) = if data.isExample {
  box(stroke: (paint: ink, thickness: 0.5mm, dash: (1.3mm, 0.9mm)), inset: inset, text(size: size, weight: 600, data.words.example))
}

#let code(side) = figure(
  alt: data.words.code, image(bytes(data.qr), format: "svg", width: side, alt: data.words.code))
#show figure: it => it.body

// The lines: a drawing with a text of its own.
#let lines = {
  let width = calc.min(8mm, 40mm / data.regions.len())
  let middle(region) = (data.regions.position(r => r.no == region.no) + 0.5) * width
  for region in data.regions.filter(region => region.no != data.line) {
    place(top + left, rect(width: width + 0.05mm, height: 149mm, fill: rgb-of(region)), dx: middle(region) - width / 2)
  }
  let x = middle(own)
  let branch(stroke) = place(top + left, curve(
    stroke: stroke,
    curve.move((x, 0mm)), curve.line((x, 84mm)),
    curve.quad((x, 89mm), (x + 3.5mm, 92.5mm)), curve.line((x + 9.5mm, 98.5mm)),
    curve.quad((x + 13mm, 102mm), (x + 18mm, 102mm)), curve.line((210mm, 102mm))))
  branch(width + 3mm + white)
  branch(width + rgb-of(own))
  place(top + left, dx: 52mm, dy: 96mm, circle(radius: 6mm, fill: white, stroke: 2.2mm + ink))
}

// The ticket
#place(top + left, figure(alt: data.words.lines, box(width: 210mm, height: 149mm, lines)))
#at(51mm, 14.2mm, 93mm, {
  text(size: 12pt, weight: 600, data.words.ticket)
  place(top + right, dy: -1.7mm, example(11pt, (x: 3mm, y: 2.4mm)))
})
#at(51mm, 26.4mm, 93mm, {
  set text(weight: 700, tracking: -0.03em)
  set par(leading: 0.36em)
  fitted(data.title, 93mm, 19mm, (29pt, 26pt, 23pt, 20pt, 17pt, 14pt, 11pt), hyphenate: true, (size, body) => {
    set text(size: size)
    heading(level: 1, body)
  })
})
#at(51mm, 50.6mm, 93mm, table(
  columns: (26mm, 1fr),
  inset: (y: 2.3mm),
  stroke: (x, y) => (top: if y == 0 { 0.8mm + ink } else { hair }, bottom: hair),
  ..data.facts.map(fact => (text(weight: 600, fact.term), fact.text)).flatten()))
#let person(size, body) = text(size: size, tracking: -0.02em, body)
#ending(51mm, 137mm, 104mm, {
  set par(leading: 0.42em, spacing: 0.42em)
  who(
    104mm,
    (height: 17mm, sizes: (22pt, 18pt, 15pt, 12pt, 10pt), style: (size, body) => text(weight: 600, person(size, body))),
    (height: 9mm, sizes: (18pt, 15pt, 12pt, 10pt, 9pt, 8pt), style: person),
    parbreak())
})
#if data.online == none { place(top + left, dx: 158mm, dy: 12mm, code(46mm)) }
#ending(157mm, 137mm, 42mm, align(right, {
  text(size: 34pt, weight: 700, tracking: -0.03em, data.number)
  v(3mm, weak: true)
  text(data.code)
}))
#let cut = (paint: ink, thickness: 0.26mm, dash: (0.8mm, 0.8mm))
#place(top + left, dy: 149mm, line(length: 210mm, stroke: cut))

// The badge
#at(0mm, 149mm, 105mm, stack(..data.regions.map(region =>
  rect(width: 105mm, height: 22mm / data.regions.len(), fill: rgb-of(region)))))
#at(9mm, 180mm, 87mm, {
  text(weight: 600, data.series)
  place(top + right, dy: -1.4mm, example(9pt, (x: 2mm, y: 1.7mm)))
})
#let badge = {
  let large(size, body) = text(size: size, weight: 700, tracking: -0.035em, { set par(leading: 0.3em); body })
  who(
    87mm,
    (height: 44mm, sizes: (38pt, 34pt, 30pt, 26pt, 22pt, 18pt, 14pt, 11pt), style: large),
    (height: 22mm, sizes: (20pt, 17pt, 14pt, 11pt, 9pt, 8pt), style: (size, body) => text(size: size, body)),
    v(5mm, weak: true))
}
#let joining = {
  text(size: 17pt, weight: 600, tracking: -0.018em, heading(level: 2, data.words.onlineTitle))
  v(5mm, weak: true)
  set text(size: 14pt)
  data.online
}
#place(top + left, dx: 9mm, dy: 186mm, box(width: 87mm, height: 76mm, align(left + horizon, if data.online == none { badge } else { joining })))
#let home = data.regions.find(region => region.no == data.home)
#let field = if home == none { (fill: ink, on: white) } else { (fill: rgb(home.colour), on: rgb(home.on)) }
#at(0mm, 270mm, 105mm, block(width: 105mm, height: 27mm, fill: field.fill, inset: (x: 9mm), align(left + horizon, {
  set text(fill: field.on, size: 19pt, weight: 600, tracking: -0.01em)
  if home == none { data.words.guest } else {
    grid(columns: 2, column-gutter: 4mm, align: horizon,
      text(size: 34pt, weight: 700, str(home.no)),
      fitted(home.name, 72mm, 20mm, (19pt, 16pt, 13pt, 10pt), hyphenate: true, (size, body) => text(size: size, body)))
  }
})))
#place(top + left, dx: 105mm, dy: 149mm, line(angle: 90deg, length: 148mm, stroke: cut))

// The day
#let day(size) = table(
  columns: (size * 5.2, 1fr),
  inset: (y: size * if size >= 11pt { 0.68 } else { 0.5 }),
  stroke: (x, y) => (top: if y == 0 { 0.8mm + ink } else { hair }, bottom: hair),
  ..data.sessions.map(session => (
    ..if session.day == "" { () } else { (table.cell(colspan: 2, text(size: size, weight: 700, session.day)),) },
    text(size: size, weight: 600, session.time),
    text(size: size, weight: if session.isBooked { 600 } else { 400 }, session.title + if session.room != "" { ", " + session.room }),
  )).flatten())
#if data.sessions.len() > 0 {
  at(114mm, 160.5mm, 87mm, {
    set text(size: 17pt, weight: 600, tracking: -0.018em)
    heading(level: 2, data.words.day)
  })
  at(114mm, 169.6mm, 87mm, context {
    let sizes = (12pt, 11pt, 10pt, 9pt, 8pt, 7pt)
    // Setting it to measure it takes as long as drawing it: a day that is surely short enough is only drawn.
    let lines = data.sessions.map(session => calc.ceil((session.title.len() + session.room.len() + 2) / 30)).sum()
    let rows = data.sessions.len() + data.sessions.filter(session => session.day != "").len()
    let is-short = rows * 8.9mm + (lines - data.sessions.len()) * 5.1mm <= 84mm
    let size = if is-short { sizes.first() } else {
      sizes.find(size => measure(block(width: 87mm, day(size))).height <= 88mm)
    }
    block(height: 92mm, clip: true, day(if size == none { sizes.last() } else { size }))
  })
}
#if data.note != none {
  ending(114mm, 286mm, 50mm, { data.note.term; linebreak(); text(weight: 600, data.note.text) })
}
#if data.online == none { place(top + left, dx: 174mm, dy: 260mm, code(30mm)) }
`
