import { useEditing } from '../../text/editing.ts'

/** How bold, italic, lists and links are typed: each sign as code, with what becomes of it. */
export function MarkdownHint() {
  const { markdown: t } = useEditing()
  return (
    <>
      {t.paragraphs} <code>{`**${t.word}**`}</code> {t.becomes} <strong>{t.word}</strong>, <code>{`*${t.word}*`}</code>{' '}
      {t.becomes} <em>{t.word}</em>, <code>{`[${t.word}](https://…)`}</code> {t.link}; <code>{`- ${t.word}`}</code>{' '}
      {t.item}.
    </>
  )
}
