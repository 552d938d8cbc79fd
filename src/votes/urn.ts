import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../platform/data-folder.ts'
import { codeOf } from '../platform/problem.ts'
import { writeWhole } from '../platform/secrets.ts'
import type { House } from '../platform/visit.ts'

/** A secret ballot: the receipt, 128 random bits, and what was chosen. */
export type SecretBallot = { code: Buffer; choices: readonly number[] }

/*
 * The ballots of one vote as one block. Each takes the same room whatever it says, and they lie in the order of their
 * codes, which are random: the block tells how many there are, and nothing of who came first. It is closed anew, whole,
 * with every ballot (AES-256-GCM); the key lies in a file beside the database, never in it, and goes when the vote ends.
 */
const codeBytes = 16
const ballotBytes = codeBytes + 4

const keyFile = ({ data }: House, vote: string) => join(dataFolder(data).urns, vote)

/** Makes the key of a vote's urn. Gives the empty urn. */
export function newUrn(house: House, vote: string): Buffer {
  mkdirSync(dataFolder(house.data).urns, { recursive: true, mode: 0o700 })
  writeWhole(keyFile(house, vote), randomBytes(32).toString('base64url'))
  return closed(house, vote, [])
}

/** The urn with one ballot more; undefined where there is one with this code already. */
export function putInto(house: House, vote: string, urn: Buffer, ballot: SecretBallot): Buffer | undefined {
  const ballots = ballotsIn(house, vote, urn)
  if (ballots.some(({ code }) => code.equals(ballot.code))) return undefined
  return closed(house, vote, [...ballots, ballot])
}

/** All ballots of an urn, in the order of their codes. Throws where its key is gone or it was tampered with. */
export function ballotsIn(house: House, vote: string, urn: Buffer): SecretBallot[] {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(house, vote), urn.subarray(0, 12))
  decipher.setAAD(Buffer.from(vote)).setAuthTag(urn.subarray(-16))
  const block = Buffer.concat([decipher.update(urn.subarray(12, -16)), decipher.final()])
  return Array.from({ length: block.length / ballotBytes }, (_, index) => {
    const one = block.subarray(index * ballotBytes, (index + 1) * ballotBytes)
    return { code: Buffer.from(one.subarray(0, codeBytes)), choices: choicesIn(one.readUInt32BE(codeBytes)) }
  })
}

/** Takes the key away: what is left of the urn, in old rows, logs and backups of the database, opens for nobody. */
export function destroyUrn(house: House, vote: string) {
  rmSync(keyFile(house, vote), { force: true })
}

/** Whether an urn can be opened: its key may be gone with a folder that was not restored. */
export function hasKey(house: House, vote: string): boolean {
  try {
    return keyOf(house, vote).length === 32
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

const keyOf = (house: House, vote: string) => Buffer.from(readFileSync(keyFile(house, vote), 'utf8'), 'base64url')

function closed(house: House, vote: string, ballots: readonly SecretBallot[]): Buffer {
  const inOrder = [...ballots].sort((one, other) => one.code.compare(other.code))
  const block = Buffer.concat(
    inOrder.map(({ code, choices }) => {
      const bits = Buffer.alloc(4)
      bits.writeUInt32BE(choices.reduce((all, choice) => all + 2 ** choice, 0))
      return Buffer.concat([code, bits])
    }),
  )
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(house, vote), nonce).setAAD(Buffer.from(vote))
  return Buffer.concat([nonce, cipher.update(block), cipher.final(), cipher.getAuthTag()])
}

const choicesIn = (bits: number) => Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (bits >>> bit) & 1)

/** A receipt as it is read and compared: 32 hexadecimal digits in groups of four. */
export const codeText = (code: Buffer) => code.toString('hex').match(/.{4}/g)!.join('-')
export const newCode = () => codeText(randomBytes(codeBytes))
/** The bytes of such a text; undefined for any other. */
export const codeFrom = (text: string) =>
  /^[0-9a-f]{4}(-[0-9a-f]{4}){7}$/.test(text) ? Buffer.from(text.replaceAll('-', ''), 'hex') : undefined
