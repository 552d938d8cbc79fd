// Keeps on this device what is typed into a form until it is saved, and offers it back when the form comes up without
// it: after an expired sign-in, a closed window, a dead battery. Without it the form works.
type Words = { of: string; found: string; take: string; drop: string }
type Draft = { at: number; of: string; seen: string; isSent: boolean; fields: Record<string, string> }
type Field = HTMLInputElement | HTMLTextAreaElement

const prefix = 'draft:'
const keptMs = 7 * 24 * 3_600_000

for (const key of Object.keys(localStorage))
  if (key.startsWith(prefix) && Date.now() - (read(key)?.at ?? 0) > keptMs) localStorage.removeItem(key)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]'))
  keep(form, JSON.parse(form.dataset.draft!) as Words)

function keep(form: HTMLFormElement, words: Words) {
  const key = prefix + new URL(form.action).pathname
  const fields = [...form.querySelectorAll<Field>('input[type=text], textarea')]
  const typed = () => Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  const seen = form.querySelector<HTMLInputElement>('[name=seen]')?.value ?? ''
  const store = (isSent: boolean) => {
    const draft: Draft = { at: Date.now(), of: words.of, seen, isSent, fields: typed() }
    localStorage.setItem(key, JSON.stringify(draft))
  }
  const draft = read(key)
  if (draft?.of === words.of && isMissing(draft, typed(), seen)) offer(form, { draft, words, key, fields })
  else localStorage.removeItem(key)
  let timer: ReturnType<typeof setTimeout>
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => store(false), 300)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    store(true)
  })
}

function read(key: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Draft
  } catch {
    return undefined
  }
}

/** Whether the form lacks what was typed. What was sent and came to a new version is saved, or stands beside it. */
function isMissing({ fields, seen, isSent }: Draft, now: Record<string, string>, seenNow: string) {
  if (isSent && seen !== seenNow) return false
  return Object.entries(fields).some(([name, value]) => name in now && now[name] !== value)
}

type Offer = { draft: Draft; words: Words; key: string; fields: readonly Field[] }

function offer(form: HTMLFormElement, { draft, words, key, fields }: Offer) {
  const box = document.createElement('div')
  box.className = 'notice info'
  box.role = 'status'
  const said = document.createElement('p')
  said.className = 'word'
  const when = new Date(draft.at).toLocaleString(document.documentElement.lang, {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  said.textContent = words.found.replace('{{when}}', when)
  const ways = document.createElement('div')
  ways.className = 'acts'
  ways.append(
    button(words.take, () => {
      for (const field of fields) field.value = draft.fields[field.name] ?? field.value
      form.dispatchEvent(new Event('input'))
    }),
    button(words.drop, () => localStorage.removeItem(key)),
  )
  box.append(said, ways)
  form.before(box)

  function button(label: string, act: () => void) {
    const one = document.createElement('button')
    one.type = 'button'
    one.className = 'button second plain'
    one.textContent = label
    one.addEventListener('click', () => {
      act()
      box.remove()
      fields[0]?.focus()
    })
    return one
  }
}
