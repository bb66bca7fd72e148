/** A row's name as it is read on its own: without marks, the unit in brackets and the year that it is due. */
export const cleanRowName = (raw: string) => {
  const name = raw
    .replace(/^[\s+•*–-]+/u, '')
    .replace(/\s*\((?:%|[^()\d]{1,24})\)\s*$/u, found => (bracketUnit(found) ? '' : found))
    .trim()
  const shorter = name.replace(/[\s,]+(?:đến|tới|vào)(?: hết| cuối)?(?: năm)? \d{4}$/iu, '').trim()
  return shorter.charAt(0).toUpperCase() + shorter.slice(1)
}

const UNITS =
  /^(?:%|‰|usd|nghìn|ngàn|triệu|tỷ|tỉ|đồng|vnđ|ha|km|m2|m²|m3|kg|tấn|tạ|lượt|người|hộ|xã|dn|giường|bác s|trường|doanh|sản phẩm|dự án|điểm|lần|kwh|mw|thuê bao|lao động|đảng viên|htx|hợp tác|\d)/i

/** A unit that a name carries in brackets: "GRDP bình quân đầu người (USD)". */
export function bracketUnit(name: string): string | null {
  const found = [...name.matchAll(/\(([^()]{1,28})\)/g)]
    .map(m => (m[1] ?? '').replace(/^(?:đvt|đơn vị(?: tính)?)\s*:\s*/i, '').trim())
    .find(words => UNITS.test(words))
  return found ?? null
}

/** "Tốc độ tăng trưởng" in a row of its own speaks of the row above. */
export const isBareGrowth = (name: string) =>
  /^(?:tốc độ|nhịp độ|tỷ lệ|mức) (?:tăng|phát triển)(?: trưởng)?(?: bình quân(?: năm| hằng năm| hàng năm)?)?$/i.test(
    name,
  )
