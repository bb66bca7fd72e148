import type { Sentences } from '../sentence.ts'

export const plan = {
  'plan.not-an-object': {
    vi: '{column}: phải là một nhóm {expected}, đang là {actual}.',
    en: '{column}: should be an object {expected}, is {actual}.',
  },
  'plan.not-a-list': {
    vi: '{column}: phải là một danh sách {expected}, đang là {actual}.',
    en: '{column}: should be a list {expected}, is {actual}.',
  },
  'plan.not-a-text': {
    vi: '{column}: phải là chữ {expected}, đang là {actual}.',
    en: '{column}: should be text {expected}, is {actual}.',
  },
  'plan.not-one-of': {
    vi: '{column}: phải là một trong {expected}, đang là {actual}.',
    en: '{column}: should be one of {expected}, is {actual}.',
  },
  'plan.not-a-number': {
    vi: '{column}: phải là số nguyên ({expected}), đang là {actual}.',
    en: '{column}: should be a whole number ({expected}), is {actual}.',
  },
  'plan.not-a-day': {
    vi: '{column}: phải là ngày như {expected}, đang là {actual}.',
    en: '{column}: should be a day like {expected}, is {actual}.',
  },
  'plan.not-a-unit': {
    vi: '{column}: không phải đơn vị tính: {actual}. Ví dụ: {expected}.',
    en: '{column}: not a unit of measure: {actual}. For example: {expected}.',
  },
  'plan.not-a-period': {
    vi: '{column}: phải là kỳ như {expected}, đang là {actual}.',
    en: '{column}: should be a period like {expected}, is {actual}.',
  },
  'plan.not-a-decimal': {
    vi: '{column}: phải là số viết thành chữ như {expected}, đang là {actual}.',
    en: '{column}: should be a decimal as text like {expected}, is {actual}.',
  },
  'plan.bound-does-not-fit': {
    vi: '{column}: mức không hợp loại: cần {expected}, đang là {actual}.',
    en: '{column}: the bound does not fit its kind: needs {expected}, is {actual}.',
  },
  'plan.term-upside-down': {
    vi: '{column}: năm đầu sau năm cuối: {actual}.',
    en: '{column}: the first year is after the last: {actual}.',
  },
  'plan.twice': { vi: '{column}: mã {actual} có hai lần.', en: '{column}: the code {actual} stands twice.' },
  'plan.no-such-group': {
    vi: '{column}: không có nhóm {actual}. Các nhóm: {expected}.',
    en: '{column}: there is no group {actual}. The groups are: {expected}.',
  },
  'plan.no-measure': { vi: '{column}: chỉ tiêu không có mức cam kết nào.', en: '{column}: the target has no measure.' },
  'plan.no-such-indicator': {
    vi: '{column}: không có chỉ số {actual}. Gần giống: {expected}.',
    en: '{column}: there is no indicator {actual}. Close to it: {expected}.',
  },
  'plan.no-indicator': {
    vi: '{column}: mức cam kết có số thì phải có chỉ số, ví dụ: {expected}.',
    en: '{column}: a measure with a figure needs an indicator, for example: {expected}.',
  },
} as const satisfies Sentences
