import { ABSENCES } from '../../measure/absence.ts'
import { normalize, parseDecimal } from '../../measure/decimal.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Message } from '../../messages/message.ts'
import { STATUSES } from '../../plan/observation.ts'
import type { Indicator } from '../../plan/plan.ts'
import { fitsStore } from '../../store/figures.ts'
import type { AskedFigure } from '../rounds/asked.ts'
import { lineKey, type ReportLine } from './report.ts'

/** What is wrong with lines, each by its place in the list (from 1) and its field. */
export function lineFaults(
  lines: readonly ReportLine[],
  asked: readonly AskedFigure[],
  indicators: ReadonlyMap<string, Indicator>,
): Message[] {
  const wanted = new Set(asked.map(({ indicator, area }) => `${indicator} ${area}`))
  const codes = new Set(asked.map(({ indicator }) => indicator))
  const seen = new Map<string, number>()
  const faults: Message[] = []
  lines.forEach((line, i) => {
    const add = (rule: string, column: string, actual: string, expected = '') =>
      faults.push({ rule, severity: 'error', line: i + 1, column, actual, expected })
    const indicator = indicators.get(line.indicator)
    if (!indicator) {
      add('exchange.unknown-indicator', 'indicator', line.indicator, nearest(line.indicator, codes))
      return
    }
    if (!wanted.has(`${line.indicator} ${line.area}`)) {
      add('desk.not-asked', 'area', `${line.indicator} ${line.area}`)
      return
    }
    if (line.method !== '' && !indicator.methods.some(method => method.id === line.method))
      add('exchange.unknown-method', 'method', line.method, indicator.methods.map(method => method.id).join(', '))
    const key = lineKey(line)
    const before = seen.get(key)
    if (before !== undefined) add('desk.line-twice', 'indicator', line.indicator, String(before))
    seen.set(key, i + 1)
    if (!STATUSES.includes(line.status) || line.status === 'simulated')
      add('exchange.not-a-status', 'status', line.status, 'estimated, provisional, official, revised')
    valueFaults(line, indicator, add)
  })
  return faults
}

function valueFaults(
  { value, absent }: ReportLine,
  indicator: Indicator,
  add: (rule: string, column: string, actual: string, expected?: string) => unknown,
): void {
  if ((value === null) === (absent === null)) {
    add('desk.value-or-reason', 'value', `${value ?? ''} ${absent ?? ''}`.trim(), ABSENCES.join(', '))
    return
  }
  if (value === null) {
    if (absent !== null && !ABSENCES.includes(absent))
      add('desk.value-or-reason', 'absent', absent, ABSENCES.join(', '))
    return
  }
  const number = parseDecimal(value)
  if (!number) add('exchange.not-a-number', 'value', value, '31742.5')
  else if (normalize(number).scale > indicator.decimals)
    add('exchange.too-many-decimals', 'value', value, String(indicator.decimals))
  else if (!fitsStore(normalize(number).coefficient)) add('exchange.too-large', 'value', value, '9007199254740991')
  else if (indicator.nonNegative === true && number.coefficient < 0n) add('desk.below-zero', 'value', value)
}

/** What is still missing from a report that is to be submitted: a total for every figure asked, and what was published. */
export function missingLines(
  lines: readonly ReportLine[],
  asked: readonly AskedFigure[],
  published: readonly ReportLine[],
): Message[] {
  const totals = new Set(
    lines.flatMap(line => (Object.keys(line.breakdown).length === 0 ? [`${line.indicator} ${line.area}`] : [])),
  )
  const keys = new Set(lines.map(lineKey))
  const missing = (rule: string, actual: string): Message => ({ rule, severity: 'error', column: 'value', actual })
  return [
    ...asked
      .map(({ indicator, area }) => `${indicator} ${area}`)
      .filter(key => !totals.has(key))
      .map(key => missing('desk.line-missing', key)),
    ...published
      .filter(line => !keys.has(lineKey(line)))
      .map(line => missing('desk.line-dropped', `${line.indicator} ${line.area}`)),
  ]
}

/**
 * The lines as they are published: a figure that was published before with another value is `revised`, unless it became
 * official from an estimate or a provisional figure, which is what official means.
 */
export function asPublished(lines: readonly ReportLine[], before: readonly ReportLine[]): ReportLine[] {
  const known = new Map(before.map(line => [lineKey(line), line]))
  return lines.map(line => {
    const old = known.get(lineKey(line))
    if (!old) return line
    const settled = line.status === 'official' && (old.status === 'estimated' || old.status === 'provisional')
    return sameValue(line, old) || settled ? line : { ...line, status: 'revised' }
  })
}

function sameValue(a: ReportLine, b: ReportLine): boolean {
  if (a.value === null || b.value === null) return a.value === b.value && a.absent === b.absent
  const [x, y] = [parseDecimal(a.value), parseDecimal(b.value)]
  if (!x || !y) return false
  const [p, q] = [normalize(x), normalize(y)]
  return p.coefficient === q.coefficient && p.scale === q.scale
}
