import { PERIOD_CODE } from './words.ts'
import { columnOfLetter } from '../sheet.ts'
import type { ObservationStatus } from '../../plan/observation.ts'
import { STATUSES } from '../../plan/observation.ts'

/** What a column of a sheet is: a label of rows, or values of what its head says. */
export const COLUMN_ROLES = ['skip', 'indicator', 'area', 'period', 'unit', 'note', 'value'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** What is said once for a column or for the whole sheet. */
export interface Said {
  readonly indicator?: string
  readonly area?: string
  readonly period?: string
  readonly status?: ObservationStatus
  readonly unit?: string
}

export interface MappedColumn extends Said {
  /** The column's letter. */
  readonly column: string
  readonly is: ColumnRole
  /** The words of its head, for the reader. */
  readonly head: string
}

/**
 * How a sheet is read: a plain JSON value that an officer can look at, correct and give back. Lines are those of the sheet,
 * from 1.
 */
export interface Mapping {
  readonly sheet: string
  /** The lines of the data, both included. */
  readonly first: number
  readonly last: number
  readonly columns: readonly MappedColumn[]
  /** What holds for the whole sheet where neither row nor column says it. */
  readonly all: Said & { readonly source?: string }
  /** What labels mean: an indicator's code or an area's id; null: the row is left out. */
  readonly names: Readonly<Record<string, string | null>>
}

/** A mapping from its JSON; a text says what is wrong, by path. */
export function parseMapping(value: unknown): Mapping | string {
  if (!isRecord(value)) return '(…): {…}'
  const { sheet, first, last, columns, all = {}, names = {} } = value
  if (typeof sheet !== 'string') return 'sheet: "…"'
  if (!isLine(first) || !isLine(last) || last < first) return 'first, last: 1 … '
  if (!Array.isArray(columns) || columns.length === 0) return 'columns: […]'
  for (const [i, column] of columns.entries()) {
    const at = `columns.${i}`
    if (!isRecord(column)) return `${at}: {…}`
    if (typeof column['column'] !== 'string' || columnOfLetter(column['column']) < 0) return `${at}.column: "A" … "XFD"`
    if (!COLUMN_ROLES.some(role => role === column['is'])) return `${at}.is: ${COLUMN_ROLES.join(', ')}`
    const wrong = saidFault(column)
    if (wrong !== null) return `${at}.${wrong}`
  }
  if (!isRecord(all)) return 'all: {…}'
  const wrong = saidFault(all)
  if (wrong !== null) return `all.${wrong}`
  if (!isRecord(names)) return 'names: {…}'
  const badName = Object.entries(names).find(([, meaning]) => meaning !== null && typeof meaning !== 'string')
  if (badName) return `names.${badName[0]}: "…" | null`
  return { sheet, first, last, columns: columns as MappedColumn[], all, names: names as Mapping['names'] }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isLine = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1

function saidFault(said: Record<string, unknown>): string | null {
  for (const name of ['indicator', 'area', 'unit', 'source'])
    if (said[name] !== undefined && typeof said[name] !== 'string') return `${name}: "…"`
  const { period, status } = said
  if (period !== undefined && (typeof period !== 'string' || !PERIOD_CODE.test(period))) return 'period: 2024, 2024-Q1'
  if (status !== undefined && !STATUSES.some(known => known === status)) return `status: ${STATUSES.join(', ')}`
  return null
}
