import type { Sentences } from '../sentence.ts'

export const cube = {
  'cube.partial': {
    vi: 'Tổng chưa đủ: còn đơn vị hoặc kỳ chưa báo cáo.',
    en: 'The total is not whole: some areas or periods have not reported.',
  },
  'cube.not-over-areas': {
    vi: 'Chỉ số này không cộng được từ các đơn vị bên dưới.',
    en: 'The indicator does not add up over areas.',
  },
  'cube.weight-unknown': {
    vi: 'Chưa có số liệu quyền số của kỳ này cho mọi đơn vị đã nhập lại, nên không tính được bình quân.',
    en: 'What each of the merged areas weighs in this period is not known, so their mean cannot be computed.',
  },
  'cube.not-over-time': {
    vi: 'Chỉ số này không cộng được từ các kỳ ngắn hơn.',
    en: 'The indicator does not add up over shorter periods.',
  },
} as const satisfies Sentences
