import type { Sentences } from '../sentence.ts'

export const reading = {
  'reading.row-without-figure': {
    vi: 'Dòng “{actual}” của bảng không có số ở cột kế hoạch, nên không thành chỉ tiêu.',
    en: 'The row “{actual}” has no figure in a plan column, so it is not a target.',
  },
  'reading.no-targets': {
    vi: 'Không thấy chỉ tiêu nào. Hãy xem văn bản có phần mục tiêu, chỉ tiêu hay không, hoặc phần đó có phải là hình chụp.',
    en: 'No target was found. See whether the document has a section of objectives or targets, or whether it is a picture.',
  },
  'reading.fewer-listed': {
    vi: 'Văn bản báo {expected} chỉ tiêu ở “{actual}”, nhưng số đọc được khác.',
    en: 'The document announces {expected} targets in “{actual}”, but another number was read.',
  },
  'claim.share': {
    vi: '{part} trên {whole} là {computed}%; văn bản ghi {stated}%.',
    en: '{part} of {whole} is {computed}%; the text says {stated}%.',
  },
  'claim.part-of-whole': {
    vi: '{part} là một phần của {whole}.',
    en: '{part} is part of {whole}.',
  },
  'claim.relative-change': {
    vi: 'Nay {now}, thay đổi {change}, vậy trước đó là {earlier}; thay đổi ấy bằng {computed}% của mức trước; văn bản ghi {stated}%.',
    en: 'Now {now}, a change of {change}, so {earlier} before; the change is {computed}% of that; the text says {stated}%.',
  },
  'claim.difference': {
    vi: 'Từ {from} đến {to} chênh {computed}; văn bản ghi {stated}.',
    en: 'From {from} to {to} is a difference of {computed}; the text says {stated}.',
  },
  'claim.mean-change': {
    vi: 'Từ {from} đến {to} trong {years} năm, bình quân mỗi năm {computed}; văn bản ghi {stated}.',
    en: 'From {from} to {to} in {years} years is {computed} a year on average; the text says {stated}.',
  },
  'claim.multiple': {
    vi: '{now} gấp {computed} lần {then}; văn bản ghi {stated} lần.',
    en: '{now} is {computed} times {then}; the text says {stated} times.',
  },
  'claim.multiple-open': {
    vi: '{now}, gấp {stated} lần: văn bản không ghi mức so sánh nên không tính lại được.',
    en: '{now}, {stated} times as much: the text does not give the value compared with, so it cannot be recomputed.',
  },
  'claim.sum': {
    vi: '{parts} = {computed}; văn bản ghi {whole}.',
    en: '{parts} = {computed}; the text says {whole}.',
  },
  'claim.composition': {
    vi: 'Các tỷ trọng {parts} cộng lại được {computed}%.',
    en: 'The shares {parts} add up to {computed}%.',
  },
  'claim.composition-ranges': {
    vi: 'Các tỷ trọng {parts} cộng lại được từ {least}% đến {most}%.',
    en: 'The shares {parts} add up to between {least}% and {most}%.',
  },
  'claim.listed': {
    vi: 'Văn bản báo {stated}; liệt kê được {computed}.',
    en: 'The text announces {stated}; {computed} are listed.',
  },
  'claim.same-figure': {
    vi: 'Cùng một số liệu được ghi hai lần: {first} và {second}.',
    en: 'The same figure is stated twice: {first} and {second}.',
  },
  'claim.target-holds': {
    vi: 'Mục tiêu {target}, phấn đấu thêm {addition}, vậy mức đầu kỳ là {base}, đúng như văn bản ghi.',
    en: 'The target is {target}, {addition} more are promised, so the baseline is {base}, as the text says.',
  },
  'claim.target-open': {
    vi: 'Mục tiêu {target}, phấn đấu thêm {addition}, vậy mức đầu kỳ phải là {base}; văn bản không ghi mức này.',
    en: 'The target is {target}, {addition} more are promised, so the baseline must be {base}; the text does not state it.',
  },
} as const satisfies Sentences
