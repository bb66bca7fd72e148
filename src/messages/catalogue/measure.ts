import type { Sentences } from '../sentence.ts'

/** Why there is no figure. */
export const absences = {
  'measure.absent.notDue': { vi: 'chưa đến hạn', en: 'not due' },
  'measure.absent.notReported': { vi: 'chưa báo cáo', en: 'not reported' },
  'measure.absent.notApplicable': { vi: 'không áp dụng', en: 'not applicable' },
  'measure.absent.withheld': { vi: 'không công bố', en: 'withheld' },
  'measure.absent.notAssessed': { vi: 'chưa đánh giá', en: 'not assessed' },
  'measure.absent.notComputable': { vi: 'không tính được', en: 'not computable' },
} as const satisfies Sentences

export const measure = {
  ...absences,
  'measure.unlike-units': {
    vi: 'Không thể cộng, trừ hoặc so sánh “{actual}” với “{expected}”: hai đơn vị tính này đo hai đại lượng khác nhau.',
    en: '“{actual}” cannot be added to, subtracted from or compared with “{expected}”: the two units measure different things.',
  },
  'measure.no-weights': {
    vi: 'Không thể phân chia: cần ít nhất một tỷ trọng lớn hơn 0 và không có tỷ trọng âm.',
    en: 'Nothing can be apportioned: at least one weight must be above zero and none below it.',
  },

  'measure.bound.atLeast': { vi: 'ít nhất {amount}', en: 'at least {amount}' },
  'measure.bound.moreThan': { vi: 'trên {amount}', en: 'more than {amount}' },
  'measure.bound.atMost': { vi: 'không quá {amount}', en: 'at most {amount}' },
  'measure.bound.lessThan': { vi: 'dưới {amount}', en: 'less than {amount}' },
  'measure.bound.about': { vi: 'khoảng {amount}', en: 'about {amount}' },

  'measure.period.year': { vi: 'năm {year}', en: '{year}' },
  'measure.period.years': { vi: 'giai đoạn {years}', en: '{years}' },
  'measure.period.first-half': { vi: '6 tháng đầu năm {year}', en: 'the first half of {year}' },
  'measure.period.second-half': { vi: '6 tháng cuối năm {year}', en: 'the second half of {year}' },
  'measure.period.first-months': { vi: '{months} tháng năm {year}', en: 'the first {months} months of {year}' },
  'measure.period.quarter': { vi: 'quý {quarter}/{year}', en: 'Q{quarter} {year}' },
  'measure.period.month': { vi: 'tháng {month}/{year}', en: '{month} {year}' },
  'measure.period.day': { vi: 'ngày {day}', en: '{day}' },
  'measure.period.from-to': { vi: 'từ {from} đến {to}', en: '{from} to {to}' },
} as const satisfies Sentences
