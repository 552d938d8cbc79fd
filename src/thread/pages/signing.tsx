import type { Quoted } from '../../atlas/index.ts'
import {
  Actions,
  ButtonLink,
  DateField,
  ErrorSummary,
  Hidden,
  LastStop,
  Note,
  Notice,
  Page,
  PostButton,
  PostForm,
  Select,
  Stack,
  Stop,
  Submit,
  Suggest,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Piece } from '../queries/pieces.ts'
import type { Position, Signed, Version } from '../queries/positions.ts'
import { usePositions } from '../text/positions.ts'
import { SignedTable, Versions, VersionText } from './position.tsx'
import { crumbsTo, hrefOf, listOf } from './words.tsx'

export type WordingsProps = { position: Position; zone: string; form: FormState }

/** The wordings of a position and who signed the last one; the office keeps another and enters signatures. */
export function Wordings({ piece, position, zone, form }: WordingsProps & { piece: Piece }) {
  const { language } = useFrame()
  const t = usePositions()
  const [last] = position.versions
  return (
    <section class="stack">
      <h2>{t.versions.title}</h2>
      <p>{last ? t.versions.keepText : t.versions.none}</p>
      <Versions {...{ piece, position, zone }} />
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.keepWording.at(language, { piece: piece.id })}>
        <Stop legend={t.versions.keep}>
          <TextField form={form} name="note" label={t.versions.changed} maxLength={300} optional />
          <Submit weight="second">{t.versions.keep}</Submit>
        </Stop>
      </PostForm>
      {last && (
        <Actions>
          <ButtonLink href={paths.sign.at(language, { piece: piece.slug })} weight="second">
            {t.sign.title}
          </ButtonLink>
        </Actions>
      )}
    </section>
  )
}

type SignProps = {
  form: FormState
  piece: Piece
  version: Version | undefined
  figures: readonly Quoted[]
  signed: readonly Signed[]
  /** For which the viewer may sign; undefined: any, by its name. */
  signable: readonly string[] | undefined
  isSaved: boolean
}

/** An organisation signs the last wording; below, who did and can take it back. */
export function SignPage(props: SignProps) {
  const { form, piece, version, figures, isSaved } = props
  const { language } = useFrame()
  const t = usePositions()
  return (
    <Page
      kind="office"
      title={t.sign.title}
      lead={version && t.sign.lead(version.number, inLanguage(language, version.title))}
      hasProblems={form.problems.length > 0}
      crumbs={crumbsTo(
        language,
        listOf(language, 'position'),
        { label: inLanguage(language, piece.title), href: hrefOf(language, piece) },
        { label: t.sign.title },
      )}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.saved} />}
        {version ? (
          <>
            <VersionText version={version} figures={figures} />
            <SignForm {...props} version={version} />
            <Own {...props} version={version} />
          </>
        ) : (
          <Notice kind="warning" title={t.sign.notYet} />
        )}
      </Stack>
    </Page>
  )
}

type FormProps = Pick<SignProps, 'form' | 'piece' | 'signable'> & { version: Version }

function SignForm({ form, piece, version, signable }: FormProps) {
  const { language } = useFrame()
  const t = usePositions()
  const { fields } = t
  return (
    <>
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={paths.sign.at(language, { piece: piece.slug })}>
        <Hidden name="seen" value={version.number} />
        <Stop legend={t.sign.legend}>
          {signable ? (
            <Select
              form={form}
              name="organisation"
              label={fields.organisation}
              empty={signable.length > 1 ? '' : undefined}
              options={signable.map((name) => ({ value: name, label: name }))}
            />
          ) : (
            <Suggest
              form={form}
              name="organisation"
              label={fields.organisation}
              suggestions={piece.organisations.map(({ name }) => name)}
              maxLength={200}
            />
          )}
          <TextField form={form} name="person" label={fields.person} maxLength={200} autocomplete="name" />
          <TextField form={form} name="function" label={fields.function} maxLength={200} optional />
          <DateField form={form} name="signedOn" label={fields.signedOn} />
          <TextField form={form} name="decision" label={fields.decision} hint={t.hints.decision} maxLength={500} />
        </Stop>
        <LastStop title={t.sign.submit}>
          <Note>{t.sign.public}</Note>
          <Submit>{t.sign.submit}</Submit>
        </LastStop>
      </PostForm>
    </>
  )
}

/** Who signed this wording, as far as the viewer may take it back. */
function Own({ piece, version, signed, signable }: FormProps & Pick<SignProps, 'signed'>) {
  const { language } = useFrame()
  const t = usePositions().signed
  const own = signed.filter(
    ({ versionId, organisation }) => versionId === version.id && (signable?.includes(organisation) ?? true),
  )
  return (
    <SignedTable
      signed={own}
      action={({ id, organisation }) => (
        <PostButton
          action={paths.unsign.at(language, { piece: piece.slug, signature: id })}
          weight="second"
          about={organisation}
        >
          {t.takeBack}
        </PostButton>
      )}
    />
  )
}
