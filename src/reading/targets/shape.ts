import type { Basis, Change, MeanKind, ShapeKind } from '../../plan/plan.ts'
import type { UnitAfter } from '../numbers/unit-after.ts'
import { WHOLE_TERM, YEARLY } from '../words/years.ts'

/** The words around a figure, in the spelling of a view's `low`, and what is known of its time. */
export interface ShapeWords {
  /** In front of the figure, from the end of the figure before it. */
  readonly before: string
  /** The name that the measure will carry. */
  readonly name: string
  /** Behind the unit, up to the clause's end. */
  readonly after: string
  readonly unit: UnitAfter
  /** Whether the years that govern it are one point or a span. */
  readonly time: 'point' | 'span'
  /** Whether those years are its own (a span in its words, the head of its column) and not inherited. */
  readonly ownYears: boolean
  /** Whether a single year is named for it ("vào năm 2015", "đến năm 2025"). */
  readonly due: boolean
  /** Whether the plan speaks for more than one year. */
  readonly long: boolean
  /** Whether it speaks for one year: then "7%/năm" is that year's. */
  readonly single: boolean
  /** Whether its year is an end to be reached: "giảm 50% đến năm 2030" is a change by then, not in that year. */
  readonly until: boolean
  /** Whether the figure is one to stay under ("giảm dưới 8%"). */
  readonly below: boolean
}

export interface TypedShape {
  readonly shape: ShapeKind
  readonly change: Change | null
  readonly basis: Basis | null
  readonly mean: MeanKind | null
}

const GROWTH_NAME =
  /tốc độ (?:tăng|phát triển)|tăng trưởng|mức tăng|nhịp độ tăng|tỷ lệ tăng (?!dân số|tự nhiên)|tốc độ giảm|mức giảm/
const NOT_GROWTH = /(?:vào|cho|trong) (?:tốc độ )?tăng trưởng|tăng dân số|gia tăng dân số|tăng tự nhiên|hệ số/
const CHANGE_VERB = /(?:^|[\s,(:-])(tăng|giảm|kéo giảm|hạ(?! (?:tầng|lưu|long))|nâng)(?!\p{L})/gu
/** "giảm xuống còn 3%", "nâng lên 65%": the level reached, not the size of the change. */
const REACHES =
  /(?:còn|xuống|lên|đạt|là|đến|ở mức|chiếm)(?: mức| đến| còn| dưới| trên| khoảng| từ| tới| ít nhất| không quá| hơn| gần| tối thiểu)*\s*$/
/** Against the year before, whichever that is. */
const YEAR_ON = /so (?:với )?(?:cùng kỳ )?năm (?:trước|liền trước)|so (?:với )?cùng kỳ/
/** Amounts: so many per cent a year of one can only be its growth ("giá trị sản xuất công nghiệp 11%/năm"). */
const AMOUNT =
  /^(?:tổng )?(?:giá trị|sản phẩm|grdp|gdp|kim ngạch|doanh thu|thu ngân sách|sản lượng|tổng mức|vốn|năng suất lao động|thu nhập|khách)/
/** An index of prices is by nature a change against the year before. */
const INDEX = /chỉ số giá|(?:^|\s)cpi|lạm phát/
/** Work whose count grows from year to year: what a term promises of it is its sum. */
const SUMMED =
  /(?:giải quyết|tạo|bố trí)(?: được)?(?: thêm)? việc làm|kết nạp|trồng mới|trồng rừng|xóa(?: bỏ)?(?: \p{L}+){0,2} nhà|(?:đào tạo|dạy) nghề|xuất khẩu lao động|đi làm việc|thành lập mới/u
const FLOW =
  /vốn|đầu tư|giải quyết|tạo việc làm|việc làm|kết nạp|trồng|đào tạo|xây dựng|thành lập|tổng thu|thu hút|huy động|giải ngân|sửa chữa|cấp giấy|xuất khẩu lao động|phát triển mới|phát triển thêm|thu ngân sách|chi ngân sách|hỗ trợ|tuyển|bồi dưỡng|tập huấn|cứng hóa|làm mới|nâng cấp|xóa|công nhận|sắp xếp/

/** The shape of a measure, from the words around its figure. Rules in the order in which they bind. */
export function shapeOf(words: ShapeWords): TypedShape {
  const { name, unit, time } = words
  const after = words.after.replace(/\(.*$/u, ' ')
  // Names that hold a word of change without being one: value added, natural increase of population.
  const before = words.before.replace(
    /giá trị (?:tăng thêm|gia tăng)|tỷ (?:lệ|suất) (?:gia )?tăng (?:dân số(?: tự nhiên)?|tự nhiên)|gia tăng dân số/g,
    'giá trị',
  )
  const near = `${before} ${after}`
  const percent = unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'permille'
  const bare = near.replace(
    /bình quân (?:cả nước|chung|toàn (?:quốc|tỉnh)|đầu người(?:\/năm)?|theo đầu người|trên|một|1|mỗi (?:người|hộ|xã)|nhân khẩu|người)|bình quân\/(?:người|xã)/g,
    ' ',
  )
  const mean =
    (!/^bình quân lương thực|lương thực bình quân/.test(name.toLowerCase()) && /bình quân|trung bình/.test(bare)) ||
    /bình quân\s?\/\s?năm/.test(near)
  // Income is a yearly amount by nature: "75 triệu đồng/năm" is its level at the end, not a level for every year.
  const eachHead = /\/\s?(?:người|lao động|hộ|nhân khẩu)(?:\/\s?năm)?$/.test(unit.unit.toLowerCase())
  const perHead = eachHead || (/thu nhập|tiền lương|bình quân đầu người/.test(name.toLowerCase()) && !percent)
  // "Đến năm 2025, 100% … phân bổ ngân sách hằng năm": what is due once does not become yearly by what is said of it.
  const yearly =
    YEARLY.test(words.due && !YEARLY.test(before) ? before : bare) ||
    (/\/\s?năm$/.test(unit.unit.toLowerCase()) &&
      !perHead &&
      !/(?:đồng|usd)\/(?:người|lao động|hộ)\/năm$/.test(unit.unit.toLowerCase()))
  const growthName =
    (percent && /\/\s?năm$/.test(unit.unit.toLowerCase()) && AMOUNT.test(name.toLowerCase())) ||
    (GROWTH_NAME.test(name.toLowerCase()) &&
      (!NOT_GROWTH.test(name.toLowerCase()) || /tốc độ (?:gia )?tăng dân số/i.test(name)) &&
      percent)
  const verb = changeVerb(before)
  const reached =
    (!/(?:tăng|giảm)(?: thêm)? là\s*$/.test(before) && REACHES.test(before.replace(/[<>≥≤~≈]\s*$/, '').trimEnd())) ||
    /^\s*(?:tăng|giảm)?\s*(?:lên|xuống)(?!\p{L})/u.test(after) ||
    // A rate that "falls below 8%" is below it then; one that falls by 8% a year says so.
    (words.below &&
      percent &&
      !/\/\s?năm$/.test(unit.unit) &&
      /^(?:tỷ lệ|(?:số )?hộ|(?:số )?trẻ|lao động) /i.test(name) &&
      /giảm\s*$/.test(before))

  if (growthName) {
    const change: Change = /tốc độ giảm|mức giảm/.test(name.toLowerCase()) ? 'down' : 'up'
    // "7%/năm" until a year is a mean rate over the years until then; in a year's own column it is that year's.
    const perYear = /\/\s?năm$/.test(unit.unit.toLowerCase())
    if (time === 'span' && !mean && YEAR_ON.test(near))
      return { shape: 'eachChange', change, basis: 'relative', mean: null }
    if (time === 'point' && (words.ownYears || words.single || !((mean && yearly) || perYear)))
      return { shape: 'growth', change, basis: 'relative', mean: null }
    return { shape: 'meanGrowth', change, basis: 'relative', mean: 'geometric' }
  }
  if (unit.kind === 'times') return { shape: 'level', change: null, basis: null, mean: null }
  if (verb && !reached) {
    const change: Change = verb === 'tăng' || verb === 'nâng' ? 'up' : 'down'
    const basis = basisOf(unit, name)
    const against = /so (?:với )?(?:cuối |đầu |cùng kỳ )?(?:năm|nhiệm kỳ|giai đoạn|đầu|cuối|hiện)/.test(near)
    const year = YEAR_ON.test(near)
    // "tăng 10%/năm" is a yearly rate over the term; "mỗi năm tăng 10%" binds every year.
    const rate = percent && /\/\s?năm$/.test(unit.unit.toLowerCase())
    if ((mean || rate) && percent && time === 'point' && words.ownYears)
      return { shape: 'growth', change, basis, mean: null }
    if ((mean || rate) && percent && (time === 'span' || yearly))
      return { shape: 'meanGrowth', change, basis, mean: basis === 'relative' ? 'geometric' : 'arithmetic' }
    if (yearly && time === 'span')
      return { shape: mean ? 'meanGrowth' : 'eachChange', change, basis, mean: mean ? 'arithmetic' : null }
    if (yearly) return { shape: 'eachChange', change, basis, mean: null }
    if (percent && INDEX.test(name.toLowerCase()) && !against)
      return { shape: time === 'span' && !words.due ? 'eachChange' : 'growth', change, basis, mean: null }
    if (
      time === 'point' &&
      percent &&
      (!against || year) &&
      (!words.until || words.single || AMOUNT.test(name.toLowerCase()))
    )
      return { shape: 'growth', change, basis, mean: null }
    if (year) return { shape: 'eachChange', change, basis, mean: null }
    return { shape: 'addition', change, basis, mean: null }
  }
  if (/(?:^|\s)(?:có )?thêm(?: (?:từ|ít nhất|tối thiểu|khoảng|trên|hơn|được))?\s*$/.test(before))
    return { shape: 'addition', change: 'up', basis: 'absolute', mean: null }
  if (yearly && mean && (!percent || /bình quân (?:hằng|hàng|mỗi) năm/.test(before)))
    return { shape: 'mean', change: null, basis: null, mean: 'arithmetic' }
  if (yearly) return { shape: 'eachPeriod', change: null, basis: null, mean: null }
  if (mean && words.long && /(?:bình quân|trung bình) (?:cả |trong )?(?:0?5|10|năm) năm(?!\p{L})/u.test(near))
    return { shape: 'mean', change: null, basis: null, mean: 'arithmetic' }
  if (mean && time === 'span' && words.ownYears) return { shape: 'mean', change: null, basis: null, mean: 'arithmetic' }
  if (
    !percent &&
    (WHOLE_TERM.test(near) ||
      (time === 'span' && words.ownYears && FLOW.test(`${name} ${before}`.toLowerCase())) ||
      (words.long && !/^số |tổng số|tỷ lệ/.test(name.toLowerCase()) && SUMMED.test(`${before} ${name}`.toLowerCase())))
  )
    return { shape: 'cumulative', change: null, basis: null, mean: null }
  return { shape: 'level', change: null, basis: null, mean: null }
}

function changeVerb(before: string): string | null {
  const found = [...before.matchAll(CHANGE_VERB)].at(-1)
  if (!found) return null
  const behind = before.slice(found.index + found[0].length)
  // "giảm nghèo bền vững đạt 5 giải": the verb is far away and something is reached.
  if (/^ (?:trưởng|nghèo|thiểu|cường|tốc|giá trị)/.test(behind) && !/giảm nghèo[^,;]{0,40}$/.test(found[0] + behind))
    return null
  if (found[0].includes('nâng') && !behind.includes('thêm')) return null
  // "Số hộ khá tăng, số hộ nghèo dưới 0,68%": the verb was of an indicator that is said and done with.
  if (/, (?:số|tỷ lệ|tỷ trọng|tổng|giá trị|thu nhập|mức) /.test(behind)) return null
  return found[1] ?? null
}

function basisOf(unit: UnitAfter, name: string): Basis {
  if (unit.kind === 'points') return 'points'
  if (unit.kind !== 'percent' && unit.kind !== 'permille') return 'absolute'
  // A rate that falls by "1 - 1,5%" a year falls by points: nobody promises 1% of a poverty rate.
  return /^(?:giảm |tăng |mức giảm |mức tăng )?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|độ che phủ|hộ nghèo|cơ cấu)/.test(
    name.toLowerCase(),
  )
    ? 'points'
    : 'relative'
}
