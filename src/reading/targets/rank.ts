import type { View } from '../words/view.ts'
import type { Clause } from './clause.ts'
import { cleanName } from './name.ts'
import type { Quantity } from './quantity.ts'

const RANK = /(?:nhóm|top|tốp|trong|thuộc|xếp (?:thứ|hạng)|vị trí(?: thứ)?|thứ) ?$/
const RANKED =
  /^ (?:nước|tỉnh|địa phương|tỉnh, thành|tỉnh thành|thành phố|quốc gia|đơn vị|huyện|xã)?[^,;.]{0,24}(?:dẫn đầu|đứng đầu|hàng đầu|đầu|cao nhất)/

/** "nhóm 3 nước đứng đầu", "xếp thứ 5": the figure is a place among others. `left`: where its own words begin. */
export const isRanked = ({ low }: View, clause: Clause, left: number, { token, from }: Quantity): boolean =>
  RANK.test(low.slice(clause.from, token.from)) &&
  (RANKED.test(low.slice(token.to, token.to + 60)) ||
    /(?:xếp (?:thứ|hạng)|vị trí(?: thứ)?) ?$/.test(low.slice(left, from)))

/** What is ranked: the subject in front of "thuộc nhóm 3 nước đứng đầu", and among whom. */
export function rankName(view: View, clause: Clause, first: Quantity, after: string): string {
  const subject = cleanName(
    view.text
      .slice(clause.from, first.from)
      .replace(
        /\s*(?:thuộc|nằm trong|trong|vào|đứng|xếp|phấn đấu|duy trì|thứ|hạng|thứ hạng|nhóm|top|tốp|vị trí)(?:\s(?:thuộc|trong|nhóm|top|tốp|hạng|thứ|vị trí))*\s*$/iu,
        '',
      ),
  )
  // "Nhóm 20 tỉnh, thành phố dẫn đầu về chuyển đổi số": with no subject in front, what is ranked stands behind.
  const behind = subject === '' ? (/^[^;.(]*/u.exec(view.text.slice(first.to, clause.to))?.[0] ?? after) : after
  return `Thứ hạng ${subject} ${behind.replace(/^[\s,]+/u, '')}`.replace(/\s+/g, ' ').trim()
}
