import { AtlasHead, Band, Col, Cols, Page, SearchBar, Select } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import type { Indicator } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'
import type { Drawn } from './drawn/index.ts'
import { Take } from './take.tsx'
import { Numbers, Shown } from './view.tsx'

type Props = { drawn: Drawn; indicators: readonly Indicator[]; form: FormState; day: Date }

/** Two indicators against each other: a point for each district, what that says, and the table behind it. */
export function RelationPage({ drawn, indicators, form, day }: Props) {
  const { language } = useFrame()
  const words = useText()
  const t = words.relation
  const options = indicators.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: words.home, href: home.at(language) },
        { label: words.title, href: paths.atlas.at(language) },
        { label: t.title },
      ]}
    >
      <Band>
        <Cols>
          <Col span={8}>
            <Shown drawn={drawn} />
          </Col>
          <Col span={4}>
            {options.length > 0 && (
              <SearchBar action={paths.relation.at(language)} label={t.show}>
                <Select form={form} name="waagrecht" label={t.across} options={options} />
                <Select form={form} name="senkrecht" label={t.up} options={options} />
              </SearchBar>
            )}
            {drawn.chart && <Take drawn={drawn} day={day} />}
          </Col>
        </Cols>
      </Band>
      {drawn.rows.length > 0 && (
        <Band ground="ground">
          <Numbers drawn={drawn} />
        </Band>
      )}
    </Page>
  )
}
