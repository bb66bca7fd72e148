import type { Bilingual } from './message.ts'

/** A word that pages use, and what it means here. `docs/glossary.md` says the same, which a test holds. */
export interface Term extends Bilingual {
  readonly id: string
  readonly means: Bilingual
}

export const GLOSSARY = [
  {
    id: 'plan',
    en: 'plan',
    vi: 'kế hoạch, nghị quyết',
    means: { vi: 'văn bản có giai đoạn, các mục và các chỉ tiêu', en: 'a document with a term, sections and targets' },
  },
  {
    id: 'indicator',
    en: 'indicator',
    vi: 'chỉ số, chỉ tiêu thống kê',
    means: {
      vi: 'cái được đo: tên, đơn vị tính, số chữ số thập phân, chiều tốt',
      en: 'what is measured: name, unit, decimals, good direction',
    },
  },
  {
    id: 'target',
    en: 'target',
    vi: 'chỉ tiêu',
    means: {
      vi: 'điều kế hoạch cam kết; gồm một hoặc nhiều mức cam kết',
      en: 'what the plan promises; it has one or more measures',
    },
  },
  {
    id: 'measure',
    en: 'measure',
    vi: 'mức cam kết',
    means: {
      vi: 'các chỉ số phải cùng đạt, một dạng, một mức',
      en: 'indicators that must all hold, one shape, one bound',
    },
  },
  {
    id: 'bound',
    en: 'bound',
    vi: 'mức',
    means: {
      vi: 'đúng bằng, ít nhất, hơn, nhiều nhất, dưới, trong khoảng, khoảng chừng',
      en: 'exactly, at least, more than, at most, less than, between, about',
    },
  },
  {
    id: 'baseline',
    en: 'baseline',
    vi: 'mức gốc',
    means: { vi: 'giá trị mà thay đổi được tính từ đó', en: 'the value that a change starts from' },
  },
  {
    id: 'path',
    en: 'path',
    vi: 'lộ trình',
    means: {
      vi: 'đường từ mức gốc đến mức cam kết mà số liệu phải theo kịp',
      en: 'the way from the baseline to the bound that figures must keep up with',
    },
  },
  {
    id: 'projection',
    en: 'projection',
    vi: 'dự báo',
    means: {
      vi: 'giá trị cuối kỳ nếu giữ nhịp hiện nay; luôn được tính, không bao giờ được lưu',
      en: 'the value at the end if the present pace is kept; always computed, never stored',
    },
  },
  {
    id: 'allocation',
    en: 'allocation',
    vi: 'phân khai, giao chỉ tiêu',
    means: {
      vi: 'phần của một mức cam kết giao cho một địa bàn hoặc một năm',
      en: 'a measure’s share for one area or one year',
    },
  },
  {
    id: 'observation',
    en: 'observation, figure',
    vi: 'số liệu',
    means: { vi: 'một giá trị với khóa, trạng thái và nguồn', en: 'one value with its key, status and origin' },
  },
  {
    id: 'statuses-of-figures',
    en: 'estimated, provisional, official, revised, simulated',
    vi: 'ước tính, sơ bộ, chính thức, điều chỉnh, giả định',
    means: { vi: 'các trạng thái của số liệu', en: 'statuses of a figure' },
  },
  {
    id: 'as-of',
    en: 'as of',
    vi: 'biết đến ngày',
    means: {
      vi: 'chỉ dùng những gì kho đã ghi nhận đến lúc đó',
      en: 'only what the store had accepted by that moment is used',
    },
  },
  {
    id: 'area',
    en: 'area',
    vi: 'đơn vị hành chính',
    means: { vi: 'một đơn vị trong địa giới', en: 'a node of the territory' },
  },
  {
    id: 'map',
    en: 'map',
    vi: 'địa giới tại một ngày',
    means: { vi: 'các đơn vị có ở ngày đó', en: 'the areas that exist on a date' },
  },
  {
    id: 'reorganisation',
    en: 'reorganisation',
    vi: 'sắp xếp, sáp nhập',
    means: {
      vi: 'nhập, chia, chuyển hoặc đổi tên đơn vị từ một ngày',
      en: 'a merger, division, transfer or new name of areas on a day',
    },
  },
  {
    id: 'organisation',
    en: 'organisation',
    vi: 'cơ quan, đơn vị',
    means: { vi: 'nơi báo cáo, chủ trì nhiệm vụ, duyệt', en: 'who reports, leads a task, approves' },
  },
  {
    id: 'round',
    en: 'round',
    vi: 'kỳ báo cáo',
    means: {
      vi: 'đợt yêu cầu các cơ quan gửi số liệu của một kỳ, có hạn',
      en: 'asks organisations for the figures of a period, by a day',
    },
  },
  {
    id: 'term',
    en: 'term',
    vi: 'nhiệm kỳ, giai đoạn',
    means: { vi: 'nhiệm kỳ A - B gồm các năm A+1 đến B', en: 'the nhiệm kỳ A - B covers the years A+1 to B' },
  },
  {
    id: 'task',
    en: 'task',
    vi: 'nhiệm vụ, giải pháp',
    means: { vi: 'việc kế hoạch giao', en: 'work that the plan orders' },
  },
  {
    id: 'claim-check',
    en: 'claim check',
    vi: 'kiểm tra số liệu',
    means: {
      vi: 'phép tính giữa các con số do chính văn bản nêu, được tính lại',
      en: 'a relation that the text states between its own figures, recomputed',
    },
  },
  {
    id: 'coherence',
    en: 'coherence',
    vi: 'tính nhất quán',
    means: {
      vi: 'các con số của kế hoạch có thể cùng đúng hay không',
      en: 'whether the plan’s own numbers can hold together',
    },
  },
  {
    id: 'judgement',
    en: 'judgement',
    vi: 'đánh giá',
    means: { vi: 'kết luận về một chỉ tiêu tại một ngày', en: 'what is said of a target on a date' },
  },
  {
    id: 'statuses',
    en: 'exceeded · met · on track · at risk · missed',
    vi: 'vượt · đạt · có khả năng đạt · khó đạt · không đạt',
    means: { vi: 'các tình trạng của chỉ tiêu', en: 'statuses of a target' },
  },
  {
    id: 'no-status',
    en: 'not due · no data · not computable',
    vi: 'chưa đến hạn · chưa có số liệu · không tính được',
    means: { vi: 'điều không đánh giá được, và vì sao', en: 'what cannot be judged, and why' },
  },
  {
    id: 'percentage-point',
    en: 'percentage point',
    vi: 'điểm phần trăm',
    means: { vi: 'hiệu của hai tỷ lệ phần trăm', en: 'the difference of two percentages' },
  },
  {
    id: 'reviews',
    en: 'interim review, final review',
    vi: 'sơ kết, tổng kết',
    means: { vi: 'đánh giá giữa và cuối giai đoạn', en: 'reviews at the middle and the end of a term' },
  },
  {
    id: 'register',
    en: 'register',
    vi: 'sổ theo dõi',
    means: {
      vi: 'các bản ghi cùng loại có trạng thái và ngày',
      en: 'records of one kind with states and dates',
    },
  },
  {
    id: 'finding',
    en: 'finding',
    vi: 'phát hiện kiểm tra',
    means: {
      vi: 'điều người kiểm tra ghi nhận và yêu cầu một cơ quan trả lời trước hạn',
      en: 'what an inspector noted, for an organisation to answer by a day',
    },
  },
  {
    id: 'audit',
    en: 'audit',
    vi: 'nhật ký',
    means: {
      vi: 'mỗi thay đổi là một dòng nối với dòng trước bằng mã băm',
      en: 'every change is a line, chained to the line before by its hash',
    },
  },
] as const satisfies readonly Term[]

export type TermId = (typeof GLOSSARY)[number]['id']

/** The term by its id. */
export function termOf(id: TermId): Term {
  const found = GLOSSARY.find(term => term.id === id)
  if (!found) throw new Error(`no term is called ${id}`)
  return found
}
