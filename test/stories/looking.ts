type Found = { violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }
type Axe = { run(context: unknown, options: object): Promise<Found> }

/**
 * What axe-core finds on the page it runs in. Its rules about colour are slow, so each look of a text is judged once at
 * each sight: text in the same colours, sizes and surroundings has the same contrast on every page.
 */
export async function problemsHere({ sight, isWhole }: { sight: string; isWhole: boolean }): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe }
  const colour = ['color-contrast', 'link-in-text-block']

  const lookOf = new Map<Element, string>()
  /** How an element and everything around it is coloured and set, as a short number. */
  function look(element: Element): string {
    const known = lookOf.get(element)
    if (known) return known
    const style = getComputedStyle(element)
    const around = element.parentElement ? look(element.parentElement) : ''
    const own = ['color', 'fill', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight', 'position']
    const said = own.map((name) => style[name as 'color']).join()
    const place = style.position === 'static' ? '' : element.className
    const isOff =
      element.matches(':disabled, [aria-disabled=true]') || (element as HTMLLabelElement).control?.matches(':disabled')
    const is = `${around} ${element.tagName} ${said} ${style.textDecorationLine} ${place} ${isOff}`
    const short = shortened(is)
    lookOf.set(element, short)
    return short
  }

  /** 64 bits for a text, quickly. */
  function shortened(text: string): string {
    let [a, b] = [0x9e3779b9, 0x85ebca6b]
    for (let n = 0; n < text.length; n++) {
      const code = text.charCodeAt(n)
      a = Math.imul(a ^ code, 0x9e3779b1)
      b = Math.imul(b ^ code, 0x5f356495) ^ (b >>> 13)
    }
    return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`
  }

  /** The texts and fields that can be seen and whose look has not been judged at this sight. */
  function notYetJudged(): Element[] {
    const judged = new Set(JSON.parse(localStorage.getItem(sight) ?? '[]'))
    const fresh = [...document.body.querySelectorAll('*')].filter((element) => {
      const text = [...element.childNodes]
        .map((node) => (node.nodeType === 3 ? node.nodeValue : ''))
        .join('')
        .trim()
      const { width, height } = element.getBoundingClientRect()
      const isSeen = (text || element.matches('input, textarea, select')) && width > 1 && height > 1
      if (!isSeen || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      const key = look(element) + (text.length < 2 ? ' short' : '')
      if (judged.has(key)) return false
      judged.add(key)
      return true
    })
    localStorage.setItem(sight, JSON.stringify([...judged]))
    return fresh
  }

  async function violations(context: unknown, options: object) {
    const quick = await axe.run(context, { resultTypes: ['violations'], selectors: false, ...options })
    if (quick.violations.length === 0) return []
    return (await axe.run(context, { resultTypes: ['violations'], ...options })).violations
  }

  const fresh = notYetJudged()
  const without = Object.fromEntries(colour.map((rule) => [rule, { enabled: false }]))
  const found = [
    ...(isWhole ? await violations(document, { rules: without }) : []),
    ...(fresh.length > 0 ? await violations({ include: fresh }, { runOnly: colour }) : []),
  ]
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
  return [
    ...found.map(({ id, nodes }) => `${id} (${nodes.length}) at ${nodes[0]?.target}: ${nodes[0]?.failureSummary}`),
    ...(wide > 0 ? [`${wide} px too wide`] : []),
  ]
}
