export {
  type Asked,
  fold,
  isAsked,
  type Marked,
  type Phrase,
  type Question,
  questionFrom,
  type Term,
  wordsIn,
} from './model.ts'
export { asked, wordsOfStems } from './queries.ts'
export { type Guess, guesser, markedSentence } from './sentence.ts'
