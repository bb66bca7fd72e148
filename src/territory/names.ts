import { foldedForm } from '../measure/names.ts'
import { distance } from '../measure/nearest.ts'
import { oneSpelling } from '../measure/spelling.ts'
import { byCode, liesIn, type AreaMap, type AreaOnMap } from './map.ts'
import type { AreaType } from './territory.ts'

/** An area that a text names; or those that it may mean, to be asked about; or those that are called almost so. */
export type Resolved =
  | { readonly area: string }
  | { readonly ambiguous: readonly string[] }
  | { readonly unknown: true; readonly nearest: readonly string[] }

/** What types are called, as offices shorten them; folded. */
const TYPE_WORDS: readonly (readonly [RegExp, readonly AreaType[]])[] = [
  [/^(?:thi tran|tt)\b\.?\s*/, ['thị trấn']],
  [/^(?:thi xa|tx)\b\.?\s*/, ['thị xã']],
  [/^(?:thanh pho|tp)\b\.?\s*/, ['thành phố', 'thành phố trực thuộc trung ương']],
  [/^(?:dac khu|dk)\b\.?\s*/, ['đặc khu']],
  [/^(?:xa|x)\b\.?\s*/, ['xã']],
  [/^(?:phuong|p)\b\.?\s*/, ['phường']],
  [/^(?:huyen|h)\b\.?\s*/, ['huyện']],
  [/^(?:quan|q)\b\.?\s*/, ['quận']],
  [/^(?:tinh|t)\b\.?\s*/, ['tỉnh']],
]

/**
 * The area that a text names on a map: by its code, by its name with or without accents and type word, with the area that
 * it lies in behind a comma or in brackets ("Hồng Phong (Bình Gia)"). Several of one name are never chosen between.
 */
export function resolveArea(map: AreaMap, text: string, whole?: string): Resolved {
  const said = oneSpelling(text).replace(/\s+/g, ' ').trim()
  const inside = [...map.areas.values()].filter(area => whole === undefined || liesIn(map, area.id, whole))
  const coded = byCode(map, said)
  if (coded && inside.includes(coded)) return { area: coded.id }
  const context = /^(.*?)\s*(?:,|\()\s*([^()]*?)\)?$/.exec(said)
  const [head, around] = [context?.[1] ?? said, context?.[2] ?? '']
  const found = narrowed(map, named(inside, head), around)
  const [only] = found
  if (found.length === 1 && only) return { area: only.id }
  if (found.length > 1) return { ambiguous: found.map(area => area.id) }
  return { unknown: true, nearest: nearestTo(inside, head) }
}

/** Areas that are called so. A text with accents means them; a type word narrows, unless it is a part of the name. */
function named(areas: readonly AreaOnMap[], text: string): AreaOnMap[] {
  const folded = foldedForm(text)
  const exact = text.toLowerCase()
  const accented = exact !== folded
  const called = (area: AreaOnMap, words: string, plain: string) =>
    accented ? oneSpelling(area.name).toLowerCase() === words : foldedForm(area.name) === plain
  const whole = areas.filter(area => called(area, exact, folded))
  for (const [word, types] of TYPE_WORDS) {
    const prefix = word.exec(folded)?.[0]
    if (prefix === undefined || prefix.length === folded.length) continue
    // Folding keeps the length: each letter loses only its marks.
    const typed = areas.filter(
      area => types.includes(area.type) && called(area, exact.slice(prefix.length).trim(), folded.slice(prefix.length)),
    )
    if (typed.length > 0) return typed
  }
  return whole
}

/** Those that lie in what stands behind the comma; all of them where nothing does. */
function narrowed(map: AreaMap, areas: readonly AreaOnMap[], around: string): readonly AreaOnMap[] {
  if (around === '') return areas
  const wholes = named([...map.areas.values()], around)
  return areas.filter(area => wholes.some(whole => whole.id !== area.id && liesIn(map, area.id, whole.id)))
}

const MOST_NEAR = 3

function nearestTo(areas: readonly AreaOnMap[], text: string): string[] {
  const folded = foldedForm(text)
  return areas
    .map(area => ({ id: area.id, far: distance(folded, foldedForm(area.name)) }))
    .filter(({ far }) => far <= Math.max(2, folded.length / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NEAR)
    .map(({ id }) => id)
}
