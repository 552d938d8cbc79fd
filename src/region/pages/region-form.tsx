import {
  BilingualField,
  Checkbox,
  Details,
  ErrorSummary,
  FileField,
  LastStop,
  Notice,
  Page,
  Pair,
  PostForm,
  Radios,
  Select,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import { type FormState, problemsOf, valueOf } from '../../platform/forms.ts'
import { useText } from '../text.ts'

type Props = {
  kind: 'setUp' | 'change'
  form: FormState
  action: string
  zones: readonly string[]
  numbers: readonly number[]
  isSaved?: boolean
}

/** Who publishes here and which regions there are: set up once, changed later. */
export function RegionPage({ kind, form, action, zones, numbers, isSaved }: Props) {
  const t = useText()
  const words = t[kind]
  const isOpen = (no: number) =>
    no === 1 ||
    valueOf(form, `region${no}De`) !== '' ||
    ['De', 'Colour', 'Website'].some((part) => problemsOf(form, `region${no}${part}`).length > 0)
  return (
    <Page title={words.title} kind="office" lead={words.lead} hasProblems={form.problems.length > 0}>
      {isSaved && <Notice kind="success" title={t.change.saved} />}
      <ErrorSummary form={form} hasFile />
      <PostForm action={action} encoding="multipart">
        <Stop legend={t.who}>
          <BilingualField form={form} name="name" label={t.name} maxLength={200} />
          <Pair>
            <TextField form={form} name="short" label={t.short} maxLength={40} autocomplete="off" />
            <TextField
              form={form}
              name="contactEmail"
              type="email"
              label={t.contactEmail}
              hint={t.contactHint}
              maxLength={254}
              autocomplete="off"
            />
          </Pair>
          <Select
            form={form}
            name="zone"
            label={t.zone}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
          />
          <Radios
            form={form}
            name="languages"
            label={t.languages}
            hint={t.languagesHint}
            options={(['de,en', 'en,de', 'de'] as const).map((value) => ({ value, label: t.languageChoices[value] }))}
          />
          <FileField
            form={form}
            name="logo"
            label={t.ownLogo}
            hint={`${t.logoHint} ${t.logo}`}
            accept=".png,.jpg,.jpeg,.webp,.gif,image/png,image/jpeg,image/webp,image/gif"
            optional
          />
          {kind === 'change' && <Checkbox form={form} name="noLogo" label={t.noLogo} />}
        </Stop>
        <Stop legend={t.regions}>
          <p>{t.regionsLead}</p>
          <FileField
            form={form}
            name="file"
            label={t.file}
            hint={kind === 'setUp' ? `${t.fileHint} ${t.fileSetUp}` : t.fileHint}
            accept=".csv,.json,text/csv,application/json"
            optional
          />
          {numbers.filter(isOpen).map((no) => (
            <RegionFields key={no} form={form} no={no} />
          ))}
          {numbers.some((no) => !isOpen(no)) && (
            <Details summary={t.more}>
              {numbers
                .filter((no) => !isOpen(no))
                .map((no) => (
                  <RegionFields key={no} form={form} no={no} />
                ))}
            </Details>
          )}
        </Stop>
        <LastStop title={kind === 'setUp' ? t.setUp.sending : t.last}>
          <Submit>{words.send}</Submit>
        </LastStop>
      </PostForm>
    </Page>
  )
}

function RegionFields({ form, no }: { form: FormState; no: number }) {
  const t = useText()
  return (
    <>
      <BilingualField
        form={form}
        name={`region${no}`}
        label={t.region(no)}
        hint={no === 1 ? t.firstRegionHint : t.regionHint}
        maxLength={200}
        optional={no > 1}
      />
      <Pair>
        <TextField form={form} name={`region${no}Colour`} label={t.colour} hint={t.colourHint} maxLength={7} optional />
        <TextField form={form} name={`region${no}Body`} label={t.body} maxLength={200} optional />
      </Pair>
      <Pair>
        <TextField form={form} name={`region${no}Seat`} label={t.seat} maxLength={200} optional />
        <TextField form={form} name={`region${no}Website`} type="url" label={t.website} maxLength={200} optional />
      </Pair>
    </>
  )
}
