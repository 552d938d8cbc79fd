import { Count, type Doc, Docs, Empty, More, Page, SearchBar, Stack, TextField } from '../../design/index.tsx'
import type { Finding, Findings, Marked } from '../../platform/finding.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { home } from '../../platform/paths.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

type Props = { form: FormState; groups: readonly Findings[] }

/** One field for everything; what was found stands in groups, the group with the best answer first. */
export function SearchPage({ form, groups }: Props) {
  const { language, asset } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      crumbs={[{ label: t.home, href: home.at(language) }, { label: t.title }]}
      meta={
        <>
          <meta name="robots" content="noindex" />
          <script type="module" src={asset('suggesting.js')} />
        </>
      }
    >
      <Stack>
        <SearchBar action={paths.search.at(language)} label={t.label} suggestions={paths.suggestions.at(language)}>
          <TextField form={form} name="q" type="search" label={t.words} hint={t.hint} maxLength={300} />
        </SearchBar>
        {valueOf(form, 'q') && <Answer groups={groups} />}
      </Stack>
    </Page>
  )
}

function Answer({ groups }: { groups: readonly Findings[] }) {
  const t = useText()
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  return (
    <>
      <p class="over" role="status">
        {t.found(total)}
      </p>
      {total === 0 && <Empty title={t.none} />}
      {groups.map((group) => (
        <section key={group.name}>
          <h2>
            {group.name} <Count>{group.total}</Count>
          </h2>
          <Docs docs={group.findings.map(docOf)} />
          {group.all && (
            <p>
              <More href={group.all.href}>{group.all.label}</More>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

const docOf = ({ title, lang, href, kind, sentence, places = [] }: Finding): Doc => ({
  ...{ title, lang, href, kind },
  text: sentence && <Sentence parts={sentence} lang={lang} />,
  more: places.map((place) => (
    <p key={place.href}>
      <a href={place.href}>{place.label}</a>: <Sentence parts={place.sentence} lang={lang} />
    </p>
  )),
})

const Sentence = ({ parts, lang }: { parts: readonly Marked[]; lang?: string | undefined }) => (
  <span lang={lang}>{parts.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}</span>
)
