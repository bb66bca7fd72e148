import { foldedForm } from '../../measure/names.ts'
import { parseUnit, sameDimensions } from '../../measure/unit.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Indicator } from '../../plan/plan.ts'
import type { Resolved } from '../../territory/names.ts'
import { labelText, withoutUnit } from './words.ts'

/** What the words of a sheet can mean. */
export interface KnownNames {
  readonly indicators: readonly Indicator[]
  readonly areas: (text: string, on: string) => Resolved
  /** The area that a sheet is of where it names none: the plan's own. */
  readonly whole: string
  /** The day whose map names areas where a figure's own period is not known yet. */
  readonly on: string
  /** The level of territory that an area is of, so that a list of districts is read as one. */
  readonly levelOf?: (id: string) => string
  /** What labels were said to mean before, for a form of this kind; null: left out. */
  readonly names?: Readonly<Record<string, string | null>>
}

/** What a label means; several are never chosen between. */
export type Meaning =
  | { readonly is: string }
  | { readonly ambiguous: readonly string[] }
  | { readonly unknown: true; readonly nearest: string }
  | { readonly leftOut: true }

/** Looks labels up, with and without accents, numbering and units in brackets. */
export class Meanings {
  readonly #known: KnownNames
  readonly #indicators = new Map<string, Set<string>>()
  readonly #codes = new Set<string>()

  constructor(known: KnownNames) {
    this.#known = known
    for (const { code, name } of known.indicators) {
      this.#codes.add(code)
      for (const text of [code, name.vi, name.en ?? ''])
        for (const form of [text, withoutUnit(text)]) {
          const key = foldedForm(form)
          if (key === '') continue
          const codes = this.#indicators.get(key)
          if (codes) codes.add(code)
          else this.#indicators.set(key, new Set([code]))
        }
    }
  }

  said(label: string): string | null | undefined {
    return this.#known.names?.[label]
  }

  indicator(label: string): Meaning {
    const said = this.said(label)
    if (said === null) return { leftOut: true }
    if (said !== undefined && this.#codes.has(said)) return { is: said }
    for (const form of formsOf(label)) {
      const codes = this.#indicators.get(foldedForm(form))
      const [first] = codes ?? []
      if (codes && first !== undefined) return codes.size === 1 ? { is: first } : { ambiguous: [...codes] }
    }
    const names = this.#known.indicators.map(each => each.name.vi)
    return { unknown: true, nearest: nearest(labelText(label), names) }
  }

  area(label: string, on: string = this.#known.on): Meaning {
    const said = this.said(label)
    if (said === null) return { leftOut: true }
    for (const form of said === undefined ? formsOf(label) : [said]) {
      const found = this.#known.areas(form, on)
      if ('area' in found) return { is: found.area }
      if ('ambiguous' in found) return { ambiguous: found.ambiguous }
    }
    return { unknown: true, nearest: '' }
  }

  /** Whether a text is nothing but a unit, and one in which an indicator could be said. */
  isUnit(text: string): boolean {
    const unit = /^[^\d]+$/.test(text) ? parseUnit(text) : null
    if (!unit || unit.dimensions.length === 0) return false
    return this.#known.indicators.some(each => {
      const own = parseUnit(each.unit)
      return own !== null && sameDimensions(own, unit)
    })
  }

  /** The one indicator whose name stands in a text, the longest name first; null where none does. */
  named(text: string): string | null {
    const folded = ` ${foldedForm(text)} `
    const found = [...this.#indicators]
      .filter(([name, codes]) => codes.size === 1 && name.length > 3 && folded.includes(` ${name} `))
      .sort(([a], [b]) => b.length - a.length)[0]
    return found ? ([...found[1]][0] ?? null) : null
  }
}

const formsOf = (label: string): readonly string[] => [
  ...new Set([label, labelText(label), withoutUnit(label), withoutUnit(labelText(label))]),
]
