import type { Message } from '../messages/message.ts'
import { powerOfTen } from './decimal.ts'
import { readNumber } from './notation.ts'
import { readNumberWords } from './number-words.ts'
import { divideRatio, multiplyRatio, ONE, ratio, type Ratio } from './ratio.ts'
import { oneSpelling } from './spelling.ts'
import { knownUnit, MAY_BE_OF, MULTIPLIERS, UNIT_NAMES } from './unit-names.ts'

/** A unit of measure: a number-word factor × what stands above the bar ÷ what stands below it. */
export interface Unit {
  /** Canonical writing: "nghìn tỷ đồng", "triệu đồng/người/năm", "bác sĩ / 1 vạn dân"; "" is a bare number. */
  readonly text: string
  readonly above: readonly Part[]
  readonly below: readonly Part[]
  /** How many base units it is. */
  readonly size: Ratio
  /** Base unit → power other than zero, sorted by name. */
  readonly dimensions: readonly (readonly [string, number])[]
}

/** "10.000 dân", "nghìn tỷ đồng", "% GDP". */
export interface Part {
  readonly count: bigint
  /** A name of the table of units, or a noun that counts itself; '' where only a number word stands. */
  readonly name: string
  /** What it is of ("GDP" in "% GDP"), or ''. */
  readonly of: string
}

/** Longer than any unit; what is longer is a sentence. */
const LONGEST = 80
const BAR = /\s*\/\s*|\s+(?:tính trên|trên|cho|mỗi)\s+(?=(?:(?:1|một|mỗi)\s+)?(?:nghìn|ngàn|vạn|triệu|trăm|\d))/giu

/** The heads of tables: "trđ", "tr.đ", "Tr. đồng". */
const SHORT_MILLION = /^tr\.? ?đ(?:ồng)?(?!\p{L})/iu

/**
 * Reads a unit as a document or a file writes it, in any case and spelling. `null` where it is none: an empty part
 * beside a bar, a sentence, signs that no unit has. An empty text is the unit of a bare number.
 */
export function parseUnit(text: string): Unit | null {
  const clean = oneSpelling(text).replace(/\s+/g, ' ').trim().replace(SHORT_MILLION, 'triệu đồng')
  if (clean.length > LONGEST || /[<>=;:"“”?!]/.test(clean)) return null
  if (clean === '') return unitOf([], [])
  const whole = knownUnit(clean)
  if (whole) return unitOf([{ count: 1n, name: whole, of: '' }], [])
  const [first = '', ...rest] = clean.split(BAR)
  const above = partsOf(first.split(/(?<=\p{L})\s?[.·×*]\s?(?=\p{L})/u))
  const below = partsOf(rest)
  if (above === null || below === null || below.some(part => part.name === '')) return null
  // What multiplies is a unit of the table: "tấn.km", "lượt khách.km". What else has a mark inside is a sentence.
  const product = above.length === 1 || (above[0]?.name !== '' && above.slice(1).every(isPlainKnown))
  return product ? unitOf(above, below) : null
}

const isPlainKnown = ({ count, name, of }: Part) => count === 1n && of === '' && knownUnit(name) !== undefined

function partsOf(texts: readonly string[]): Part[] | null {
  const parts = texts.map(partOf).filter(part => part !== null)
  return parts.length === texts.length ? parts : null
}

/** Words of letters, digits and the signs of units; the first begins with no digit, none is only a mark. */
const NOUN = /^[\p{L}%‰$€][\p{L}\p{M}\d%‰²³$()’'.,+-]*(?: [\p{L}\d%‰(&][\p{L}\p{M}\d%‰²³()’'.,+-]*)*$/u

function partOf(text: string): Part | null {
  const front = counted(text.trim())
  if (!front) return null
  const { count, rest } = front
  if (rest === '') return count === null || !isPowerOfTen(count) ? null : { count, name: '', of: '' }
  if (!NOUN.test(rest) || (count !== null && readNumberWords(rest))) return null
  return { count: count ?? 1n, ...named(rest) }
}

const isPowerOfTen = (n: bigint) => /^10*$/.test(n.toString())

/** The number in front, `null` where it is not whole or is nought: "10.000 dân", "1 vạn dân", "một vạn dân", "nghìn tỷ đồng". */
function counted(text: string): { count: bigint | null; rest: string } | null {
  let [count, rest]: [bigint | null, string] = [null, text]
  const digits = /^\d[\d.,\u00a0]*(?= |$|\p{L})/u.exec(rest)?.[0]
  if (digits !== undefined) {
    const value = readNumber(digits, 'vi')
    if (value?.scale !== 0 || value.coefficient === 0n) return null
    count = value.coefficient
    rest = rest.slice(digits.length).trimStart()
  } else {
    const words = readNumberWords(rest)
    if (words && words.value > 0n && words.length < rest.length) {
      count = words.value
      rest = rest.slice(words.length).trimStart()
    }
  }
  for (;;) {
    const word = /^(\p{L}+)(?: |$)/u.exec(rest)?.[1] ?? ''
    const power = (MULTIPLIERS as Readonly<Record<string, number>>)[word.toLowerCase()]
    if (power === undefined || (word.toLowerCase() === 'tỷ' && /^tỷ (?:lệ|trọng|suất|giá|số)/i.test(rest))) break
    count = (count ?? 1n) * powerOfTen(power)
    rest = rest.slice(word.length).trimStart()
  }
  return { count, rest }
}

function named(text: string): { name: string; of: string } {
  const whole = knownUnit(text)
  if (whole) return { name: whole, of: '' }
  const split = /^(%|‰)\s?(.+)$/u.exec(text) ?? /^(\S+) (.+)$/u.exec(text)
  const name = split?.[1] === undefined ? undefined : knownUnit(split[1])
  if (name && split?.[2] && MAY_BE_OF.has(name)) return { name, of: noun(split[2]) }
  return { name: noun(text), of: '' }
}

/** A noun's writing: lower case, but abbreviations (GDP, OCOP) as they are. */
const noun = (text: string) =>
  text.replace(/\p{L}[\p{L}\d]*/gu, word => (/^.+\p{Lu}/u.test(word) ? word : word.toLowerCase()))

/** The unit of these parts; what stands above and below the bar is shortened. */
export function unitOf(above: readonly Part[], below: readonly Part[]): Unit {
  const left = [...below]
  const kept = above.filter(part => {
    const at = left.findIndex(other => other.name !== '' && other.name === part.name && other.of === part.of)
    if (at < 0 || left[at]?.count !== part.count) return true
    left.splice(at, 1)
    return false
  })
  const powers = new Map<string, number>()
  let size = ONE
  for (const [parts, sign] of [
    [kept, 1],
    [left, -1],
  ] as const) {
    for (const { count, name, of } of parts) {
      const entry = knownUnit(name)
      const known = entry && UNIT_NAMES[entry]
      const own = known ? ratio(BigInt(known.size[0]) * count, BigInt(known.size[1])) : ratio(count)
      size = sign > 0 ? multiplyRatio(size, own) : divideRatio(size, own)
      for (const base of [known?.of ?? name.toLowerCase(), of.toLowerCase()])
        if (base !== '') powers.set(base, (powers.get(base) ?? 0) + sign)
    }
  }
  const dimensions = [...powers].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { text: written(kept, left), above: kept, below: left, size, dimensions }
}

const TENS: readonly (readonly [number, string])[] = [
  [18, 'tỷ tỷ'], [15, 'triệu tỷ'], [12, 'nghìn tỷ'], [11, 'trăm tỷ'], [10, 'chục tỷ'], [9, 'tỷ'], [8, 'trăm triệu'],
  [7, 'chục triệu'], [6, 'triệu'], [5, 'trăm nghìn'], [4, 'vạn'], [3, 'nghìn'], [2, 'trăm'], [1, 'chục'],
] // prettier-ignore

const grouped = (n: bigint) => n.toString().replace(/\B(?=(\d{3})+$)/g, '.')

function written(above: readonly Part[], below: readonly Part[]): string {
  const left = above.map(part => join(part.count === 1n ? '' : countWords(part.count), part)).join('.')
  // "/ 1 vạn dân" with blanks, "/người/năm" without: a number beside a bar would read as a fraction.
  const right = below.map(part =>
    part.count === 1n ? `/${join('', part)}` : ` / ${join(countBelow(part.count), part)}`,
  )
  return (left === '' && right.length > 0 ? '1' : left) + right.join('')
}

const join = (count: string, { name, of }: Part) => [count, name, of].filter(word => word !== '').join(' ')
const countWords = (n: bigint) => TENS.find(([power]) => powerOfTen(power) === n)?.[1] ?? grouped(n)
const countBelow = (n: bigint) => (n === 10_000n ? '1 vạn' : n === 1_000_000n ? '1 triệu' : grouped(n))

/** Whether two units are one, however they were written: "100 kg" and "tạ". */
export const sameUnit = (a: Unit, b: Unit): boolean =>
  a.size.num === b.size.num && a.size.den === b.size.den && sameDimensions(a, b)

/** Whether values in them can be compared and added. Percent and percentage points cannot. */
export const sameDimensions = (a: Unit, b: Unit): boolean =>
  a.dimensions.length === b.dimensions.length &&
  a.dimensions.every(([name, power], i) => b.dimensions[i]?.[0] === name && b.dimensions[i][1] === power)

export const multiplyUnits = (a: Unit, b: Unit): Unit => unitOf([...a.above, ...b.above], [...a.below, ...b.below])
export const divideUnits = (a: Unit, b: Unit): Unit => unitOf([...a.above, ...b.below], [...a.below, ...b.above])

/** What a calculation with unlike units gives instead of a value. */
export const unlikeUnits = (actual: Unit, expected: Unit): Message => ({
  rule: 'measure.unlike-units',
  severity: 'error',
  actual: actual.text,
  expected: expected.text,
})

export const isMessage = (result: object): result is Message => 'rule' in result

/** The same amount in another unit, exactly; the message `measure.unlike-units` where they measure different things. */
export const convert = (value: Ratio, from: Unit, to: Unit): Ratio | Message =>
  sameDimensions(from, to) ? multiplyRatio(value, divideRatio(from.size, to.size)) : unlikeUnits(from, to)
