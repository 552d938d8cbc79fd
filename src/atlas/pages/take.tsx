import { Address, Details, Files, Stack } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'
import type { Drawn } from './drawn/index.ts'
import { dateText, filesIn } from './words.ts'

/** How one takes a view along: its files, its lasting address, how it is cited, quoted in a text here, and embedded. */
export function Take({ drawn, day }: { drawn: Drawn; day: Date }) {
  const { language, publicUrl, installation } = useFrame()
  const t = useText().views
  const { kind, standing, name, size } = drawn
  const query = { ...drawn.query, fassung: String(standing.version) }
  const at = paths.view.at(language, { view: kind }, query)
  const file = (as: string) => paths.viewData.at(language, { view: kind, as }, query)
  const [width, height] = size
  const frame = `<iframe src="${publicUrl}${file('html')}" title="${name.replaceAll('"', '')}" width="100%" height="${Math.round((height * 730) / width) + 320}" loading="lazy"></iframe>`
  const date = dateText(language, day.toISOString().slice(0, 10))
  return (
    <Stack>
      <h2>{t.take}</h2>
      <Files files={filesIn(file, ['svg', 'png'])} />
      <p>{t.lasting(standing.version)}</p>
      <p>
        <a href={at}>
          <Address>{publicUrl + at}</Address>
        </a>
      </p>
      <Details summary={t.cite}>
        <p>{t.citation(installation.name, name, standing.version, publicUrl + at, date)}</p>
        <p>{t.quote}</p>
        <p>
          <code>{`[${name.replaceAll(/[[\]]/g, '')}](${at})`}</code>
        </p>
      </Details>
      <Details summary={t.embed}>
        <p>{t.embedText}</p>
        <p>
          <code>{frame}</code>
        </p>
      </Details>
    </Stack>
  )
}
