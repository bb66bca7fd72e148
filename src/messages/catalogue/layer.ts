import type { Sentences } from '../sentence.ts'

/** What can be wrong with a what-if layer in an address; its place in the text is told beside. */
export const layer = {
  'layer.too-long': {
    vi: 'Kịch bản dài {actual} ký tự, nhiều nhất là {expected}. Hãy bớt giả định.',
    en: 'The layer is {actual} characters long; {expected} are allowed. Drop some assumptions.',
  },
  'layer.too-many': {
    vi: 'Kịch bản có {actual} giả định, nhiều nhất là {expected}.',
    en: 'The layer has {actual} assumptions; {expected} are allowed.',
  },
  'layer.version': {
    vi: 'Kịch bản ghi theo mẫu “{actual}”, chương trình này đọc mẫu {expected}. Hãy tạo lại liên kết.',
    en: 'The layer is in form “{actual}”; this program reads form {expected}. Make the link anew.',
  },
  'layer.name': {
    vi: 'Tên kịch bản “{actual}” phải có {expected} ký tự.',
    en: 'The layer’s name “{actual}” should have {expected} characters.',
  },
  'layer.encoding': {
    vi: '“{actual}” mã hóa sai; mỗi chữ mã hóa như {expected}.',
    en: '“{actual}” is not encoded as in {expected}.',
  },
  'layer.form': {
    vi: 'Không có loại giả định “{actual}”. Có: {expected}.',
    en: 'There is no assumption “{actual}”. There are: {expected}.',
  },
  'layer.fields': {
    vi: 'Giả định có {actual} phần, cần {expected} phần.',
    en: 'The assumption has {actual} fields and needs {expected}.',
  },
  'layer.no-name': {
    vi: 'Thiếu mã chỉ số, chỉ tiêu hoặc đơn vị hành chính ({expected}).',
    en: 'A code of an indicator, a measure or an area is missing ({expected}).',
  },
  'layer.period': {
    vi: '“{actual}” không phải là kỳ như {expected}.',
    en: '“{actual}” is no period like {expected}.',
  },
  'layer.decimal': {
    vi: '“{actual}” không phải là số như {expected}.',
    en: '“{actual}” is no number like {expected}.',
  },
  'layer.one-of': {
    vi: '“{actual}” phải là một trong {expected}.',
    en: '“{actual}” should be one of {expected}.',
  },
  'layer.bound': {
    vi: 'Mức “{actual}” không hợp với loại {expected}.',
    en: 'The bound “{actual}” does not fit the kind {expected}.',
  },
  'layer.day': {
    vi: '“{actual}” không phải là ngày như {expected}.',
    en: '“{actual}” is no day like {expected}.',
  },
  'layer.no-indicator': {
    vi: 'Kế hoạch không có chỉ số {actual}. Gần giống: {expected}.',
    en: 'The plan has no indicator {actual}. Close to it: {expected}.',
  },
  'layer.no-measure': {
    vi: 'Kế hoạch không có mức cam kết {actual}. Gần giống: {expected}.',
    en: 'The plan has no measure {actual}. Close to it: {expected}.',
  },
  'layer.no-share': {
    vi: 'Đơn vị {actual} không được giao chỉ tiêu này. Được giao: {expected}.',
    en: 'The area {actual} has no share of this measure. These have: {expected}.',
  },
  'layer.no-shares': {
    vi: 'Chỉ tiêu {actual} không giao cho đơn vị nào.',
    en: 'The measure {actual} is not shared out to areas.',
  },
  'layer.not-added': {
    vi: '{actual}: chưa cộng được lên {expected}, vì ở đó hoặc ở các đơn vị còn lại chưa có số liệu để đi tiếp. Hãy giả định cả số của {expected}.',
    en: '{actual} could not be added up for {expected}: there, or in the other areas within it, are no figures to go on from. Suppose a figure of {expected} too.',
  },
  'layer.not-inside': {
    vi: '{actual} không nằm trong {expected} trên địa giới đang đánh giá, nên giả định không cộng lên.',
    en: '{actual} does not lie in {expected} on the map that is judged, so the supposition is not added up.',
  },
  'layer.no-rule': {
    vi: '{actual} không cộng từ đơn vị bên trong lên, nên {expected} giữ nguyên. Muốn thay đổi, hãy giả định cả số của {expected}.',
    en: '{actual} does not add up over areas, so {expected} stays as it is. Suppose a figure of {expected} too to move it.',
  },
  'layer.no-figure': {
    vi: 'Chưa có số liệu nào của {actual} trước {expected} để đi tiếp.',
    en: '{actual} has no figure before {expected} to go on from.',
  },
} as const satisfies Sentences
