import { isAbsent, absent, ABSENCES } from '../../measure/absence.ts'
import { dec, decimalText, type Decimal } from '../../measure/decimal.ts'
import { parsePeriod, periodCode } from '../../measure/period.ts'
import { ratio, type Ratio } from '../../measure/ratio.ts'
import { STATUSES, type Observation } from '../../plan/observation.ts'

/** Figures as a page hands them to its script: each line of figures once, its periods and values in two texts. */
export interface Packed {
  /** indicator, method, area, map, source, status. */
  readonly keys: readonly (readonly [string, string, string, string | null, string, number])[]
  readonly periods: readonly string[]
  readonly values: readonly string[]
}

/** Totals only, without notes: what a supposition looks at. */
export function pack(figures: readonly Observation[]): Packed {
  const lines = new Map<string, { key: Packed['keys'][number]; periods: string[]; values: string[] }>()
  for (const o of figures) {
    if (Object.keys(o.breakdown).length > 0) continue
    const key = [o.indicator, o.method, o.area, o.map, o.source, STATUSES.indexOf(o.status)] as const
    const id = JSON.stringify(key)
    let line = lines.get(id)
    if (!line) lines.set(id, (line = { key, periods: [], values: [] }))
    line.periods.push(periodCode(o.period))
    line.values.push(isAbsent(o.value) ? `!${o.value.absent}` : valueText(o.value, o.exact))
  }
  const all = [...lines.values()]
  return {
    keys: all.map(({ key }) => key),
    periods: all.map(({ periods }) => periods.join(' ')),
    values: all.map(({ values }) => values.join(' ')),
  }
}

/** "3.46", and of what was computed "3.46=225/65": rounded, and exactly. */
const valueText = (value: Decimal, exact: Ratio | undefined): string =>
  exact ? `${decimalText(value)}=${exact.num}/${exact.den}` : decimalText(value)

/** What `pack` made; its log numbers are gone, so it answers only as of the moment it was handed at. */
export function unpack({ keys, periods, values }: Packed): readonly Observation[] {
  const known = new Map<string, Observation['period'] | null>()
  const periodOf = (code: string) => {
    let period = known.get(code)
    if (period === undefined) known.set(code, (period = parsePeriod(code)))
    return period
  }
  return keys.flatMap(([indicator, method, area, map, source, status], i) => {
    const texts = (values[i] ?? '').split(' ')
    return (periods[i] ?? '').split(' ').flatMap((code, j): Observation[] => {
      const [period, text] = [periodOf(code), texts[j] ?? '']
      const reason = ABSENCES.find(each => text === `!${each}`)
      const [shown = '', num, den] = text.split(/[=/]/)
      if (!period) return []
      return [
        {
          indicator,
          method,
          area,
          map,
          source,
          period,
          breakdown: {},
          value: reason ? absent(reason) : dec(shown),
          ...(num !== undefined && den !== undefined ? { exact: ratio(BigInt(num), BigInt(den)) } : {}),
          status: STATUSES[status] ?? 'estimated',
          note: '',
          log: 0,
        },
      ]
    })
  })
}
