/** How documents number their parts, from the outside in. `dotted` nests by its own depth. */
export type NumberStyle =
  | 'part'
  | 'annex'
  | 'chapter'
  | 'division'
  | 'article'
  | 'capital'
  | 'roman'
  | 'number'
  | 'dotted'
  | 'wordOrdinal'
  | 'paren'
  | 'halfParen'
  | 'letter'
  | 'dash'
  | 'plus'
  | 'bullet'

export interface Marker {
  readonly style: NumberStyle
  /** As printed, without its punctuation: "II", "1.2", "3", "a", "-". */
  readonly number: string
  /** Length of the marker in the view, with the white space behind it. */
  readonly length: number
}

type Rule = readonly [NumberStyle, RegExp]

const ROMAN = '(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})'
const RULES: readonly Rule[] = [
  ['part', /^(phần\s(?:thứ\s)?(?:nhất|một|hai|ba|tư|bốn|năm|sáu|[ivx]+|\d+))(?!\p{L})[\s.:-]*/iu],
  ['annex', /^(phụ lục(?:\s(?:số\s)?(?:[ivx]+|\d+|[A-Z]))?)(?!\p{L})[\s.:-]*/iu],
  ['chapter', /^(chương\s(?:[ivxlc]+|\d+))(?!\p{L})[\s.:-]*/iu],
  ['division', /^(mục\s(?:[ivxlc]+|\d+))(?![\p{L}\d])[\s.:-]*/iu],
  ['article', /^(điều\s\d+[a-z]?)(?![\p{L}\d])[\s.:-]*/iu],
  ['wordOrdinal', /^((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là)(?!\p{L})[\s:,]*/iu],
  ['roman', new RegExp(`^(${ROMAN})\\s?(?:[.)/:]|-(?=\\s|\\p{L}))\\s?-?\\s*(?=\\p{L}|$)`, 'u')],
  ['capital', /^([A-ZĐ])\s?(?:[.)/]\s?|-\s)\s*(?=\p{L}|$)/u],
  [
    'dotted',
    /^(\d{1,3}(?:\.\d{1,2})+)[.)]?(?:\s+|\s?-\s?(?=\p{Lu})|(?=\p{Lu})|$)(?![%‰])(?!(?:tỷ|triệu|nghìn|ha|%)(?!\p{L}))/u,
  ],
  ['number', /^(\d{1,3})(?:\s?\.(?!\d)\s?|\s?[/-]\s)(?=\S|$)/u],
  ['paren', /^\((\d{1,3}|[ivx]{1,4})\)\.?\s*/u],
  ['halfParen', /^(\d{1,3})\)\s*/u],
  ['letter', /^\(?([a-zđ])\s?\)\.?\s*/u],
  ['letter', /^([a-zđ])\.\s+/u],
  ['dash', /^(-)\s*(?=[^\s\d-]|\d)/u],
  ['plus', /^(\+{1,2})\s*/u],
  ['bullet', /^([•●▪■◦○·»➢✓✔*])\s*/u],
]

/** The marker that a line begins with, or null. `text` is a view's text in its own case. */
export function markerOf(text: string): Marker | null {
  for (const [style, pattern] of RULES) {
    const match = pattern.exec(text)
    if (match?.[1]) return { style, number: match[1], length: match[0].length }
  }
  return null
}

/** Styles that number chapters and sections rather than points in a list. */
export const OUTER: ReadonlySet<NumberStyle> = new Set([
  'part',
  'annex',
  'chapter',
  'division',
  'article',
  'capital',
  'roman',
])
