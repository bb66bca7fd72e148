import { compare, dec, sum } from '../../measure/decimal.ts'
import type { Scope } from '../../plan/plan.ts'
import type { ReadMeasure } from '../result.ts'
import type { View } from '../words/view.ts'
import { yearWords, type YearWords } from '../words/years.ts'
import type { NumberToken } from '../numbers/token.ts'
import type { Item } from './item.ts'
import type { Clause, Times, Whole } from './clause.ts'
import { measuresOf } from './measures.ts'
import { cleanName, isSelfStanding } from './name.ts'

/** A target before it has an id. Positions are the view's. */
export interface Draft {
  readonly scope: Scope
  readonly from: number
  readonly to: number
  readonly measures: readonly ReadMeasure[]
}

/** The words that several figures are named by, and where they end. */
interface ListHead {
  readonly name: string
  readonly to: number
}

const LONGEST_WHOLE = 1600
const MOST_CLAUSES = 8

/** The targets of one item of running words. */
export function draftsOf(item: Item, tokens: readonly NumberToken[], times: Times): Draft[] {
  const { view } = item.line
  const years = yearWords(view, tokens)
  const clauses = clausesOf(view, item.from, item.to)
  const titled = titledHead(item)
  const sentences = sentencesOf(view, item.from, item.to).map(sentence => {
    const composition = isComposition(view.low.slice(sentence.from, sentence.to), titled)
    const inside = clauses.filter(clause => clause.from >= sentence.from && clause.to <= sentence.to)
    const head = composition || inside.length > 1 ? compositionHead(view, sentence) : null
    return { ...sentence, composition, head, trailing: head && trailingYear(inside, years, tokens) }
  })
  const drafts: Draft[] = []
  let carried: YearWords | null = item.led?.year ?? null
  let subject: string | null = null
  let whole: Whole | null = null
  let last: Whole | null = null
  let open: string | null = null
  let parts: ListHead | null = null
  for (const clause of clauses) {
    const sentence = sentences.findLast(each => each.from <= clause.from)
    if (sentence && !sentence.composition) parts = partsOf(view, clause, parts)
    const composition = sentence?.composition === true || parts !== null
    const head = parts ?? sentence?.head ?? null
    const behind =
      isBehind(item, times) ||
      looksBack(view.low.slice(item.from, item.to), clause.from - item.from, clause.to - item.from)
    const scope: Scope | null = behind ? null : scopeOf(item, view.low.slice(clause.from, clause.to), open)
    if (scope === null) continue
    open = scope
    const start = head && clause.from < head.to && head.to <= clause.to ? { from: clause.from, to: clause.to } : clause
    const words = view.text.slice(clause.from, clause.to)
    const heads =
      head && clause.to > head.to && (composition || (!isNamed(view, head.to) && goesOnWith(head, clause, words)))
    const inherited = [...titled, ...(heads ? [head.name] : [])]
    if (
      sentence?.from === clause.from &&
      !/^(?:trong đó|riêng|gồm)/.test(view.low.slice(clause.from, clause.from + 10))
    )
      whole = null
    const part = head && composition && clause.from < head.to ? { from: head.to, to: clause.to } : start
    const read = measuresOf(part, {
      view,
      tokens,
      years,
      times,
      inherited,
      composition,
      yearly: /^(?:phấn đấu )?(?:hằng năm|mỗi năm)\s?[,:]/.test(view.low.slice(item.from, item.from + 40)),
      subject,
      whole,
      last,
      carried:
        carried ??
        sentence?.trailing ??
        (head
          ? (years.findLast(y => y.role === 'own' && y.to <= head.to && y.from >= (sentence?.from ?? item.from)) ??
            null)
          : null),
    })
    carried = read.carried
    whole = read.whole
    last = read.last
    subject = read.measures.at(-1)?.name ?? subject
    // Among tasks a number without a unit belongs to a name ("Khu chế xuất 1"), unless an index is promised.
    const measures =
      scope === 'task'
        ? read.measures.filter(m => m.unit !== '' || /chỉ số|hệ số|xếp hạng|điểm/i.test(m.name))
        : read.measures
    drafts.push({ scope, from: clause.from, to: clause.to, measures })
  }
  return together(item, clauses, drafts, sentences.length === 1 && (sentences[0]?.composition ?? false))
}

/** Under a title that only names years before the plan nothing is promised, whatever the words say. */
const isBehind = ({ context }: Item, { floor }: Times) =>
  context.mode === 'open' && context.years !== null && floor !== null && context.years.to < floor

/** Whether a clause [from, to) of an item tells of what was done. */
function looksBack(item: string, from: number, to: number): boolean {
  const clause = item.slice(from, to)
  if (STRIVES.test(clause)) return false
  return MEASURED_ON_PLAN.test(clause) || (LOOKS_BACK.test(item) && !STRIVES.test(item.slice(0, from)))
}

/** A numbered point, a short list item and a composition are one target; a long paragraph is one for each clause. */
function together(item: Item, clauses: readonly Clause[], drafts: readonly Draft[], composition: boolean): Draft[] {
  const full = drafts.filter(draft => draft.measures.length > 0)
  const first = full[0]
  if (!first) return []
  const numbered = item.number !== null
  const whole =
    (item.listed || composition) && item.to - item.from <= LONGEST_WHOLE && (numbered || clauses.length <= MOST_CLAUSES)
  if (!whole || full.some(draft => draft.scope !== first.scope)) return full
  return [{ scope: first.scope, from: item.from, to: item.to, measures: full.flatMap(draft => draft.measures) }]
}

/** Sentences and parts between semicolons. A full stop ends a clause where a capital follows. */
export function clausesOf(view: View, from: number, to: number): Clause[] {
  const clauses: Clause[] = []
  let start = from
  const text = view.text.slice(0, to)
  const pattern =
    /;|\.(?=\s+["“(]?[\p{Lu}(])|(?:…|\.\.\.)(?=\s+[\p{Lu}\d])|(?<=\p{L})\.(?=\s+\d[\d.,]*\s?%)|\.(?=\s*$)|\s(?=\+\s\p{L})/gu
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match.index > start) clauses.push({ from: start, to: match.index })
    start = match.index + match[0].length
  }
  if (start < to) clauses.push({ from: start, to })
  return clauses
    .map(clause => ({
      from: clause.from + (/^\s*/.exec(text.slice(clause.from, clause.to))?.[0].length ?? 0),
      to: clause.to,
    }))
    .filter(clause => clause.to - clause.from > 2)
}

/** "…: trẻ em dưới 10%; người lớn dưới 20% vào năm 2025": a year that only the last part names holds of all. */
function trailingYear(
  clauses: readonly Clause[],
  years: readonly YearWords[],
  tokens: readonly NumberToken[],
): YearWords | null {
  const [first, last] = [clauses[0], clauses.at(-1)]
  if (!first || !last || first === last) return null
  const named = years.find(year => year.role === 'own' && year.from >= first.from && year.to <= last.to)
  const figure = tokens.find(token => token.from >= last.from && (token.kind === 'number' || token.kind === 'range'))
  return named && figure && named.from > figure.to ? named : null
}

/** Sentences only, so that "Cơ cấu kinh tế: …; …; …" is one wherever it stands in a paragraph. */
function sentencesOf(view: View, from: number, to: number): Clause[] {
  const found: Clause[] = []
  let start = from
  for (const stop of view.text.slice(from, to).matchAll(/\.\s+(?=["“(]?\p{Lu})/gu)) {
    found.push({ from: start, to: from + stop.index })
    start = from + stop.index + stop[0].length
  }
  return [...found, { from: start, to }]
}

/** "Tỷ lệ thôn văn hóa: 100%; …": the words in front of a colon that a figure follows name that figure alone. */
const isNamed = (view: View, to: number) =>
  /^\s*(?:đạt |trên |dưới |từ |khoảng |[<>≥≤~] ?)*\d(?![\d.,]*\s(?:tháng )?tuổi)/.test(view.low.slice(to, to + 24))

/** "Tỷ lệ béo phì: trẻ dưới 5 tuổi …; trẻ từ 5 đến 18 tuổi …": parts behind the first that name no indicator of their own. */
const goesOnWith = (head: ListHead, clause: Clause, words: string) =>
  clause.from > head.to &&
  /^(?:t[ỷỉ] lệ|t[ỷỉ] trọng|t[ỷỉ] suất|tốc độ) /i.test(head.name) &&
  /^\p{Ll}/u.test(words) &&
  !isSelfStanding(words)

/** Titles that name what the items below them measure: "- Cơ cấu kinh tế:" above "+ Dịch vụ: 53%". */
function titledHead(item: Item): string[] {
  const node = item.node
  if (!node || node.section.title.length > 140) return []
  if (
    node.style === 'plain' ||
    node.style === 'article' ||
    node.style === 'roman' ||
    node.style === 'capital' ||
    node.style === 'part' ||
    node.style === 'chapter' ||
    node.style === 'annex'
  )
    return []
  if (/^(?:mục tiêu|chỉ tiêu|nhiệm vụ)(?: cụ thể)?(?: số)? \d/i.test(node.section.title)) return []
  const title = node.promises
    ? node.section.title.replace(/^(?:thực hiện|duy trì|phấn đấu)\s+/iu, '')
    : node.section.title
  const name = cleanName(title)
  if (
    /chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|tầm nhìn|^về |lĩnh vực|định hướng|^(?:đến|giai đoạn|năm|phấn đấu)|kết quả|nhóm|phát triển|xây dựng|quan điểm/i.test(
      name,
    ) ||
    name.length < 4
  )
    return []
  if (ACTION.test(name.toLowerCase()) || ACTION.test(title.toLowerCase())) return []
  return /cơ cấu|tỷ trọng|tốc độ|tăng trưởng|tỷ lệ|giá trị|sản lượng|diện tích|trong đó|kim ngạch|số |^tổng|^thu |^chi |vốn/i.test(
    name,
  )
    ? [name]
    : []
}

/** "Nông nghiệp chiếm 12%; công nghiệp 42%; dịch vụ 36%; thuế sản phẩm 10%": shares of sectors that make a hundred. */
function isWholeOfSectors(low: string): boolean {
  const shares = [...low.matchAll(/(?<![\d.,-])(\d{1,2}(?:[.,]\d{1,2})?)\s?%/g)].map(m =>
    dec((m[1] ?? '').replace(',', '.')),
  )
  return (
    shares.length >= 3 &&
    /nông|lâm/.test(low) &&
    /công nghiệp|dịch vụ/.test(low) &&
    !/tăng|giảm|\d{3}/.test(low) &&
    compare(sum(shares), dec('100')) === 0
  )
}

const isComposition = (low: string, titled: readonly string[]) =>
  isWholeOfSectors(low) ||
  /(?:^|[\s(])cơ cấu (?:kinh tế|grdp|gdp|ngành|giá trị|lao động|tổng|các|sử dụng|sản xuất|nội bộ|vốn|nguồn)/.test(
    low.slice(0, 80),
  ) ||
  titled.some(title => /cơ cấu/i.test(title))

/**
 * The head of a composition that stands among other aims ("…; đến năm 2025 cơ cấu kinh tế là: nông nghiệp 42%, …; thu …"): its
 * own clause and the shares behind it that name nothing else.
 */
function partsOf(view: View, clause: Clause, open: ListHead | null): ListHead | null {
  const low = view.low.slice(clause.from, clause.to)
  if (
    /^(?:phấn đấu |đến |năm |\d{4},? |tỷ trọng |các |ngành |trong |của )*cơ cấu (?:kinh tế|grdp|gdp|ngành|lao động)/.test(
      low,
    )
  )
    return (low.match(/\d\s?%/g) ?? []).length > 1 ? compositionHead(view, clause) : null
  return open && low.length < 70 && low.includes('%') && !isSelfStanding(low) && !/tăng|giảm/.test(low) ? open : null
}

/** The words in front of the first colon, where several figures follow: "Cơ cấu kinh tế (GRDP) đến năm 2025 là: …". */
function compositionHead(view: View, item: Clause): ListHead | null {
  const colon = /^[^;]{3,140}?:(?=\s)/u.exec(view.text.slice(item.from, item.to))
  if (!colon) {
    const words = /^cơ cấu[^,;:%]{0,80}?(?=\s(?:nông|công|dịch|khu vực|ngư|lâm|thương|ngành|tỷ trọng))/iu.exec(
      view.text.slice(item.from, item.to),
    )
    return words ? { name: cleanName(words[0]), to: item.from + words[0].length } : null
  }
  const name = cleanName(colon[0].replace(/\s*là\s*:$/, ''))
  return { name, to: item.from + colon[0].length }
}

const PROMISE =
  /phấn đấu|đạt|bảo đảm|đảm bảo|đến (?:hết |cuối )?năm|thêm|tối thiểu|ít nhất|trở lên|mục tiêu|giảm|tăng|không quá|hoàn thành|duy trì|nâng|còn|trên|dưới|có|xây dựng|thu hút|kết nạp|giải quyết|trồng|tổng|mở rộng|khoảng|vào năm|cho 100|lên/
const ACTION =
  /^(?:-\s*)?(?:tập trung|đẩy mạnh|tiếp tục|tăng cường|nâng cao|xây dựng|triển khai|thực hiện|phát triển|huy động|đầu tư|khuyến khích|thu hút|hỗ trợ|tổ chức|chỉ đạo|rà soát|bố trí|ưu tiên|hoàn thiện|đổi mới|quan tâm|chú trọng|khai thác|mở rộng|củng cố|cải thiện|quản lý|chủ động|tạo|hướng dẫn|vận động|tuyên truyền|phối hợp|kiểm tra|đưa|duy trì|bảo đảm|đảm bảo|nâng|giảm|thích ứng)(?!\p{L})/u
/** "Tán thành đánh giá tình hình thực hiện kế hoạch …": what follows is the past. */
const APPROVES_PAST =
  /^(?:tán thành|thống nhất|nhất trí|cơ bản|đồng ý|thông qua)[^.;:]{0,60}(?:đánh giá|báo cáo)[^.;:]{0,60}(?:tình hình|kết quả)(?![^.;:]{0,90}(?:mục tiêu|chỉ tiêu|phương hướng|kế hoạch năm))/
/** "Trong nhiệm kỳ qua, …": a paragraph that opens in the past stays there until it says what is striven for. */
const LOOKS_BACK =
  /^[\s*+-]*(?:trong |qua |sau )?(?:nhiệm kỳ|thời gian|giai đoạn|(?:\d+|các|những|mấy|năm|hai|ba) (?:năm|tháng)) (?:vừa )?qua(?!\p{L})/u
/** "bằng 111% so với nghị quyết": a result measured on its plan. */
const MEASURED_ON_PLAN =
  /(?:bằng|vượt)(?: khoảng| trên| gần)? [\d.,]+\s?% (?:so với )?(?:nghị quyết|kế hoạch|chỉ tiêu|dự toán|kh(?!\p{L})|mục tiêu)|vượt (?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)[^.;]{0,40} đề ra với/u
const STRIVES = /phấn đấu|mục tiêu|chỉ tiêu (?:chủ yếu|cụ thể|đến)|nhiệm kỳ (?:tới|mới)|thời gian tới/
/** Who came to a meeting is no promise. */
const EVENT = /triệu tập|tham dự|có mặt|đại diện cho|dự (?:đại hội|hội nghị|kỳ họp)|đã bầu|bầu (?:ra|ban chấp hành)/
const FORESEEN = /dự báo|dự kiến|ước tính/

/** The scope of a clause: its section's, or, where no title tells, what its own words say. Null: not a promise at all. */
function scopeOf(item: Item, low: string, before: string | null): Scope | null {
  switch (item.context.mode) {
    case 'past':
      return null
    case 'main':
      return /^(?:tuy nhiên|trong khi|do đó|nguyên nhân)/.test(low) ? null : 'main'
    case 'forecast':
      return 'forecast'
    case 'task':
      return PROMISE.test(low) ? 'task' : null
    case 'open': {
      if (APPROVES_PAST.test(item.line.view.low.slice(item.from, item.to))) return null
      if (FORESEEN.test(low)) return 'forecast'
      if (EVENT.test(low) && !STRIVES.test(low)) return null
      if (
        !/phấn đấu|mục tiêu|chỉ tiêu|đến (?:hết |cuối )?năm|đạt|bảo đảm|còn|dưới|trên|tăng|giảm|có|trồng|kết nạp/.test(
          low,
        )
      )
        return before === 'main' ? 'main' : null
      const whole = item.line.view.low.slice(item.from, item.to)
      if (/phấn đấu|mục tiêu|chỉ tiêu/.test(low)) return ACTION.test(whole) ? 'task' : 'main'
      if (isSelfStanding(low) && /đạt|còn|dưới|trên|khoảng/.test(low)) return 'main'
      // Behind "mục tiêu cụ thể" a paragraph that begins with work and names a share still lists aims.
      if (item.led && low.includes('%')) return 'main'
      return ACTION.test(whole) ||
        (ACTION.test(low) && !/%|đạt|duy trì|giữ vững|còn|trở lên|tối thiểu|ít nhất/.test(low))
        ? 'task'
        : before === 'task'
          ? 'task'
          : 'main'
    }
    default:
      return item.context.mode satisfies never
  }
}
