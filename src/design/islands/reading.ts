// Reads maps and charts part by part, by pointer and by keyboard, enlarges them, and shows another choice or year without
// a new page. Without it the numbers stand in the table below, and the form's button shows the choice.
type Words = Record<'hint' | 'closer' | 'wider' | 'place' | 'time', string>

const words = JSON.parse(document.querySelector<HTMLElement>('[data-reading]')!.dataset.reading!) as Words
begin()

function begin() {
  for (const svg of document.querySelectorAll<SVGSVGElement>('main svg[role=img]'))
    if (svg.querySelector('[data-t]')) reading(svg)
  for (const form of document.querySelectorAll<HTMLFormElement>('main search > form')) choosing(form)
}

function reading(svg: SVGSVGElement) {
  const parts = [...svg.querySelectorAll<SVGElement>('[data-t]')]
  const bar = document.createElement('div')
  const output = document.createElement('output')
  bar.className = 'reader'
  output.textContent = words.hint
  output.id = `${svg.getAttribute('aria-labelledby')!.split(' ')[0]}-said`
  svg.setAttribute('aria-describedby', output.id)
  svg.tabIndex = 0
  let at = -1
  const show = (no: number) => {
    parts[at]?.classList.remove('now')
    at = (no + parts.length) % parts.length
    const { t, h } = parts[at]!.dataset
    const said = t?.trim() || parts[at]!.querySelector('title')?.textContent
    parts[at]!.classList.add('now')
    output.replaceChildren(`${said} `, ...(h ? [linkTo(h)] : []))
  }
  const zoom = zooming(svg)
  const keys: Record<string, () => void> = {
    ArrowRight: () => show(at + 1),
    ArrowDown: () => show(at + 1),
    ArrowLeft: () => show(Math.max(at, 0) - 1),
    ArrowUp: () => show(Math.max(at, 0) - 1),
    Home: () => show(0),
    End: () => show(-1),
    Enter: () => output.querySelector('a')?.click(),
    '+': () => zoom(0.6),
    '-': () => zoom(1 / 0.6),
  }
  svg.addEventListener('keydown', (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    keys[event.key]!()
  })
  svg.addEventListener('pointerover', ({ target }) => {
    const part = (target as Element).closest<SVGElement>('[data-t]')
    if (part) show(parts.indexOf(part))
  })
  bar.append(
    button('+', words.closer, () => zoom(0.6)),
    button('−', words.wider, () => zoom(1 / 0.6)),
    output,
  )
  // Below what the drawing's signs mean.
  const legend = svg.parentElement!.nextElementSibling
  const isLegend = legend?.matches('.thematic:not(.map), figcaption')
  ;(isLegend ? legend! : svg.parentElement!).after(bar)
}

function linkTo(href: string) {
  const link = document.createElement('a')
  link.href = href
  link.textContent = words.place
  return link
}

function button(sign: string, label: string, run: () => void) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button second plain'
  made.textContent = sign
  made.ariaLabel = label
  made.addEventListener('click', run)
  return made
}

/** Shows a part of the drawing around its middle; dragging moves it. Never more than the whole. */
function zooming(svg: SVGSVGElement) {
  const { x: left, y: top, width, height } = svg.viewBox.baseVal
  const box = { x: left, y: top, part: 1 }
  const bounded = (value: number, from: number, size: number) =>
    Math.min(from + size * (1 - box.part), Math.max(from, value))
  const draw = () => {
    box.x = bounded(box.x, left, width)
    box.y = bounded(box.y, top, height)
    svg.setAttribute('viewBox', [box.x, box.y, width * box.part, height * box.part].join(' '))
    svg.style.touchAction = box.part < 1 ? 'none' : ''
  }
  svg.addEventListener('pointermove', (event) => {
    if (event.buttons !== 1 || box.part === 1) return
    const unit = (width * box.part) / svg.clientWidth
    box.x -= event.movementX * unit
    box.y -= event.movementY * unit
    draw()
  })
  return (by: number) => {
    const before = box.part
    box.part = Math.min(1, Math.max(0.12, box.part * by))
    box.x += (width * (before - box.part)) / 2
    box.y += (height * (before - box.part)) / 2
    draw()
  }
}

function choosing(form: HTMLFormElement) {
  const year = form.querySelector<HTMLSelectElement>('[name=jahr]')
  if (year && year.options.length > 1) year.after(slider(year))
  form.addEventListener('change', () => void shown(form))
}

/** Years from left to right, the first one foremost. */
function slider(year: HTMLSelectElement) {
  const made = document.createElement('input')
  const last = year.options.length - 1
  Object.assign(made, { type: 'range', min: '0', max: String(last), ariaLabel: words.time })
  made.value = String(last - year.selectedIndex)
  made.ariaValueText = year.value
  made.addEventListener('input', () => {
    year.selectedIndex = last - Number(made.value)
    made.ariaValueText = year.value
  })
  return made
}

let asked = 0
/** Puts what the form asks for in the place of what is there; where that fails, the form is sent as ever. */
async function shown(form: HTMLFormElement) {
  const mine = ++asked
  const url = new URL(form.action)
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, String(value))
  const answer = await fetch(url).catch(() => undefined)
  if (mine !== asked) return
  if (!answer?.ok) return form.submit()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const focused = document.activeElement
  const place = focused instanceof HTMLInputElement ? 'input[type=range]' : `#${CSS.escape(focused?.id ?? '')}`
  document.querySelector('main')!.replaceWith(page.querySelector('main')!)
  document.title = page.title
  history.replaceState(null, '', url)
  begin()
  document.querySelector<HTMLElement>(`main ${place}`)?.focus()
}
