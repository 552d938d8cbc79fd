import {
  BilingualField,
  ErrorSummary,
  LastStop,
  Notice,
  Page,
  PostButton,
  PostForm,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import { licenceOf, licenceOptions } from '../model/licence.ts'
import { paths } from '../paths.ts'
import type { Source } from '../queries/region.ts'
import { useText } from '../text.ts'

type ListProps = { rows: readonly Source[]; done: 'gespeichert' | 'geloescht' | undefined }

/** Every source that facts, figures and texts name. */
export function SourcesPage({ rows, done }: ListProps) {
  const t = useText().sources
  const { language } = useFrame()
  return (
    <Page title={t.title} kind="office" lead={t.lead}>
      <Stack>
        {done && <Notice kind="success" title={t.done[done]} />}
        <Table
          caption={t.title}
          isCaptionHidden
          rows={rows}
          keyOf={({ id }) => id}
          empty={t.none}
          columns={[
            {
              label: t.labels.titleDe,
              kind: 'name',
              cell: ({ id, title }) => (
                <a href={paths.source.at(language, { source: id })} lang={langOf(language, title)}>
                  {inLanguage(language, title)}
                </a>
              ),
            },
            { label: t.labels.address, cell: ({ address }) => address },
            {
              label: t.labels.licence,
              cell: ({ licence }) => licence && inLanguage(language, licenceOf(licence).name),
            },
          ]}
        />
      </Stack>
    </Page>
  )
}

/** One source: correct it, or delete it where nothing names it. */
export function SourcePage({ source, form }: { source: Source; form: FormState }) {
  const t = useText().sources
  const { language } = useFrame()
  const at = { source: source.id }
  return (
    <Page
      title={inLanguage(language, source.title)}
      kind="office"
      head="slim"
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.title, href: paths.sources.at(language) }, { label: t.one }]}
    >
      <Stack>
        <ErrorSummary form={form} />
        <PostForm action={paths.source.at(language, at)}>
          <Stop legend={t.one}>
            <BilingualField form={form} name="title" label={t.name} hint={t.nameHint} maxLength={500} rows={2} />
            <TextField
              form={form}
              name="address"
              label={t.labels.address}
              hint={t.addressHint}
              maxLength={2000}
              optional
            />
            <Select
              form={form}
              name="licence"
              label={t.labels.licence}
              hint={t.licenceHint}
              empty={t.noLicence}
              optional
              options={licenceOptions(language, source.licence)}
            />
          </Stop>
          <LastStop title={t.finish}>
            <p>{t.everywhere}</p>
            <Submit>{t.save}</Submit>
          </LastStop>
        </PostForm>
        <PostButton action={paths.removeSource.at(language, at)} weight="danger">
          {t.remove}
        </PostButton>
      </Stack>
    </Page>
  )
}
