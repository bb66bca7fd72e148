import { factOn, type Territory } from '../../territory/territory.ts'

/** An area as people call it: "xã Hồng Phong". The last name that it had by a day; its id where it never was. */
export function areaName(territory: Territory, id: string, day: string): string {
  const area = territory.areas.get(id)
  const fact = area && (factOn(area, day) ?? area.facts.at(-1))
  return fact ? `${fact.type} ${fact.name}` : id
}
