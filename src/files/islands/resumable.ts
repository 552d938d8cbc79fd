// Sends large files of a form in pieces that go on where they broke off (tus 1.0), then the form with their ids in place
// of the files. Without it the form carries its files itself, up to what a form may carry.
const place = document.querySelector<HTMLElement>('[data-uploads]')
const pieceBytes = 4 * 1024 * 1024
/** What is smaller goes with the form. */
const smallBytes = 4 * 1024 * 1024
const tus = { 'Tus-Resumable': '1.0.0' }

for (const form of place?.querySelectorAll('form') ?? [])
  if (form.querySelector('input[type=file]')) form.addEventListener('submit', (event) => void take(event, form))

async function take(event: SubmitEvent, form: HTMLFormElement) {
  const field = form.querySelector<HTMLInputElement>('input[type=file]')!
  const files = [...(field.files ?? [])]
  if (files.reduce((sum, { size }) => sum + size, 0) <= smallBytes) return
  event.preventDefault()
  const said = saying(form)
  const all = files.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  try {
    for (const file of files) {
      const id = await send(file, (bytes) => said(Math.floor((100 * (before + bytes)) / all)))
      before += file.size
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'upload', value: id }))
    }
  } catch {
    said(undefined)
    return
  }
  field.disabled = true
  form.submit()
}

/** Tells how far it is, or that it is stuck, beside the button. */
function saying(form: HTMLFormElement) {
  const output = form.querySelector('output') ?? form.appendChild(document.createElement('output'))
  const button = form.querySelector<HTMLButtonElement>('button:not([name])')
  return (percent: number | undefined) => {
    const { progress = '', stuck = '' } = place!.dataset
    output.textContent = percent === undefined ? stuck : progress.replace('{percent}', String(percent))
    if (button) button.disabled = percent !== undefined
  }
}

/** Sends one file and gives its id; a file that was begun before, in this browser, goes on. */
async function send(file: File, sent: (bytes: number) => void): Promise<string> {
  const key = `upload ${file.name} ${file.size} ${file.lastModified}`
  let at = localStorage.getItem(key) ?? ''
  let offset = at ? await soFar(at) : undefined
  if (offset === undefined) {
    at = await begin(file)
    localStorage.setItem(key, at)
    offset = 0
  }
  for (let failures = 0; offset < file.size; ) {
    sent(offset)
    const next = await sendPiece(at, offset, file.slice(offset, offset + pieceBytes))
    if (next !== undefined) {
      failures = 0
      offset = next
      continue
    }
    if (++failures > 8) throw new Error('stuck')
    await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** Math.min(failures, 5)))
    offset = (await soFar(at).catch(() => offset)) ?? fail()
  }
  localStorage.removeItem(key)
  return at.replace(/^.*\//, '')
}

const fail = (): never => {
  throw new Error('gone')
}

async function begin(file: File): Promise<string> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)))
  const headers = { ...tus, 'Upload-Length': String(file.size), 'Upload-Metadata': `filename ${name}` }
  const answer = await fetch(place!.dataset.uploads!, { method: 'POST', headers })
  return answer.headers.get('location') ?? fail()
}

/** How much of it has come; undefined where it is known no longer. */
async function soFar(at: string): Promise<number | undefined> {
  const answer = await fetch(at, { method: 'HEAD', headers: tus })
  return answer.ok ? Number(answer.headers.get('upload-offset')) : undefined
}

/** How much has come after this piece; undefined where it did not arrive. */
async function sendPiece(at: string, offset: number, body: Blob): Promise<number | undefined> {
  const headers = { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) }
  const answer = await fetch(at, { method: 'PATCH', headers, body }).catch(() => undefined)
  return answer?.status === 204 ? Number(answer.headers.get('upload-offset')) : undefined
}
