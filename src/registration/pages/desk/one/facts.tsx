import { Address, Facts, List, Place, State } from '../../../../design/index.tsx'
import { readableEmail } from '../../../../platform/address.ts'
import { useFrame } from '../../../../platform/frame.ts'
import { dates, inLanguage } from '../../../../platform/language.ts'
import type { Own } from '../../../queries/own.ts'
import { useDeskText } from '../../../text/desk.ts'
import { sessionTimes } from '../../../when.ts'
import { stateForms } from '../list.tsx'

/** What a registration says. */
export function OneFacts({ own }: { own: Own }) {
  const { language } = useFrame()
  const t = useDeskText()
  const f = t.one.facts
  return (
    <Facts
      facts={[
        { label: f.state, value: <State form={stateForms[own.state]}>{t.states[own.state]}</State> },
        { label: f.name, value: own.name },
        {
          label: f.email,
          value: own.email ? <MailTo email={own.email} /> : t.one.noEmail,
        },
        { label: f.organisation, value: own.organisation },
        { label: f.function, value: own.function },
        { label: f.region, value: own.regionNo && <Place region={own.regionNo}>{own.district ?? undefined}</Place> },
        { label: f.ticket, value: inLanguage(language, own.ticketName) },
        {
          label: f.sessions,
          value: own.sessions.length ? <Sessions own={own} /> : t.one.none,
        },
        { label: f.food, value: own.food },
        { label: f.access, value: own.access },
        { label: f.listed, value: own.isListed ? t.one.yes : t.one.no },
        { label: f.agreed, value: own.agreed.length > 0 && <Agreed own={own} /> },
        { label: f.number, value: own.number },
        { label: f.code, value: own.code },
        { label: f.language, value: t.one.languages[own.language] },
      ]}
    />
  )
}

const MailTo = ({ email }: { email: string }) => (
  <a href={`mailto:${email}`}>
    <Address>{readableEmail(email)}</Address>
  </a>
)

/** What was freely agreed to, with the day, and how where the office entered it. */
function Agreed({ own }: { own: Own }) {
  const { language } = useFrame()
  const { ways } = useDeskText().edit
  const { short } = dates(language, own.edition.zone)
  return (
    <List
      items={own.agreed.map(({ text: said, givenAt, way }) => {
        const how = [way && ways[way], short(givenAt)].filter(Boolean).join(', ')
        return `${inLanguage(language, said)} (${how})`
      })}
    />
  )
}

/** The sessions of a registration; after it was cancelled, those whose places were given back. */
function Sessions({ own }: { own: Own }) {
  const { language } = useFrame()
  return (
    <>
      {own.state === 'cancelled' && <p>{useDeskText().one.givenBack}</p>}
      <List
        items={own.sessions.map((session) =>
          [sessionTimes(language, own.edition, session), inLanguage(language, session.title)]
            .filter(Boolean)
            .join(': '),
        )}
      />
    </>
  )
}
