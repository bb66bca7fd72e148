import type { YearSpan } from '../result.ts'
import { scanNumbers } from '../numbers/scan.ts'
import { viewOf } from '../words/view.ts'
import { yearWords } from '../words/years.ts'
import { CONTENTS, modeOf, type Mode } from './mode.ts'
import type { Node } from './sections.ts'

/** What a section's titles, its own and those around it, say of the words inside. */
export interface Context {
  readonly mode: Mode
  /** The nearest title that groups targets ("07 chỉ tiêu về kinh tế"), as printed. */
  readonly group: string | null
  /** How many targets the group announces. */
  readonly announced: number | null
  /** The years that the titles name, nearest first. */
  readonly years: YearSpan | null
  readonly kind: 'point' | 'span' | null
  /** Whether those years are an end to be reached ("đến năm 2030"). */
  readonly until: boolean
  /** Whether those years are of a promise whose parts stand here: what is a sum over them is so in its parts. */
  readonly shared: boolean
  /** Titles from the outermost in. */
  readonly titles: readonly string[]
}

/** The context of a node; one pass up its titles, remembered per node by the caller. */
export function contextOf(node: Node | null, above: Context, document: { readonly nhiemKy: YearSpan | null }): Context {
  if (!node) return above
  const title = node.section.title
  if (above.titles.some(around => CONTENTS.test(around)))
    return { ...above, mode: 'past', titles: [...above.titles, title] }
  // Words that only lead a list tell that targets follow, never that what follows is past or work to do.
  const told = modeOf(title)
  const aside =
    node.style === 'lead'
      ? told !== 'main'
      : (above.mode === 'task' &&
          told === 'main' &&
          !/^(?:các |một số |hệ thống )?(?:chỉ tiêu|mục tiêu)/i.test(title)) ||
        (above.mode === 'main' && told !== null && !leavesTargets(told, title))
  const own = aside ? null : told
  const mode =
    own === null ||
    (above.mode === 'past' && own !== 'main') ||
    (above.mode === 'past' && own === 'main' && !isFuture(title))
      ? above.mode
      : own
  const years = titleYears(title, document.nhiemKy)
  const announced = /(?:^|\s|\()(\d{1,3}) (?:nhóm )?chỉ tiêu/.exec(title.toLowerCase())?.[1]
  const groups = mode === 'main' && isGroupTitle(title)
  return {
    mode,
    group: groups ? title : above.group,
    announced: announced === undefined ? (groups ? null : above.announced) : Number(announced),
    years: years?.span ?? above.years,
    kind: years?.kind ?? above.kind,
    until: years?.until ?? above.until,
    shared: years ? node.promises && years.kind === 'span' : above.shared,
    titles: [...above.titles, title],
  }
}

/**
 * Inside a section of targets a title only groups them ("Phát triển chính quyền số, nâng cao hiệu quả hoạt động",
 * "Định hướng đến năm 2030"), unless it says in so many words that work, a forecast or the past begins.
 */
const leavesTargets = (told: Mode, title: string) =>
  told === 'task' || told === 'open'
    ? (!/^về (?!các nhiệm vụ|nhiệm vụ|giải pháp|tổ chức thực hiện|kinh phí|nguồn)/i.test(title) &&
        /nhiệm vụ|giải pháp|biện pháp|tổ chức thực hiện|đột phá|kinh phí|phân công|trách nhiệm|dự toán|nguồn (?:vốn|lực|tài chính)|danh mục|thu, chi/i.test(
          title,
        )) ||
      /^(?:các |một số |những )?(?:dự án|hoạt động|nội dung|chính sách|tiến độ|đối tượng|phạm vi)/i.test(title)
    : true

const isFuture = (title: string) =>
  /phương hướng|giai đoạn tới|những năm tới|đến năm|mục tiêu (?:tổng quát|cụ thể)/.test(title.toLowerCase())

const isGroupTitle = (title: string) =>
  /^(?:\d{1,3} )?(?:nhóm )?(?:các )?(?:nhóm )?(?:chỉ tiêu )?(?:về |lĩnh vực |nhóm )/i.test(title) ||
  /^(?:\d{1,3} )?(?:nhóm |các )?chỉ tiêu/i.test(title) ||
  (title.length < 60 &&
    /^(?:kinh tế|văn hóa|văn hoá|xã hội|môi trường|quốc phòng|xây dựng đảng|đô thị|y tế|giáo dục|nông nghiệp|công nghiệp)/i.test(
      title,
    ))

function titleYears(
  title: string,
  nhiemKy: YearSpan | null,
): { span: YearSpan; kind: 'point' | 'span'; until: boolean } | null {
  const view = viewOf(title)
  const found = yearWords(view, scanNumbers(view)).filter(
    // "… đến năm 2030, tầm nhìn đến năm 2045" is about 2030; "Tầm nhìn đến năm 2045" alone is about 2045.
    words => words.role === 'own' && !/[^\d.) ].*tầm nhìn(?: đến)?(?: năm)? $/.test(view.low.slice(0, words.from)),
  )
  // Where a title names several, the last span counts ("kế hoạch năm 2026 giai đoạn 2026 - 2030" is about the stage).
  const best = found.findLast(words => words.kind === 'span') ?? found.at(-1)
  if (!best) return null
  return { span: spanOf(best.span, best.term, nhiemKy), kind: best.kind, until: best.until }
}

/** "Giai đoạn 2020 - 2025" that only repeats the nhiệm kỳ has the years of the nhiệm kỳ. */
export function spanOf(span: YearSpan, term: boolean, nhiemKy: YearSpan | null): YearSpan {
  return !term && nhiemKy && span.from === nhiemKy.from - 1 && span.to === nhiemKy.to ? nhiemKy : span
}
