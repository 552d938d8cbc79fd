import { cut } from '../../platform/clean.ts'

export type TableProblem =
  | 'empty'
  | 'notText'
  | 'notTable'
  | 'tooLarge'
  | 'openQuote'
  | 'notWorkbook'
  | 'notJson'
  | 'notDegrees'
  | 'mixedLevels'
  | 'unknownFormat'
  | 'noRows'
  | 'brokeOff'

/** A cell that cannot be read; rows are counted as a spreadsheet counts. */
export type WrongCell = { row: number; column: string; value: string }

/** Thrown where a file cannot be read any further: nothing of it is taken in. */
export class Unreadable extends Error {
  problem: TableProblem | WrongCell
  constructor(problem: TableProblem | WrongCell) {
    super('a file cannot be read')
    this.problem = typeof problem === 'string' ? problem : { ...problem, value: cut(problem.value, 60) }
  }
}
