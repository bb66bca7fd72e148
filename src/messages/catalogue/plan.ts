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
  'plan.allocation-of-nothing': {
    vi: '{column}: phân khai phải cho một đơn vị hành chính khác đơn vị của kế hoạch ({expected}), cho một năm, hoặc cả hai.',
    en: '{column}: an allocation is for an area other than the plan’s own ({expected}), for a year, or for both.',
  },
  'plan.allocation-outside': {
    vi: '{column}: kỳ {actual} không phải là các năm trọn vẹn trong kỳ của chỉ tiêu ({expected}).',
    en: '{column}: {actual} is not made of whole years inside what the measure speaks of ({expected}).',
  },
  'plan.allocation-within': {
    vi: '{column}: {actual} không được giao phần nào nên không chia tiếp được. Có phần: {expected}.',
    en: '{column}: {actual} has no share of its own to share out. There are shares of: {expected}.',
  },
  'plan.allocation-circle': {
    vi: '{column}: {actual} là phần của chính mình.',
    en: '{column}: {actual} is a part of itself.',
  },
  'plan.allocation-of-event': {
    vi: '{column}: việc có hay không ({actual}) không phân khai được.',
    en: '{column}: an event that happens or not ({actual}) has no shares.',
  },
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
  'plan.decimals': {
    vi: '{column}: số chữ số thập phân {actual} không dùng được, chỉ từ {expected}.',
    en: '{column}: {actual} decimals cannot be kept, only {expected}.',
  },
  'plan.ratio-unit': {
    vi: '{column}: tử số chia mẫu số ra “{actual}”, không phải “{expected}”.',
    en: '{column}: numerator over denominator gives "{actual}", not "{expected}".',
  },
  'plan.allocation-ends': {
    vi: 'Cần đủ hai đầu của khoảng, đầu dưới không lớn hơn đầu trên.',
    en: 'A range needs both ends, the lower one first.',
  },
  'indicator.not-a-code': {
    vi: '“{actual}” không dùng làm mã được: chỉ gồm chữ thường không dấu, chữ số, gạch nối. Ví dụ: {expected}.',
    en: '{actual} cannot be a code: small letters without accents, digits and hyphens only, such as {expected}.',
  },
  'indicator.unit-in-use': {
    vi: 'Đã có số liệu theo đơn vị {expected}, không đổi sang {actual} được. Hãy định nghĩa chỉ số mới.',
    en: 'There are figures in {expected}; the unit cannot become {actual}. Define a new indicator.',
  },
  'indicator.decimals-in-use': {
    vi: 'Đã có số liệu với {expected} chữ số thập phân, không giảm còn {actual} được.',
    en: 'There are figures with {expected} decimals; they cannot become {actual}.',
  },
  'indicator.method-in-use': {
    vi: 'Đã có số liệu theo phương pháp {actual}, không bỏ được.',
    en: 'There are figures by the method {actual}; it cannot be taken away.',
  },
  'formula.too-long': {
    vi: '{column}: công thức quá dài ({actual} ký tự).',
    en: '{column}: the formula is too long ({actual} characters).',
  },
  'formula.too-deep': {
    vi: '{column}: công thức lồng quá {expected} cấp.',
    en: '{column}: the formula is nested deeper than {expected}.',
  },
  'formula.unknown-sign': {
    vi: '{column}: không hiểu dấu “{actual}”. Dùng được: {expected}.',
    en: '{column}: the sign "{actual}" is not understood. These are: {expected}.',
  },
  'formula.unexpected': {
    vi: '{column}: “{actual}” không đứng ở đây được; cần {expected}.',
    en: '{column}: "{actual}" cannot stand here; expected: {expected}.',
  },
  'formula.ends': {
    vi: '{column}: công thức dừng giữa chừng; còn cần {expected}.',
    en: '{column}: the formula ends too early; expected: {expected}.',
  },
  'formula.unclosed': {
    vi: '{column}: dấu ngoặc mở mà không đóng.',
    en: '{column}: a bracket is opened and never closed.',
  },
  'formula.no-code': {
    vi: '{column}: trong ngoặc vuông phải có mã chỉ số, ví dụ {expected}.',
    en: '{column}: square brackets hold the code of an indicator, for example {expected}.',
  },
  'formula.no-function': {
    vi: '{column}: không có hàm “{actual}”. Gần giống: {expected}.',
    en: '{column}: there is no function "{actual}". Close to it: {expected}.',
  },
  'formula.takes': {
    vi: '{column}: hàm nhận sai số phần tử ({actual}); {expected}. Các phần cách nhau bằng “;”.',
    en: '{column}: the function got {actual} parts; {expected}. They stand apart by ";".',
  },
  'formula.round-digits': {
    vi: '{column}: round cần số chữ số thập phân từ {expected}.',
    en: '{column}: round needs a number of decimals, {expected}.',
  },
  'formula.ambiguous-number': {
    vi: '{column}: “{actual}” là một nghìn hay có phần thập phân? Viết {expected}, hoặc thêm số 0 ở cuối phần thập phân.',
    en: '{column}: is "{actual}" a thousand or a decimal? Write {expected}, or add a 0 behind the decimals.',
  },
  'formula.not-a-number': {
    vi: '{column}: “{actual}” không phải số. Viết như {expected}.',
    en: '{column}: "{actual}" is no number. Write it like {expected}.',
  },
  'formula.no-indicator': {
    vi: '{column}: không có chỉ số “{actual}”. Gần giống: {expected}.',
    en: '{column}: there is no indicator "{actual}". Close to it: {expected}.',
  },
  'formula.unlike-units': {
    vi: '{column}: “{actual}” không cộng, trừ hay so được với “{expected}”.',
    en: '{column}: "{actual}" cannot be added to or compared with "{expected}".',
  },
  'formula.gives-unit': {
    vi: '{column}: công thức ra “{actual}”, chỉ số tính bằng “{expected}”. Với tỷ lệ phần trăm, dùng share(phần; toàn bộ).',
    en: '{column}: the formula gives "{actual}", the indicator is in "{expected}". For a percentage use share(part; whole).',
  },
  'formula.circle': {
    vi: '{column}: công thức đi vòng tròn: {actual}.',
    en: '{column}: the formulas go in a circle: {actual}.',
  },
  'formula.divided-by-zero': { vi: 'chia cho 0', en: 'divided by zero' },
  'formula.units-do-not-fit': { vi: 'đơn vị không khớp', en: 'the units do not fit' },
} as const satisfies Sentences
