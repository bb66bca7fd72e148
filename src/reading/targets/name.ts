import { alike, type View } from '../words/view.ts'
import type { Quantity } from './quantity.ts'

/** Words that lead up to a figure without naming it; stripped from the end of a name, again and again. */
const TAIL =
  /(?:^|[\s,:;(.-])(?:có tốc độ|đạt|là|còn|chiếm|tăng|giảm|từ|khoảng|trên|dưới|hơn|gần|có|cho|với|ở mức|mức|(?<!trở )lên|(?<!trở )xuống|lên đến|thêm|được|phấn đấu|ước|ít nhất|tối thiểu|tối đa|không quá|xấp xỉ|vượt|bằng|tương đương|gấp|đến|tới|trung bình|bình quân|hằng năm|hàng năm|mỗi năm|cả|(?<=(?:^|[\s,])(?:có|tổng|và|của) )số|và|trong đó|phải|sẽ|có ít nhất|bảo đảm|đảm bảo|duy trì|tối thiểu là|đạt tỷ lệ|tỷ lệ|đến hết năm \d{4}|đến (?:cuối )?(?:năm )?\d{4}|năm \d{4}|giai đoạn \d{4}\s?-\s?\d{4}|cả giai đoạn|trong giai đoạn|trong (?:5|năm) năm|\d{4}\s?-\s?\d{4}|5 năm|[<>≥≤~≈=]+)\s*$/u
const HEAD =
  /^(?:[\s,;:.)+–-]+|(?:và|trong đó|riêng|đồng thời|cụ thể|từ \d{4}\s?-\s?\d{4}|\d{4}\s?-\s?\d{4}|phấn đấu|phấn đấu đạt|phấn đấu để|đến hết năm \d{4}|đến (?:cuối )?(?:năm )?\d{4}|năm \d{4}|giai đoạn \d{4}\s?-\s?\d{4}|hằng năm|hàng năm|mỗi năm|tối thiểu|ít nhất|bình quân cả nước|bình quân mỗi năm|bình quân hằng năm|bình quân hàng năm|có|đạt|bảo đảm|đảm bảo|duy trì|thực hiện(?= (?:tổng|tỷ lệ|diện tích|số|thu) )|nâng(?! cấp| cao)|đưa|toàn (?:tỉnh|huyện|xã|thành phố|ngành|quốc|phường)|cả nước|giữ vững|giữ ổn định|ổn định|giảm|tăng(?! trưởng)|kéo giảm|hạ(?! tầng)|cả giai đoạn|trong giai đoạn|trong 5 năm|trong đó có|có thêm|trong nhiệm kỳ|(?:đến )?(?:hết|cuối) nhiệm kỳ|lũy kế|mục tiêu(?: chủ yếu| cụ thể| chung| tổng quát)?|các chỉ tiêu chủ yếu|là|được|trên|dưới|trở lên)(?=[\s,:.]|$))/iu

/** A name without what only leads to its figure. */
export function cleanName(words: string): string {
  let name = words
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:])/g, '')
    .trim()
  for (let last = ''; last !== name;) {
    last = name
    const low = alike(name)
    const tail = TAIL.exec(low)
    if (tail && !keeps(low, tail[0])) name = name.slice(0, tail.index).trim()
    name = name
      .replace(HEAD, '')
      .replace(
        /\s+từ (?:mức |trên |gần |khoảng )?\d[\d.,]*(?![\d.,]|\s?(?:-|đến)\s?\d+ (?:tháng )?tuổi| tuổi)\s?%?.*$/u,
        '',
      )
      .trim()
    name = name.replace(/[\s,;:.(–-]+$/u, '').trim()
  }
  return balanced(name)
}

/** "Tốc độ tăng trưởng … bình quân hằng năm" keeps its mean: it is part of what is measured. */
const keeps = (low: string, tail: string) =>
  (/bình quân|hằng năm|hàng năm/.test(tail) && /tốc độ|tăng trưởng/.test(low)) ||
  (tail.includes('bình quân') && /(?:thu nhập|lương|grdp|gdp|diện tích) bình quân\s*$/.test(low)) ||
  (tail.includes('trung bình') && /(?:tuổi thọ|điểm|độ tuổi) trung bình\s*$/.test(low)) ||
  (/ (?:số|tỷ lệ|mức)\s*$/.test(tail) && low.trim().split(' ').length <= 2)

/** Words that say all by themselves what is measured ("Tỷ lệ hộ nghèo"): a part with such a name inherits none. */
export const isSelfStanding = (name: string): boolean =>
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|quy mô|doanh thu|tốc độ|tăng trưởng|số |tổng |giá trị|grdp|gdp|thu nhập|diện tích|sản lượng|kim ngạch|năng suất|chỉ số|mức |tuổi thọ|mật độ|độ che)/i.test(
    name,
  )

/** Words that name no indicator: "Mục tiêu", "Chỉ tiêu 29", "Con số". */
export const isNameless = (name: string): boolean =>
  /^(?:(?:lưu ý|ghi chú)[:,]? ?)?(?:(?:chỉ ?tiêu|mục)(?: số)? ?\d*[:,]? ?)*(?:mục ?tiêu|con số|số liệu|kế hoạch|chỉ ?tiêu|kết quả)?(?: này| đó| trên)?$/iu.test(
    name.replace(/^[^\p{L}]+/u, ''),
  )

const balanced = (name: string) =>
  name.split('(').length > name.split(')').length && !name.includes(')')
    ? name.replace(/\s*\([^()]*$/, '')
    : name.replace(/^\)+\s*/, '')

/** Crops, animals and sexes whose names are short and yet say what is measured. */
const SHORT = /^(?:lúa|ngô|bắp|sắn|mía|chè|lạc|lợn|heo|bò|dê|gà|vịt|tôm|cá|nam|nữ)$/iu

function enough(name: string): boolean {
  const words = name.replace(/^(?:tỷ lệ|số|mức|số lượng|tổng số)$/iu, '')
  return SHORT.test(words) || /\p{L}{2,}(?:\s|\/)\p{L}+|\p{Lu}{2,}|\p{L}{4,}/u.test(words)
}

/** Work that is counted by what it makes: "đón 35 triệu lượt khách", "kết nạp 150 đảng viên". */
const DOING =
  /^(?:đón|tạo|thành lập|kết nạp|giải quyết|hỗ trợ|xây dựng|trồng|đào tạo|thu hút|phát triển|nâng cấp|cấp|mở|sửa|làm|xóa|tuyển|bồi dưỡng|hình thành|công nhận|đưa|phục vụ|tổ chức|mỗi|triển khai|hoàn thành|cứng hóa|giới thiệu|tư vấn|giúp đỡ|tặng|trao|vận động|huy động|tiếp nhận|khởi công|khám|vinh danh|lắp đặt|bảo tồn)/u

export interface NameWords {
  /** In front of the figure, from the end of the figure before. */
  readonly before: string
  /** Behind the unit, up to the next break. */
  readonly after: string
}

/**
 * The name of what a figure measures, made of the document's own words: those in front of it, or, where it opens its
 * clause ("50% trường đạt chuẩn quốc gia", "có 11,5 bác sỹ"), those behind it; with what it inherits in front.
 */
export function nameOf(words: NameWords, quantity: Quantity, inherited: readonly string[]): string {
  const before = cleanName(words.before)
  const unit = quantity.unit
  const noun =
    unit.kind === 'counted' || unit.kind === 'measured' ? unit.unit.replace(/^(?:nghìn|ngàn|triệu|tỷ|vạn)\s/i, '') : ''
  const after = words.after
    .replace(/\s*(?:trong|cả) (?:\d+ năm|giai đoạn|nhiệm kỳ).*$/u, '')
    .replace(/^[\s,]*(?:trở lên|trở xuống)?(?:\s?\/\s?năm)?[\s,]*/u, '')
    .replace(/^((?:\p{L}+ ){1,4})trở lên /u, '$1')
    .replace(/[\s,;:.]+$/u, '')
  let own: string
  const verbOnly =
    noun !== '' &&
    unit.kind === 'counted' &&
    DOING.test(before.toLowerCase()) &&
    before.split(' ').length <= (before.includes(',') ? 6 : 4) &&
    !before.toLowerCase().includes(noun.toLowerCase())
  const whole = /(?:GDP|GRDP|ngân sách)$/i.exec(unit.unit)?.[0]
  const made =
    unit.kind === 'measured' && DOING.test(before.toLowerCase()) && after !== '' && before.split(' ').length <= 3
  // "Tập hợp 80% quần chúng", "phủ trên 80% hộ gia đình": a verb in front waits for what stands behind.
  const share = unit.kind === 'percent' || unit.kind === 'permille'
  const open =
    share &&
    /\p{L}\s+\p{L}/u.test(after) &&
    before !== '' &&
    before.split(' ').length <= 8 &&
    !isNameless(before) &&
    (before.split(' ').length <= 2 ||
      !/^(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|tổng|dân số|lực lượng)/i.test(after)) &&
    !isSelfStanding(before)
  const announced =
    after !== '' &&
    before !== '' &&
    !isSelfStanding(before) &&
    /:\s*(?:phấn đấu |xây dựng )?(?:có|đạt)?(?: trên| ít nhất| tối thiểu| khoảng| hơn)*\s*$/iu.test(words.before)
  if (announced) own = `${before}: ${after}`
  else if (made || open) own = `${before} ${after}`
  else if (enough(before) && verbOnly) own = [before, noun, after].filter(Boolean).join(' ')
  else if (enough(before))
    own = whole && !before.toLowerCase().includes(whole.toLowerCase()) ? `${before} ${whole}` : before
  else if (unit.kind === 'percent' || unit.kind === 'permille' || unit.kind === 'points') {
    const changed =
      /(?:giảm|tăng)(?: ít nhất| tối thiểu| bình quân cả nước| khoảng| trên| được| từ)*\s*$/iu.test(words.before) &&
      !/^(?:hộ|trẻ|lao động|người|xã|thôn)/i.test(after)
    own = changed
      ? after
      : whole
        ? [before, whole, after].filter(Boolean).join(' ')
        : after
          ? `${/^gdp|^grdp/i.test(after) ? '' : 'Tỷ lệ '}${after.replace(/^(?:tổng )?số (?!lượng)(?=\p{Ll})/u, '')}`.trim()
          : before
  } else own = [unit.kind === 'measured' && after !== '' ? '' : noun, after].filter(Boolean).join(' ') || before
  if (
    before &&
    !enough(before) &&
    !own.toLowerCase().startsWith(before.toLowerCase()) &&
    !/^(?:có|số|tỷ lệ|đạt)$/i.test(before)
  )
    own = `${before} ${own}`
  const parts = [...inherited, own].map(part => part.trim()).filter(Boolean)
  const name = parts
    .filter((part, i) => !parts.slice(i + 1).some(later => later.toLowerCase().startsWith(part.toLowerCase())))
    .join(': ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A verb that completes what is measured: "xã, thị trấn *đạt* chuẩn", "chế độ báo cáo, chỉ tiêu *được* thực hiện". */
const COMPLETES =
  /(?:^|\s)(?:đạt|được|có|sử dụng|tham gia|hoàn thành|thực hiện|đủ|đều|áp dụng|tiếp cận|bảo đảm|đảm bảo|kết nối|biết)(?!\p{L})/u

const OTHER_THOUGHT =
  /^,\s(?:phấn đấu|trong đó|riêng|và|không|tăng|giảm|đến|đồng thời|tương đương|chiếm|bằng|gấp|cao hơn|vượt|bình quân)/u

const STOP = /[;:.](?=\s|$)|,(?=\s)|\(|\)|(?<=\S.{2,})\s(?=(?:tăng|giảm|chiếm|trong đó|so với|vào năm|đến năm|năm)\s)/gu

/**
 * Where the words behind a figure end: at a mark, at the next figure, or at a word that opens another thought. A bracket
 * that only explains the unit is passed over, and so are the commas of a list that waits for its verb.
 */
export function tailOf(view: View, from: number, to: number): string {
  const skipped = /^\s?\([^()]{1,80}\)(?=\s\p{Ll})/u.exec(view.text.slice(from, to))?.[0].length ?? 0
  const rest = view.text.slice(from + skipped, to)
  let end = rest.length
  for (const stop of rest.matchAll(STOP)) {
    end = stop.index
    if (stop[0] !== ',' || COMPLETES.test(rest.slice(0, end))) break
    const segment = /^,[^,;:.()]*/u.exec(rest.slice(end))?.[0] ?? ''
    const bare =
      rest
        .slice(0, end)
        .trim()
        .replace(/^(?:tổng )?số /u, '')
        .split(' ').length <= 2
    // "chế độ báo cáo, chỉ tiêu tổng hợp …, … được kết nối": the list may run over several commas before its verb comes.
    const list = /^,[^;:.()]*/u.exec(rest.slice(end))?.[0] ?? ''
    if ((!bare && !COMPLETES.test(list.slice(1))) || OTHER_THOUGHT.test(segment)) break
    end = rest.length
  }
  const words = rest
    .slice(0, end)
    .replace(/(?:\s(?:và|,|trong)|[,;])\s*$/u, '')
    .trim()
  return /^(?:so (?:với|cùng)|(?:(?:vào|đến|tới|đên|trong) )?(?:hết |cuối )?(?:năm|giai đoạn|nhiệm kỳ|thời kỳ) ?\d|(?:hằng|hàng|mỗi) năm$|cùng kỳ|tổng số$|(?:vào|đến|tới|đên|trong)$)/iu.test(
    words,
  )
    ? ''
    : words
}
