import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { growthRatio, type GrowthRatioWord } from '../../src/evaluation/growth-ratio.ts'
import { insights } from '../../src/evaluation/insight.ts'
import { showQuotient } from '../../src/measure/show.ts'
import { ratio } from '../../src/measure/ratio.ts'
import type { StatusWord } from '../../src/evaluation/judgement.ts'
import { indicator, level, planWith, seen, target } from './plans.ts'

/** The words of docs/methods.md. */
const THEIRS: Readonly<Record<GrowthRatioWord, string>> = {
  targetAchieved: 'target achieved',
  substantialProgress: 'substantial',
  moderateProgress: 'moderate',
  limitedProgress: 'limited',
  deterioration: 'deterioration',
  notAvailable: 'not available',
}
const OURS: Partial<Record<StatusWord, string>> = {
  onTrack: 'on track',
  atRisk: 'at risk',
  met: 'met',
  missed: 'missed',
}

interface Told {
  readonly name: string
  readonly unit: string
  readonly good: 'up' | 'down'
  readonly bound: readonly ['atLeast', string, null] | readonly ['atMost', null, string]
  /** From 2020 on. */
  readonly values: readonly string[]
}

const CASES: readonly Told[] = [
  { name: 'poverty 5% to 0%, even steps', unit: '%', good: 'down', bound: ['atMost', null, '0'], values: ['5', '4', '3', '2', '1'] },
  { name: 'base of zero: 0 to 10, hardly moving', unit: 'xã', good: 'up', bound: ['atLeast', '10', null], values: ['0', '0.1', '0.2', '0.3', '0.4'] },
  { name: 'change of sign: balance −10 to 10, even steps', unit: 'tỷ đồng', good: 'up', bound: ['atLeast', '10', null], values: ['-10', '-6', '-2', '2', '6'] },
  { name: 'loss cut: −10 to −2, even steps', unit: 'tỷ đồng', good: 'up', bound: ['atLeast', '-2', null], values: ['-10', '-8.4', '-6.8', '-5.2', '-3.6'] },
  { name: 'rise 50 to 100, slowing down', unit: 'xã', good: 'up', bound: ['atLeast', '100', null], values: ['50', '62', '74', '81', '86'] },
] // prettier-ignore

function rowsOf({ name, unit, good, bound, values }: Told): string[] {
  const plan = planWith(
    [indicator('a', unit, { decimals: 1, direction: good, overTime: 'last' })],
    [target('t', 'a', level('2025'), bound, unit)],
  )
  const observations = values.map((v, i) => seen('a', String(2020 + i), v))
  return values.slice(1).map((value, i) => {
    const on = `${String(2021 + i)}-12-31`
    const found = insights({ plan, observations, on })[0]?.growthRatio
    const status = evaluate({ plan, observations, on }).judgements[0]?.status
    if (!found || !status) throw new Error('a level with a base has both')
    const shown = found.ratio ? showQuotient(found.ratio, 2, 'vi') : '–'
    return `| ${name} | ${String(2021 + i)} | ${value.replace('-', '−').replace('.', ',')} | ${shown.replace('-', '−')} | ${THEIRS[found.word]} | ${OURS[status] ?? status} |`
  })
}

describe('the growth ratio, for comparison', () => {
  test('docs/methods.md shows each case side by side as the program judges it', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/methods.md'), 'utf8')
    for (const row of CASES.flatMap(rowsOf)) expect(docs).toContain(row)
  })

  test.each(['2021', '2022', '2023', '2024'])(
    'even steps of poverty to nothing are "limited" in %s, and on track',
    year => {
      const row = CASES.slice(0, 1)
        .flatMap(rowsOf)
        .find(each => each.includes(`| ${year} |`))
      expect(row).toMatch(/limited \| on track \|$/)
    },
  )

  const r = (n: number) => ratio(BigInt(n))
  test('thresholds stand as the method has them: 0,95 and 0,6', () => {
    const word = (current: number) =>
      growthRatio({
        base: r(100),
        current: ratio(BigInt(current), 100n),
        target: r(110),
        years: 1,
        term: 1,
        good: 'up',
      }).word
    expect([10950, 10949, 10600, 10599, 10000, 9999, 11000].map(word)).toEqual([
      'substantialProgress', 'moderateProgress', 'moderateProgress', 'limitedProgress', 'limitedProgress', 'deterioration',
      'targetAchieved',
    ]) // prettier-ignore
  })

  test('zeros are put as 0,001 and said to be, a crossing of zero has no ratio', () => {
    const from = (base: number, target: number, current: number) =>
      growthRatio({ base: r(base), current: r(current), target: r(target), years: 2, term: 5, good: 'up' })
    expect(from(0, 10, 4)).toMatchObject({ replaced: ['base'], word: 'substantialProgress' })
    expect(from(-10, 10, -2)).toMatchObject({ ratio: null, word: 'notAvailable' })
  })
})
