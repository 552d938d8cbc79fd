import { domainToASCII, domainToUnicode } from 'node:url'

const parts = (address: string) => {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at + 1), address.slice(at + 1)] as const
}

/** An e-mail address with its domain as mail servers write it: `büro@münchen.example` → `büro@xn--mnchen-3ya.example`. */
export function sendableAddress(address: string): string {
  const [local, domain] = parts(address)
  return local + (domainToASCII(domain) || domain)
}

/** The same as people read it. What is no address stays as it is. */
export function readableAddress(address: string): string {
  const [local, domain] = parts(address)
  return domain.includes('xn--') ? local + (domainToUnicode(domain) || domain) : address
}
