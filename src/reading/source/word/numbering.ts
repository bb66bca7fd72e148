import { ordinal, type OrdinalStyle } from '../ordinals.ts'
import { attributeOf, localName, walkXml } from './xml.ts'

interface Level {
  readonly start: number
  /** "bullet", "none" or the name of a way to count. */
  readonly format: string
  /** "%1.%2." with the numbers of the levels for %n. */
  readonly text: string
  /** Numbers of other levels are shown as plain digits ("Điều 1.2" below "Chương I"). */
  readonly legal: boolean
  /** The level (from 1) whose next number starts this one again; 0 for never; by default any above it. */
  readonly restart: number | null
}

const PLAIN: Level = { start: 1, format: 'decimal', text: '', legal: false, restart: null }
/** Word knows nine. */
const LEVELS = 9

interface Num {
  readonly abstract: string
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

/** Gives the next number of a list each time it is asked, as Word would show it: "1.", "a)", "-"; null for none. */
export type Numbering = (numId: string, level: number) => string | null

export const NO_NUMBERING: Numbering = () => null

/**
 * The part `numbering.xml` (ECMA-376 part 1, 17.9). Lists of one abstract numbering count on together unless one of
 * them says where it starts.
 */
export function numberingOf(xml: string): Numbering {
  const abstracts = new Map<string, Map<number, Level>>()
  const nums = new Map<string, Num>()
  readDefinitions(xml, abstracts, nums)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (numId, asked) => {
    const num = nums.get(numId)
    if (!num) return null
    const level = Math.min(Math.max(asked, 0), LEVELS - 1)
    const levelAt = (i: number): Level => num.levels.get(i) ?? abstracts.get(num.abstract)?.get(i) ?? PLAIN
    const startOf = (i: number): number => num.starts.get(i) ?? levelAt(i).start
    const counts = counters.get(num.abstract) ?? []
    counters.set(num.abstract, counts)
    for (const [i] of num.starts) {
      const first = `${numId} ${i}`
      if (i !== level || begun.has(first)) continue
      begun.add(first)
      counts[i] = undefined
    }
    const own = levelAt(level)
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1
    for (let i = level + 1; i < LEVELS; i += 1) {
      const { restart } = levelAt(i)
      if (restart === null || (restart > 0 && level < restart)) counts[i] = undefined
    }
    if (own.format === 'bullet') return bullet(own.text)
    if (own.format === 'none' && !/%\d/.test(own.text)) return own.text.trim() || null
    const shown = own.text
      .replace(/%(\d)/g, (_, digit: string) => {
        const i = Number(digit) - 1
        const { format } = levelAt(i)
        if (format === 'none' || format === 'bullet') return ''
        return ordinal(counts[i] ?? startOf(i), own.legal && i !== level ? 'decimal' : styleOf(format))
      })
      .trim()
    return shown === '' ? null : shown
  }
}

function readDefinitions(xml: string, abstracts: Map<string, Map<number, Level>>, nums: Map<string, Num>): void {
  let levels: Map<number, Level> | null = null
  let num: { id: string; abstract: string; starts: Map<number, number>; levels: Map<number, Level> } | null = null
  let at = 0
  let level: Level | null = null
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributeOf(attributes, 'val')
      switch (localName(name)) {
        case 'abstractNum':
          levels = new Map()
          abstracts.set(attributeOf(attributes, 'abstractNumId') ?? '', levels)
          break
        case 'num':
          num = { id: attributeOf(attributes, 'numId') ?? '', abstract: '', starts: new Map(), levels: new Map() }
          break
        case 'abstractNumId':
          if (num) num.abstract = value ?? ''
          break
        case 'lvlOverride':
        case 'lvl':
          at = Number(attributeOf(attributes, 'ilvl')) || 0
          if (localName(name) === 'lvl') level = PLAIN
          break
        case 'startOverride':
          num?.starts.set(at, Number(value) || 0)
          break
        case 'start':
          if (level) level = { ...level, start: Number(value) || 0 }
          break
        case 'numFmt':
          if (level) level = { ...level, format: value ?? 'decimal' }
          break
        case 'lvlText':
          if (level) level = { ...level, text: value ?? '' }
          break
        case 'isLgl':
          if (level) level = { ...level, legal: true }
          break
        case 'lvlRestart':
          if (level) level = { ...level, restart: Number(value) || 0 }
          break
        default:
      }
    },
    close: name => {
      const local = localName(name)
      if (local === 'lvl' && level) {
        ;(num?.levels ?? levels)?.set(at, level)
        level = null
      } else if (local === 'num' && num) {
        nums.set(num.id, num)
        num = null
      } else if (local === 'abstractNum') levels = null
    },
    text: () => undefined,
  })
}

/** Ways to count that this program knows are shown as they are; any other falls back to digits, as Word does. */
function styleOf(format: string): OrdinalStyle {
  switch (format) {
    case 'decimalZero':
    case 'lowerLetter':
    case 'upperLetter':
    case 'lowerRoman':
    case 'upperRoman':
      return format
    default:
      return 'decimal'
  }
}

/** Bullets are often signs of a font of symbols, which mean nothing in another; a dash stands for them all. */
const bullet = (text: string): string => (/^[-–+*•]$/.test(text.trim()) ? text.trim() : '-')
