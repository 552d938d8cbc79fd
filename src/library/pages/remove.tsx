import { Confirm, Page } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import type { Document } from '../queries/documents.ts'
import { useText } from '../text.ts'

/** Asks before a draft is deleted. */
export function RemovePage({ document: { slug, title } }: { document: Document }) {
  const { language } = useFrame()
  const t = useText()
  const o = t.office
  const back = paths.edit.at(language, { document: slug })
  return (
    <Page
      kind="office"
      title={o.removeTitle}
      crumbs={[
        { label: t.library, href: paths.office.at(language) },
        { label: title, href: back },
        { label: o.remove },
      ]}
    >
      <Confirm action={paths.remove.at(language, { document: slug })} submit={o.remove} back={back}>
        <p>
          <b>{title}</b>
        </p>
        <p>{o.removeLead}</p>
      </Confirm>
    </Page>
  )
}
