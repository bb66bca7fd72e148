import { absent } from '../measure/absence.ts'
import { powerOfTen } from '../measure/decimal.ts'
import { addRatio, divideRatio, multiplyRatio, NOUGHT, ratio } from '../measure/ratio.ts'
import { aloneAt, amountIn } from './amount.ts'
import { indexOf, STRIDE } from './calendar.ts'
import { blockOf, hasSingle, lowerBound, stateAt, statusesIn, type Column, type Dense } from './column.ts'
import type { Cube } from './cube.ts'
import { emptyRow, leafRow } from './leaf-row.ts'
import { isMean, meanRows, type Means } from './means.ts'
import type { Passage } from './passage.ts'
import { codeOf, FITS, putRatio, putWhole, type Quotients } from './quotients.ts'
import type { Put } from './recast-cells.ts'
import { saysAll, sourceOf } from './recast-rows.ts'
import { leastSettled, SUMMED, summedAs, worse } from './recast-states.ts'
import { isDue, isUnsaid, isValue, stateOf, UNSAID } from './state.ts'
import { isWhole, type Amount } from './whole.ts'
import { NARROW } from './wide.ts'
import { isNarrow } from './write.ts'
import type { Work } from './work.ts'

/** Periods of a calendar that pass over to another map alike; `all`: by each of the maps that they lie on. */
export interface Passing {
  readonly passage: Passage
  readonly all: readonly Passage[]
  readonly places: readonly number[]
}

const UNWEIGHED = stateOf('notComputable', 'provisional')
const WEIGHT_UNKNOWN = codeOf(absent('notComputable', 'cube.weight-unknown'))
const WEIGHS_NOTHING = codeOf(absent('notComputable', 'cube.nothing-below'))

/** Something is said of a period; or only of a shorter one in it that it is made of. */
const SAID = 1
const INSIDE = 2

/**
 * Weighted means of merged areas: what each of them had, weighted with what it weighed in that very period. A longer period on
 * one map is weighted as a whole, as it is while the areas are still apart; one that a reorganisation cuts is left to the
 * months of the merged area, unless somebody gave a figure of it. A weight of another period is never taken: where it is lacking
 * there is no mean, and that is the reason. `made` holds what was given for the very areas, which stands.
 */
export function recastMeans(
  cube: Cube,
  column: Column,
  weight: Column,
  passings: readonly Passing[],
  made: Column,
  put: Put,
  work?: Work,
): Means | null {
  const { base } = column.calendar
  const size = column.calendar.periods.length
  const statuses = statusesIn(column) | statusesIn(weight)
  const alike = (statuses & (statuses - 1)) === 0 && statuses > 0 ? summedAs(31 - Math.clz32(statuses)) : null
  // A stock of a longer period is that of its last month, and so is its weight where nobody gave one of a longer period.
  const stocks =
    column.indicator.overTime === 'last' &&
    weight.indicator.overTime === 'last' &&
    weight.calendar === column.calendar &&
    hasOnlyBase(weight)
  const found = new Map<number, Quotients>()
  const room = meanRows(stocks && hasOnlyBase(column) ? base : size)
  const meansOf = (row: number): Quotients => {
    let means = found.get(row)
    if (!means) found.set(row, (means = room()))
    return means
  }
  /** What stands of an area already: given for it, or by a later map of a period. */
  const standing = new Map<number, Uint8Array>()
  const standingOf = (row: number): Uint8Array => {
    let given = standing.get(row)
    if (!given) standing.set(row, (given = saidOf(made, [row], new Uint8Array(size))))
    return given
  }
  const weigh = weigher(cube, column, weight, stocks)
  const whole = stocks && alike !== null ? wholeRuns(cube, column, weight, made.on!) : null
  const said = new Uint8Array(size)
  for (const { passage, all, places } of passings) {
    const { rows: into, starts, sources } = passage.sums
    for (let i = 0; i < into.length; i += 1) {
      const of = sources.subarray(starts[i], starts[i + 1])
      const run = whole?.(into[i]!, of, places)
      if (run && alike !== null && run.weigh(meansOf(into[i]!))) {
        if (work) work.cells += of.length * (run.end - run.start)
        standing.get(into[i]!)?.fill(SAID, run.start, run.end)
        made.on!.states.fill(alike, into[i]! * base + run.start, into[i]! * base + run.end)
        continue
      }
      saidOf(column, of, said.fill(0))
      if (!said.includes(SAID)) continue
      const [given, means] = [standingOf(into[i]!), meansOf(into[i]!)]
      const cut = !stocks && all.some(each => !isMadeOf(each, into[i]!, of))
      const isOpen = (at: number) =>
        said[at] === SAID ? given[at] !== SAID : said[at] === INSIDE && given[at] === 0 && !cut && !stocks
      const open = places.filter(isOpen)
      if (work) work.cells += of.length * open.length
      weigh(of, open, means)
      for (const at of open) {
        if (isMean(means, at)) put(into[i]!, at, 0n, alike ?? settledIn([column, weight], of, at))
        else if (said[at] === SAID) put(into[i]!, at, 0n, whyNone(of, at, means))
        else continue
        given[at] = SAID
      }
    }
  }
  return found

  function whyNone(of: Iterable<number>, at: number, means: Quotients): number {
    if (means.said[at] === WEIGHS_NOTHING) return UNWEIGHED
    let [state, undue, unweighed] = [0, 0, false]
    for (const row of of) {
      const { figure, weighs } = partOf(cube, column, weight, row, at)
      if (isWhole(figure) && isWhole(weighs)) continue
      if (figure.due === 0) {
        undue = worse(undue, row < 0 ? UNSAID : stateAt(column, row, at))
        continue
      }
      const before = state
      state = worse(state, isWhole(figure) ? UNWEIGHED : row < 0 ? UNSAID : stateAt(column, row, at))
      if (state !== before) unweighed = isWhole(figure)
    }
    if (unweighed) means.said[at] = WEIGHT_UNKNOWN
    return state === 0 ? undue : state
  }
}

function hasOnlyBase({ rest, calendar }: Column): boolean {
  for (let i = 0; i < rest.count; i += 1) if (rest.cells[i]! % STRIDE >= calendar.base) return false
  return true
}

/** Whether a row is made of these rows by another passage too. */
function isMadeOf({ sums: { rows, starts, sources } }: Passage, row: number, of: Int32Array): boolean {
  let [at, high] = [0, rows.length]
  while (at < high) {
    const middle = (at + high) >> 1
    if (rows[middle]! < row) at = middle + 1
    else high = middle
  }
  if (rows[at] !== row || starts[at + 1]! - starts[at]! !== of.length) return false
  const there = sources.subarray(starts[at], starts[at + 1])
  return of.every(source => there.includes(source))
}

/** For each period whether something is said of it in some rows, or of a shorter one that it is made of. */
function saidOf(column: Column, rows: Iterable<number>, said: Uint8Array): Uint8Array {
  const { calendar, indicator, rest } = column
  const { base, order, parts } = calendar
  for (const row of rows) {
    const block = row < 0 ? null : blockOf(column, row)
    if (block)
      for (let p = 0, at = (row - block.from) * base; p < base; p += 1, at += 1)
        if (!isUnsaid(block.states[at]!)) said[p] = SAID
    const end = (row + 1) * STRIDE
    for (let i = row < 0 ? rest.count : lowerBound(rest, row * STRIDE); i < rest.count && rest.cells[i]! < end; i += 1)
      said[rest.cells[i]! - row * STRIDE] = SAID
  }
  const stock = indicator.overTime === 'last'
  for (const index of order) {
    if (said[index] !== 0) continue
    const of = parts[index]!
    for (let i = stock ? of.length - 1 : 0; i < of.length; i += 1) if (said[of[i]!] !== 0) said[index] = INSIDE
  }
  return said
}

/** What an area had and what it weighed in a period. */
function partOf(
  cube: Cube,
  column: Column,
  weight: Column,
  row: number,
  at: number,
): { readonly figure: Amount; readonly weighs: Amount } {
  if (row < 0) return { figure: NOTHING, weighs: NOTHING }
  const figure = aloneAt(cube, column, row, at)
  if (isAlone(cube, row)) return { figure, weighs: amountIn(cube, weight, column, row, at) }
  // What lies in an area of the map now need not have lain in it then: its own figures tell its weight.
  const place = indexOf(weight.calendar, column.calendar.periods[at]!)
  return { figure, weighs: place < 0 || weight.computed ? NOTHING : aloneAt(cube, weight, row, place) }
}
const NOTHING: Amount = { value: null, covered: 0, due: 1 }

/** What is made of several is as settled as the least settled figure in it, weights too. */
function settledIn(columns: readonly Column[], rows: Iterable<number>, at: number): number {
  let state = SUMMED
  const visit = (column: Column, row: number, index: number): void => {
    const each = stateAt(column, row, index)
    if (isValue(each)) {
      state = leastSettled(state, each)
      return
    }
    const of = column.calendar.parts[index] ?? []
    for (const part of column.indicator.overTime === 'last' ? of.slice(-1) : of) visit(column, row, part)
  }
  const period = columns[0]?.calendar.periods[at]
  for (const row of rows)
    for (const column of columns) if (row >= 0 && period) visit(column, row, indexOf(column.calendar, period))
  return state
}

/** Puts the means of some rows together into the open periods; where one lacks something there is none. */
type Weigh = (rows: Iterable<number>, open: readonly number[], to: Quotients) => void

function weigher(cube: Cube, column: Column, weight: Column, stocks: boolean): Weigh {
  const { calendar } = column
  const { length, base } = calendar
  const mean = column.indicator.overTime === 'mean'
  const narrow = isPlain(column, weight)
  const [figures, weights] = [emptyRow(length), emptyRow(length)]
  const [top, bottom] = [new Float64Array(length), new Float64Array(length)]
  const over = new Int32Array(length)
  return (rows, open, to) => {
    const all = [...rows]
    const fast =
      narrow && all.every(row => row >= 0 && isAlone(cube, row) && liesIn(column, row) && liesIn(weight, row))
    if (fast) {
      for (const at of open) top[at] = bottom[at] = over[at] = 0
      for (const row of all)
        if (stocks) addStocks(row, open)
        else addRow(row, open)
      for (const at of open) if (at < length && over[at]! > 0) putMean(to, at, top[at]!, bottom[at]! * over[at]!)
    }
    for (const at of open) if (!fast || at >= length || over[at] === ASKED) ask(all, at, to)
  }

  /** Base periods alone, as they lie. */
  function addStocks(row: number, open: readonly number[]): void {
    const [of, by] = [blockOf(column, row)!, blockOf(weight, row)!]
    const [had, said, weighs, weighed] = [of.values[0]!, of.states, by.values[0]!, by.states]
    const [from, beside] = [(row - of.from) * base, (row - by.from) * base]
    for (const at of open) {
      const state = said[from + at]!
      if (isValue(state) && isValue(weighed[beside + at]!)) {
        top[at] = top[at]! + had[from + at]! * weighs[beside + at]!
        bottom[at] = bottom[at]! + weighs[beside + at]!
        if (over[at] === 0) over[at] = 1
      } else if (isDue(state)) over[at] = LACKING
    }
  }

  function addRow(row: number, open: readonly number[]): void {
    leafRow(column, row, figures)
    leafRow(weight, row, weights)
    for (const at of open) {
      if (at >= length) continue
      const [asked, weighed] = [figures.asked[at]!, weights.asked[at]!]
      // What is not due is missed by nobody.
      if (asked === 0) continue
      const times = mean && at >= base ? asked : 1
      if (weighed === 0 || figures.has[at]! < asked || weights.has[at]! < weighed) over[at] = LACKING
      else if (over[at] === 0) over[at] = times
      // Where some of the time was not due to one of them, means are over different times.
      else if (over[at]! > 0 && over[at] !== times) over[at] = ASKED
      top[at] = top[at]! + figures.value[at]! * weights.value[at]!
      bottom[at] = bottom[at]! + weights.value[at]!
    }
  }

  function ask(rows: readonly number[], at: number, to: Quotients): void {
    let [above, below, any] = [NOUGHT, NOUGHT, false]
    for (const row of rows) {
      const { figure, weighs } = partOf(cube, column, weight, row, at)
      if (figure.due === 0) continue
      if (!figure.value || !weighs.value || !isWhole(figure) || !isWhole(weighs)) return
      any = true
      above = addRatio(above, multiplyRatio(figure.value, weighs.value))
      below = addRatio(below, weighs.value)
    }
    above = multiplyRatio(above, ratio(powerOfTen(column.scale + weight.scale)))
    below = multiplyRatio(below, ratio(powerOfTen(weight.scale)))
    const plain = above.den === 1n && below.den === 1n && [above, below].every(each => isNarrow(Number(each.num)))
    if (!any) return
    if (below.num === 0n) to.said[at] = WEIGHS_NOTHING
    else if (plain) putMean(to, at, Number(above.num), Number(below.num))
    else putRatio(to, at, divideRatio(above, below))
  }
}

/** Instead of the number of periods that means are over, 0 while there is none: an area lacks something; cell by cell it is seen better. */
const LACKING = -1
const ASKED = -2

function putMean(to: Quotients, at: number, top: number, bottom: number): void {
  if (bottom === 0) to.said[at] = WEIGHS_NOTHING
  else if (bottom < 0) putWhole(to, at, -top, -bottom)
  else putWhole(to, at, top, bottom)
}

/**
 * Stocks of a run of base periods, where all areas have all of them with their weights, in blocks, and nothing was given for the
 * area that they make: weighed as they lie. Null where it is not so.
 */
function wholeRuns(cube: Cube, column: Column, weight: Column, made: Dense) {
  const { base } = column.calendar
  const block = (of: Dense | null) => of && sourceOf(of, base)
  const [on, weightOn] = [block(column.on), block(weight.on)]
  const [off, weightOff] = [block(column.off), block(weight.off)]
  if (!isPlain(column, weight)) return null
  const target = sourceOf(made, base)
  const blocksOf = (row: number) => (row < cube.axis.onMap ? ([on, weightOn] as const) : ([off, weightOff] as const))
  return (row: number, of: Int32Array, places: readonly number[]) => {
    const start = places[0] ?? base
    let end = start
    while (end < base && places[end - start] === end) end += 1
    if (end === start || !saysAll(target, row * base + start, row * base + end, UNSAID)) return null
    for (const each of of) {
      if (each < 0 || !isAlone(cube, each) || hasSingle(column, each) || hasSingle(weight, each)) return null
      for (const block of blocksOf(each)) {
        const at = block ? (each - block.from) * base : 0
        if (!block || !saysAll(block, at + start, at + end, 0)) return null
      }
    }
    return { start, end, weigh: (to: Quotients) => weighRun(of, start, end, to) }
  }

  function weighRun(of: Int32Array, start: number, end: number, { num, den, said }: Quotients): boolean {
    for (let k = 0; k < of.length; k += 1) {
      const row = of[k]!
      const [from, by] = blocksOf(row)
      const [had, weighs] = [from!.values[0]!, by!.values[0]!]
      const [at, beside] = [(row - from!.from) * base, (row - by!.from) * base]
      if (k === 0)
        for (let p = start; p < end; p += 1) {
          const weight = weighs[beside + p]!
          num[p] = had[at + p]! * weight
          den[p] = weight
        }
      else
        for (let p = start; p < end; p += 1) {
          const weight = weighs[beside + p]!
          num[p] = num[p]! + had[at + p]! * weight
          den[p] = den[p]! + weight
        }
    }
    // Weights that are nought together, or below it, are looked at one by one.
    for (let p = start; p < end; p += 1) if (den[p]! <= 0) return false
    said.fill(FITS, start, end)
    return true
  }
}
/** Whether figures and weights are whole numbers whose products, over all areas and periods, fit. */
function isPlain(column: Column, weight: Column): boolean {
  const { calendar, indicator, most } = column
  const longest = calendar.spans.reduce((a, b) => Math.max(a, b), 1)
  return (
    weight.calendar === calendar &&
    weight.computed === null &&
    column.means === null &&
    (indicator.overTime === 'last' || indicator.overTime === 'mean') &&
    (weight.indicator.overTime === 'last' || weight.indicator.overTime === 'sum') &&
    column.rest.values.length === 1 &&
    weight.rest.values.length === 1 &&
    Math.max(1, most) * weight.bound * longest <= NARROW
  )
}

/** Whether nothing lies in the area of a row. */
const isAlone = ({ axis }: Cube, row: number): boolean => row >= axis.onMap || axis.inner[row] === -1

/** Whether all figures of a row lie in a block. */
const liesIn = (column: Column, row: number): boolean => blockOf(column, row) !== null && !hasSingle(column, row)
