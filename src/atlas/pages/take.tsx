import { Address, Details, Files, Stack } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'
import { Citation } from './citation.tsx'
import type { Drawn } from './drawn/index.ts'
import { filesIn } from './words.ts'

type Props = {
  drawn: Drawn
  day: Date
  /** The lasting address and the files of the page it stands on, where that shows more than the view. */
  page?: string
  files?: ReturnType<typeof filesIn>
}

/** How one takes a view along: its files, its lasting address, how it is cited, quoted in a text here, and embedded. */
export function Take({ drawn, day, page, files }: Props) {
  const { language, publicUrl } = useFrame()
  const t = useText().views
  const { kind, standing, name, source, size } = drawn
  const query = { ...drawn.query, fassung: String(standing.version) }
  const view = paths.view.at(language, { view: kind }, query)
  const at = page ?? view
  const file = (as: string) => paths.viewData.at(language, { view: kind, as }, query)
  const [width, height] = size
  const frame = `<iframe src="${publicUrl}${file('html')}" title="${name.replaceAll('"', '')}" width="100%" height="${Math.round((height * 730) / width) + 320}" loading="lazy"></iframe>`
  return (
    <Stack>
      <h2>{t.take}</h2>
      <Files files={files ?? filesIn(file, ['svg', 'png'])} />
      <p>{t.lasting(standing.version)}</p>
      <p>
        <a href={at}>
          <Address>{publicUrl + at}</Address>
        </a>
      </p>
      <Citation {...{ name, source, at, day }} version={standing.version} />
      <Details summary={t.quoteHere}>
        <p>{t.quote}</p>
        <p>
          <code>{`[${name.replaceAll(/[[\]]/g, '')}](${view})`}</code>
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
