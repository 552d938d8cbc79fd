import { z } from 'zod'
import { type Body, type FormState, field, type Read, readForm, saying, startWith } from '../../platform/forms.ts'
import type { Visit } from '../../platform/visit.ts'
import { localIn } from '../../platform/wall-clock.ts'
import type { draftVote } from '../commands/votes.ts'
import { bases, choicesOf, isSplit, majorities, methods, type Part, standardProxies } from '../model.ts'
import { choiceName } from '../naming.ts'
import type { Elector, Vote } from '../queries/votes.ts'
import { text } from '../text/text.ts'
import { codeFrom } from '../urn.ts'

export const labelsOf = ({ language }: Pick<Visit, 'language'>) => text[language].fields
export const saidIn = (visit: Visit) => saying(text[visit.language].refused, labelsOf(visit))

const voteForm = (zone: string) =>
  z.object({
    title: field.line(300),
    text: field.optionalText(20_000),
    method: field.choice(methods),
    options: field.optionalText(6000),
    basis: field.choice(bases),
    isWeighted: field.flag(),
    maySplit: field.flag(),
    isSecret: field.flag(),
    majority: field.choice(majorities),
    quorumPercent: field.optionalWhole(1, 100),
    mostProxies: field.optionalWhole(0, 100).transform((most) => most ?? standardProxies),
    closesAt: field.optionalTime(zone),
  })

type Drafted = Omit<Parameters<typeof draftVote>[1], 'groupId'>

/** What a form says of a vote; the deadline is in the zone. */
export function draftedFrom(visit: Visit, body: Body, zone: string): Read<Drafted> {
  const { data, form } = readForm(voteForm(zone), body, visit.language, labelsOf(visit))
  if (!data) return { form }
  const { method, majority, options, ...rest } = data
  const lines = options.split('\n').flatMap((line) => line.trim() || [])
  const hasOptions = method === 'one' || method === 'several'
  const said = { method, options: hasOptions ? lines : [], majority: method === 'consent' ? 'none' : majority } as const
  return { data: { ...rest, ...said }, form }
}

/** The same and the version of the draft that its writer has seen. */
export function changedFrom(visit: Visit, body: Body, zone: string): Read<Drafted & { seen: number }> {
  const seen = readForm(z.object({ seen: field.whole(0, 1_000_000_000) }), body, visit.language)
  const read = draftedFrom(visit, body, zone)
  const form = { ...read.form, values: { ...read.form.values, ...seen.form.values } }
  return read.data && seen.data ? { data: { ...read.data, ...seen.data }, form } : { form }
}

export const startOf = (vote: Vote, options: readonly string[], zone: string): FormState =>
  startWith({
    ...{ title: vote.title, text: vote.text, method: vote.method, basis: vote.basis, seen: vote.revision },
    ...{ isWeighted: vote.isWeighted, maySplit: vote.maySplit, isSecret: vote.isSecret },
    ...{ majority: vote.majority, quorumPercent: vote.quorumPercent, options: options.join('\n') },
    mostProxies: vote.mostProxies,
    closesAt: localIn(zone, vote.closesAt),
  })

type Asked = { vote: Vote; options: readonly string[]; elector: Elector }

const reason = { reason: field.optionalText(5000) }

/** What a ballot says. Whether it fits the vote, the command knows. */
export function ballotFrom(visit: Visit, body: Body, asked: Asked): Read<{ parts: Part[]; reason: string }> {
  const { vote, options, elector } = asked
  const all = choicesOf(vote, options.length)
  const keys = all.map(String) as [string, ...string[]]
  const labels = labelsOf(visit)
  const whole = (choice: string) => ({ choice: Number(choice), weight: elector.weight })
  if (vote.method === 'several') {
    const { data, form } = readForm(z.object({ choices: field.manyOf(keys) }), body, visit.language, labels)
    if (!data) return { form }
    if (data.choices.length > 0) return { data: { parts: data.choices.map(whole), reason: '' }, form }
    return { form: readForm(z.object({ choices: field.choice(keys) }), body, visit.language, labels).form }
  }
  if (isSplit(vote, elector)) {
    const shape = Object.fromEntries(keys.map((key) => [`part${key}`, field.optionalWhole(0, elector.weight)]))
    const { data, form } = readForm(z.object(shape), body, visit.language, partLabels(visit, asked))
    if (!data) return { form }
    const parts = all.flatMap((choice) => {
      const weight = data[`part${choice}`]
      return weight ? { choice, weight } : []
    })
    return { data: { parts, reason: '' }, form }
  }
  const { data, form } = readForm(z.object({ choice: field.choice(keys), ...reason }), body, visit.language, labels)
  return data ? { data: { parts: [whole(data.choice)], reason: data.reason }, form } : { form }
}

const replacing = z.object({ replaces: field.many() })
/** Whose ballot the one sent takes the place of, by their ids. */
export const replacedFrom = (visit: Visit, body: Body) => readForm(replacing, body, visit.language).data?.replaces ?? []

/** A ballot as it was cast before, to be changed. */
export function startOfBallot({ vote, elector }: Asked): FormState {
  const parts = elector.parts ?? []
  if (isSplit(vote, elector))
    return startWith(Object.fromEntries(parts.map(({ choice, weight }) => [`part${choice}`, weight])))
  const chosen = parts.map(({ choice }) => String(choice))
  return startWith({ choice: chosen[0] ?? null, choices: chosen, reason: elector.reason })
}

const castForm = z.object({
  choices: field.many(),
  code: field.key(40).transform((value) => codeFrom(value)),
})

/** A secret ballot with its receipt; undefined for what no page of ours has sent. */
export function secretFrom(visit: Visit, body: Body) {
  const { data } = readForm(castForm, body, visit.language)
  const choices = data?.choices.map(Number)
  if (!data?.code || !choices?.length || !choices.every((one) => Number.isInteger(one) && one >= 0 && one <= 31))
    return undefined
  return { choices, code: data.code }
}

const partLabels = (visit: Visit, asked: Asked) => {
  const name = choiceName(visit.language, asked)
  return Object.fromEntries(choicesOf(asked.vote, asked.options.length).map((one) => [`part${one}`, name(one)]))
}

const lineShape = /^(.+?)\s*[;\t]\s*(\d{1,5})$/

/** Organisations with their weights, line by line; the first line that is none is named. */
export function weightsFrom(visit: Visit, body: Body) {
  const shape = z.object({ inForceOn: field.day(), source: field.line(300), lines: field.text(100_000) })
  const { data, form } = readForm(shape, body, visit.language, labelsOf(visit))
  if (!data) return { form }
  const lines = data.lines.split('\n').flatMap((line) => line.trim() || [])
  const read = lines.map((line) => {
    const [, name, weight] = lineShape.exec(line) ?? []
    return name && Number(weight) >= 1 && Number(weight) <= 10_000 ? { name, weight: Number(weight) } : undefined
  })
  const wrong = read.indexOf(undefined)
  if (wrong < 0) return { data: { ...data, lines: read.flatMap((one) => one ?? []) }, form }
  const message = text[visit.language].refused.lineWrong(lines[wrong]!)
  return { form: { ...form, problems: [{ field: 'lines', label: labelsOf(visit).lines, message }] } }
}
