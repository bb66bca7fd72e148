import { addRatio, compareRatio, divideRatio, NOUGHT, subtractRatio, type Ratio } from '../../measure/ratio.ts'

/** What a part promised and made, in the unit of the whole; null where it is not known. */
export interface Part {
  readonly id: string
  readonly bound: Ratio
  readonly value: Ratio | null
}

/** A gap is what is missing of a floor, or what is too much of a ceiling; below zero where there is more than enough. */
export interface Contribution {
  readonly id: string
  readonly bound: Ratio
  readonly value: Ratio | null
  readonly gap: Ratio | null
  /** Of the whole gap; null where that is not above zero. The shares and the two rests make one. */
  readonly share: Ratio | null
}

/** The gap of a whole, part by part: `gap` = the parts' gaps + `unshared` + `unexplained`, exactly. */
export interface Decomposition {
  readonly gap: Ratio
  /** The largest gap first; those without a figure last. */
  readonly parts: readonly Contribution[]
  /** What the parts were promised less (or more) than the whole. */
  readonly unshared: Ratio
  /** What the parts' figures are more (or less) than the whole's; all of what parts without a figure owe is in it. */
  readonly unexplained: Ratio
  /** Parts without a figure: while there are any, nobody knows whose the rest is. */
  readonly silent: readonly string[]
}

/** `side`: the end of the bound that is asked for. */
export function decompose(
  whole: { readonly bound: Ratio; readonly value: Ratio },
  parts: readonly Part[],
  side: 'low' | 'high',
): Decomposition {
  const gapOf = (bound: Ratio, value: Ratio) =>
    side === 'low' ? subtractRatio(bound, value) : subtractRatio(value, bound)
  const gap = gapOf(whole.bound, whole.value)
  const found = parts.map(({ id, bound, value }): Contribution => {
    const own = value && gapOf(bound, value)
    return { id, bound, value, gap: own, share: own && gap.num > 0n ? divideRatio(own, gap) : null }
  })
  const known = found.flatMap(part => part.gap ?? [])
  const bounds = parts.map(part => part.bound).reduce(addRatio, NOUGHT)
  const unshared = side === 'low' ? subtractRatio(whole.bound, bounds) : subtractRatio(bounds, whole.bound)
  return {
    gap,
    parts: found.sort((a, b) => (a.gap && b.gap ? compareRatio(b.gap, a.gap) : Number(!a.gap) - Number(!b.gap))),
    unshared,
    unexplained: subtractRatio(subtractRatio(gap, known.reduce(addRatio, NOUGHT)), unshared),
    silent: found.filter(part => !part.gap).map(part => part.id),
  }
}
