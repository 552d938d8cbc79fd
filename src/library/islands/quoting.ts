// Offers to take a marked sentence along with its source: the words, the reference with the page, and an address that
// leads to them. Without it each page says how it is cited, and the browser copies the words alone.
const place = document.querySelector<HTMLElement>('[data-quoting]')
const longest = 2000

type Quotation = { words: string; page: HTMLElement; area: DOMRect }

// Only a page that came by https may write to the clipboard.
if (place && navigator.clipboard) quoting(place)

function quoting(place: HTMLElement) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.popover = 'manual'
  Object.assign(button.style, { position: 'absolute', inset: 'auto', margin: '0' })
  let timer: ReturnType<typeof setTimeout>

  document.addEventListener('selectionchange', () => {
    clearTimeout(timer)
    timer = setTimeout(() => offer(place, button, marked(place)), 300)
  })
  // Pressed, it must not take away what is marked.
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', async () => {
    const quotation = marked(place)
    if (!quotation) return
    await navigator.clipboard.writeText(textOf(place, quotation))
    button.textContent = place.dataset.taken ?? ''
    button.role = 'status'
  })
}

function offer(place: HTMLElement, button: HTMLButtonElement, quotation: Quotation | undefined) {
  if (!quotation) return button.remove()
  const { area } = quotation
  button.textContent = place.dataset.take ?? ''
  button.removeAttribute('role')
  place.append(button)
  button.showPopover()
  const left = Math.min(area.left, document.documentElement.clientWidth - button.offsetWidth - 8)
  button.style.left = `${Math.max(8, left) + scrollX}px`
  button.style.top = `${area.bottom + scrollY + 8}px`
}

/** What is marked on one of the pages; undefined for nothing, or for more than one quotes. */
function marked(place: HTMLElement): Quotation | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return undefined
  const words = selection.toString().replace(/\s+/g, ' ').trim()
  const range = selection.getRangeAt(0)
  const start = range.startContainer
  const page = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-place]')
  if (!words || words.length > longest || !page || !place.contains(page)) return undefined
  return { words, page, area: range.getBoundingClientRect() }
}

function textOf(place: HTMLElement, { words, page }: Quotation): string {
  const { place: where = '', address = '' } = page.dataset
  const reference = (place.dataset.quoting ?? '')
    .replace('{place}', () => where)
    .replace('{address}', () => address + toWords(words))
  const [open, close] = document.documentElement.lang === 'de' ? '„“' : '“”'
  return `${open}${words}${close}\n${reference}`
}

/** The words as a browser finds and marks them on the page (text fragment): whole, or their beginning and end. */
function toWords(words: string): string {
  const written = (part: readonly string[]) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')
  const all = words.split(' ')
  return `:~:text=${all.length <= 8 ? written(all) : `${written(all.slice(0, 4))},${written(all.slice(-4))}`}`
}
