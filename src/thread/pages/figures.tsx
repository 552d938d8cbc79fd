import type { Quoted } from '../../atlas/index.ts'
import { Note } from '../../design/index.tsx'
import { usePositions } from '../text/positions.ts'

/** The views of the atlas that a position quotes: each with its data version, and whether there are newer data. */
export function Figures({ figures }: { figures: readonly Quoted[] }) {
  const { figures: t } = usePositions()
  if (figures.length === 0) return null
  return (
    <section class="prose">
      <h2>{t.title}</h2>
      {figures.map(({ name, says, href, picture, size: [width, height], version, isOlder, isReduced }) => (
        <figure key={href}>
          <a href={href}>
            <img src={picture} alt={says} width={width} height={height} loading="lazy" />
            <br />
            {name}
          </a>
          <Note>
            {t.version(version)} {isOlder && t.older} {isReduced && t.reduced}
          </Note>
        </figure>
      ))}
    </section>
  )
}
