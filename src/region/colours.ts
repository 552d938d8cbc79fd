/** What a region starts with where no colour is stated; told apart from each other, legible in both themes. */
export const startColours = [
  '#ffc61a',
  '#6f1450',
  '#1673d1',
  '#00694a',
  '#f26a21',
  '#5b2da3',
  '#c2185b',
  '#00838f',
  '#7a5200',
  '#3d5a00',
  '#8c1d18',
  '#37474f',
] as const

export const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)
