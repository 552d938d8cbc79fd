// Suggests titles while somebody types into the search: a combobox with a list box (ARIA 1.2). Without it the form works.
type Suggestion = { text: string; href: string }

const field = document.querySelector<HTMLInputElement>('form[data-suggestions] input[type=search]')
if (field) suggesting(field, field.form!.dataset.suggestions!)

function suggesting(field: HTMLInputElement, address: string) {
  const list = document.createElement('ul')
  list.id = 'vorschlaege'
  list.role = 'listbox'
  // The system's own colours, so that dark mode and forced colours need nothing more.
  Object.assign(list.style, {
    ...{ position: 'absolute', zIndex: '9', margin: '0', padding: '0', listStyle: 'none', boxSizing: 'border-box' },
    ...{ background: 'Canvas', color: 'CanvasText', border: '1px solid', cursor: 'pointer' },
  })
  list.ariaLabel = field.labels?.[0]?.textContent ?? ''
  list.hidden = true
  field.after(list)
  field.parentElement!.style.position = 'relative'
  field.role = 'combobox'
  field.ariaExpanded = 'false'
  field.autocomplete = 'off'
  field.setAttribute('aria-controls', list.id)
  field.setAttribute('aria-autocomplete', 'list')
  let chosen = -1
  let asked = 0
  let timer: ReturnType<typeof setTimeout>

  const choose = (no: number) => {
    const options = [...list.children] as HTMLElement[]
    chosen = options[no] ? no : -1
    for (const [index, option] of options.entries()) {
      option.ariaSelected = String(index === chosen)
      option.style.background = index === chosen ? 'Highlight' : ''
      option.style.color = index === chosen ? 'HighlightText' : ''
    }
    field.setAttribute('aria-activedescendant', options[chosen]?.id ?? '')
  }
  const show = (found: Suggestion[]) => {
    list.replaceChildren(
      ...found.map(({ text, href }, index) => {
        const option = document.createElement('li')
        option.role = 'option'
        option.id = `vorschlag-${index}`
        option.textContent = text
        option.style.padding = '0.75rem'
        option.dataset.href = href
        return option
      }),
    )
    list.hidden = found.length === 0
    Object.assign(list.style, {
      left: `${field.offsetLeft}px`,
      top: `${field.offsetTop + field.offsetHeight}px`,
      width: `${field.offsetWidth}px`,
    })
    field.ariaExpanded = String(!list.hidden)
    choose(-1)
  }
  const ask = async () => {
    const mine = ++asked
    const answer =
      field.value.trim().length < 2 ? undefined : await fetch(`${address}?q=${encodeURIComponent(field.value)}`)
    const found = answer?.ok ? ((await answer.json()) as Suggestion[]) : []
    if (mine === asked) show(found)
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => ask().catch(() => show([])), 150)
  })
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose((chosen < 0 ? list.children.length : chosen) - 1)
    else if (event.key === 'Escape') show([])
    else if (event.key === 'Enter' && chosen >= 0) location.href = (list.children[chosen] as HTMLElement).dataset.href!
    else return
    event.preventDefault()
  })
  list.addEventListener('pointerdown', (event) => {
    const href = (event.target as HTMLElement).dataset.href
    if (href) location.href = href
  })
  field.addEventListener('blur', () => show([]))
}
