import { absent, ABSENCES, type AbsenceReason } from '../../src/measure/absence.ts'
import { DIRECTIONS, OVER_TIME } from '../../src/measure/aggregation.ts'
import { BOUND_KINDS, boundOf, type Bound } from '../../src/measure/bound.ts'
import { dec } from '../../src/measure/decimal.ts'
import { parsePeriod, type Period } from '../../src/measure/period.ts'
import { STATUSES, type Observation } from '../../src/plan/observation.ts'
import { BASES, SHAPES, type Indicator, type Plan, type Shape } from '../../src/plan/plan.ts'

/** A case as an expert writes it: "key: value" lines, then a line "figures:" and one figure a line. */
export interface Case {
  readonly plan: Plan
  readonly observations: readonly Observation[]
  readonly on: string
  readonly asOfLog: number | undefined
}

const oneOf = <T extends string>(words: readonly T[], text: string): T => {
  const word = words.find(w => w === text)
  if (!word) throw new Error(`"${text}" is none of ${words.join(', ')}`)
  return word
}

const periodOf = (text: string): Period => {
  const period = parsePeriod(text.trim())
  if (!period) throw new Error(`"${text}" is no period`)
  return period
}

export function readCase(text: string): Case {
  const lines = text.split('\n').filter(line => line.trim() !== '' && !line.startsWith('#'))
  const at = lines.findIndex(line => line.trim() === 'figures:')
  const head = new Map(
    (at < 0 ? lines : lines.slice(0, at)).map(line => {
      const cut = line.indexOf(':')
      return [line.slice(0, cut).trim(), line.slice(cut + 1).trim()] as const
    }),
  )
  const field = (key: string, otherwise: string): string => head.get(key) ?? otherwise
  const unit = field('unit', '')
  const codes = field('indicators', 'a')
    .split(',')
    .map(code => code.trim())
  const [from, to] = field('term', '2021-2025').split('-').map(Number)
  const indicators = codes.map((code): Indicator => ({
    code,
    name: { vi: codes.length > 1 ? code : field('name', 'Chỉ số') },
    unit: field('figures in', unit),
    decimals: Number(field('decimals', '0')),
    direction: oneOf(DIRECTIONS, field('good', 'up')),
    frequency: 'A',
    overAreas: 'none',
    overTime: oneOf(OVER_TIME, field('over time', 'last')),
    methods: field('methods', '')
      .split(',')
      .filter(m => m.trim() !== '')
      .map(m => {
        const [id = '', ...linked] = m.trim().split(/\s*=\s*/)
        return { id, name: { vi: id }, linked }
      }),
    ...(head.get('never negative') === 'yes' ? { nonNegative: true } : {}),
  }))
  const plan: Plan = {
    id: 'case',
    name: { vi: 'Ca kiểm tra' },
    issuer: null,
    adopted: null,
    term: { from: from ?? 0, to: to ?? 0 },
    area: 'x',
    map: null,
    groups: [],
    indicators,
    targets: [
      {
        id: 't',
        scope: 'main',
        group: null,
        number: '1',
        text: field('name', ''),
        place: null,
        measures: [
          {
            id: 'm',
            name: { vi: field('name', 'Chỉ số') },
            place: null,
            indicators: codes,
            shape: shapeOf(field),
            bound: boundIn(field('bound', '')),
            unit,
            base: head.has('base year') ? { year: Number(head.get('base year')) } : null,
            partOf: null,
          },
        ],
      },
    ],
    sources: field('sources', '')
      .split(',')
      .map(s => s.trim())
      .filter(s => s !== ''),
    note: null,
  }
  const observations = (at < 0 ? [] : lines.slice(at + 1)).map((line, i) => figureIn(line, i + 1, codes[0] ?? 'a'))
  return {
    plan,
    observations,
    on: field('on', ''),
    asOfLog: head.has('as of log') ? Number(head.get('as of log')) : undefined,
  }
}

/** "exactly 300", "between 17 18", "lessThan 3"; nothing for a milestone. */
function boundIn(text: string): Bound | null {
  if (text === '') return null
  const [word = '', first = '', second = first] = text.split(/\s+/)
  const kind = oneOf(BOUND_KINDS, word)
  const oneEnd = { atLeast: 'low', moreThan: 'low', atMost: 'high', lessThan: 'high' } as const
  const end = kind in oneEnd ? oneEnd[kind as keyof typeof oneEnd] : null
  const bound = boundOf(kind, end === 'high' ? null : dec(first), end === 'low' ? null : dec(second))
  if (!bound) throw new Error(`"${text}" is no bound`)
  return bound
}

function shapeOf(field: (key: string, otherwise: string) => string): Shape {
  const kind = oneOf(SHAPES, field('shape', ''))
  const when = periodOf(field('when', ''))
  const change = oneOf(['up', 'down'] as const, field('change', 'up'))
  const basis = oneOf(BASES, field('basis', 'relative'))
  switch (kind) {
    case 'growth':
    case 'addition':
    case 'eachChange':
      return { kind, when, change, basis }
    case 'meanGrowth':
      return {
        kind,
        when,
        change,
        basis,
        mean: oneOf(['geometric', 'arithmetic'] as const, field('mean', 'geometric')),
      }
    case 'level':
    case 'mean':
    case 'cumulative':
    case 'eachPeriod':
    case 'milestone':
      return { kind, when }
    default:
      return kind satisfies never
  }
}

/** "2021 = 12.2, estimated, Cục Thống kê, method 2021-2025"; "2021 b = 5" for the indicator b; "2022 = withheld". */
function figureIn(line: string, log: number, first: string): Observation {
  const [key = '', rest = ''] = line.split(/\s*=\s*(.*)/)
  const [period = '', indicator = first] = key.trim().split(/\s+/)
  const [value = '', ...words] = rest.split(',').map(word => word.trim())
  const told = (prefix: string) => words.find(w => w.startsWith(prefix))?.slice(prefix.length)
  const status = words.find(w => (STATUSES as readonly string[]).includes(w))
  return {
    indicator,
    method: told('method ') ?? 'm',
    area: 'x',
    map: null,
    period: periodOf(period),
    breakdown: {},
    source: words.find(w => w !== status && !/^(?:method|log) /.test(w)) ?? 'Niên giám',
    value: (ABSENCES as readonly string[]).includes(value) ? absent(value as AbsenceReason) : dec(value),
    status: oneOf(STATUSES, status ?? 'official'),
    note: '',
    log: Number(told('log ') ?? log),
  }
}
