import { differences } from '../platform/merging.ts'
import { useText } from './text.ts'

/** What was taken out of a text and what came in, told by words too for who does not see the marks. */
export function Difference({ from, to }: { from: string; to: string }) {
  const t = useText()
  return (
    <div class="prose">
      {differences(from, to).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{lines(text)}</span>
        if (kind === 'added')
          return (
            <ins key={index}>
              <span class="hide">{t.added} </span>
              {lines(text)}
            </ins>
          )
        return (
          <del key={index}>
            <span class="hide">{t.removed} </span>
            {lines(text)}
          </del>
        )
      })}
    </div>
  )
}

const lines = (text: string) =>
  text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))
