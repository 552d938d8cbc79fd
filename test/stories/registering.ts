/** The registration form of the example congress, as a program without a browser reads and sends it. */
export async function openForm(url: string) {
  const list = await (await fetch(`${url}/kongresse`)).text()
  const edition = /\/kongresse\/[\w-]+-beispiel/.exec(list)?.[0]
  if (!edition) throw new Error('the example congress is not on the list')
  const address = `${url}${edition}/anmeldung`
  const html = await (await fetch(address)).text()
  const all = (name: string) =>
    [...html.matchAll(new RegExp(`name="${name}(?:-\\d+)?"[^>]*value="([^"]+)"`, 'g'))].map((m) => m[1]!)
  return { edition, address, tickets: all('ticket'), sessions: all('sessions'), consents: all('consents') }
}
export type Form = Awaited<ReturnType<typeof openForm>>

/** Opens the form for its key and sends it filled in. Gives the status and where it leads. */
export async function registerBy(
  form: Form,
  email: string,
  choice: { ticket?: string; sessions?: string[]; name?: string } = {},
): Promise<{ status: number; location: string | null; html: string }> {
  const html = await (await fetch(form.address)).text()
  const body = new URLSearchParams({
    formKey: /name="formKey" value="([^"]+)"/.exec(html)?.[1] ?? '',
    name: choice.name ?? 'Vertretung Landkreis Calw',
    email,
    place: 'outside',
    ticket: choice.ticket ?? form.tickets[0] ?? '',
  })
  for (const session of choice.sessions ?? []) body.append('sessions', session)
  for (const consent of form.consents) body.append('consents', consent)
  const answer = await fetch(form.address, { method: 'POST', body, redirect: 'manual' })
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
}
