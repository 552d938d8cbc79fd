import { domainToASCII, domainToUnicode } from 'node:url'

/** A web address as people read it: an umlaut domain with its umlauts, not as `xn--…`. What is none stays. */
export function readable(address: string): string {
  const { hostname } = URL.parse(address) ?? {}
  return hostname ? address.replace(hostname, domainToUnicode(hostname)) : address
}

/** The same for an e-mail address. */
export function readableEmail(address: string): string {
  const [local, domain] = parts(address)
  return domain.includes('xn--') ? local + (domainToUnicode(domain) || domain) : address
}

/** An e-mail address with its domain as mail servers write it: `büro@münchen.example` → `büro@xn--mnchen-3ya.example`. */
export function sendableEmail(address: string): string {
  const [local, domain] = parts(address)
  return local + (domainToASCII(domain) || domain)
}

function parts(address: string) {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at + 1), address.slice(at + 1)] as const
}
