import type { Sentences } from '../sentence.ts'

/** Totals of which something is missing, and what can be said of the whole. */
export const partial = {
  'evaluation.partial-is-least': {
    vi: 'Tổng của {count} trên {of} kỳ đã có là {value}; tổng cả giai đoạn ít nhất bằng số này.',
    en: 'The {count} of {of} periods that are known sum to {value}; the whole is at least that.',
  },
  'evaluation.partial-is-no-bound': {
    vi: 'Tổng của {count} trên {of} kỳ đã có là {value}; số liệu có thể âm nên chưa kết luận được.',
    en: 'The {count} of {of} periods that are known sum to {value}; as figures may be negative, this decides nothing.',
  },
  'evaluation.partial-proves': {
    vi: 'Số liệu không thể âm, nên phần đã có đủ để kết luận.',
    en: 'Figures cannot be negative, so the part that is known decides.',
  },
  'evaluation.partial-total': {
    vi: '{period} mới có {count} trên {of} số liệu phải báo cáo, tính được {value}; chưa đủ nên không dùng để kết luận.',
    en: 'For {period}, {count} of {of} figures that are due are there and make {value}; as some are missing, this decides nothing.',
  },
  'evaluation.partial-owing': {
    vi: 'Còn thiếu báo cáo của {count} đơn vị: {areas}.',
    en: 'Missing ({count}): {areas}.',
  },
  'evaluation.partial-share': {
    vi: 'Nếu tính đơn vị còn thiếu theo lần báo cáo gần nhất, phần đã có là {share} của toàn bộ.',
    en: 'Counting those that are missing at what they last reported, {share} of the whole is there.',
  },
  'evaluation.partial-share-weighed': {
    vi: 'Tính theo quyền số (mẫu số), phần đã có là {share} của toàn bộ.',
    en: 'By what the areas weigh, {share} of the whole is there.',
  },
  'evaluation.partial-weight': {
    vi: 'Chưa biết quyền số (mẫu số) {period} của {count} đơn vị; các mức sau đây lấy quyền số gần nhất của họ: đây là giả định.',
    en: 'What {count} of the areas weigh in {period} is not known; what follows takes what they last weighed: an assumption.',
  },
  'evaluation.partial-weighed': {
    vi: 'Với quyền số đó, {period} là {value}.',
    en: 'So weighed, {period} comes to {value}.',
  },
  'evaluation.partial-weight-never': {
    vi: 'Chưa từng có quyền số (mẫu số) của {count} đơn vị còn thiếu nên chưa nói được toàn bộ là bao nhiêu.',
    en: 'What {count} of the areas that are missing weigh was never known, so nothing can be said of the whole.',
  },
  'evaluation.partial-carried': {
    vi: 'Nếu {count} đơn vị còn thiếu báo cáo như lần gần nhất thì {period} là {value}: đây là giả định, không phải số liệu.',
    en: 'Were those that are missing ({count}) to report what they last did, {period} would come to {value}: an assumption, not a figure.',
  },
  'evaluation.partial-most': {
    vi: 'Số liệu không thể âm nên {period} ít nhất là {low}; nếu {count} đơn vị còn thiếu không vượt mức cao nhất từng báo cáo thì nhiều nhất là {high}.',
    en: 'As no figure can be below zero, {period} comes to {low} at least; if none of those that are missing ({count}) reports more than it ever did, to {high} at most.',
  },
  'evaluation.partial-between': {
    vi: 'Nếu {count} đơn vị còn thiếu báo cáo trong khoảng đã từng báo cáo thì {period} từ {low} đến {high}.',
    en: 'If those that are missing ({count}) report nothing below or above what they ever did, {period} lies between {low} and {high}.',
  },
  'evaluation.partial-least': {
    vi: 'Số liệu không thể âm nên {period} ít nhất là {value}.',
    en: 'As no figure can be below zero, {period} comes to {value} at least.',
  },
  'evaluation.partial-never': {
    vi: '{count} đơn vị còn thiếu chưa từng báo cáo nên chưa nói được mức nhiều nhất.',
    en: 'Of the areas that are missing {count} never reported, so nothing can be said of the most that it can be.',
  },
} as const satisfies Sentences
