import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { isIPv6 } from 'node:net'

/** A fresh secret of 128 bits, base64url, 22 characters. */
export const newSecret = () => randomBytes(16).toString('base64url')

/** What is kept of a secret: its SHA-256. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/**
 * A secret of 128 bits that can be made again from the installation's key, so that only its hash lies in the
 * database and a mail that is sent later can still hold the link.
 */
export const derivedSecret = (key: Buffer, ...purpose: readonly (string | number)[]) =>
  createHmac('sha256', key).update(purpose.join('\u0000')).digest().subarray(0, 16).toString('base64url')

const sealingKey = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'metropol answer', 32))

/**
 * The network a request comes from, as a keyed hash of 128 bits: of IPv6 the first 64 bits, which one connection has for
 * itself. Says that two came from the same one, and not from where.
 */
export const networkOf = (key: Buffer, address: string): Buffer =>
  Buffer.from(derivedSecret(key, 'network', plainNetworkOf(address)), 'base64url')

/** The same in plain, for what is never kept. */
export function plainNetworkOf(address: string): string {
  const own = address.replace(/^::ffff:(?=[\d.]+$)/i, '')
  return isIPv6(own) ? firstHalf(own) : own
}

function firstHalf(address: string) {
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = [...head.split(':'), ...(tail === undefined ? [] : ['0', '0', '0', '0'])]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':')
}

/** Encrypts under a secret that the database never sees (AES-256-GCM, random nonce in front). */
export function seal(secret: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()])
}

/** Opens what `seal` closed; throws when secret or content are wrong. */
export function unseal(secret: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
}

/** A form's key: random, signed by the installation for one sign-in (or none), 43 characters and a dot. */
export function newFormKey(key: Buffer, boundTo: string): string {
  const random = newSecret()
  return `${random}.${derivedSecret(key, 'form', random, boundTo)}`
}

/** Whether this form key came from this installation and for this sign-in. */
export function isFormKey(key: Buffer, boundTo: string, formKey: string): boolean {
  const [random, signature] = formKey.split('.')
  if (!random || !signature || !/^[\w-]{22}$/.test(random) || !/^[\w-]{22}$/.test(signature)) return false
  return timingSafeEqual(Buffer.from(signature), Buffer.from(derivedSecret(key, 'form', random, boundTo)))
}
