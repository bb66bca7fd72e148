import { ZERO } from '../../measure/decimal.ts'
import type { ReadMeasure } from '../result.ts'
import type { Clause, ClauseWords } from './clause.ts'
import { cleanName, tailOf } from './name.ts'

const NONE_LEFT =
  /(?:không còn|xóa hết|không để còn) ((?:hộ|nhà|người|xã|thôn|bản|ấp|trường|phòng học|trẻ|cơ sở)(?: (?:nghèo|cận nghèo|tạm|dột nát|dân tộc|đặc biệt|khó khăn|tạm bợ|học|em))*)(?! (?:dưới|trên|đạt dưới) \d)/

/** A promise of none, and where its words end in the view. */
export interface NoneLeft {
  readonly measure: ReadMeasure
  readonly to: number
}

/** "xã không còn hộ nghèo" promises none: exactly zero of what is counted. */
export function noneLeft(clause: Clause, words: ClauseWords): NoneLeft | null {
  const found = NONE_LEFT.exec(words.view.low.slice(clause.from, clause.to))
  if (!found) return null
  const at = clause.from + found.index
  const end = at + found[0].length
  const counted = words.view.text.slice(end - (found[1]?.length ?? 0), end)
  const stop = /[;(]|,(?=[^,;]*\d)/.exec(words.view.text.slice(end, clause.to))?.index
  const governing =
    words.years.find(year => year.role === 'own' && year.from >= clause.from && year.to <= clause.to) ?? words.carried
  const span = governing?.span ?? words.times.years ?? words.times.term
  const measure: ReadMeasure = {
    ...words.view.span(at, end),
    name: cleanName(`Số ${counted} ${tailOf(words.view, end, stop === undefined ? clause.to : end + stop)}`),
    shape: 'level',
    when: span && { from: span.to, to: span.to },
    bound: { kind: 'exactly', low: ZERO, high: ZERO },
    unit: counted,
    direction: 'down',
    change: null,
    basis: null,
    base: null,
    indicators: 1,
    mean: null,
    part: false,
  }
  const aside = /^\s?\([^()]*\)/.exec(words.view.low.slice(end, clause.to))?.[0].length ?? 0
  return { measure, to: end + aside }
}
