import { congressPaths } from '../../congress/index.ts'
import {
  Actions,
  Band,
  ButtonLink,
  Docs,
  Empty,
  ErrorSummary,
  Example,
  Facts,
  LastStop,
  List,
  More,
  Notice,
  Page,
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
import { inLanguage, langOf } from '../../platform/language.ts'
import { home, privacyNotice } from '../../platform/paths.ts'
import type { Related } from '../../platform/room.ts'
import { isOpenToJoin, shows } from '../model.ts'
import { paths } from '../paths.ts'
import type { Group } from '../queries/groups.ts'
import type { PublicMember } from '../queries/members.ts'
import { useText } from '../text/group.ts'
import { ConsentFields, FromGroup, OrganisationField, Running, useCrumbs, Words } from './parts.tsx'

/** All working groups by their congress; one's own come first. */
export function GroupsPage({ groups }: { groups: readonly Group[] }) {
  const { language } = useFrame()
  const t = useText()
  const own = groups.filter(({ isOwn }) => isOwn)
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      crumbs={[{ label: t.home, href: home.at(language) }, { label: t.title }]}
      wide
    >
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
        <Band key={ofEdition[0]!.edition.id} title={<Words of={ofEdition[0]!.edition.title} />}>
          <GroupList groups={ofEdition} path={paths.group} />
        </Band>
      ))}
    </Page>
  )
}

function GroupList({ groups, path }: { groups: readonly Group[]; path: typeof paths.group | typeof paths.inner }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Docs
      docs={groups.map((group) => ({
        title: inLanguage(language, group.name),
        lang: langOf(language, group.name),
        href: path.at(language, { group: group.id }),
        kind: group.edition.isExample ? (
          <Example>{t.example}</Example>
        ) : (
          group.state && shows(group, 'state') && t.states[group.state]
        ),
        text: group.text && <Words of={group.text} />,
      }))}
    />
  )
}

type GroupProps = { group: Group; members: readonly PublicMember[]; related: readonly Related[] }

/** What a group is, as its lead shows it to everybody. */
export function GroupPage({ group, members, related }: GroupProps) {
  const { language } = useFrame()
  const t = useText()
  const { name, edition, text, leads, mandate, state, joining } = group
  const congress = congressPaths.edition.at(language, { edition: edition.slug })
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
      <Stack>
        <Facts
          facts={[
            {
              label: t.congress,
              value: (
                <a href={congress}>
                  <Words of={edition.title} />
                </a>
              ),
            },
            { label: t.state, value: state && shows(group, 'state') && t.states[state] },
            { label: t.leads, value: leads },
            { label: t.joining, value: isOpenToJoin(group) && t.joinings[joining] },
          ]}
        />
        {text && <Running of={text} />}
        {mandate && (
          <>
            <h2>{t.mandate}</h2>
            <Running of={mandate} />
          </>
        )}
        <People members={members} />
        <FromGroup related={related} />
        <Ways group={group} />
      </Stack>
    </Page>
  )
}

function People({ members }: Pick<GroupProps, 'members'>) {
  const t = useText()
  if (members.length === 0) return null
  return (
    <>
      <h2>{t.people}</h2>
      <p>{t.peopleIntro}</p>
      <List
        items={members.map(({ name, organisation, part }) => (
          <>
            {[name, organisation].filter(Boolean).join(', ')} <span class="small">{t.parts[part]}</span>
          </>
        ))}
      />
    </>
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

export type Outcome = 'mailed' | 'asked' | 'joined' | 'declined'

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
