import type { Sentences } from '../sentence.ts'

/** Projections beside a judgement: which method, how it did, what it expects. */
export const outlook = {
  'evaluation.method.lastPace': { vi: 'nhịp gần nhất', en: 'the last pace' },
  'evaluation.method.theilSen': {
    vi: 'đường xu thế Theil-Sen (trung vị các độ dốc)',
    en: 'the Theil-Sen line (median of slopes)',
  },
  'evaluation.method.holt': { vi: 'san bằng mũ Holt', en: 'Holt’s exponential smoothing' },
  'evaluation.method-few-figures': {
    vi: 'Mới có {count} số liệu, chỉ đủ cho {method}.',
    en: 'There are {count} figures, enough only for {method}.',
  },
  'evaluation.method-few-trials': {
    vi: 'Có {count} số liệu, chưa đủ lần thử lùi để so các phương pháp, nên dùng {method}.',
    en: 'The {count} figures leave too few trials to compare methods by, so {method} is taken.',
  },
  'evaluation.method-best': {
    vi: 'So {methods} phương pháp trên cùng {count} lần thử lùi với số đã biết: {method} sai ít nhất.',
    en: 'Of {methods} methods, tried {count} times on figures already known, {method} erred least.',
  },
  'evaluation.method-reaches': {
    vi: 'Theo {method}, kết quả {period} là {value}, đủ để đạt.',
    en: 'By {method}, {period} comes to {value}, which is enough.',
  },
  'evaluation.method-falls-short': {
    vi: 'Theo {method}, kết quả {period} là {value}, chưa đạt.',
    en: 'By {method}, {period} comes to {value}, which misses the target.',
  },
  'evaluation.method-error': {
    vi: 'Qua {count} lần thử lùi, phương pháp này sai trung bình {error}.',
    en: 'Over {count} trials it was wrong by {error} on average.',
  },
  'evaluation.method-error-against-naive': {
    vi: 'Qua {count} lần thử lùi, phương pháp này sai trung bình {error}, bằng {scaled} lần so với coi như không đổi.',
    en: 'Over {count} trials it was wrong by {error} on average, {scaled} times as much as “nothing changes”.',
  },
  'evaluation.method-interval': {
    vi: 'Cộng {count} sai số đã có, kết quả nằm trong khoảng từ {low} đến {high}, xác suất {coverage} nếu sai số vẫn như trước.',
    en: 'Its {count} past errors put the result between {low} and {high}, with a chance of {coverage} if errors stay what they were.',
  },
  'evaluation.method-other-reaches': {
    vi: 'Theo {method}: {value}, đủ để đạt.',
    en: 'By {method}: {value}, enough.',
  },
  'evaluation.method-other-falls-short': {
    vi: 'Theo {method}: {value}, chưa đạt.',
    en: 'By {method}: {value}, not enough.',
  },

  // What is still needed, beside the best that was ever made.
  'evaluation.need-rest': {
    vi: 'Còn thiếu {rest}, chia cho {count} kỳ.',
    en: 'What is missing is {rest}, over {count} periods.',
  },
  'evaluation.need-room': {
    vi: 'Còn được {rest}, chia cho {count} kỳ.',
    en: 'What there is room for is {rest}, over {count} periods.',
  },
  'evaluation.need-there': {
    vi: 'Mức chỉ tiêu hiện đã đạt; chỉ cần giữ.',
    en: 'The level is reached today; it only has to hold.',
  },
  'evaluation.need-each': {
    vi: 'Từ nay mỗi kỳ cần ít nhất: {needed} ({count} kỳ).',
    en: 'From here every period needs at least: {needed} ({count} periods).',
  },
  'evaluation.need-each-most': {
    vi: 'Từ nay mỗi kỳ nhiều nhất: {needed} ({count} kỳ).',
    en: 'From here every period allows at most: {needed} ({count} periods).',
  },
  'evaluation.need-best': {
    vi: 'Tốt nhất từng có: {best} ({period}, trong {seen} kỳ đã biết).',
    en: 'The best so far: {best} ({period}, of {seen} known).',
  },
  'evaluation.need-beyond-seen': {
    vi: 'Tốt nhất từng có mới là {best} ({period}, trong {seen} kỳ đã biết): cần gấp {times} lần.',
    en: 'The best so far is only {best} ({period}, of {seen} known): it takes {times} times that.',
  },
  'evaluation.need-out-of-reach': {
    vi: 'Không còn khả năng nếu không có thay đổi lớn: tốt nhất từng có chỉ là {best} ({period}, trong {seen} kỳ đã biết), cần gấp {times} lần, mà trên 2 lần thì chưa kỳ nào tới gần.',
    en: 'Out of reach unless something great changes: the best so far is {best} ({period}, of {seen} known), and it takes {times} times that; beyond twice, no period ever came near.',
  },
  'evaluation.need-never': {
    vi: 'Trong {seen} kỳ đã biết chưa kỳ nào đi theo hướng đó; khá nhất là {best} ({period}).',
    en: 'Of {seen} known periods none ever went that way; the best is {best} ({period}).',
  },

  // Why a measure is warned of, in one sentence.
  'evaluation.warning-times': {
    vi: 'Mỗi kỳ cần {needed}; tốt nhất từng có là {best} ({period}), tức phải gấp {times} lần.',
    en: 'Every period needs {needed}; the best so far is {best} ({period}), so it takes {times} times that.',
  },
  'evaluation.warning-times-most': {
    vi: 'Mỗi kỳ chỉ được {needed}; tốt nhất từng có là {best} ({period}), tức phải gấp {times} lần.',
    en: 'Every period allows at most {needed}; the best so far is {best} ({period}), so it takes {times} times that.',
  },
  'evaluation.warning-never': {
    vi: 'Mỗi kỳ cần {needed}; trong {seen} kỳ đã biết chưa kỳ nào đi theo hướng đó.',
    en: 'Every period needs {needed}; of {seen} known periods none ever went that way.',
  },
  'evaluation.warning-never-most': {
    vi: 'Mỗi kỳ chỉ được {needed}; trong {seen} kỳ đã biết chưa kỳ nào đi theo hướng đó.',
    en: 'Every period allows at most {needed}; of {seen} known periods none ever went that way.',
  },
  'evaluation.warning-best': {
    vi: 'Mỗi kỳ cần {needed}; đã từng làm được {best} ({period}).',
    en: 'Every period needs {needed}; {best} was made before ({period}).',
  },
  'evaluation.warning-best-most': {
    vi: 'Mỗi kỳ chỉ được {needed}; đã từng làm được {best} ({period}).',
    en: 'Every period allows at most {needed}; {best} was made before ({period}).',
  },
  'evaluation.warning-alone': {
    vi: 'Mỗi kỳ cần {needed}; chưa có kỳ nào trước đó để so.',
    en: 'Every period needs {needed}; there is no period before to compare with.',
  },
  'evaluation.warning-alone-most': {
    vi: 'Mỗi kỳ chỉ được {needed}; chưa có kỳ nào trước đó để so.',
    en: 'Every period allows at most {needed}; there is no period before to compare with.',
  },

  // The promise beside the last term.
  'evaluation.ambition': {
    vi: '“{name}”: chỉ tiêu cần {promised} mỗi năm, {period} làm được {past} mỗi năm: gấp {times} lần.',
    en: '“{name}” promises {promised} a year; {period} made {past} a year: {times} times as much.',
  },
  'evaluation.ambition-from-nothing': {
    vi: '“{name}”: chỉ tiêu cần {promised} mỗi năm, trong khi {period} là {past} mỗi năm.',
    en: '“{name}” promises {promised} a year, where {period} made {past} a year.',
  },
  'evaluation.ambition-ceiling': {
    vi: '“{name}”: chỉ tiêu cho nhiều nhất {promised} mỗi năm, trong khi {period} là {past} mỗi năm.',
    en: '“{name}” allows {promised} a year at most, where {period} had {past} a year.',
  },
  'evaluation.ambition-unknown': {
    vi: '“{name}”: số liệu {period} không đủ để so chỉ tiêu với nhiệm kỳ trước.',
    en: '“{name}”: the figures of {period} are too few to hold the promise against the last term.',
  },
  'evaluation.ambition-other-method': {
    vi: '“{name}”: số liệu {period} theo phương pháp khác, không có liên hệ với phương pháp của kỳ này, nên không so với nhiệm kỳ trước.',
    en: '“{name}”: the figures of {period} are of another method, which nothing links to the one of this term, so the promise is not held against the last term.',
  },
} as const satisfies Sentences
