/** Attributes of an element; what is null or false is left out. */
export type Attributes = Readonly<Record<string, string | number | null | false>>

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => ESCAPES[sign] ?? sign)

/** An SVG element as text. Children are markup already; attribute values are escaped here. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== false)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`)
    .join('')
  const inside = children.join('')
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>`
}

export const words = (attributes: Attributes, text: string): string => element('text', attributes, escaped(text))

/** A tenth of a pixel is finer than any screen shows, and keeps pictures small and stable. */
export function short(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

/** A line through points, "" where there are fewer than two. */
export function lineThrough(points: readonly (readonly [number, number])[], kind: string): string {
  if (points.length < 2) return ''
  const d = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')
  return element('path', { class: kind, d })
}
