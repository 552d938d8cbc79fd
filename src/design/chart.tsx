import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Where a drawing stands in a picture file of its own. */
type Spot = { x: number; y: number; width: number; height: number }
const Context = createContext<Spot | undefined>(undefined)
/** Round a drawing that goes into a file: it is then a part of the file's picture, without words for a page. */
export const InFile = Context.Provider

export type Told = {
  /** Unique on the page. */
  id: string
  title: string
  description?: string | undefined
}
type Props = Told & { look: string; box: readonly [x: number, y: number, width: number, height: number] }

/** A drawing with its title for those who do not see it; its parts with `data-t` are read one by one by keyboard. */
export function Chart({ id, look, box, title, description, children }: Props & { children: ComponentChildren }) {
  const file = useContext(Context)
  if (file)
    return (
      // biome-ignore lint/a11y/noSvgWithoutTitle: the file's picture has one for all its parts
      <svg {...file} viewBox={box.join(' ')} class={look}>
        {children}
      </svg>
    )
  const names = description ? `${id}-title ${id}-description` : `${id}-title`
  return (
    <div class={look}>
      <svg viewBox={box.join(' ')} role="img" aria-labelledby={names}>
        <title id={`${id}-title`}>{title}</title>
        {description && <desc id={`${id}-description`}>{description}</desc>}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
        <g aria-hidden="true">{children}</g>
      </svg>
    </div>
  )
}

/** A value's place on a stretch of the drawing, to a tenth of a unit. */
export function scaleTo([least, most]: readonly [number, number], [from, to]: readonly [number, number]) {
  return (value: number) => Math.round((from + ((value - least) / (most - least || 1)) * (to - from)) * 10) / 10
}

/** Heights moved as little as it takes for them to stand `gap` apart, in their order, none below `last`. */
export function spread(heights: readonly number[], gap: number, last: number): number[] {
  const order = heights.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index)
  for (const [no, one] of order.entries()) one.y = no > 0 ? Math.max(one.y, order[no - 1]!.y + gap) : one.y
  let below = last + gap
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, below - gap)
    below = one.y
  }
  const placed: number[] = []
  for (const { y, index } of order) placed[index] = Math.round(y * 10) / 10
  return placed
}
