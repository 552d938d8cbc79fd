/**
 * Narrows the list at the door while one types, also where there is no net: every word must be in the row, however it is
 * capitalised and with or without its dots. Without this the form asks the server.
 */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
const field = document.querySelector<HTMLInputElement>('[name="q"]')
const rows = [...document.querySelectorAll<HTMLTableRowElement>('main tbody tr')].map((row) => ({
  row,
  text: plain(row.textContent),
}))
field?.addEventListener('input', () => {
  const words = plain(field.value).split(/\s+/).filter(Boolean)
  for (const { row, text } of rows) row.hidden = !words.every((word) => text.includes(word))
})
