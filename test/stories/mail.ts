import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The mail kept in a data folder for this address that says this; waits until it has been made. */
export async function mailTo(data: string, address: string, saying: string | RegExp = '') {
  for (let tries = 0; tries < 400; tries++) {
    for (const text of kept(join(data, 'mail')))
      if (text.includes(address) && (typeof saying === 'string' ? text.includes(saying) : saying.test(text)))
        return text
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no mail to ${address} that says ${saying}`)
}

/** The address in it that a button of a mail leads to, as `/gruppeneinladung/…`. */
export async function linkIn(data: string, address: string, beginning: string) {
  const link = new RegExp(`${beginning}/[\\w-]{22}`)
  return link.exec(await mailTo(data, address, link))![0]
}

const kept = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, ''))
