import { absent } from '../measure/absence.ts'
import { parseUnit, unitOf, type Unit } from '../measure/unit.ts'
import { indexOf, type Calendar } from './calendar.ts'
import { find, type Column } from './column.ts'
import type { Cube } from './cube.ts'
import { takeStep, type Run } from './formula-run.ts'
import { shifted, stepsOf, type Shift, type Step } from './formula-steps.ts'
import { counted, keptRow } from './kept-rows.ts'
import { askEach, askOne, plainAmounts } from './plain-amounts.ts'
import { codeOf, copyQuotient, ratioAt, reasonOf, WIDE, type Quotients } from './quotients.ts'
import { isValue } from './state.ts'
import { withRooms } from './rooms.ts'
import type { Amount, AmountAt } from './whole.ts'

/** A column that figures are taken from, and where each period of the formula's lies in it; -1 where it does not. */
interface Source {
  readonly column: Column
  readonly places: Int32Array
  /** Whether each lies where it lies in the formula's own column. */
  readonly same: boolean
}

/** A formula ready to run over the periods of its column. */
interface Program {
  readonly steps: readonly Step[]
  /** By step, for those that take figures: the newest method first. */
  readonly sources: readonly (readonly Source[])[]
  /** Its own calendar and those of its sources, and how many periods they had together. */
  readonly calendars: readonly Calendar[]
  readonly periods: number
}

const programs = new WeakMap<Column, Program>()
const units = new Map<string, Unit>()

/** A unit by its name; a name that is none is a number alone. */
export const unitNamed = (text: string): Unit => {
  let unit = units.get(text)
  if (!unit) units.set(text, (unit = parseUnit(text) ?? unitOf([], [])))
  return unit
}

/** What a formula comes to in a cell; read from the row of its area, of which only what changed is computed again. */
export function formulaAt(cube: Cube, column: Column, row: number, index: number, ask: AmountAt): Amount {
  const came = formulaRow(cube, column, row, ask)
  const said = came.said[index]!
  return said > WIDE
    ? { value: null, covered: 0, due: 1, why: reasonOf(said) }
    : { value: ratioAt(came, index), covered: 1, due: 1 }
}

/** What a formula comes to for an area, over all periods of its column, whether or not somebody gave figures of it. */
function formulaRow(cube: Cube, column: Column, row: number, ask: AmountAt): Quotients {
  const kept = keptRow(cube, column, row)
  if (kept.open === 0) return kept.said
  const { steps, sources } = programOf(cube, column)
  const run: Run = { places: new Int32Array(kept.open), count: 0 }
  for (let at = 0; at < kept.stale.length; at += 1) if (kept.stale[at] === 1) run.places[run.count++] = at
  const last = steps.length - 1
  withRooms(last, kept.stale.length, rooms => {
    const all = [...rooms, kept.said]
    steps.forEach((step, i) => {
      if (step.kind === 'figures') takeFigures(cube, sources[i]!, row, all[i]!, run, ask)
      else takeStep(step, all, all[i]!, run)
    })
  })
  kept.stale.fill(0)
  kept.open = 0
  counted(cube, run.count)
  return kept.said
}

function programOf(cube: Cube, column: Column): Program {
  const { computed, calendar, indicator } = column
  if (computed?.kind !== 'formula') throw new Error(`${indicator.code} has no formula`)
  const known = programs.get(column)
  // Figures bring periods that a calendar had not.
  if (known !== undefined && isFresh(known)) return known
  const inputs = [...computed.inputs.values()].flat().flatMap(number => cube.columns[number]?.calendar ?? [])
  const calendars = [...new Set([calendar, ...inputs])]
  const unitOfCode = (code: string) => {
    const found = cube.indicators.get(code)
    return found ? unitNamed(found.unit) : null
  }
  const steps = known?.steps ?? stepsOf(computed.formula, unitNamed(indicator.unit), unitOfCode)
  const sourcesOf = (step: Step): readonly Source[] =>
    step.kind === 'figures'
      ? (computed.inputs.get(step.code) ?? []).flatMap(number => {
          const from = cube.columns[number]
          if (!from) return []
          const same = step.back.length === 0 && from.calendar === calendar
          return [{ column: from, places: placesIn(from, column, step.back), same }]
        })
      : []
  const made = { steps, sources: steps.map(sourcesOf), calendars, periods: lengthOf(calendars) }
  programs.set(column, made)
  return made
}

const isFresh = ({ calendars, periods }: Program): boolean => lengthOf(calendars) === periods

const lengthOf = (calendars: readonly Calendar[]): number => {
  let periods = 0
  for (const calendar of calendars) periods += calendar.periods.length
  return periods
}

const placesIn = ({ calendar: from }: Column, { calendar: to }: Column, back: readonly Shift[]): Int32Array =>
  Int32Array.from(to.periods, period => indexOf(from, shifted(period, back)))

const NOT_REPORTED = codeOf(absent('notReported'))

/** Of several methods the newest that has a whole figure; where none has, why the last that was asked has none. */
function takeFigures(
  cube: Cube,
  sources: readonly Source[],
  row: number,
  to: Quotients,
  run: Run,
  ask: AmountAt,
): void {
  const [only] = sources
  if (only?.same && sources.length === 1) {
    wholeAmounts(cube, only.column, row, to, run, ask)
    return
  }
  for (let k = 0; k < run.count; k += 1) to.said[run.places[k]!] = NOT_REPORTED
  let open = run
  for (const { column, places } of sources) {
    const there: Run = { places: new Int32Array(open.count), count: 0 }
    for (let k = 0; k < open.count; k += 1) {
      const at = places[open.places[k]!]!
      if (at >= 0) there.places[there.count++] = at
    }
    if (there.count === 0) continue
    withRooms(1, column.calendar.periods.length, ([room]) => {
      wholeAmounts(cube, column, row, room!, there, ask)
      const still: Run = { places: new Int32Array(open.count), count: 0 }
      for (let k = 0; k < open.count; k += 1) {
        const into = open.places[k]!
        const at = places[into]!
        if (at >= 0) copyQuotient(room!, at, to, into)
        if (to.said[into]! > WIDE) still.places[still.count++] = into
      }
      open = still
    })
    if (open.count === 0) return
  }
}

/** What an area comes to in some periods of a column where all that is due is there, and why not elsewhere. */
function wholeAmounts(cube: Cube, column: Column, row: number, to: Quotients, run: Run, ask: AmountAt): void {
  const { computed } = column
  switch (computed?.kind) {
    case undefined: {
      plainAmounts(cube, column, row, to, run, ask)
      return
    }
    case 'weighted': {
      askEach(cube, column, row, to, run, ask)
      return
    }
    case 'ratio': {
      ratioAmounts(cube, column, computed, row, to, run, ask)
      return
    }
    case 'formula': {
      const came = formulaRow(cube, column, row, ask)
      for (let k = 0; k < run.count; k += 1) {
        const at = run.places[k]!
        if (hasOwn(column, row, at)) askOne(cube, column, row, to, at, ask)
        else copyQuotient(came, at, to, at)
      }
      return
    }
    default:
      return computed satisfies never
  }
}

function hasOwn(column: Column, row: number, at: number): boolean {
  if (column.logs.length === 0) return false
  const found = find(column, row, at)
  return found !== null && isValue(found.block.states[found.at]!)
}

/** Whole sums divided; where one of them is not whole the cell is asked. */
function ratioAmounts(
  cube: Cube,
  column: Column,
  { top, bottom, factor }: Extract<NonNullable<Column['computed']>, { kind: 'ratio' }>,
  row: number,
  to: Quotients,
  run: Run,
  ask: AmountAt,
): void {
  const [over, under] = [cube.columns[top], cube.columns[bottom]]
  if (over?.calendar !== column.calendar || under?.calendar !== column.calendar) {
    askEach(cube, column, row, to, run, ask)
    return
  }
  withRooms(2, column.calendar.periods.length, ([a, b]) => {
    wholeAmounts(cube, over, row, a!, run, ask)
    wholeAmounts(cube, under, row, b!, run, ask)
    takeStep({ kind: 'divide', left: 0, right: 1, factor }, [a!, b!], to, run)
    for (let k = 0; k < run.count; k += 1) {
      const at = run.places[k]!
      if (to.said[at]! > WIDE || hasOwn(column, row, at)) askOne(cube, column, row, to, at, ask)
    }
  })
}
