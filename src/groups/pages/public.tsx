import { congressPaths } from '../../congress/index.ts'
import {
  Actions,
  Band,
  ButtonLink,
  Col,
  Cols,
  ColumnList,
  Empty,
  ErrorSummary,
  Example,
  Facts,
  LastStop,
  List,
  More,
  Notice,
  Page,
  Place,
  PostButton,
  PostForm,
  Stack,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage, langOf } from '../../platform/language.ts'
import { home, privacyNotice } from '../../platform/paths.ts'
import type { Related } from '../../platform/room.ts'
import { isOpenToJoin, shows } from '../model.ts'
import { paths } from '../paths.ts'
import type { Group } from '../queries/groups.ts'
import type { PublicMember } from '../queries/members.ts'
import { useText } from '../text/group.ts'
import { ConsentFields, FromGroup, OrganisationField, Running, useCrumbs, Words } from './parts.tsx'

/** All working groups by their congress; one's own come first. */
export function GroupsPage({ groups, place }: { groups: readonly Group[]; place: Bilingual | undefined }) {
  const { language } = useFrame()
  const t = useText()
  const own = groups.filter(({ isOwn }) => isOwn)
  return (
    <Page
      kind="public"
      title={t.title}
      lead={place ? t.leadOf(inLanguage(language, place)) : t.lead}
      crumbs={[{ label: t.home, href: home.at(language) }, { label: t.title }]}
      wide
    >
      {place && (
        <Band>
          <More href={paths.groups.at(language)}>{t.all}</More>
        </Band>
      )}
      {groups.length === 0 && (
        <Band>
          <Empty title={t.none} />
        </Band>
      )}
      {own.length > 0 && (
        <Band title={t.ownTitle}>
          <GroupList groups={own} path={paths.inner} />
        </Band>
      )}
      {[...Map.groupBy(groups, ({ edition }) => edition.id).values()].map((ofEdition) => (
        <OfEdition key={ofEdition[0]!.edition.id} groups={ofEdition} />
      ))}
    </Page>
  )
}

/** A congress and the groups that prepared it, beside each other. */
function OfEdition({ groups }: { groups: readonly Group[] }) {
  const { language } = useFrame()
  const t = useText()
  const { slug, title, town, sortOn, isExample, regionNo } = groups[0]!.edition
  const where = [town, sortOn.slice(0, 4)].filter(Boolean).join(', ')
  const link = (
    <a href={congressPaths.edition.at(language, { edition: slug })}>
      <Words of={title} />
    </a>
  )
  return (
    <Band>
      <Cols>
        <Col span={4}>
          <h2>{link}</h2>
          <p>{regionNo === null ? where : <Place region={regionNo}>{where}</Place>}</p>
          {isExample && (
            <p>
              <Example>{t.example}</Example>
            </p>
          )}
        </Col>
        <Col span={8}>
          <GroupList groups={groups} path={paths.group} />
        </Col>
      </Cols>
    </Band>
  )
}

function GroupList({ groups, path }: { groups: readonly Group[]; path: typeof paths.group | typeof paths.inner }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <ColumnList
      items={groups.map((group) => (
        <>
          <h3>
            <a href={path.at(language, { group: group.id })}>
              <Words of={group.name} />
            </a>
          </h3>
          {group.text && (
            <p>
              <Words of={group.text} />
            </p>
          )}
          {group.state && shows(group, 'state') && <p class="small">{t.states[group.state]}</p>}
        </>
      ))}
    />
  )
}

type GroupProps = {
  group: Group
  members: readonly PublicMember[]
  beside: readonly Pick<Group, 'id' | 'name'>[]
  related: readonly Related[]
}

/** What a group is, as its lead shows it to everybody; beside it the facts and the other groups of its congress. */
export function GroupPage({ group, members, beside, related }: GroupProps) {
  const { language } = useFrame()
  const t = useText()
  const { name, edition, text, mandate } = group
  return (
    <Page
      kind="public"
      title={inLanguage(language, name)}
      titleLang={langOf(language, name)}
      over={t.group}
      region={edition.regionNo ?? undefined}
      example={edition.isExample && t.example}
      crumbs={useCrumbs(group)}
    >
      <Cols>
        <Col span={7}>
          {text && <Running of={text} />}
          {mandate && (
            <section>
              <h2>{t.mandate}</h2>
              <Running of={mandate} />
            </section>
          )}
          <People members={members} />
          <FromGroup title={t.fromGroup} related={related.filter(({ to }) => to === group.id)} />
          <Ways group={group} />
          <FromGroup title={t.fromCongress} related={related.filter(({ to }) => to === edition.id)} />
        </Col>
        <Col span={5}>
          <GroupFacts group={group} />
          <Beside groups={beside} />
        </Col>
      </Cols>
    </Page>
  )
}

function GroupFacts({ group }: Pick<GroupProps, 'group'>) {
  const { language } = useFrame()
  const t = useText()
  const { edition, leads, state, joining } = group
  return (
    <Facts
      facts={[
        {
          label: t.congress,
          value: (
            <a href={congressPaths.edition.at(language, { edition: edition.slug })}>
              <Words of={edition.title} />
            </a>
          ),
        },
        { label: t.state, value: state && shows(group, 'state') && t.states[state] },
        { label: t.leads, value: leads },
        { label: t.joining, value: isOpenToJoin(group) && t.joinings[joining] },
      ]}
    />
  )
}

function Beside({ groups }: { groups: GroupProps['beside'] }) {
  const { language } = useFrame()
  const t = useText()
  if (groups.length === 0) return null
  return (
    <section class="same-time">
      <h2>{t.beside}</h2>
      <List
        items={groups.map(({ id, name }) => (
          <a href={paths.group.at(language, { group: id })}>
            <Words of={name} />
          </a>
        ))}
      />
    </section>
  )
}

function People({ members }: Pick<GroupProps, 'members'>) {
  const t = useText()
  if (members.length === 0) return null
  return (
    <section>
      <h2>{t.people}</h2>
      <p>{t.peopleIntro}</p>
      <List
        items={members.map(({ name, organisation, part }) => (
          <>
            {[name, organisation].filter(Boolean).join(', ')} <span class="small">{t.parts[part]}</span>
          </>
        ))}
      />
    </section>
  )
}

function Ways({ group }: { group: Group }) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id }
  if (group.standing !== 'outside')
    return (
      <Actions>
        <ButtonLink href={paths.inner.at(language, at)}>{t.inside}</ButtonLink>
      </Actions>
    )
  if (group.isKept && group.state === null)
    return (
      <>
        <p>{t.openLead}</p>
        <PostButton action={paths.opening.at(language, at)}>{t.open}</PostButton>
      </>
    )
  if (!isOpenToJoin(group)) return null
  return (
    <Actions>
      <ButtonLink href={paths.join.at(language, at)}>{t.join}</ButtonLink>
    </Actions>
  )
}

type JoinProps = { group: Group; form: FormState; names: readonly string[]; isSignedIn: boolean }

/** The way into a group that one may join without being invited. */
export function JoinPage({ group, form, names, isSignedIn }: JoinProps) {
  const { language } = useFrame()
  const t = useText()
  const { joinPage, fields } = t
  const way = group.joining === 'open' ? 'open' : 'request'
  const title = joinPage.title(inLanguage(language, group.name))
  return (
    <Page
      kind="public"
      title={title}
      lead={joinPage.lead[way]}
      hasProblems={form.problems.length > 0}
      crumbs={useCrumbs(group, { label: t.join })}
    >
      <Stack>
        <ErrorSummary form={form} labels={fields} />
        <PostForm action={paths.join.at(language, { group: group.id })}>
          <Stop legend={joinPage.you}>
            {!isSignedIn && (
              <>
                <TextField form={form} name="name" label={fields.name} autocomplete="name" maxLength={200} />
                <TextField
                  form={form}
                  name="email"
                  label={fields.email}
                  hint={joinPage.byMail}
                  type="email"
                  autocomplete="email"
                  maxLength={254}
                />
              </>
            )}
            <OrganisationField form={form} names={names} />
            {way === 'request' && (
              <TextArea form={form} name="message" label={fields.message} maxLength={2000} optional />
            )}
          </Stop>
          <ConsentFields form={form} />
          <LastStop title={joinPage.send[way]}>
            <p>
              <More href={privacyNotice.at(language)}>{joinPage.privacy}</More>
            </p>
            <Submit>{joinPage.send[way]}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}

export type Outcome = 'mailed' | 'asked' | 'joined' | 'accepted' | 'declined'

/** What became of an answer or request. */
export function AskedPage({ group, outcome }: { group: Group; outcome: Outcome }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.joinPage.thanks}
      crumbs={useCrumbs(group, { label: t.join })}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        <Notice kind="success" title={t.joinPage.outcome[outcome]} />
        <More href={paths.group.at(language, { group: group.id })}>{inLanguage(language, group.name)}</More>
      </Stack>
    </Page>
  )
}
