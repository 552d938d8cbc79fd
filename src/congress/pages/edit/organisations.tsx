import {
  FileField,
  Picture,
  PostButton,
  PostForm,
  Radios,
  Stop,
  Submit,
  Suggest,
  Table,
} from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../../platform/language.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { AltField, pictures } from './picture.tsx'
import { type Edited, Shell } from './shell.tsx'

type Line = {
  organisationId: string
  name: string
  part: 'host' | 'partner'
  logoId: string | null
  logoName: string | null
  logoAlt: Bilingual | null
}
type Props = {
  edition: Edited
  organisations: readonly Line[]
  register: readonly string[]
  form: FormState
  isSaved: boolean
}

/** Hosts and partners: those there are, and one more. */
export function OrganisationsPage({ edition, organisations, register, form, isSaved }: Props) {
  const { language } = useFrame()
  const t = useEditing()
  const place = { edition: edition.slug }
  return (
    <Shell edition={edition} tab="organisations" form={form} isSaved={isSaved} hasFile>
      <Table
        caption={t.tabs.organisations}
        isCaptionHidden
        empty={t.noOrganisations}
        rows={organisations}
        keyOf={({ organisationId, part }) => `${part} ${organisationId}`}
        columns={[
          { label: t.columns.name, kind: 'name', cell: ({ name }) => name },
          { label: t.labels.logo, cell: (row) => <Logo edition={edition.slug} row={row} /> },
          { label: t.labels.part, cell: ({ part }) => t.organisationParts[part] },
          {
            label: t.columns.action,
            kind: 'action',
            cell: ({ organisationId, part, name }) => (
              <PostButton
                action={paths.removeOrganisation.at(language, place)}
                values={{ organisation: organisationId, part }}
                weight="second"
                about={name}
              >
                {t.remove}
              </PostButton>
            ),
          },
        ]}
      />
      <PostForm action={paths.editOrganisations.at(language, place)} encoding="multipart">
        <Stop legend={t.add}>
          <Suggest form={form} name="name" label={t.labels.name} hint={t.hints.register} suggestions={register} />
          <Radios
            form={form}
            name="part"
            label={t.labels.part}
            options={(['host', 'partner'] as const).map((value) => ({ value, label: t.organisationParts[value] }))}
          />
          <FileField form={form} name="file" label={t.labels.logo} hint={t.hints.logo} accept={pictures} optional />
          <AltField form={form} />
          <Submit>{t.add}</Submit>
        </Stop>
      </PostForm>
    </Shell>
  )
}

function Logo({ edition, row: { organisationId, name, logoId, logoName, logoAlt } }: { edition: string; row: Line }) {
  const { language } = useFrame()
  const t = useEditing().pictures
  return (
    <>
      {logoId !== null && (
        <Picture
          kind="logo"
          href={paths.file.at(language, { edition, file: logoId, name: logoName ?? '' })}
          alt={logoAlt ? inLanguage(language, logoAlt) : name}
        />
      )}
      <a href={paths.editLogo.at(language, { edition, organisation: organisationId })}>
        {logoId === null ? t.addLogo : t.changeLogo}
        <span class="hide"> {name}</span>
      </a>
    </>
  )
}
