import { z } from 'zod'

// One word for a whole list: a schema of its parts would keep a complaint for each of a million wrong ones.

/** A list of which every part is so. */
export const listOf = <T>(is: (one: unknown) => boolean) =>
  z.custom<T[]>((value) => Array.isArray(value) && value.every(is))

/** An object of which every value is so. */
export const recordOf = <T>(is: (one: unknown) => boolean) =>
  z.custom<Record<string, T>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(is),
  )
