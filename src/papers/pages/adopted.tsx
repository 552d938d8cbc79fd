import { Actions, ButtonLink, Facts, More, Page, Stack } from '../../design/index.tsx'
import type { Group } from '../../groups/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import type { OwnPictures } from '../../platform/markdown.ts'
import { paths } from '../paths.ts'
import type { AdoptedPaper } from '../queries/papers.ts'
import { useText } from '../text/text.ts'
import { Contents, PaperFiles, Text, usePublicWay } from './parts.tsx'

type AdoptedProps = {
  group: Group
  paper: AdoptedPaper
  notesBefore: ReadonlyMap<string, number>
  pictures: OwnPictures
  zone: string
}

/** An adopted paper, as it was kept. */
export function AdoptedPage({ group, paper, notesBefore, pictures, zone }: AdoptedProps) {
  const { language } = useFrame()
  const t = useText()
  const { content, adoptedAt, handedOverAt, sha256 } = paper
  const day = (at: Date) => dates(language, zone).day(at)
  const at = { group: group.id, paper: paper.id }
  return (
    <Page
      kind="public"
      title={content.title}
      over={inLanguage(language, group.name)}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample}
      crumbs={usePublicWay(group, { label: content.title })}
    >
      <Stack>
        <Facts
          facts={[
            { label: t.fields.kind, value: t.kinds[content.kind] },
            { label: t.state, value: adoptedAt && t.adoptedOn(day(adoptedAt)) },
            { label: t.states.handed_over, value: handedOverAt && t.handedOverOn(day(handedOverAt)) },
            { label: t.sum, value: sha256 && <code>{sha256.toString('hex')}</code> },
          ]}
        />
        <PaperFiles at={at} />
        {group.standing === 'lead' && paper.state === 'adopted' && (
          <Actions>
            <ButtonLink href={paths.handingOver.at(language, at)}>{t.handingOver.title}</ButtonLink>
          </Actions>
        )}
        {group.standing !== 'outside' && <More href={paths.amendments.at(language, at)}>{t.amendments.title}</More>}
        {content.sections.length > 4 && <Contents sections={content.sections} />}
        {content.sections.map(({ id, title, text }) => (
          <section key={id} class="stack" lang="de">
            <h2 id={id}>{title}</h2>
            {text && <Text {...{ text, pictures }} notesBefore={notesBefore.get(id)} />}
          </section>
        ))}
      </Stack>
    </Page>
  )
}
