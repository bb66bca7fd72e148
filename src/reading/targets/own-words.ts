import type { View } from '../words/view.ts'

/**
 * Where the words that belong to a figure begin behind the figure before it: at the first comma, "và" or bracket, since
 * the words in front of that still speak of the earlier one ("50 xã đạt chuẩn nông thôn mới, 32 xã …"). What a closed
 * bracket says and what stands in front of "trong đó" belong to the earlier one too.
 */
export function ownStart(view: View, from: number, to: number): number {
  const part = partStart(view, from, to)
  if (part !== null) return part
  const between = view.low.slice(from, to)
  const closed = /^\s*\((?!trong|riêng|gồm|tốc độ|tăng)[^()]*\)/u.exec(between)
  if (closed) return ownStart(view, from + closed[0].length, to)
  const open =
    /^[\s)]*(?:,|;|\(|và(?!\p{L}))/u.exec(between) ??
    /(?:,(?=\s)|\((?=trong|riêng|gồm)|\svà(?=\s[^,]*$))/u.exec(between)
  return open ? from + open.index + open[0].length : from
}

/** The position behind the last "trong đó" between two positions; null where it is not said. */
export function partStart(view: View, from: number, to: number): number | null {
  const said = [...view.low.slice(from, to).matchAll(/trong đó(?: có)?:?|(?<=[,(] ?)riêng(?= )/g)].at(-1)
  return said ? from + said.index + said[0].length : null
}

/** In a long clause the subject of the first figure begins behind the last comma that an indicator's word follows. */
export function subjectStart(view: View, from: number, to: number): number {
  if (to - from < 90) return from
  const found = [
    ...view.low
      .slice(from, to)
      .matchAll(
        /[,:]\s(?=(?:dự báo |phấn đấu |đến năm \d{4},? |với )?(?:tốc độ|tỷ lệ|tỷ trọng|số |tổng |giá trị|grdp|gdp|thu nhập|kim ngạch|diện tích|sản lượng|mức |năng suất|độ che|doanh thu|lượng|chỉ số|tăng trưởng|quy mô|tuổi thọ))/g,
      ),
  ].at(-1)
  return found ? from + found.index + found[0].length : from
}
