import type { Sentences } from '../sentence.ts'

/** What can be wrong with a what-if layer in an address; `{start}` is the place in its text. */
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
    vi: 'Ký tự {start}: “{actual}” mã hóa sai; mỗi chữ mã hóa như {expected}.',
    en: 'Character {start}: “{actual}” is not encoded as in {expected}.',
  },
  'layer.form': {
    vi: 'Ký tự {start}: không có loại giả định “{actual}”. Có: {expected}.',
    en: 'Character {start}: there is no assumption “{actual}”. There are: {expected}.',
  },
  'layer.fields': {
    vi: 'Ký tự {start}: giả định có {actual} phần, cần {expected} phần.',
    en: 'Character {start}: the assumption has {actual} fields and needs {expected}.',
  },
  'layer.no-name': {
    vi: 'Ký tự {start}: thiếu mã chỉ số, chỉ tiêu hoặc đơn vị hành chính ({expected}).',
    en: 'Character {start}: a code of an indicator, a measure or an area is missing ({expected}).',
  },
  'layer.period': {
    vi: 'Ký tự {start}: “{actual}” không phải là kỳ như {expected}.',
    en: 'Character {start}: “{actual}” is no period like {expected}.',
  },
  'layer.decimal': {
    vi: 'Ký tự {start}: “{actual}” không phải là số như {expected}.',
    en: 'Character {start}: “{actual}” is no number like {expected}.',
  },
  'layer.one-of': {
    vi: 'Ký tự {start}: “{actual}” phải là một trong {expected}.',
    en: 'Character {start}: “{actual}” should be one of {expected}.',
  },
  'layer.bound': {
    vi: 'Ký tự {start}: mức “{actual}” không hợp với loại {expected}.',
    en: 'Character {start}: the bound “{actual}” does not fit the kind {expected}.',
  },
  'layer.day': {
    vi: 'Ký tự {start}: “{actual}” không phải là ngày như {expected}.',
    en: 'Character {start}: “{actual}” is no day like {expected}.',
  },
  'layer.no-indicator': {
    vi: 'Giả định {start}: kế hoạch không có chỉ số {actual}. Gần giống: {expected}.',
    en: 'Assumption {start}: the plan has no indicator {actual}. Close to it: {expected}.',
  },
  'layer.no-measure': {
    vi: 'Giả định {start}: kế hoạch không có mức cam kết {actual}. Gần giống: {expected}.',
    en: 'Assumption {start}: the plan has no measure {actual}. Close to it: {expected}.',
  },
  'layer.no-share': {
    vi: 'Giả định {start}: đơn vị {actual} không được giao chỉ tiêu này. Được giao: {expected}.',
    en: 'Assumption {start}: the area {actual} has no share of this measure. These have: {expected}.',
  },
  'layer.no-figure': {
    vi: 'Giả định {start}: chưa có số liệu nào của {actual} trước {expected} để đi tiếp.',
    en: 'Assumption {start}: {actual} has no figure before {expected} to go on from.',
  },
} as const satisfies Sentences
