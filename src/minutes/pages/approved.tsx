import { Facts, List, More, Page, Stack } from '../../design/index.tsx'
import { type Group, useGroupCrumbs, Written } from '../../groups/index.ts'
import { meetingPaths } from '../../meetings/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import type { Content } from '../model.ts'
import { paths } from '../paths.ts'
import { useText } from '../text/text.ts'

type ApprovedProps = {
  group: Group
  meeting: { id: string; title: string }
  content: Content
  approvedAt: Date | null
  sha256: Buffer | null
  zone: string
}

/** Approved minutes, as they were kept. */
export function ApprovedPage({ group, meeting, content, approvedAt, sha256, zone }: ApprovedProps) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, meeting: meeting.id }
  return (
    <Page
      kind="public"
      title={t.document.heading(content.title)}
      over={inLanguage(language, group.name)}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample}
      crumbs={useGroupCrumbs(
        group,
        { label: content.title, href: meetingPaths.meeting.at(language, at) },
        { label: t.title },
      )}
    >
      <Stack>
        <Facts
          facts={[
            { label: t.document.when, value: content.when },
            { label: t.document.place, value: content.place },
            { label: t.attendance.present, value: content.present.join(', ') },
            { label: t.attendance.absent, value: content.absent.join(', ') },
            { label: t.state, value: approvedAt && t.approvedOn(dates(language, zone).day(approvedAt)) },
            { label: t.document.version, value: content.isPublic && t.document.isPublic },
            { label: content.isPublic ? t.fullSum : t.sum, value: sha256 && <code>{sha256.toString('hex')}</code> },
          ]}
        />
        <More href={paths.document.at(language, at)}>{t.pdf}</More>
        {content.sections.map(({ title, text, agreements }) => (
          <section key={title} class="stack" lang="de">
            <h2>{title}</h2>
            {text && <Written text={text} />}
            {agreements.length > 0 && (
              <List
                items={agreements.map(({ kind, text: said, who, due }) => (
                  <>
                    <b>{t.kinds[kind]}:</b> {[said, who, due && t.until(due)].filter(Boolean).join('; ')}
                  </>
                ))}
              />
            )}
          </section>
        ))}
      </Stack>
    </Page>
  )
}
