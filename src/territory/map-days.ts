import { mapOn } from './map.ts'
import type { Territory } from './territory.ts'

const known = new WeakMap<Territory, readonly string[]>()

/** The days on which the map changed, in order of time; from each to the day before the next one map holds. */
export function mapDays(territory: Territory): readonly string[] {
  let days = known.get(territory)
  if (!days) known.set(territory, (days = changesOf(territory)))
  return days
}

function changesOf({ areas }: Territory): readonly string[] {
  const days = new Set<string>()
  for (const { facts } of areas.values())
    for (const { from, to } of facts) {
      days.add(from)
      if (to !== null) days.add(to)
    }
  return [...days].sort()
}

/** The day since which the map of a day holds; null where it lies before the first. */
export const mapSince = (territory: Territory, day: string): string | null =>
  mapDays(territory).findLast(each => each <= day) ?? null

/** How many communes the map of a day has. */
export function communesOn(territory: Territory, day: string): number {
  let count = 0
  for (const { level } of mapOn(territory, day).areas.values()) if (level === 'commune') count += 1
  return count
}
