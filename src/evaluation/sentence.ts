import { evaluation } from '../messages/catalogue/evaluation.ts'
import type { Language } from '../messages/message.ts'
import { fill } from '../messages/sentence.ts'
import { decimalText, normalize } from '../measure/decimal.ts'
import { showBound, showDay, showDecimal, showPeriod, showQuantity, showRange } from '../measure/show.ts'
import { parseUnit, type Unit } from '../measure/unit.ts'
import type { Decimal } from '../measure/decimal.ts'
import { endOf, type Period } from '../measure/period.ts'
import type { Change, Name } from '../plan/plan.ts'
import type { NamedArea, Param, Reason } from './judgement.ts'

/** A reason as one sentence. */
export function sentenceOf(reason: Reason, language: Language): string {
  const values = Object.fromEntries(Object.entries(reason.values).map(([name, param]) => [name, show(param, language)]))
  const text = fill(evaluation[reason.code][language], values)
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1)
}

/** A whole explanation, sentence after sentence. */
export const sentencesOf = (explanation: readonly Reason[], language: Language): string =>
  explanation.map(reason => sentenceOf(reason, language)).join(' ')

/** What fills a place, in the language's own notation. */
export function show(param: Param, language: Language): string {
  switch (param.kind) {
    case 'amount':
      return amountText(param.value, param.unit, language)
    case 'change':
      return moved(param.way, param.yearly, amountText(param.value, param.unit, language), language)
    case 'bound': {
      const unit = unitOf(param.unit)
      const text = unit
        ? showBound(param.bound, unit, language)
        : `${showBound(param.bound, BARE, language)} ${param.unit}`
      return param.way ? moved(param.way, param.yearly ?? false, text, language) : text
    }
    case 'period':
      return showPeriod(param.period, language)
    case 'periods':
      return listed(runs(param.periods, language), language)
    case 'day':
      return showDay(param.day, language)
    case 'figure': {
      const { figure, unit } = param
      const said = [figure.source, evaluation[`evaluation.figure.${figure.status}`][language]].filter(
        text => text !== '',
      )
      return `${amountText(figure.value, unit, language)} (${said.join(', ')})`
    }
    case 'count':
      return String(param.count)
    case 'name':
      return nameIn(param.name, language)
    case 'names':
      return listed(
        param.names.map(name => nameIn(name, language)),
        language,
      )
    case 'text':
      return param.text
    case 'area':
      return param.area.name ?? param.area.id
    case 'areas':
      return listed(areaNames(param.areas, language), language)
    case 'word':
      return evaluation[param.code][language]
    default:
      return param satisfies never
  }
}

/** So many areas stand in a sentence; how many more there are is said. */
const MOST_AREAS = 6

function areaNames(areas: readonly NamedArea[], language: Language): readonly string[] {
  const names = areas.map(({ id, name }) => name ?? id)
  if (names.length <= MOST_AREAS) return names
  const others = { count: String(names.length - MOST_AREAS + 1) }
  return [...names.slice(0, MOST_AREAS - 1), fill(evaluation['evaluation.word.others'][language], others)]
}

const moved = (way: Change, yearly: boolean, text: string, language: Language): string =>
  fill(evaluation[`evaluation.${yearly ? 'mean-change' : 'change'}.${way}`][language], { amount: text })

/** Years in a row are told as one stretch: "các năm 2021 – 2024". */
function runs(periods: readonly Period[], language: Language): readonly string[] {
  const told: string[] = []
  for (let i = 0; i < periods.length;) {
    let end = i
    while (follows(periods[end], periods[end + 1])) end += 1
    const [first, last] = [periods[i], periods[end]]
    if (!first || !last) break
    if (end - i > 1) {
      const years = showRange(first.start.slice(0, 4), last.start.slice(0, 4))
      told.push(fill(evaluation['evaluation.word.years'][language], { years }))
    } else told.push(...periods.slice(i, end + 1).map(p => showPeriod(p, language)))
    i = end + 1
  }
  return told
}

const follows = (a: Period | undefined, b: Period | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.frequency === 'A' &&
  b.frequency === 'A' &&
  a.length + b.length === 2 &&
  endOf(a) === b.start

const nameIn = (name: Name, language: Language): string => (language === 'en' ? (name.en ?? name.vi) : name.vi)

function listed(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  return `${items.slice(0, -1).join(', ')} ${evaluation['evaluation.word.and'][language]} ${last}`
}

function amountText(value: Decimal, unitText: string | null, language: Language): string {
  const short = value.scale > 0 && decimalText(value).endsWith('0') ? normalize(value) : value
  if (unitText === null) return showDecimal(short, language)
  const unit = unitOf(unitText)
  return unit ? showQuantity(short, unit, language) : `${showDecimal(short, language)} ${unitText}`
}

const BARE: Unit = { text: '', above: [], below: [], size: { num: 1n, den: 1n }, dimensions: [] }

/** A unit that no one has a writing for is shown as it stands. */
const unitOf = (text: string): Unit | null => parseUnit(text)
