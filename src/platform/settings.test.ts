import { expect, test } from 'vitest'
import { readable } from './address.ts'
import { readSettings } from './settings.ts'

const problems = (environment: NodeJS.ProcessEnv) => {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    return (error as Error).message.split('\n  ').slice(1)
  }
}

test('a wrong port is one complaint, not two', () => {
  expect(problems({ PORT: 'abc' })).toEqual(['PORT=abc: erwartet wird eine ganze Zahl von 1 bis 65535.'])
})

test('without a public address it is this machine’s, with the port', () => {
  expect(readSettings({}).publicUrl).toBe('http://localhost:8080')
  expect(readSettings({ PORT: '8113' }).publicUrl).toBe('http://localhost:8113')
  expect(readSettings({ PORT: '8113', PUBLIC_URL: 'https://Kongress.example/' }).publicUrl).toBe(
    'https://kongress.example',
  )
})

test('an umlaut domain is taken as it is typed, works as the network knows it, and is read with its umlauts', () => {
  const { publicUrl } = readSettings({ PUBLIC_URL: 'https://kongress.würzburg.example' })
  expect(publicUrl).toBe('https://kongress.xn--wrzburg-n2a.example')
  expect(readable(`${publicUrl}/zugang`)).toBe('https://kongress.würzburg.example/zugang')
  expect(readable('Rathaus, Zimmer 3')).toBe('Rathaus, Zimmer 3')
})

test('an address with path, name or other scheme is none', () => {
  for (const PUBLIC_URL of ['https://x.example/pfad', 'https://ich@x.example', 'ftp://x.example', 'x.example'])
    expect(problems({ PUBLIC_URL })).toHaveLength(1)
})
