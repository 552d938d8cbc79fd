import { Details } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { useText } from '../text.ts'
import { dateText } from './words.ts'

/** What is cited: `at` is its lasting address, `source` where its figures come from. */
type Cited = { name: string; source: string; version: number; at: string; day: Date }

/** The line to cite figures by, ready to be taken. */
export function Citation({ name, source, version, at, day }: Cited) {
  const { language, publicUrl, installation } = useFrame()
  const t = useText().views
  const date = dateText(language, day.toISOString().slice(0, 10))
  return (
    <Details summary={t.cite}>
      <p>{t.citation({ who: installation.name, name, source, version, address: publicUrl + at, day: date })}</p>
    </Details>
  )
}
