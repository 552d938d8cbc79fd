import { StepPlot, Table } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { dates, type Language, number } from '../../../platform/language.ts'
import type { DeskEdition } from '../../queries/desk.ts'
import type { Point } from '../../queries/desk-standing.ts'
import { deskText, useDeskText } from '../../text/desk.ts'

type Props = { edition: DeskEdition; curve: readonly Point[] }

const isOnline = (curve: readonly Point[]) => curve.some(({ online }) => online > 0)

/** How many have a place today, in a sentence; undefined before the first. */
export function courseTitle(language: Language, curve: readonly Point[]): string | undefined {
  const last = curve.at(-1)
  return last && deskText[language].plot.title(number(last.onSite), isOnline(curve) ? number(last.online) : undefined)
}

/** Registrations over time, on site and online, against the places there are; nothing before the first. */
export function Course({ edition, curve }: Props) {
  const { language } = useFrame()
  const t = useDeskText()
  const { day, short } = dates(language, edition.zone)
  const [first, last, title] = [curve[0], curve.at(-1), courseTitle(language, curve)]
  if (!first || !last || !title) return null
  const hasOnline = isOnline(curve)
  const line = (of: 'onSite' | 'online', label: string) => ({
    label,
    points: curve.map((point) => ({ at: point.at, value: point[of] })),
  })
  return (
    <StepPlot
      id="course"
      title={title}
      lines={[
        line('onSite', hasOnline ? t.plot.onSite(number(last.onSite)) : t.plot.today(number(last.onSite))),
        ...(hasOnline ? [line('online', t.plot.online(number(last.online)))] : []),
      ]}
      until={Math.max(last.at, edition.closesAt?.getTime() ?? 0)}
      limit={edition.seats === null ? undefined : { value: edition.seats, label: t.plot.limit }}
      ticks={[first, last].map(({ at }) => ({ at, label: day(new Date(at)), short: short(new Date(at)) }))}
      region={edition.regionNo ?? 1}
      summary={t.plot.summary}
    >
      <CourseTable {...{ edition, curve, hasOnline }} />
    </StepPlot>
  )
}

/** The figures behind the picture, about twenty of them. */
function CourseTable({ edition, curve, hasOnline }: Props & { hasOnline: boolean }) {
  const { language } = useFrame()
  const t = useDeskText()
  const { day } = dates(language, edition.zone)
  const step = Math.ceil(curve.length / 20)
  return (
    <Table
      caption={t.plot.summary}
      isCaptionHidden
      rows={curve.filter((_, index) => index % step === 0 || index === curve.length - 1)}
      keyOf={(point) => point.at}
      columns={[
        { label: t.plot.day, kind: 'name', cell: (point) => day(new Date(point.at)) },
        { label: t.attendances.on_site, kind: 'number', cell: (point) => number(point.onSite) },
        ...(hasOnline
          ? [{ label: t.attendances.online, kind: 'number' as const, cell: (point: Point) => number(point.online) }]
          : []),
      ]}
    />
  )
}
