import type { Sentences } from '../sentence.ts'

export const measure = {
  'measure.unlike-units': {
    vi: 'Không thể cộng, trừ hoặc so sánh “{actual}” với “{expected}”: hai đơn vị tính này đo hai đại lượng khác nhau.',
    en: '“{actual}” cannot be added to, subtracted from or compared with “{expected}”: the two units measure different things.',
  },
} as const satisfies Sentences
