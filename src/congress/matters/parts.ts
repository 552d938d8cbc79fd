import type { Selectable } from 'kysely'
import { z } from 'zod'
import { bilingual, bilingualFields, field } from '../../platform/forms.ts'
import type { Schema } from '../../platform/schema.ts'
import { both, matterOf, needGerman, optionalBilingual, optionalBilingualFields, seenField } from './matter.ts'

/** What an edition has several of: each kind has its table and its form. `milestones` are ordered by their day. */
export const parts = {
  facts: {
    table: 'editionFacts',
    ...matterOf<Selectable<Schema['editionFacts']>>()({
      columns: ['label', 'value'],
      schema: z.object({ ...bilingualFields('label', 200), ...bilingualFields('value', 300), ...seenField }),
      start: (row) => ({ ...both('label', row.label), ...both('value', row.value) }),
      row: (data) => ({
        label: bilingual(data.labelDe, data.labelEn),
        value: bilingual(data.valueDe, data.valueEn),
      }),
    }),
  },
  milestones: {
    table: 'milestones',
    ...matterOf<Selectable<Schema['milestones']>>()({
      columns: ['happensOn', 'title', 'text'],
      schema: needGerman(
        z.object({
          happensOn: field.day(),
          ...bilingualFields('title', 300),
          ...optionalBilingualFields('text', 4000),
          ...seenField,
        }),
        'text',
      ),
      start: (row) => ({ happensOn: row.happensOn, ...both('title', row.title), ...both('text', row.text) }),
      row: (data) => ({
        happensOn: data.happensOn,
        title: bilingual(data.titleDe, data.titleEn),
        text: optionalBilingual(data.textDe, data.textEn),
      }),
    }),
  },
  groups: {
    table: 'workingGroups',
    ...matterOf<Selectable<Schema['workingGroups']>>()({
      columns: ['name', 'text', 'leads'],
      schema: needGerman(
        z.object({
          ...bilingualFields('name', 300),
          ...optionalBilingualFields('text', 10_000),
          leads: field.optionalLine(500),
          ...seenField,
        }),
        'text',
      ),
      start: (row) => ({ ...both('name', row.name), ...both('text', row.text), leads: row.leads }),
      row: (data) => ({
        name: bilingual(data.nameDe, data.nameEn),
        text: optionalBilingual(data.textDe, data.textEn),
        leads: data.leads || null,
      }),
    }),
  },
  documents: {
    table: 'editionDocuments',
    ...matterOf<Selectable<Schema['editionDocuments']>>()({
      columns: ['title', 'kind', 'year', 'note', 'link'],
      schema: needGerman(
        z.object({
          ...bilingualFields('title', 300),
          ...bilingualFields('kind', 100),
          year: field.optionalWhole(1900, 2200),
          ...optionalBilingualFields('note', 1000),
          link: field.optionalLink(),
          noFile: field.flag(),
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
      }),
      row: (data) => ({
        title: bilingual(data.titleDe, data.titleEn),
        kind: bilingual(data.kindDe, data.kindEn),
        year: data.year,
        note: optionalBilingual(data.noteDe, data.noteEn),
        link: data.link,
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

export type Part = keyof typeof parts
export const partNames = Object.keys(parts) as Part[]
