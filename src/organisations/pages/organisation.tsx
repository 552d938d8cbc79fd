import { Col, Cols, Docs, Facts, JsonLd, List, More, Page, Prose, relatedDoc } from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import { isSafeLink, markdown } from '../../platform/markdown.ts'
import { home } from '../../platform/paths.ts'
import type { Related } from '../../platform/room.ts'
import { officialKey as knownKey } from '../model/keys.ts'
import type { Tie } from '../model.ts'
import { paths } from '../paths.ts'
import type { ShownContact } from '../queries/keeping.ts'
import type { Partner } from '../queries/network.ts'
import type { Organisation } from '../queries/register.ts'
import { useText } from '../text.ts'
import { Neighbourhood } from './network.tsx'
import { Where } from './public.tsx'

type OrganisationProps = {
  organisation: Organisation
  /** What names it, and what happens in its district. */
  related: readonly Related[]
  /** Others of its district, or of its kind where that is not known. */
  beside: readonly Pick<Organisation, 'id' | 'name'>[]
  contacts: readonly ShownContact[]
  partners: readonly Partner[]
  ties: readonly Tie[]
  /** Whether the viewer keeps its entry. */
  isKept: boolean
}

/** What an organisation is and what it takes part in; beside it others like it, and what goes on around it. */
export function OrganisationPage({ organisation, related, beside, contacts, isKept, ...network }: OrganisationProps) {
  const { language } = useFrame()
  const t = useText()
  const { id, name, kind, about, districtKey, regionNo } = organisation
  const own = related.filter(({ to }) => to === id)
  const near = related.filter((one) => one.to === districtKey && !own.some(({ href }) => href === one.href))
  return (
    <Page
      kind="public"
      title={name}
      over={t.kinds[kind]}
      region={regionNo ?? undefined}
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.register.at(language) },
        { label: name },
      ]}
    >
      <OrganisationData organisation={organisation} />
      <Cols>
        <Col span={7}>
          {about && (
            <Prose html={markdown(inLanguage(language, about), { topLevel: 3 })} lang={langOf(language, about)} />
          )}
          <section>
            <h2>{t.takesPart}</h2>
            <TakesPart related={own} />
          </section>
          {near.length > 0 && (
            <section>
              <h2>{t.near}</h2>
              <TakesPart related={near} />
            </section>
          )}
          <Neighbourhood of={organisation} {...network} />
          {isKept && <More href={paths.care.at(language, { organisation: id })}>{t.care.open}</More>}
        </Col>
        <Col span={5}>
          <OrganisationFacts organisation={organisation} />
          <Contacts contacts={contacts} />
          <Beside {...{ organisation, beside }} />
        </Col>
      </Cols>
    </Page>
  )
}

/** Who can be asked there, each with what they agreed to show. */
/** An official key with the name of its register, leading there where it has pages. */
function OfficialKey({ of }: { of: string }) {
  const t = useText()
  const known = knownKey(of)
  if (!known) return of
  const words = `${t.keySchemes[known.scheme]} ${known.key}`
  return known.href ? <a href={known.href}>{words}</a> : words
}

/** What contacts have agreed that everybody sees. */
export function Contacts({ contacts }: { contacts: readonly ShownContact[] }) {
  const t = useText()
  if (contacts.length === 0) return null
  return (
    <section>
      <h2>{t.contacts}</h2>
      {contacts.map(({ id, name, task, email, phone }) => (
        <Facts
          key={id}
          facts={[
            { label: t.pieces.name, value: name },
            { label: t.pieces.task, value: task },
            { label: t.contactPage.email, value: email && <a href={`mailto:${email}`}>{readableEmail(email)}</a> },
            { label: t.contactPage.phone, value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> },
          ]}
        />
      ))}
    </section>
  )
}

const linkOf = ({ website }: Organisation) => (website && isSafeLink(website) ? website : undefined)

function OrganisationData({ organisation }: Pick<OrganisationProps, 'organisation'>) {
  const { language, publicUrl } = useFrame()
  const { id, name, officialKey } = organisation
  const link = linkOf(organisation)
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name,
        url: publicUrl + paths.organisation.at(language, { organisation: id }),
        ...(link ? { sameAs: link } : {}),
        ...(officialKey ? { identifier: knownKey(officialKey)?.href ?? officialKey } : {}),
      }}
    />
  )
}

function OrganisationFacts({ organisation }: Pick<OrganisationProps, 'organisation'>) {
  const { language } = useFrame()
  const t = useText()
  const { kind, district, districtKey, officialKey } = organisation
  const link = linkOf(organisation)
  const inDistrict = districtKey ? paths.register.at(language, {}, { kreis: districtKey }) : ''
  return (
    <Facts
      facts={[
        { label: t.kind, value: <a href={paths.register.at(language, {}, { art: kind })}>{t.kinds[kind]}</a> },
        { label: t.district, value: district && <Where of={organisation} href={inDistrict} /> },
        { label: t.key, value: officialKey && <OfficialKey of={officialKey} /> },
        { label: t.website, value: link && <a href={link}>{URL.parse(link)?.hostname ?? link}</a> },
      ]}
    />
  )
}

function Beside({ organisation: { kind, districtKey }, beside }: Pick<OrganisationProps, 'organisation' | 'beside'>) {
  const { language } = useFrame()
  const t = useText()
  if (beside.length === 0) return null
  return (
    <section class="same-time">
      <h2>{districtKey ? t.besideInDistrict : t.besideOfKind}</h2>
      <List
        items={beside.map(({ id, name }) => <a href={paths.organisation.at(language, { organisation: id })}>{name}</a>)}
      />
      <p>
        <More href={paths.register.at(language, {}, districtKey ? { kreis: districtKey } : { art: kind })}>
          {t.allBeside}
        </More>
      </p>
    </section>
  )
}

/** What the rooms have that names an organisation. */
export function TakesPart({ related }: { related: readonly Related[] }) {
  const t = useText()
  if (related.length === 0) return <p>{t.takesPartNone}</p>
  return <Docs docs={related.map(relatedDoc)} />
}
