import type { Decimal } from '../measure/decimal.ts'
import type { Position } from './outline.ts'

/** Levels of territory in Vietnam; communes come under districts until 30 June 2025 and under provinces after. */
export const AREA_TYPES = [
  'quốc gia',
  'tỉnh',
  'thành phố trực thuộc trung ương',
  'huyện',
  'quận',
  'thị xã',
  'thành phố',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
] as const
export type AreaType = (typeof AREA_TYPES)[number]

export type Level = 'nation' | 'province' | 'district' | 'commune'

export function levelOf(type: AreaType): Level {
  switch (type) {
    case 'quốc gia':
      return 'nation'
    case 'tỉnh':
    case 'thành phố trực thuộc trung ương':
      return 'province'
    case 'huyện':
    case 'quận':
    case 'thị xã':
    case 'thành phố':
      return 'district'
    case 'xã':
    case 'phường':
    case 'thị trấn':
    case 'đặc khu':
      return 'commune'
    default:
      return type satisfies never
  }
}

/** What was so of an area from a day (inclusive) to a day (exclusive; null: still so). Days are ISO. */
export interface AreaFact {
  readonly from: string
  readonly to: string | null
  /** The official code, which is no stable key: it can pass to another area. */
  readonly code: string
  readonly name: string
  readonly type: AreaType
  /** The id of the area that it lies in; null for the whole. */
  readonly parent: string | null
  /** Where it is on a schematic map: its centre, where somebody gave one. */
  readonly centre?: Position
}

/**
 * A piece of territory that keeps its extent. A new name, code, type or parent is a new fact of the same area; new bounds
 * are a new area, also where name and code go on.
 */
export interface Area {
  readonly id: string
  /** In order of time, without gaps. */
  readonly facts: readonly AreaFact[]
}

/** What weighs a part of an area that is divided. */
export const WEIGHTS = ['population', 'area'] as const
export type WeightName = (typeof WEIGHTS)[number]

/** Land and people that pass from one area to another on a day. */
export interface Link {
  readonly from: string
  readonly to: string
  /** Population (persons) and area (km²) of what passes, where a source states them. */
  readonly weights: Readonly<Partial<Record<WeightName, Decimal>>>
}

/**
 * A dated event. `links`: which area went into which; a merge, a split, a transfer are all links. `regrouping`: areas on
 * both sides whose links no source states: their sum is known and nothing else. `abolition`: areas that end without a
 * successor, as a whole level does.
 */
export type Reorganisation =
  | { readonly kind: 'links'; readonly date: string; readonly links: readonly Link[]; readonly basis: string }
  | {
      readonly kind: 'regrouping'
      readonly date: string
      readonly before: readonly string[]
      readonly after: readonly string[]
      readonly basis: string
    }
  | { readonly kind: 'abolition'; readonly date: string; readonly areas: readonly string[]; readonly basis: string }

export interface Territory {
  readonly areas: ReadonlyMap<string, Area>
  /** In order of time. */
  readonly reorganisations: readonly Reorganisation[]
}

export const EMPTY_TERRITORY: Territory = { areas: new Map(), reorganisations: [] }

export const beginOf = (area: Area): string => area.facts[0]?.from ?? ''
export const endOfArea = (area: Area): string | null => area.facts.at(-1)?.to ?? null

/** What is so of an area on a day; null where it does not exist then. */
export function factOn(area: Area, day: string): AreaFact | null {
  return area.facts.find(fact => fact.from <= day && (fact.to === null || day < fact.to)) ?? null
}
