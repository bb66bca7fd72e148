import type { Sentences } from '../sentence.ts'

/** What is wrong with a finding as it was entered. */
export const findings = {
  'desk.finding-no-subject': {
    vi: 'Không tìm thấy “{actual}”. Hãy ghi mã đúng như hướng dẫn bên cạnh.',
    en: '"{actual}" was not found. Write its code as the note beside the field says.',
  },
  'desk.finding-no-severity': { vi: 'Hãy chọn mức độ.', en: 'Choose how grave it is.' },
  'desk.finding-empty': { vi: 'Hãy ghi nội dung này.', en: 'This must be filled in.' },
  'desk.finding-too-long': {
    vi: 'Dài {actual} ký tự; tối đa 4000. Hãy rút gọn.',
    en: 'It has {actual} characters, 4000 at most. Shorten it.',
  },
  'desk.finding-due': {
    vi: 'Hãy chọn một ngày từ hôm nay trở đi (đã ghi: “{actual}”).',
    en: 'Choose a day from today on (it was "{actual}").',
  },
  'desk.finding-no-organisation': {
    vi: 'Hãy chọn cơ quan phải trả lời.',
    en: 'Choose the organisation that has to answer.',
  },
} as const satisfies Sentences
