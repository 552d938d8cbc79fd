import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * Passkeys: `form[data-passkey]` says `sign-in` or `add`. Pressing its button asks `data-challenge` for a challenge,
 * has the authenticator answer it, and sends the form with the answer in it.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!window.PublicKeyCredential) continue
  form.hidden = false
  for (const words of document.querySelectorAll<HTMLElement>('[data-without-passkey]')) words.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(form).catch(() => stopped(form))
  })
}

async function answer(form: HTMLFormElement) {
  const { challenge, options } = await ask(form)
  const credential =
    form.dataset.passkey === 'add'
      ? await startRegistration({ optionsJSON: options })
      : await startAuthentication({ optionsJSON: options })
  field(form, 'challenge').value = challenge
  field(form, 'credential').value = JSON.stringify(credential)
  form.submit()
}

async function ask(form: HTMLFormElement) {
  const response = await fetch(form.dataset.challenge!, {
    method: 'POST',
    body: new URLSearchParams({ formKey: form.dataset.challengeKey! }),
  })
  if (!response.ok) throw new Error(`no challenge: ${response.status}`)
  return response.json()
}

/** A challenge is used once and so is its key: the page as it would come now has a new one. */
async function stopped(form: HTMLFormElement) {
  const message = form.querySelector<HTMLElement>('[data-stopped]')
  if (message) message.hidden = false
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
  const fresh = page.querySelector<HTMLFormElement>(`form[data-passkey="${form.dataset.passkey}"]`)
  if (fresh) form.dataset.challengeKey = fresh.dataset.challengeKey
}

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement
