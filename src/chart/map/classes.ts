import { addRatio, compareRatio, multiplyRatio, ratio, subtractRatio, type Ratio } from '../../measure/ratio.ts'

/**
 * How values become colours. `quantile`: classes of about as many areas each; `equal`: intervals of one width; `bound`:
 * classes on either side of a bound, what reaches it in one hue and what does not in the other.
 */
export const CLASSINGS = ['quantile', 'equal', 'bound'] as const
export type Classing = (typeof CLASSINGS)[number]

/** `s1` to `s5`: one hue, darker for more. `g1` to `g3`: reaches the bound, `b1` to `b3`: does not; the higher, the farther. */
export type Tone = `s${1 | 2 | 3 | 4 | 5}` | `g${1 | 2 | 3}` | `b${1 | 2 | 3}`

export interface ColourClass {
  readonly tone: Tone
  /** Both ends included where `closed`; else the high end belongs to the next class. */
  readonly low: Ratio
  readonly high: Ratio
  readonly closed: boolean
  readonly count: number
}

export interface Classes {
  /** From low to high. */
  readonly classes: readonly ColourClass[]
  readonly toneOf: (value: Ratio) => Tone
}

const SEQUENCE = ['s1', 's2', 's3', 's4', 's5'] as const
/** Tones for fewer classes are taken apart, so that two classes are never neighbours in shade. */
const spread = (count: number): readonly Tone[] =>
  count === 1 ? ['s3'] : Array.from({ length: count }, (_, i) => SEQUENCE[Math.round((i * 4) / (count - 1))] ?? 's5')

/** What has to be reached, and which way is good. `strict`: the bound itself is not enough. */
export interface Mark {
  readonly at: Ratio
  readonly good: 'up' | 'down'
  readonly strict: boolean
}

/** Classes of values, compared exactly; none where there is no value. */
export function classesOf(values: readonly Ratio[], classing: Classing, mark: Mark | null): Classes {
  const sorted = [...values].sort(compareRatio)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most) return { classes: [], toneOf: () => 's1' }
  if (classing === 'bound' && mark) return aroundMark(sorted, mark)
  if (classing === 'equal' && compareRatio(least, most) < 0) return equalSteps(sorted, least, most)
  const parts = quantiles(sorted, SEQUENCE.length)
  const tones = spread(parts.length)
  return fromParts(parts.map((part, i) => [tones[i] ?? 's5', part]))
}

/** Sorted values in parts of about one size; equal values stay together. */
function quantiles(sorted: readonly Ratio[], count: number): readonly (readonly Ratio[])[] {
  const parts: Ratio[][] = []
  let from = 0
  for (let k = 1; k <= count && from < sorted.length; k += 1) {
    let to = Math.max(from + 1, Math.round((k * sorted.length) / count))
    while (to < sorted.length && same(sorted[to - 1], sorted[to])) to += 1
    if (k === count) to = sorted.length
    parts.push(sorted.slice(from, to))
    from = to
  }
  return parts
}

const same = (a: Ratio | undefined, b: Ratio | undefined) =>
  a !== undefined && b !== undefined && compareRatio(a, b) === 0

function fromParts(parts: readonly (readonly [Tone, readonly Ratio[]])[]): Classes {
  const classes = parts.flatMap(([tone, part]): ColourClass[] => {
    const [low, high] = [part[0], part.at(-1)]
    return low && high ? [{ tone, low, high, closed: true, count: part.length }] : []
  })
  return {
    classes,
    toneOf: value => (classes.find(each => compareRatio(value, each.high) <= 0) ?? classes.at(-1))?.tone ?? 's1',
  }
}

function equalSteps(sorted: readonly Ratio[], least: Ratio, most: Ratio): Classes {
  const step = multiplyRatio(subtractRatio(most, least), ratio(1n, 5n))
  const at = (k: number) => (k === 5 ? most : addRatio(least, multiplyRatio(step, ratio(BigInt(k)))))
  const indexOf = (value: Ratio) => {
    for (let k = 1; k < 5; k += 1) if (compareRatio(value, at(k)) < 0) return k - 1
    return 4
  }
  const classes = SEQUENCE.map((tone, i) => ({
    tone,
    low: at(i),
    high: at(i + 1),
    closed: i === 4,
    count: sorted.filter(value => indexOf(value) === i).length,
  }))
  return { classes, toneOf: value => SEQUENCE[indexOf(value)] ?? 's1' }
}

function aroundMark(sorted: readonly Ratio[], { at, good, strict }: Mark): Classes {
  const reaches = (value: Ratio) => {
    const order = compareRatio(value, at)
    return order === 0 ? !strict : good === 'up' ? order > 0 : order < 0
  }
  const side = (reached: boolean) =>
    quantiles(
      sorted.filter(value => reaches(value) === reached),
      3,
    )
  const toned = (parts: readonly (readonly Ratio[])[], hue: 'g' | 'b', outward: boolean) =>
    parts.map((part, i): readonly [Tone, readonly Ratio[]] => {
      const far = outward ? i : parts.length - 1 - i
      return [`${hue}${Math.min(3, far + 1) as 1 | 2 | 3}`, part]
    })
  const [below, above] = good === 'up' ? (['b', 'g'] as const) : (['g', 'b'] as const)
  return fromParts([...toned(side(below === 'g'), below, false), ...toned(side(above === 'g'), above, true)])
}
