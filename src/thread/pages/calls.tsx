import {
  Aside,
  Col,
  Cols,
  Docs,
  Empty,
  type Fact,
  Facts,
  More,
  Page,
  Paragraphs,
  Stack,
  Table,
} from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { contact } from '../../platform/paths.ts'
import { paths } from '../paths.ts'
import type { Call, OpenCall } from '../queries/consultations.ts'
import { useConsultations } from '../text/consultations.ts'
import { useText } from '../text/public.ts'
import { Received } from './contribution.tsx'
import { crumbsTo, Way } from './words.tsx'

/** What the region is asked together, as far as everybody may read it: what is open first. */
export function CallsPage({ calls }: { calls: readonly Call[] }) {
  const { language } = useFrame()
  const t = useConsultations()
  const { title } = useText().positions
  const open = calls.filter(({ state }) => state === 'open').toReversed()
  const over = calls.filter(({ state }) => state !== 'open')
  return (
    <Page
      kind="public"
      title={t.calls.title}
      lead={t.calls.lead}
      crumbs={crumbsTo(language, { label: title, href: paths.positions.at(language) }, { label: t.calls.title })}
    >
      <Stack>
        {open.length === 0 && <Empty title={t.calls.none} office={paths.consultations.at(language)} />}
        <CallList title={t.calls.open} calls={open} />
        <CallList title={t.calls.over} calls={over} />
      </Stack>
    </Page>
  )
}

function CallList({ title, calls }: { title: string; calls: readonly Call[] }) {
  const { language } = useFrame()
  const t = useConsultations()
  if (calls.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Docs
        docs={calls.map(({ id, title: name, due, addressee, state }) => ({
          title: name,
          lang: language === 'de' ? undefined : 'de',
          href: paths.call.at(language, { consultation: id }),
          kind: t.states[state],
          text: [t.dueBy(datedText(language, due)), addressee && `${t.by}: ${addressee}`].filter(Boolean).join('. '),
        }))}
      />
    </section>
  )
}

/** One of them: what on, until when, and who contributes what. */
export function CallPage({ call, zone }: { call: OpenCall; zone: string }) {
  const { language } = useFrame()
  const t = useConsultations()
  const { title } = useText().positions
  const list = { label: t.calls.title, href: paths.calls.at(language) }
  const positions = { label: title, href: paths.positions.at(language) }
  return (
    <Page
      kind="public"
      title={call.title}
      titleLang={language === 'de' ? undefined : 'de'}
      over={t.calls.one}
      lead={`${t.dueBy(datedText(language, call.due))}. ${t.states[call.state]}.`}
      crumbs={crumbsTo(language, positions, list, { label: call.title })}
    >
      <Cols>
        <Col span={8}>
          {call.text && (
            <>
              <h2>{t.fields.text}</h2>
              <Paragraphs of={call.text} lang={language === 'de' ? undefined : 'de'} />
            </>
          )}
          <Table
            caption={t.table}
            rows={call.parts}
            keyOf={({ id }) => id}
            empty={t.none}
            columns={[
              { label: t.parts.organisation, kind: 'name', cell: ({ organisation }) => organisation },
              { label: t.parts.topic, cell: ({ topic }) => topic },
              { label: t.parts.received, cell: (one) => <Received of={one} zone={zone} /> },
            ]}
          />
          {call.state === 'open' && <p>{t.calls.how}</p>}
        </Col>
        <Aside title={t.about} span={4}>
          <Facts facts={factsOf(call, t)} />
          {call.position && (
            <More href={paths.position.at(language, { piece: call.position.slug })}>
              {t.toPosition}: {inLanguage(language, call.position.title)}
            </More>
          )}
          <Way href={contact.at(language)}>{t.calls.contact}</Way>
          {call.mayKeep && <Way href={paths.consultation.at(language, { consultation: call.id })}>{t.change}</Way>}
        </Aside>
      </Cols>
    </Page>
  )
}

const factsOf = ({ addressee, reference, link }: OpenCall, t: ReturnType<typeof useConsultations>): Fact[] => [
  { label: t.by, value: addressee },
  { label: t.fields.reference, value: reference },
  { label: t.papers, value: link && isSafeLink(link) && <a href={link}>{t.fields.link}</a> },
]
