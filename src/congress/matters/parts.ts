import type { Selectable } from 'kysely'
import { z } from 'zod'
import { bilingual, bilingualFields, field } from '../../platform/forms.ts'
import type { Schema } from '../../platform/schema.ts'
import { both, matterOf, needGerman, optionalBilingual, optionalBilingualFields, seenField } from './matter.ts'
import { sourceFields, sourceRow, sourceStart } from './source.ts'

/** What an edition has several of: each kind has its table and its form. `milestones` are ordered by their day. */
export const parts = {
  facts: {
    table: 'editionFacts',
    ...matterOf<Selectable<Schema['editionFacts']>>()({
      columns: ['label', 'value', 'sourceId'],
      schema: z.object({
        ...bilingualFields('label', 200),
        ...bilingualFields('value', 300),
        ...sourceFields,
        ...seenField,
      }),
      start: (row) => ({ ...both('label', row.label), ...both('value', row.value), ...sourceStart(row) }),
      row: (data) => ({
        label: bilingual(data.labelDe, data.labelEn),
        value: bilingual(data.valueDe, data.valueEn),
        ...sourceRow(data),
      }),
    }),
  },
  milestones: {
    table: 'milestones',
    ...matterOf<Selectable<Schema['milestones']>>()({
      columns: ['happensOn', 'title', 'text', 'sourceId'],
      schema: needGerman(
        z.object({
          happensOn: field.day(),
          ...bilingualFields('title', 300),
          ...optionalBilingualFields('text', 4000),
          ...sourceFields,
          ...seenField,
        }),
        'text',
      ),
      start: (row) => ({
        happensOn: row.happensOn,
        ...both('title', row.title),
        ...both('text', row.text),
        ...sourceStart(row),
      }),
      row: (data) => ({
        happensOn: data.happensOn,
        title: bilingual(data.titleDe, data.titleEn),
        text: optionalBilingual(data.textDe, data.textEn),
        ...sourceRow(data),
      }),
    }),
  },
  groups: {
    table: 'workingGroups',
    ...matterOf<Selectable<Schema['workingGroups']>>()({
      columns: ['name', 'text', 'leads', 'sourceId'],
      schema: needGerman(
        z.object({
          ...bilingualFields('name', 300),
          ...optionalBilingualFields('text', 10_000),
          leads: field.optionalLine(500),
          ...sourceFields,
          ...seenField,
        }),
        'text',
      ),
      start: (row) => ({ ...both('name', row.name), ...both('text', row.text), leads: row.leads, ...sourceStart(row) }),
      row: (data) => ({
        name: bilingual(data.nameDe, data.nameEn),
        text: optionalBilingual(data.textDe, data.textEn),
        leads: data.leads || null,
        ...sourceRow(data),
      }),
    }),
  },
  documents: {
    table: 'editionDocuments',
    ...matterOf<Selectable<Schema['editionDocuments']>>()({
      columns: ['title', 'kind', 'year', 'note', 'link', 'sourceId'],
      schema: needGerman(
        z.object({
          ...bilingualFields('title', 300),
          ...bilingualFields('kind', 100),
          year: field.optionalWhole(1900, 2200),
          ...optionalBilingualFields('note', 1000),
          link: field.optionalLink(),
          noFile: field.flag(),
          ...sourceFields,
          ...seenField,
        }),
        'note',
      ),
      start: (row) => ({
        ...both('title', row.title),
        ...both('kind', row.kind),
        year: row.year,
        ...both('note', row.note),
        link: row.link,
        ...sourceStart(row),
      }),
      row: (data) => ({
        title: bilingual(data.titleDe, data.titleEn),
        kind: bilingual(data.kindDe, data.kindEn),
        year: data.year,
        note: optionalBilingual(data.noteDe, data.noteEn),
        link: data.link,
        ...sourceRow(data),
      }),
    }),
  },
  rooms: {
    table: 'rooms',
    ...matterOf<Selectable<Schema['rooms']>>()({
      columns: ['name', 'note'],
      schema: needGerman(
        z.object({ ...bilingualFields('name', 200), ...optionalBilingualFields('note', 1000), ...seenField }),
        'note',
      ),
      start: (row) => ({ ...both('name', row.name), ...both('note', row.note) }),
      row: (data) => ({
        name: bilingual(data.nameDe, data.nameEn),
        note: optionalBilingual(data.noteDe, data.noteEn),
      }),
    }),
  },
  tracks: {
    table: 'tracks',
    ...matterOf<Selectable<Schema['tracks']>>()({
      columns: ['name'],
      schema: z.object({ ...bilingualFields('name', 200), ...seenField }),
      start: (row) => both('name', row.name),
      row: (data) => ({ name: bilingual(data.nameDe, data.nameEn) }),
    }),
  },
} as const

/** Parts that name where they are from. */
export const hasSource = (part: Part) => 'sourceId' in parts[part].schema.shape

export type Part = keyof typeof parts
export const partNames = Object.keys(parts) as Part[]
