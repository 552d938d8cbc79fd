import type { ComponentChildren } from 'preact'
import {
  Band,
  Col,
  Cols,
  ColumnList,
  Facts,
  LocatorMap,
  type MapDrawing,
  Note,
  Picture,
  Prose,
  TimeRoute,
} from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { onwardOf, type Related } from '../../platform/room.ts'
import { isOver } from '../model.ts'
import { paths } from '../paths.ts'
import type { EditionContent, Organisation } from '../queries/edition.ts'
import { useText } from '../text/public.ts'
import { Content } from './content.tsx'
import { fileAddress } from './documents.tsx'
import { placeText } from './place.ts'
import { Ref } from './sources.tsx'
import type { Texts } from './texts.ts'
import { dayText } from './when.ts'

type Props = { edition: EditionContent }

/** The working groups that prepare it, each with its topic and, afterwards, the way to what became of its result. */
export function Groups({ edition, related }: Props & { related: readonly Related[] }) {
  const { language } = useFrame()
  const t = useText()
  const { groups, groupsNote } = edition
  if (groups.length === 0) return null
  const items = groups.map(({ id, name, text, leads, source }) => (
    <>
      <h3>
        <a href={paths.group.at(language, { group: id })}>
          <Content of={name} />
        </a>
        <Ref of={source} edition={edition} />
      </h3>
      {text && (
        <p>
          <Content of={text} />
        </p>
      )}
      {leads && <p class="small">{t.groups.leads(leads)}</p>}
      <Onward of={id} {...{ edition, related }} />
    </>
  ))
  return (
    <Band
      id="groups"
      ground={isOver(edition.state) ? 'ground' : 'paper'}
      title={t.groupsCount(groups.length)}
      intro={groupsNote ? <Content of={groupsNote} /> : undefined}
    >
      <ColumnList items={items} />
    </Band>
  )
}

function Onward({ of, edition, related }: Props & { of: string; related: readonly Related[] }) {
  const onward = onwardOf(related, { of, edition: edition.id })
  if (!onward) return null
  return (
    <p class="then">
      <a href={onward.href}>{onward.label}</a>
    </p>
  )
}

/** Stations on the way to the congress, the congress being the last. */
export function Way({ edition }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { milestones, hostNote, zone, town, regionNo } = edition
  if (milestones.length === 0 && !hostNote) return null
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)
  const stops = milestones.map(({ happensOn, title, text, source }) => ({
    at: noon(happensOn),
    when: dates(language, zone).day(noon(happensOn)),
    title: <Content of={title} />,
    text: (
      <>
        {text && <Content of={text} />}
        <Ref of={source} edition={edition} />
      </>
    ),
  }))
  const congress = {
    at: edition.startsAt ?? noon(edition.sortOn),
    when: dayText(language, zone, edition),
    title: town ? t.way.congressIn(town) : t.way.congress,
    isOpen: edition.startsAt === null,
  }
  return (
    <Band ground="ground" title={t.way.title}>
      {stops.length > 0 && <TimeRoute stops={[...stops, congress]} region={regionNo ?? undefined} />}
      {hostNote && (
        <Note>
          <Content of={hostNote} />
        </Note>
      )}
    </Band>
  )
}

export type Map = { drawing: MapDrawing; source: string | undefined }

/** How to get there, saying what is not known yet, and where it lies. */
export function Arrival({ edition, texts, map }: Props & { texts: Texts; map: Map | undefined }) {
  const t = useText()
  const { venue, address } = edition
  const known = (value: ComponentChildren) => value ?? t.arrival.unknown
  return (
    <Band id="arrival" ground="ground">
      <Cols>
        <Col span={map ? 7 : 8}>
          <h2 class="huge">{t.arrival.title}</h2>
          <Facts
            facts={[
              { label: t.arrival.address, value: known([venue, address].filter(Boolean).join(', ') || undefined) },
              { label: t.arrival.transport, value: known(texts.arrival && <Prose {...texts.arrival} />) },
              { label: t.arrival.stepFree, value: known(texts.stepFree && <Prose {...texts.stepFree} />) },
            ]}
          />
        </Col>
        {map && <WhereItLies edition={edition} map={map} />}
      </Cols>
    </Band>
  )
}

function WhereItLies({ edition, map: { drawing, source } }: Props & { map: Map }) {
  const t = useText()
  const place = placeText(edition)
  return (
    <Col span={5}>
      <LocatorMap
        drawing={drawing}
        id="locator"
        title={t.arrival.map(place)}
        place={edition.town ?? place}
        district={edition.districtKey ?? ''}
      />
      {source && <Note>{t.arrival.mapSource(source)}</Note>}
    </Col>
  )
}

/** Who supports it. Where there are logos each has a tile, with its words for who does not see it, or its name. */
export function Partners({ edition }: Props) {
  const t = useText()
  const { hosts, partners } = edition
  const hasLogos = [...hosts, ...partners].some(({ logo }) => logo)
  if (!hasLogos && partners.length === 0) return null
  if (hasLogos)
    return (
      <Band title={hosts.length > 0 ? t.hostsAndPartners : t.partners}>
        <ul class="logos">
          {[...hosts, ...partners].map((organisation, index) => (
            <li key={index}>
              <Linked organisation={organisation}>
                <Tile edition={edition} organisation={organisation} />
              </Linked>
            </li>
          ))}
        </ul>
      </Band>
    )
  return (
    <Band title={t.partners}>
      <ColumnList
        items={partners.map((organisation) => <Linked organisation={organisation}>{organisation.name}</Linked>)}
      />
    </Band>
  )
}

function Tile({ edition, organisation: { logo, name } }: Props & { organisation: Organisation }) {
  const { language } = useFrame()
  if (!logo) return <span class="logo named">{name}</span>
  const alt = logo.alt ? inLanguage(language, logo.alt) : name
  return <Picture kind="logo" href={fileAddress(edition, logo)} alt={alt} />
}

function Linked({ organisation: { website }, children }: { organisation: Organisation; children: ComponentChildren }) {
  return website && isSafeLink(website) ? <a href={website}>{children}</a> : children
}
