import { endsOf, type Bound, type End } from '../../measure/bound.ts'
import { sumLines, type SumLine } from '../../evaluation/allocation/sum-lines.ts'
import { placesOf } from '../../desk/allocations/shares.ts'
import { decimalText, type Decimal } from '../../measure/decimal.ts'
import { readTyped } from '../../measure/notation.ts'
import { showDecimal } from '../../measure/show.ts'
import { unitIn } from '../frame/figures.ts'
import type { View } from '../frame/view.ts'
import type { HandedShares } from '../islands/allocations/handed.ts'
import { gapsInWords, LINE_CODES, type Saying } from '../islands/allocations/lines.ts'
import type { Shown } from './load.ts'
import type { Typed } from './typed.ts'

export const nameOfYear = ({ t }: View, key: string): string =>
  key === '' ? t('web.allocations.whole-time') : t('web.allocations.in-year', { year: key })

export const nameOfArea = ({ t }: View, { sharers }: Shown, key: string): string =>
  key === '' ? t('web.allocations.whole-plan') : (sharers.areas.find(each => each.key === key)?.name ?? key)

/** What an end is called where a share has two. */
export const endName = ({ t }: View, bound: Bound, end: End): string =>
  endsOf(bound).length === 1 ? '' : t(end === 'low' ? 'web.draft.low' : 'web.draft.high')

/** The sum lines of what is typed; a share that the table does not show is taken as it stands. */
export function linesOf({ language }: View, { table, shares }: Shown, typed: Typed): readonly SumLine[] {
  const inside = new Set(placesOf(table))
  return sumLines(table, (key, end): Decimal | null =>
    inside.has(key) ? readTyped((typed[`${end}.${key}`] ?? '').trim(), language) : (shares.get(key)?.[end] ?? null),
  )
}

/** What the sums come to, in sentences. */
export function gapsOf(view: View, shown: Shown, typed: Typed): readonly string[] {
  const { t, language } = view
  const saying: Saying = {
    say: t,
    number: value => showDecimal(value, language),
    unit: unitIn(shown.measure.unit, language),
    nameOf: ({ over, of, end }) =>
      [over === 'areas' ? nameOfYear(view, of) : nameOfArea(view, shown, of), endName(view, shown.bound, end)]
        .filter(part => part !== '')
        .join(' '),
  }
  const { overAreas, overYears } = shown.table
  if (!overAreas && !overYears) return []
  const all = { adds: t('web.allocations.all-add'), none: t('web.allocations.none-yet') }
  return gapsInWords(linesOf(view, shown, typed), saying, all)
}

/** What the script counts with and says. */
export function handedShares(view: View, shown: Shown): HandedShares {
  const { language, template } = view
  const { table, shares, bound, measure } = shown
  const inside = new Set(placesOf(table))
  const outside = [...shares].flatMap(([key, share]) =>
    inside.has(key)
      ? []
      : table.ends.flatMap(end => (share[end] ? [[`${end}.${key}`, decimalText(share[end])] as const] : [])),
  )
  const codes = [
    ...LINE_CODES,
    ...(['short-adds', 'short-over', 'short-under', 'all-add', 'none-yet'] as const).map(
      each => `web.allocations.${each}` as const,
    ),
  ]
  return {
    language,
    table,
    outside: Object.fromEntries(outside),
    unit: unitIn(measure.unit, language),
    areas: Object.fromEntries(table.areas.map(key => [key, nameOfArea(view, shown, key)])),
    years: Object.fromEntries(table.years.map(key => [key, nameOfYear(view, key)])),
    ends: { low: endName(view, bound, 'low'), high: endName(view, bound, 'high') },
    words: Object.fromEntries(codes.map(code => [code, template(code)])),
  }
}
