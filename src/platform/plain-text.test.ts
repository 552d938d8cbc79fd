import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('a text without its marks says the same: lists, tables and notes in paragraphs', () => {
  const source = `Die Regionen führen **einen** [Kalender](https://example.org).[^1]

| Stelle | Aufgabe |
| --- | --- |
| Regionalverband | pflegt |

1. Erstens
2. Zweitens

[^1]: Beschluss vom 3. Mai.`
  expect(plainText(source)).toBe(
    'Die Regionen führen einen Kalender. (Beschluss vom 3. Mai.)\n\nStelle: Regionalverband; Aufgabe: pflegt\n\n1. Erstens\n\n2. Zweitens',
  )
})
