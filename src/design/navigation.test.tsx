import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { FrameProvider } from '../platform/frame.ts'
import { Tabs } from './index.tsx'

const tabs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    href: `#${index}`,
    label: `Bereich ${index}`,
    isCurrent: index === 2,
  }))
const render = (count: number) =>
  renderToString(
    <FrameProvider value={{ language: 'de' } as never}>
      <Tabs tabs={tabs(count)} />
    </FrameProvider>,
  )

test('many views fold into one line that names the current one and holds all others', () => {
  const [list, folded] = render(13).split('<details>') as [string, string]
  expect(list.match(/<a /g)).toHaveLength(13)
  expect(folded).toContain('<summary><span>Bereich 2</span><small>12 weitere</small></summary>')
  expect([...folded.matchAll(/href="#(\d+)"/g)].map(([, no]) => Number(no))).toEqual([
    0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ])
})

test('a few views stay side by side', () => {
  expect(render(4)).not.toContain('<details>')
})
