import { dec } from '../../measure/decimal.ts'
import type { View } from '../words/view.ts'
import type { NumberToken } from './token.ts'

/** "tăng trưởng hai con số"; "hai con số này" only points at two figures. */
const TWO_DIGITS =
  /(?<=(?:^(?:\S{1,4} )?|[;.:] |phấn đấu |năm \d{4},? )(?:tốc độ|tăng trưởng|grdp|gdp|giá trị)[^.;:]{0,90} |^)(?:hai|2|02) con số(?! (?:này|trên|đó))/g
const TEN = dec('10')

/**
 * The numbers of a view and, among them, growths that are promised by how many digits they have: of a growth "hai con số" is
 * ten per cent or more.
 */
export function withTwoDigits(view: View, tokens: readonly NumberToken[]): readonly NumberToken[] {
  const found = [...view.low.matchAll(TWO_DIGITS)].map((match): NumberToken => ({
    kind: 'number',
    from: match.index,
    to: match.index + match[0].length,
    low: TEN,
    high: null,
  }))
  if (found.length === 0) return tokens
  const others = tokens.filter(token => !found.some(words => words.from === token.from))
  return [...others, ...found].sort((a, b) => a.from - b.from)
}

/** Whether a number is given by how many digits it has. */
export const isTwoDigits = (view: View, { from, to }: NumberToken): boolean =>
  view.low.slice(from, to).endsWith('con số')
