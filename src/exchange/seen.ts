/**
 * Where each figure of a file stood, so that one that comes twice is told. What a key is made of is numbered as it first
 * comes, and the numbers are kept in open addressing: 12 bytes a place, exact, whatever the length of the texts.
 */
export class SeenFigures {
  readonly #indicators = new Map<string, number>()
  readonly #areas = new Map<string, number>()
  readonly #others = new Map<string, number>()
  readonly #periods = new Map<string, number>()
  readonly #series = new Map<number, number>()
  #last = { other: '', number: 0 }
  #table = new Int32Array(3 * 1024)
  #count = 0

  /** Notes a figure on a line; gives the line on which it stood before, or 0. `other` is all else that its key holds. */
  note(indicator: string, area: string, other: string, period: string, line: number): number {
    if (this.#last.number === 0 || this.#last.other !== other)
      this.#last = { other, number: numbered(this.#others, other) }
    const place = numberedPair(this.#series, numbered(this.#indicators, indicator), numbered(this.#areas, area))
    const series = numberedPair(this.#series, -this.#last.number, place)
    const time = numbered(this.#periods, period)
    const at = placeOf(this.#table, series, time)
    const before = this.#table[at + 2] ?? 0
    if (before !== 0) return before
    this.#table[at] = series
    this.#table[at + 1] = time
    this.#table[at + 2] = line
    this.#count += 1
    if (this.#count * 6 > this.#table.length) this.#grow()
    return 0
  }

  #grow(): void {
    const old = this.#table
    this.#table = new Int32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 3) {
      const [series, time, line] = [old[i] ?? 0, old[i + 1] ?? 0, old[i + 2] ?? 0]
      if (line !== 0) this.#table.set([series, time, line], placeOf(this.#table, series, time))
    }
  }
}

function numbered(known: Map<string, number>, text: string): number {
  let number = known.get(text)
  if (number === undefined) known.set(text, (number = known.size + 1))
  return number
}

/** Two numbers below 2^26 as one that is exact; the sign of the first keeps two kinds of pairs apart. */
function numberedPair(known: Map<number, number>, a: number, b: number): number {
  const key = a < 0 ? a * 2 ** 26 - b : a * 2 ** 26 + b
  let number = known.get(key)
  if (number === undefined) known.set(key, (number = known.size + 1))
  return number
}

/** The place of a key, or the free one where it would stand. */
function placeOf(table: Int32Array, a: number, b: number): number {
  const places = table.length / 3
  let at = ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0) % places
  for (; ; at = at + 1 === places ? 0 : at + 1) {
    const i = at * 3
    if (table[i + 2] === 0 || (table[i] === a && table[i + 1] === b)) return i
  }
}
