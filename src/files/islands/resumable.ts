// Sends large files of a form in pieces that go on where they broke off (tus 1.0), then the form with their ids in place
// of the files. Without it the form carries its files itself, up to what a form may carry.
const place = document.querySelector<HTMLElement>('[data-uploads]')
const pieceBytes = 4 * 1024 * 1024
/** What is smaller goes with the form. */
const smallBytes = 4 * 1024 * 1024
const tus = { 'Tus-Resumable': '1.0.0' }

for (const form of place?.querySelectorAll('form') ?? [])
  if (form.querySelector('input[type=file]')) form.addEventListener('submit', (event) => void take(event, form))

/** What ends the sending; each has its sentence on the form. */
type Ending = 'stuck' | 'large' | 'many' | 'away'
type Say = (sentence: Ending | 'progress' | 'patience', number?: number) => void

class Ended extends Error {
  readonly why: Ending
  constructor(why: Ending) {
    super(why)
    this.why = why
  }
}

async function take(event: SubmitEvent, form: HTMLFormElement) {
  const field = form.querySelector<HTMLInputElement>('input[type=file]')!
  const files = [...(field.files ?? [])]
  const all = files.reduce((sum, { size }) => sum + size, 0)
  if (all <= smallBytes) return
  event.preventDefault()
  const say = saying(form)
  let before = 0
  try {
    for (const file of files) {
      const id = await send(file, say, (bytes) => say('progress', Math.floor((100 * (before + bytes)) / all)))
      before += file.size
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'upload', value: id }))
    }
  } catch (error) {
    say(error instanceof Ended ? error.why : 'stuck')
    return
  }
  field.disabled = true
  form.submit()
}

/** Tells beside the button how far it is, what it waits for, or why it has ended. */
function saying(form: HTMLFormElement): Say {
  const output = form.querySelector('output') ?? form.appendChild(document.createElement('output'))
  const button = form.querySelector<HTMLButtonElement>('button:not([name])')
  return (sentence, number) => {
    output.textContent = (place!.dataset[sentence] ?? '').replace('{number}', String(number))
    if (button) button.disabled = number !== undefined
  }
}

/** Sends one file and gives its id; a file that was begun before, in this browser, goes on. */
async function send(file: File, say: Say, sent: (bytes: number) => void): Promise<string> {
  const key = `upload ${file.name} ${file.size} ${file.lastModified}`
  let at = localStorage.getItem(key) ?? ''
  let offset = at ? await soFar(at) : undefined
  if (offset === undefined) {
    at = await begin(file, say)
    localStorage.setItem(key, at)
    offset = 0
  }
  for (let failures = 0; offset < file.size; ) {
    sent(offset)
    const next = await sendPiece(at, offset, { piece: file.slice(offset, offset + pieceBytes), say })
    if (next !== undefined) {
      failures = 0
      offset = next
      continue
    }
    if (++failures > 8) throw new Ended('stuck')
    await wait(0.5 * 2 ** Math.min(failures, 5))
    offset = (await soFar(at).catch(() => offset)) ?? end('away')
  }
  localStorage.removeItem(key)
  return at.replace(/^.*\//, '')
}

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
const end = (why: Ending): never => {
  throw new Ended(why)
}

/** Asks again as late as an answer says that came for asking too often. */
async function patiently(say: Say, ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask()
    const seconds = answer.status === 429 ? Number(answer.headers.get('retry-after')) : 0
    if (!seconds) return answer
    say('patience', seconds)
    await wait(seconds)
  }
}

const endings: Readonly<Record<number, Ending>> = { 401: 'away', 404: 'away', 413: 'large', 429: 'many' }

async function begin(file: File, say: Say): Promise<string> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)))
  const headers = { ...tus, 'Upload-Length': String(file.size), 'Upload-Metadata': `filename ${name}` }
  const answer = await patiently(say, () => fetch(place!.dataset.uploads!, { method: 'POST', headers }))
  return answer.headers.get('location') ?? end(endings[answer.status] ?? 'stuck')
}

/** How much of it has come; undefined where it is known no longer. */
async function soFar(at: string): Promise<number | undefined> {
  const answer = await fetch(at, { method: 'HEAD', headers: tus })
  return answer.ok ? Number(answer.headers.get('upload-offset')) : undefined
}

/** How much has come after this piece; undefined where it did not arrive. */
async function sendPiece(at: string, offset: number, { piece, say }: { piece: Blob; say: Say }) {
  const headers = { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) }
  const answer = await patiently(say, () => fetch(at, { method: 'PATCH', headers, body: piece })).catch(() => undefined)
  return answer?.status === 204 ? Number(answer.headers.get('upload-offset')) : undefined
}
