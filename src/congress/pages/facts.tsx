import type { Fact } from '../../design/index.tsx'
import type { Frame } from '../../platform/frame.ts'
import { isOver } from '../model.ts'
import { paths } from '../paths.ts'
import type { EditionContent } from '../queries/edition.ts'
import type { EditionCard } from '../queries/editions.ts'
import { text } from '../text/public.ts'
import { Content, plain } from './content.tsx'
import { Ref } from './sources.tsx'
import { timeText } from './when.ts'

/** What stands beside the title: hosts, single facts with their sources, the way on through the series. */
export function editionFacts(edition: EditionContent, { language }: Frame): Fact[] {
  const t = text[language]
  const { doorsAt, hosts, facts, previous, following, state } = edition
  return [
    { label: t.facts.doors, value: doorsAt && !isOver(state) && timeText(language, edition, doorsAt) },
    { label: t.facts.host, value: hosts.map(({ name }) => name).join(', ') },
    ...facts.map(({ label, value, source }) => ({
      label: <Content of={label} />,
      value: (
        <>
          <Content of={value} />
          <Ref of={source} edition={edition} />
        </>
      ),
    })),
    { label: t.facts.previous, value: previous && !isOver(state) && <Station edition={previous} /> },
    { label: t.facts.following, value: following && <Station edition={following} /> },
  ]

  function Station({ edition: { slug, title } }: { edition: EditionCard }) {
    return <a href={paths.edition.at(language, { edition: slug })}>{plain(language, title)}</a>
  }
}
