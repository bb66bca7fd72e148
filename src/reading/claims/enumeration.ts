import { ratio } from '../../measure/ratio.ts'
import { readNumberWords } from '../../measure/number-words.ts'
import type { Node, Placed } from '../tree/sections.ts'
import type { NumberStyle } from '../tree/numbering.ts'
import type { Claim, Verdict } from './claim.ts'
import { placeOf, printed, valueOf, type Sentence } from './sentence.ts'

const NOUNS =
  'thành tố|kết quả|quan điểm|bài học|nhiệm vụ|giải pháp|chỉ tiêu|mục tiêu|khâu đột phá|khâu|nội dung|phần|nhóm|chương trình|trụ cột|định hướng|điểm|lĩnh vực|yếu tố|nguyên nhân|nguyên tắc|hạn chế|dự án|đề án|tiêu chí|biện pháp|vấn đề|bước|hoạt động'
const ANNOUNCED = new RegExp(
  `(?:^|[\\s(:])(\\d{1,2}|hai|ba|bốn|sáu|bảy|tám|chín|mười) (?:nhóm )?(?:${NOUNS})(?!\\p{L})`,
  'u',
)
/** Announced counts against the points that are listed below: "5 bài học kinh nghiệm", "07 chỉ tiêu về kinh tế". */
export function listedClaims(placed: readonly Placed[]): Claim[] {
  const last = placed.at(-1)?.node ?? null
  const claims: Claim[] = []
  const counts = new Map<string, number>()
  const children = new Map<string, Placed[]>()
  for (const place of placed) {
    const owner = place.opens ? place.node?.parent : place.node
    if (owner && place.line.marker && (place.line.kind === 'text' || place.opens))
      push(children, owner.section.id, place)
  }
  for (const place of [...placed].reverse()) {
    const { node, line } = place
    if (!node || !place.opens) continue
    const announced = announcedIn(line.view.low)
    if (announced === null) continue
    const below = children.get(node.section.id) ?? []
    const listed = countListed(below, line.view.text.slice(place.from), announced.count, counts)
    counts.set(node.section.id, announced.count)
    if (listed === null) continue
    // An excerpt may end before its list does.
    const cut = listed.count < announced.count && !listed.closed && within(last, node)
    const verdict: Verdict =
      listed.count === announced.count ? 'holds' : listed.certain && !cut ? 'wrong' : 'unverifiable'
    claims.push({
      kind: 'enumeration',
      verdict,
      stated: [announced.printed],
      computed: ratio(BigInt(listed.count)),
      decimals: 0,
      explanation: { code: 'claim.listed', values: { stated: announced.words, computed: String(listed.count) } },
      ...line.view.span(announced.from, announced.to),
    })
  }
  return claims.reverse()
}

/** Whether a node is, or lies in, another. */
const within = (node: Node | null, around: Node): boolean =>
  node !== null && (node === around || within(node.parent, around))

function push(map: Map<string, Placed[]>, key: string, place: Placed): void {
  const list = map.get(key)
  if (list) list.push(place)
  else map.set(key, [place])
}

interface Announced {
  readonly count: number
  readonly printed: string
  readonly words: string
  readonly from: number
  readonly to: number
}

function announcedIn(low: string): Announced | null {
  const found = ANNOUNCED.exec(low)
  const number = found?.[1]
  if (!found || number === undefined) return null
  const before = low.slice(0, found.index)
  // "thực hiện đạt 18 chỉ tiêu" speaks of results, "một trong 5 nhiệm vụ" of one of them.
  if (
    /(?:đạt|vượt|một trong|trong tổng số|hoàn thành|còn|trong số|thuộc|theo|cả|thực hiện)(?: và vượt)?$/.test(
      before.trim(),
    )
  )
    return null
  const count = /^\d/.test(number) ? Number(number) : Number(readNumberWords(number)?.value ?? 0n)
  if (count < 2) return null
  const from = found.index + found[0].indexOf(number)
  return {
    count,
    printed: number,
    words: low.slice(from, found.index + found[0].length),
    from,
    to: found.index + found[0].length,
  }
}

/** How many points stand below: inline "(1) … (2) …", the first style of numbered lines, or groups that announce their own counts. */
function countListed(
  below: readonly Placed[],
  inline: string,
  announced: number,
  counts: ReadonlyMap<string, number>,
): { count: number; certain: boolean; closed?: boolean } | null {
  const points = [...inline.matchAll(/(?<=^|[\s.;:])\((\d{1,2})\)\s/g)].map(m => Number(m[1]))
  if (points.length >= 2 && points.every((n, i) => n === i + 1))
    return { count: points.length, certain: true, closed: true }
  const groups = below.flatMap(place => {
    const own = place.opens && place.node ? counts.get(place.node.section.id) : undefined
    return own === undefined ? [] : [own]
  })
  const first = below[0]
  if (!first?.line.marker) return null
  const style = first.line.marker.style
  const same = below.filter(place => place.line.marker?.style === style)
  if (groups.length >= 2 && groups.length === same.length && same.length !== announced)
    return { count: groups.reduce((a, b) => a + b, 0), certain: true }
  if (same.length < 2 && announced > 2) return null
  const numbered = NUMBERED.has(style)
  const inOrder = !numbered || same.every((place, i) => orderOf(place.line.marker?.number ?? '', style) === i + 1)
  if (!inOrder) return null
  const plain = same.length === below.length
  return {
    count: same.length,
    certain: numbered
      ? plain || style !== 'letter'
      : plain && same.every(place => /[.;:”"]$/.test(place.line.view.text)),
  }
}

const NUMBERED: ReadonlySet<NumberStyle> = new Set([
  'number',
  'paren',
  'halfParen',
  'letter',
  'roman',
  'wordOrdinal',
  'part',
  'dotted',
  'capital',
])
const WORDS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const PARTS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu']

function orderOf(number: string, style: NumberStyle): number {
  const low = number.toLowerCase()
  if (style === 'wordOrdinal') return WORDS.indexOf(low.split(' ')[0] ?? '') + 1
  if (style === 'part') return PARTS.indexOf(low.split(' ').at(-1) ?? '') + 1
  if (style === 'letter') return ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm'].indexOf(low) + 1
  if (style === 'capital') return 'abcdefghijk'.indexOf(low) + 1
  if (style === 'roman')
    return (
      ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'].indexOf(low) + 1
    )
  if (style === 'dotted') return Number(low.split('.').at(-1))
  return Number(low)
}

/** "09 sản phẩm … gồm: A, B, C", "03 nhà máy thủy điện (A, B, C)", "04 tỉnh A, B, C, D": a count against the names behind it. */
export function namedClaims(sentence: Sentence): Claim[] {
  const { view } = sentence
  return sentence.quantities.flatMap(quantity => {
    const value = valueOf(quantity.token)
    if (
      !value ||
      value.scale > 0 ||
      quantity.of ||
      quantity.unit.kind !== 'counted' ||
      quantity.bound.bound.kind !== 'exactly'
    )
      return []
    const count = Number(value.coefficient)
    if (count < 2 || count > 40) return []
    const rest = view.text.slice(quantity.to, sentence.to)
    const list = namesBehind(rest)
    if (!list || list.items.length < 2) return []
    const proper = list.items.every(item => /^["“]?\p{Lu}/u.test(item) && item.split(' ').length <= 8)
    if (list.items.length !== count && !(proper && list.closed)) return []
    return [
      {
        kind: 'enumeration' as const,
        verdict: list.items.length === count ? ('holds' as const) : ('wrong' as const),
        stated: [printed(sentence, quantity.token)],
        computed: ratio(BigInt(list.items.length)),
        decimals: 0,
        explanation: {
          code: 'claim.listed',
          values: {
            stated: `${printed(sentence, quantity.token)} ${quantity.unit.unit}`,
            computed: String(list.items.length),
          },
        },
        ...placeOf(sentence, quantity.token.from, quantity.to + list.to),
      },
    ]
  })
}

function namesBehind(rest: string): { items: string[]; to: number; closed: boolean } | null {
  const opening =
    /^[^\d,;.(:]{0,80}?(?:gồm|bao gồm|là|như sau)\s?:\s/u.exec(rest) ??
    /^[^\d,;.(:]{0,40}?\((?=\p{Lu})/u.exec(rest) ??
    /^\s(?=\p{Lu}\p{L}+ \p{Lu}\p{L}+, \p{Lu})/u.exec(rest)
  if (!opening) return null
  const bracket = opening[0].endsWith('(')
  const bare = !bracket && !opening[0].includes(':')
  const body = rest.slice(opening[0].length)
  const end = bracket
    ? closing(body)
    : bare
      ? (/\s(?:\(|với|tại|và các|theo)|[.;]/.exec(body)?.index ?? body.length)
      : body.length
  const words = body.slice(0, end)
  if (/\.\.\.|…|v\.v|\bnhư\b/.test(words + body.slice(end, end + 3)) || /\d\s?(?:%|tỷ|triệu)/.test(words)) return null
  const items = splitTop(words, words.includes(';') ? ';' : ',')
    .flatMap((item, i, all) =>
      i === all.length - 1 && !words.includes(';') ? item.split(/\svà\s(?=\p{Lu})/u) : [item],
    )
    .map(item => item.trim())
    .filter(Boolean)
  return { items, to: opening[0].length + end, closed: bracket || !bare }
}

function closing(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1
    if (text[i] === ')') {
      if (depth === 0) return i
      depth -= 1
    }
  }
  return text.length
}

function splitTop(text: string, mark: string): string[] {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1
    else if (text[i] === ')') depth -= 1
    else if (text[i] === mark && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
}
