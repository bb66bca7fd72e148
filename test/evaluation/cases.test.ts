import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decimalText } from '../../src/measure/decimal.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { shownQuantity } from '../../src/evaluation/quantity.ts'
import { sentenceOf } from '../../src/evaluation/sentence.ts'
import { readCase } from './case-file.ts'

/**
 * Pairs of files that need no code: NAME.txt is the question, NAME.answer.txt what must be said. UPDATE=1 rewrites the
 * answers; read the difference before it is kept.
 */
const FOLDER = join(import.meta.dirname, 'cases')
const names = readdirSync(FOLDER)
  .filter(file => file.endsWith('.txt') && !file.endsWith('.answer.txt'))
  .map(file => file.slice(0, -4))

function answer(text: string): string {
  const { plan, observations, on, asOfLog } = readCase(text)
  const judged = evaluate({ plan, observations, on, asOfLog }).judgements[0]
  const measure = judged?.measures[0]
  if (!judged || !measure) throw new Error('a case has one target with one measure')
  const shown = measure.value && shownQuantity(measure.value, measure.decimals)
  const needed = measure.needed?.map(n => `${n.period.start.slice(0, 4)} = ${decimalText(n.value)}`).join('; ')
  return [
    `status: ${judged.status}`,
    `value: ${shown ? decimalText(shown.value) + (shown.rounded ? ' (rounded)' : '') : '-'}`,
    `needed: ${needed ?? '-'}`,
    ...(['vi', 'en'] as const).flatMap(language => [
      `${language}:`,
      ...measure.explanation.map(reason => `  ${sentenceOf(reason, language)}`),
    ]),
    '',
  ].join('\n')
}

describe('experts’ cases', () => {
  test('there are at least forty', () => expect(names.length).toBeGreaterThanOrEqual(40))

  test.each(names)('%s', name => {
    const said = answer(readFileSync(join(FOLDER, `${name}.txt`), 'utf8'))
    const file = join(FOLDER, `${name}.answer.txt`)
    if (process.env['UPDATE'] === '1') writeFileSync(file, said)
    expect(existsSync(file)).toBe(true)
    expect(said).toBe(readFileSync(file, 'utf8'))
  })
})
