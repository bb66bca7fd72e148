import { attributeOf, localName, walkXml } from './xml.ts'

/** What a style says of paragraphs and runs; absent where it says nothing. */
export interface Style {
  readonly name?: string
  readonly basedOn?: string
  readonly numId?: string
  readonly level?: number
  /** 0 is the outermost head; 9 is plain text. */
  readonly outline?: number
  readonly font?: string
  readonly strong?: boolean
  readonly hidden?: boolean
}

export interface Styles {
  /** A style with what it takes from those that it is based on. */
  readonly of: (id: string | undefined) => Style
  /** The font of text that no style speaks of. */
  readonly defaultFont: string | undefined
}

export const NO_STYLES: Styles = { of: () => ({}), defaultFont: undefined }

/** How far styles are followed that are based on each other; Word itself stops at nine. */
const LONGEST_CHAIN = 16

/** The part `styles.xml`. */
export function stylesOf(xml: string): Styles {
  const styles = new Map<string, Style>()
  let id: string | null = null
  let style: Style = {}
  let defaultFont: string | undefined
  let defaults = false
  let defaultParagraph: string | undefined
  walkXml(xml, {
    open: (name, attributes) => {
      const local = localName(name)
      if (local === 'style') {
        id = attributeOf(attributes, 'styleId') ?? ''
        style = {}
        const given = attributeOf(attributes, 'default')
        if (attributeOf(attributes, 'type') === 'paragraph' && given !== undefined && isOn(given)) defaultParagraph = id
      } else if (local === 'docDefaults') defaults = true
      else if (local === 'rFonts' && defaults) defaultFont = fontOf(attributes)
      else if (id !== null) style = { ...style, ...saidBy(local, attributes) }
    },
    close: name => {
      const local = localName(name)
      if (local === 'docDefaults') defaults = false
      else if (local === 'style' && id !== null) {
        styles.set(id, style)
        id = null
      }
    },
    text: () => undefined,
  })
  const known = new Map<string, Style>()
  const of = (wanted: string | undefined): Style => {
    const key = wanted ?? defaultParagraph
    if (key === undefined) return {}
    const before = known.get(key)
    if (before) return before
    let found: Style = {}
    let step = styles.get(key)
    for (let i = 0; step && i < LONGEST_CHAIN; i += 1) {
      found = { ...step, ...found }
      step = step.basedOn === undefined ? undefined : styles.get(step.basedOn)
    }
    known.set(key, found)
    return found
  }
  return { of, defaultFont }
}

function saidBy(local: string, attributes: string): Style {
  const value = attributeOf(attributes, 'val')
  switch (local) {
    case 'name':
      return value === undefined ? {} : { name: value }
    case 'basedOn':
      return value === undefined ? {} : { basedOn: value }
    case 'numId':
      return value === undefined ? {} : { numId: value }
    case 'ilvl':
      return { level: Number(value) || 0 }
    case 'outlineLvl':
      return { outline: Number(value) || 0 }
    case 'rFonts': {
      const font = fontOf(attributes)
      return font === undefined ? {} : { font }
    }
    case 'b':
    case 'i':
      return isOn(value) ? { strong: true } : {}
    case 'vanish':
      return { hidden: isOn(value) }
    default:
      return {}
  }
}

/** The font that letters beyond ASCII are set in: those are the ones that an old encoding is about. */
export const fontOf = (attributes: string): string | undefined =>
  attributeOf(attributes, 'hAnsi') ?? attributeOf(attributes, 'ascii')

/** A switch of Word: on where it stands without a value. */
export const isOn = (value: string | undefined): boolean => value === undefined || !/^(?:0|false|off|none)$/.test(value)
