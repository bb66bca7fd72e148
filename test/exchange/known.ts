import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { applyMapping } from '../../src/exchange/layout/apply.ts'
import { guessMapping } from '../../src/exchange/layout/guess.ts'
import { parseMapping } from '../../src/exchange/layout/mapping.ts'
import type { KnownNames } from '../../src/exchange/layout/meaning.ts'
import type { Sheet } from '../../src/exchange/sheet.ts'
import { readTerritory } from '../../src/exchange/territory.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { decimalText } from '../../src/measure/decimal.ts'
import { periodCode } from '../../src/measure/period.ts'
import type { Indicator } from '../../src/plan/plan.ts'
import { mapOn } from '../../src/territory/map.ts'
import { resolveArea } from '../../src/territory/names.ts'
import { levelOf } from '../../src/territory/territory.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/lang-son-territory')
const read = (name: string) => readFileSync(join(EXAMPLE, name), 'utf8')
const { value: territory } = readTerritory(read('areas.csv'), read('reorganisations.csv'))
if (!territory) throw new Error('the example territory cannot be read')
const nameOf = (id: string) => territory.areas.get(id)?.facts.at(-1)?.name ?? id

const indicator = (code: string, vi: string, unit: string, decimals: number): Indicator => ({
  code,
  name: { vi },
  unit,
  decimals,
  direction: 'up',
  frequency: 'A',
  overAreas: unit === '%' ? 'none' : 'sum',
  overTime: 'sum',
  methods: [],
})
/** What a province of eight indicators knows of names. */
export const KNOWN: KnownNames = {
  indicators: [
    indicator('revenue', 'Thu ngân sách nội địa', 'tỷ đồng', 3),
    indicator('food', 'Sản lượng lương thực', 'tấn', 1),
    indicator('poor-rate', 'Tỷ lệ hộ nghèo', '%', 2),
    indicator('poor', 'Số hộ nghèo', 'hộ', 0),
    indicator('new-rural', 'Số xã đạt chuẩn nông thôn mới', 'xã', 0),
    indicator('forest', 'Trồng rừng mới', 'ha', 1),
    indicator('households', 'Số hộ', 'hộ', 0),
    indicator('households-rural', 'Số hộ', 'hộ', 0),
  ],
  areas: (text, on) =>
    text === 'P' || territory.areas.has(text) ? { area: text } : resolveArea(mapOn(territory, on), text),
  levelOf: id => {
    const fact = territory.areas.get(id)?.facts.at(-1)
    return fact ? levelOf(fact.type) : ''
  },
  whole: 'P',
  on: '2024-06-30',
}

/** What was read of a sheet, as an answer file has it. */
export function answerOf(sheet: Sheet): string {
  const guessed = guessMapping(sheet, KNOWN)
  const told = (messages: typeof guessed.messages) =>
    messages.map(each =>
      [
        '!',
        each.rule.replace('exchange.', ''),
        each.line ?? '',
        each.column ?? '',
        each.actual ?? '',
        each.expected ?? '',
      ]
        .join(' ')
        .trim(),
    )
  if (!guessed.value) return `${told(guessed.messages).join('\n')}\n`
  // What an officer would look at, correct and give back says the same.
  const mapping = parseMapping(JSON.parse(JSON.stringify(guessed.value)))
  if (typeof mapping === 'string') throw new Error(mapping)
  const { value, messages } = applyMapping(sheet, mapping, KNOWN)
  const figures = (value ?? []).map(each =>
    [
      each.indicator,
      each.area === 'P' ? 'P' : nameOf(each.area),
      periodCode(each.period),
      isAbsent(each.value) ? each.value.absent : decimalText(each.value),
      each.status,
      each.note,
    ]
      .join(' ')
      .trim(),
  )
  return [...figures, ...told(messages), ''].join('\n')
}
