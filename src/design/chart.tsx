import { type ComponentChildren, createContext, type FunctionComponent } from 'preact'
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

/** The widths a chart is drawn for. Its letters keep their size, so that a phone shows them as large as a desk does. */
export const [wide, narrow] = [730, 380]

/** A chart drawn for a wide and for a narrow place, of which the page shows the one that fits; files take the wide one. */
export const sized =
  <P extends Told>(Drawing: FunctionComponent<P & { width: number }>) =>
  (props: P) =>
    useContext(Context) ? (
      <Drawing {...props} width={wide} />
    ) : (
      <div class="sized">
        <div class="wide">
          <Drawing {...props} width={wide} />
        </div>
        <div class="narrow">
          <Drawing {...props} id={`${props.id}-narrow`} width={narrow} />
        </div>
      </div>
    )

/** A value's place on a stretch of the drawing, to a tenth of a unit. */
export function scaleTo([least, most]: readonly [number, number], [from, to]: readonly [number, number]) {
  return (value: number) => Math.round((from + ((value - least) / (most - least || 1)) * (to - from)) * 10) / 10
}

/**
 * Heights moved as little as it takes for them to stand `gap` apart, in their order, none below `last`: least squares by
 * pooling neighbours (R. E. Barlow and others, Statistical Inference under Order Restrictions, London 1972).
 */
export function spread(heights: readonly number[], gap: number, last: number): number[] {
  const order = heights.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index)
  const pools: { sum: number; count: number }[] = []
  for (const [no, { y }] of order.entries()) {
    let pool = { sum: y - no * gap, count: 1 }
    for (let above = pools.at(-1); above && mean(above) > mean(pool); above = pools.at(-1)) {
      pool = { sum: pool.sum + above.sum, count: pool.count + above.count }
      pools.pop()
    }
    pools.push(pool)
  }
  const most = last - (heights.length - 1) * gap
  const placed: number[] = []
  const starts = pools.flatMap((pool) => Array.from({ length: pool.count }, () => Math.min(mean(pool), most)))
  for (const [no, { index }] of order.entries()) placed[index] = Math.round((starts[no]! + no * gap) * 10) / 10
  return placed
}

const mean = ({ sum, count }: { sum: number; count: number }) => sum / count

/** How many marks of an axis share one label, so that each label has `room`. */
export const every = (marks: number, length: number, room: number) =>
  Math.max(1, Math.ceil((marks * room) / Math.max(1, length)))
