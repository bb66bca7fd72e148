import type { Sentences } from '../sentence.ts'

/** What a broken rule says; `-remark`: a note with the figure would let it pass. */
export const rules = {
  'plan.not-a-relation': {
    vi: '{column}: “{actual}” không phải quan hệ. Viết như {expected}.',
    en: '{column}: "{actual}" is no relation. Write it like {expected}.',
  },
  'rule.range': {
    vi: 'Dòng {line}: {actual} nằm ngoài khoảng {expected}.',
    en: 'Line {line}: {actual} is outside {expected}.',
  },
  'rule.range-remark': {
    vi: 'Dòng {line}: {actual} nằm ngoài khoảng {expected}. Hãy sửa, hoặc ghi chú lý do.',
    en: 'Line {line}: {actual} is outside {expected}. Correct it, or say why in its note.',
  },
  'rule.jump': {
    vi: 'Dòng {line}: thay đổi {actual} vượt mức {expected} so với kỳ trước.',
    en: 'Line {line}: the change {actual} is more than {expected} against the period before.',
  },
  'rule.jump-remark': {
    vi: 'Dòng {line}: thay đổi {actual} vượt mức {expected} so với kỳ trước. Hãy sửa, hoặc ghi chú lý do.',
    en: 'Line {line}: the change {actual} is more than {expected} against the period before. Correct it, or say why in its note.',
  },
  'rule.outlier': {
    vi: 'Dòng {line}: {actual} khác thường so với các kỳ trước: {expected}.',
    en: 'Line {line}: {actual} is unusual against the periods before: {expected}.',
  },
  'rule.outlier-remark': {
    vi: 'Dòng {line}: {actual} khác thường so với các kỳ trước: {expected}. Hãy sửa, hoặc ghi chú lý do.',
    en: 'Line {line}: {actual} is unusual against the periods before: {expected}. Correct it, or say why in its note.',
  },
  'rule.partOfWhole': {
    vi: 'Dòng {line}: tổng {actual} không bằng cộng các phần: {expected}.',
    en: 'Line {line}: the total {actual} is not what its parts add up to: {expected}.',
  },
  'rule.partOfWhole-remark': {
    vi: 'Dòng {line}: tổng {actual} không bằng cộng các phần: {expected}. Hãy sửa, hoặc ghi chú lý do.',
    en: 'Line {line}: the total {actual} is not what its parts add up to: {expected}. Correct it, or say why in its note.',
  },
  'rule.children': {
    vi: 'Dòng {line}: {actual} không bằng cộng các đơn vị bên trong: {expected}.',
    en: 'Line {line}: {actual} is not what the areas inside add up to: {expected}.',
  },
  'rule.children-remark': {
    vi: 'Dòng {line}: {actual} không bằng cộng các đơn vị bên trong: {expected}. Hãy sửa, hoặc ghi chú lý do.',
    en: 'Line {line}: {actual} is not what the areas inside add up to: {expected}. Correct it, or say why in its note.',
  },
  'rule.relation': {
    vi: 'Dòng {line}: {actual} trái với quy tắc {expected}.',
    en: 'Line {line}: {actual} is against the rule {expected}.',
  },
  'rule.relation-remark': {
    vi: 'Dòng {line}: {actual} trái với quy tắc {expected}. Hãy sửa, hoặc ghi chú lý do.',
    en: 'Line {line}: {actual} is against the rule {expected}. Correct it, or say why in its note.',
  },
} as const satisfies Sentences
