import { AtlasStyle, Band, List, Page } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { home } from '../../platform/paths.ts'
import { methods, references } from '../model/references.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

/** Every published method the atlas follows: what it does here, and where it is described in full. */
export function MethodsPage() {
  const { language } = useFrame()
  const { home: start, title, methods: t, story, relation, municipal } = useText()
  const texts = {
    ...t.texts,
    intramax: story.intramaxMethod,
    zones: story.zonesMethod,
    correlation: relation.method,
    secrecy: municipal.protected,
  }
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      meta={<AtlasStyle />}
      wide
      crumbs={[
        { label: start, href: home.at(language) },
        { label: title, href: paths.atlas.at(language) },
        { label: t.title },
      ]}
    >
      {methods.map((method) => (
        <Band key={method} id={method} title={t.names[method]} intro={texts[method]}>
          <List
            items={references[method].map(({ cites, at }) => (
              <>
                <span lang="en">{cites}</span> {at && <a href={at}>{at.replace('https://', '')}</a>}
              </>
            ))}
          />
        </Band>
      ))}
    </Page>
  )
}
