import { Empty, PostButton, PostForm, Radios, Stop, Submit, Suggest, Table } from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { type Edited, Shell } from './shell.tsx'

type Line = { organisationId: string; name: string; part: 'host' | 'partner' }
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
    <Shell edition={edition} tab="organisations" form={form} isSaved={isSaved}>
      {organisations.length === 0 ? (
        <Empty title={t.tabs.organisations}>{t.none}</Empty>
      ) : (
        <Table
          caption={t.tabs.organisations}
          isCaptionHidden
          rows={organisations}
          keyOf={({ organisationId, part }) => `${part} ${organisationId}`}
          columns={[
            { label: t.columns.name, kind: 'name', cell: ({ name }) => name },
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
      )}
      <PostForm action={paths.editOrganisations.at(language, place)}>
        <Stop legend={t.add}>
          <Suggest form={form} name="name" label={t.labels.name} hint={t.hints.register} suggestions={register} />
          <Radios
            form={form}
            name="part"
            label={t.labels.part}
            options={(['host', 'partner'] as const).map((value) => ({ value, label: t.organisationParts[value] }))}
          />
          <Submit>{t.add}</Submit>
        </Stop>
      </PostForm>
    </Shell>
  )
}
