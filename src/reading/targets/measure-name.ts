import type { Quantity } from './quantity.ts'
import { cleanName, isSelfStanding } from './name.ts'

/** Words in front of a figure without the years that only say when. */
export const withoutYears = (words: string): string =>
  words
    .replace(
      /,?\s*so (?:với|sánh với)?\s*(?:cùng kỳ\s*)?(?:cuối |đầu )?(?:năm|giai đoạn|nhiệm kỳ)?\s*(?:\d{4}(?:\s?-\s?\d{4})?|trước)/giu,
      ' ',
    )
    .replace(
      /[,(]?\s*(?:đến|tới|vào|trong)?\s*(?:hết |cuối )?(?:năm|giai đoạn|thời kỳ|nhiệm kỳ) ?\d{4}(?:\s?-\s?\d{4})?\s*\)?(?=\s*[,:]|\s*$|\s)/giu,
      ' ',
    )

/** "Theo đó, xác định mục tiêu cụ thể: phấn đấu …": what is aimed at stands behind. */
const AIM =
  /^.*(?:đặt|xác định|đề ra|đưa ra|với|có)(?: đặt)? (?:các |một số )?(?:mục tiêu|chỉ tiêu)[^:,;]{0,40}[:,]\s+/iu

/** "Các chỉ tiêu kinh tế - xã hội chủ yếu năm 2024 là: …" */
const LIST =
  /^.*(?:một số|các|những|\d+) (?:chỉ tiêu|mục tiêu) (?:về |phát triển )*(?:kinh tế|xã hội)[^:;]{0,70}:\s+(?=\p{L}{2})/iu

/** "Với phương châm …, nhiệm kỳ 2020 - 2025, huyện phấn đấu tốc độ …": the indicator stands behind "phấn đấu". */
const STRIVEN =
  /^.*[\s,]phấn đấu(?: đến (?:hết |cuối )?năm \d{4},?)?\s+(?=(?:tốc độ|tỷ lệ|tỷ trọng|số |tổng |giá trị|grdp|gdp|thu nhập|kim ngạch|diện tích|sản lượng|năng suất|doanh thu)\p{L}*)/iu

/** "Đến năm 2030, huyện phấn đấu có 90 trường …": who strives is no name of what is counted behind. */
const STRIVES_FOR = /^[^;:]{0,60}[\s,]phấn đấu có(?: thêm| khoảng| ít nhất| trên)*\s*$/iu

/** The words in front of a figure without "Về hạ tầng: …", "với một số chỉ tiêu chủ yếu …", which lead to an indicator and are not its name. */
export function withoutLead(said: string): string {
  const words = said.replace(LIST, '').replace(STRIVEN, '').replace(STRIVES_FOR, '')
  const plain = words.replace(/^[\s*+-]*về \p{L}+(?: \p{L}+| -| &){0,7}[,:]\s+(?=\S)/iu, '')
  const shorter = plain.replace(
    /^.*(?:một số|các|những|với|\d+) (?:chỉ tiêu|mục tiêu)(?: chủ yếu| cụ thể| cơ bản| chính| quan trọng| phấn đấu)*(?: như| sau| là| gồm)*:?\s+(?=\p{L}{2})/iu,
    '',
  )
  if (ownWords(shorter) !== '') return shorter.replace(AIM, '')
  return AIM.test(plain) ? plain.replace(AIM, '') : plain
}

/** What the words in front name, years and lead-up gone. */
export const ownWords = (before: string): string => cleanName(withoutYears(before))

/** A figure without words of its own: "…; đến năm 2025 đạt 15.000 tỷ đồng" goes on with what was spoken of before. */
export const speechless = (before: string, after: string, { unit }: Quantity): boolean =>
  (unit.kind !== 'counted' && after === '' && ownWords(before) === '') || POINTS_BACK.test(ownWords(before))

/** "đến năm 2030, con số này là 50 - 55%" */
const POINTS_BACK = /^(?:con số|tỷ lệ|chỉ tiêu|mức|số lượng) (?:này|đó|trên)$/iu

/** "…, nông thôn là 93%": two or three words that name no indicator go on with the one in front. */
export const goesOn = (words: string): boolean =>
  words.split(' ').length <= (/^(?:khu vực|vùng|ngành|cấp|nhóm|đối với|đôi với|ở|tuyến) /i.test(words) ? 8 : 3) &&
  (/^\p{Ll}/u.test(words) || /^(?:đối|đôi) với /i.test(words)) &&
  !isSelfStanding(words) &&
  !/\d/.test(words)

/** A part of the population or a grade alone, behind a semicolon: "…; nông thôn đạt 90%". */
export const isBarePart = (words: string): boolean =>
  /^(?:(?:ở |tại )?(?:khu vực |vùng |dân cư )?(?:nông thôn|thành thị|đô thị|miền núi|đồng bằng|hải đảo)|thể \p{L}+(?: \p{L}+)?|nam|nữ|mức độ \d|tuyến \p{L}+|cấp \p{L}+)$/iu.test(
    words,
  )

/** Two shares, or two figures in one unit of measure. */
export const sameScale = (quantity: Quantity, previous: Quantity | undefined): boolean =>
  quantity.unit.kind === previous?.unit.kind &&
  (quantity.unit.kind === 'percent' || (quantity.unit.kind === 'measured' && quantity.unit.unit === previous.unit.unit))

/** The name of what goes on with another: "Tỷ trọng của khu vực dịch vụ" and "khu vực công nghiệp", else with a colon between. */
export function goneOn(subject: string, words: string): string {
  const peer = /^(?:khu vực|ngành|lĩnh vực|vùng) /iu.exec(words)?.[0]
  const at = peer === undefined ? -1 : subject.toLowerCase().lastIndexOf(` ${peer.toLowerCase()}`)
  return at > 0 ? `${subject.slice(0, at)} ${words}` : `${wholeName(subject)}: ${words}`
}

/** "Tỷ lệ hộ nghèo: nông thôn" without its part. */
export const wholeName = (name: string): string => name.replace(/: \p{Ll}[^:]*$/u, '')
