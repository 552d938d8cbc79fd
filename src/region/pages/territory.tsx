import {
  DateField,
  ErrorSummary,
  Facts,
  FileField,
  LastStop,
  Notice,
  Page,
  PostForm,
  Prose,
  Stack,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, number } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { TerritoryNow } from '../queries/region.ts'
import { useText } from '../text.ts'

type Props = { form: FormState; now: TerritoryNow; zone: string; isLoaded: boolean }

/** Which districts and commuters there are, and a file with new ones. */
export function TerritoryPage({ form, now, zone, isLoaded }: Props) {
  const all = useText()
  const { language } = useFrame()
  const t = all.territory
  const asOf = now.asOf && dates(language, zone).day(new Date(`${now.asOf}T12:00:00Z`))
  return (
    <Page
      title={t.title}
      kind="office"
      lead={t.lead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: all.menu, href: paths.region.at(language) }, { label: t.title }]}
    >
      <Stack>
        {isLoaded && <Notice kind="success" title={t.loaded} />}
        <ErrorSummary form={form} />
        <Facts
          facts={[
            { label: t.districts, value: number(now.districts) },
            { label: t.borders, value: now.borders > 0 ? number(now.borders) : t.guessed },
            { label: t.commuters, value: now.flows > 0 ? t.flows(number(now.flows), asOf ?? '') : t.none },
          ]}
        />
        <PostForm action={paths.territory.at(language)} encoding="multipart">
          <Stop legend={t.load}>
            <FileField
              form={form}
              name="file"
              label={t.file}
              hint={t.fileHint}
              accept=".csv,.json,text/csv,application/json"
            />
            <Prose>
              <p>{t.shapes}</p>
              <ul>
                <li>
                  <code>{t.districtHead}</code>
                </li>
                <li>
                  <code>{t.flowHead}</code>
                </li>
                <li>{t.json}</li>
              </ul>
            </Prose>
            <DateField form={form} name="asOf" label={t.asOf} hint={t.flowHint} optional />
            <TextField form={form} name="source" label={t.source} hint={t.flowHint} maxLength={300} optional />
          </Stop>
          <LastStop title={t.finish}>
            <p>{t.finishLead}</p>
            <Submit>{t.send}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}
