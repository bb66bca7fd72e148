import type { YearSpan } from '../result.ts'
import type { Line } from '../tree/lines.ts'
import { BARE_KIND } from '../title.ts'
import { scanNumbers } from '../numbers/scan.ts'
import { yearWords } from '../words/years.ts'

/** What the document says of its own time. */
export interface PlanTime {
  readonly term: YearSpan | null
  /** The term's years where it is a nhiệm kỳ: a "giai đoạn" that repeats them is the same term. */
  readonly nhiemKy: YearSpan | null
  /** Whether the term is known by its end alone ("đến năm 2030"), so that it is no plan of one year. */
  readonly endOnly: boolean
  /** The year in which it was issued, where it says so. */
  readonly issued: number | null
}

/** "Tình hình … năm 2021" names the year behind, not the plan's. */
const LOOKS_BACK =
  /(?:tình hình|kết quả|đánh giá|tổng kết|kiểm điểm|sơ kết)(?:(?!kế hoạch phát|phương hướng|mục tiêu|nhiệm vụ|và kế hoạch)[^;:.])*$/

/** Finds the plan's term: what its title and first lines name, weighed by how early and how often. */
export function planTime(lines: readonly Line[]): PlanTime {
  const votes = new Map<string, { span: YearSpan; weight: number; term: boolean; due: boolean }>()
  let issued = null as number | null
  lines.slice(0, 4000).forEach((line, i) => {
    const early = i < 14
    const titled =
      BARE_KIND.test(lines[i - 1]?.view.text ?? '') ||
      line.kind === 'heading' ||
      line.styled ||
      (i === 0 && line.view.text.length < 200 && !/[.;]$/.test(line.view.text)) ||
      (early &&
        line.marker === null &&
        /kế hoạch|nghị quyết|chương trình|đề án|chỉ thị|nhiệm kỳ|giai đoạn/.test(line.view.low.slice(0, 120)))
    if (!early && !titled && line.kind !== 'text') return
    issued ??= early ? issueYear(line.view.low) : null
    for (const words of yearWords(line.view, scanNumbers(line.view))) {
      const { low } = line.view
      const before = low.slice(Math.max(0, words.from - 24), words.from)
      if (/tầm nhìn|định hướng|ngày|tháng|tới năm|\/$/.test(before)) continue
      const due = /đến (?:hết |cuối )?(?:năm )?$/.test(before)
      if (words.kind === 'point' && (!before.endsWith('năm ') || (!titled && !due))) continue
      const key = `${words.span.from}-${words.span.to}`
      const weight =
        (titled ? 4 : 1) *
        (early ? 3 : 1) *
        (words.term ? 3 : words.kind === 'span' ? 2 : due ? 0.5 : 1) *
        (words.role === 'standard' && !titled ? 0.3 : 1) *
        (LOOKS_BACK.test(low.slice(Math.max(0, words.from - 120), words.from)) ? 0.2 : 1)
      const vote = votes.get(key)
      votes.set(key, {
        span: words.span,
        weight: (vote?.weight ?? 0) + weight,
        term: words.term || (vote?.term ?? false),
        due: due && words.kind === 'point',
      })
    }
  })
  // Of two as heavy a span counts before a year, and then the first named: a map keeps their order, and sorting is stable.
  const ranked = [...votes.values()].sort(
    (a, b) => b.weight - a.weight || b.span.to - b.span.from - (a.span.to - a.span.from),
  )
  const best = ranked.find(vote => issued === null || vote.span.to >= issued || vote.weight > 30)
  if (!best) return { term: null, nhiemKy: null, endOnly: false, issued }
  const nhiemKy = best.term ? best.span : null
  // A term named both ways, "nhiệm kỳ 2020 - 2025" and "giai đoạn 2020 - 2025", is the nhiệm kỳ.
  const same = ranked.find(vote => vote.term && vote.span.from === best.span.from + 1 && vote.span.to === best.span.to)
  // "Đến năm 2030" names an end, not a plan of one year: it begins when it was issued, or with the first such end.
  const firstDue = Math.min(...ranked.filter(vote => vote.due).map(vote => vote.span.to))
  const began = issued === null ? firstDue : issued + 1
  if (best.due)
    return {
      term: { from: Math.min(best.span.to, began), to: best.span.to },
      nhiemKy,
      endOnly: true,
      issued,
    }
  return { term: same?.span ?? best.span, nhiemKy: nhiemKy ?? same?.span ?? null, endOnly: false, issued }
}

function issueYear(low: string): number | null {
  const found =
    /ngày \d{1,2} tháng \d{1,2} năm (\d{4})|ngày \d{1,2}[/-]\d{1,2}[/-](\d{4})|tháng \d{1,2}\s?[-/]\s?(\d{4})/.exec(low)
  const year = found?.[1] ?? found?.[2] ?? found?.[3]
  return year ? Number(year) : null
}
