import type { Sentences } from '../sentence.ts'
import { allocations } from './allocations.ts'
import { outlook } from './outlook.ts'
import { partial } from './partial.ts'

/** Explanations of judgements and findings of coherence. A sentence that opens with a place gets a capital letter. */
export const evaluation = {
  ...outlook,
  ...allocations,
  ...partial,
  // Status words.
  'evaluation.status.exceeded': { vi: 'vượt', en: 'exceeded' },
  'evaluation.status.met': { vi: 'đạt', en: 'met' },
  'evaluation.status.onTrack': { vi: 'có khả năng đạt', en: 'on track' },
  'evaluation.status.atRisk': { vi: 'khó đạt', en: 'at risk' },
  'evaluation.status.missed': { vi: 'không đạt', en: 'missed' },
  'evaluation.status.notDue': { vi: 'chưa đến hạn', en: 'not due' },
  'evaluation.status.noData': { vi: 'chưa có số liệu', en: 'no data' },
  'evaluation.status.notComputable': { vi: 'không tính được', en: 'not computable' },

  // Status of a figure.
  'evaluation.figure.estimated': { vi: 'ước tính', en: 'estimated' },
  'evaluation.figure.provisional': { vi: 'sơ bộ', en: 'provisional' },
  'evaluation.figure.official': { vi: 'chính thức', en: 'official' },
  'evaluation.figure.revised': { vi: 'đã điều chỉnh', en: 'revised' },
  'evaluation.figure.simulated': { vi: 'giả định', en: 'assumed' },

  // A change, with its size or its bound.
  'evaluation.change.up': { vi: 'tăng {amount}', en: 'a rise of {amount}' },
  'evaluation.change.down': { vi: 'giảm {amount}', en: 'a fall of {amount}' },

  'evaluation.mean-change.up': {
    vi: 'bình quân tăng {amount} mỗi năm',
    en: 'an average rise of {amount} a year',
  },
  'evaluation.mean-change.down': {
    vi: 'bình quân giảm {amount} mỗi năm',
    en: 'an average fall of {amount} a year',
  },

  // Single words inside sentences.
  'evaluation.word.years': { vi: 'các năm {years}', en: 'the years {years}' },
  'evaluation.word.others': { vi: '{count} đơn vị khác', en: '{count} others' },
  'evaluation.word.and': { vi: 'và', en: 'and' },
  'evaluation.word.noRoot': { vi: 'không xác định', en: 'undefined' },

  // What decides.
  'evaluation.value': {
    vi: '{period}: kết quả {value}; chỉ tiêu {bound}.',
    en: '{period}: the result is {value}; the target is {bound}.',
  },
  'evaluation.beyond': { vi: 'Vượt {distance}.', en: 'That is {distance} beyond the target.' },
  'evaluation.beyond-below': {
    vi: 'Vượt chỉ tiêu: thấp hơn {distance}.',
    en: 'That is {distance} lower, which is beyond the target.',
  },
  'evaluation.on-open-end': {
    vi: 'Bằng đúng {limit} thì chưa thỏa chỉ tiêu.',
    en: 'Exactly {limit} does not fulfil it.',
  },
  'evaluation.no-rate': {
    vi: 'Số cuối kỳ âm nên không có tốc độ bình quân; kết luận dựa vào chính các mức đã so sánh.',
    en: 'The last figure is negative, so there is no mean rate; the levels themselves decide.',
  },
  'evaluation.not-final': {
    vi: 'Số liệu {periods} là số {status}.',
    en: 'The figures of {periods} are {status}.',
  },
  'evaluation.short': { vi: 'Còn thiếu {distance}.', en: 'That is {distance} short of the target.' },
  'evaluation.over': {
    vi: 'Cao hơn mức cho phép {distance}.',
    en: 'That is {distance} above what the target allows.',
  },
  'evaluation.about': {
    vi: '“Khoảng” được hiểu là chênh lệch không quá 2% so với con số đã ghi.',
    en: '“About” is read as within 2% of the printed number.',
  },
  'evaluation.rounding-hides-above': {
    vi: 'Số làm tròn không cho thấy, nhưng giá trị chính xác cao hơn {limit}.',
    en: 'Rounding hides it, but the exact value is above {limit}.',
  },
  'evaluation.rounding-hides-below': {
    vi: 'Số làm tròn không cho thấy, nhưng giá trị chính xác thấp hơn {limit}.',
    en: 'Rounding hides it, but the exact value is below {limit}.',
  },
  'evaluation.proven': {
    vi: 'Kết luận này không thay đổi, dù số liệu các kỳ còn lại thế nào.',
    en: 'This stands whatever the remaining periods bring.',
  },

  // Where the value comes from.
  'evaluation.own-term': {
    vi: 'Dùng trực tiếp số liệu công bố cho cả {period}.',
    en: 'The figure published for the whole of {period} is used directly.',
  },
  'evaluation.parts-differ': {
    vi: 'Tính từ số liệu từng năm thì được {value}.',
    en: 'The yearly figures taken together give {value}.',
  },
  'evaluation.total-of': { vi: 'Cộng số liệu của {count} kỳ.', en: 'The sum of {count} periods.' },
  'evaluation.mean-of': { vi: 'Bình quân của {count} kỳ.', en: 'The mean of {count} periods.' },
  'evaluation.summed': {
    vi: 'Số liệu {period} là tổng của {count} kỳ ngắn hơn.',
    en: 'The figure for {period} is the sum of {count} shorter periods.',
  },
  'evaluation.averaged': {
    vi: 'Số liệu {period} là bình quân của {count} kỳ ngắn hơn.',
    en: 'The figure for {period} is the mean of {count} shorter periods.',
  },
  'evaluation.chained': {
    vi: 'Tính bình quân nhân từ tốc độ tăng của {count} kỳ.',
    en: 'The geometric mean of the growth rates of {count} periods.',
  },
  'evaluation.averaged-growth': {
    vi: 'Bình quân cộng mức tăng, giảm của {count} kỳ.',
    en: 'The arithmetic mean of the changes of {count} periods.',
  },
  'evaluation.rate-itself': {
    vi: 'Số liệu của chỉ số này đã là tốc độ tăng.',
    en: 'The figures of this indicator are growth rates themselves.',
  },
  'evaluation.from-to': {
    vi: 'Từ {base} ({from}) đến {value} ({to}).',
    en: 'From {base} ({from}) to {value} ({to}).',
  },
  'evaluation.sources-differ': {
    vi: '{period}, các nguồn ghi khác nhau: dùng {taken}; nguồn khác ghi {other}.',
    en: 'Sources differ for {period}: {taken} is used; another gives {other}.',
  },
  'evaluation.methods-apart': {
    vi: 'Không so sánh với số liệu theo phương pháp khác ({methods}; {periods}) vì không có căn cứ quy đổi.',
    en: 'Figures by another method ({methods}; {periods}) are not compared: no link connects them.',
  },
  'evaluation.part-of-year': {
    vi: 'Số liệu mới nhất là {figure} của {period}; không dùng thay cho số cả năm.',
    en: 'The newest figure is {figure} for {period}; it does not stand for the whole year.',
  },
  'evaluation.ahead': {
    vi: 'Đã có {figure} cho {period}, nhưng kỳ này chưa kết thúc vào ngày đánh giá nên chưa dùng.',
    en: 'There is {figure} for {period}, but that period has not ended on the day judged, so it is not used.',
  },

  // What is not there.
  'evaluation.not-due': { vi: 'Hạn hoàn thành là {day}.', en: 'It is due on {day}.' },
  'evaluation.no-figure': { vi: 'Chưa có số liệu {period}.', en: 'There is no figure for {period}.' },
  'evaluation.not-enough': {
    vi: 'Chưa đủ số liệu {period} để kết luận.',
    en: 'There are not enough figures for {period} to decide.',
  },
  'evaluation.no-word': { vi: 'Đến hạn {day} chưa có thông tin.', en: 'Nothing was reported by {day}.' },
  'evaluation.nothing-yet': {
    vi: 'Chưa có số liệu nào trong kỳ kế hoạch.',
    en: 'There is no figure of the plan’s term yet.',
  },
  'evaluation.missing': {
    vi: 'Thiếu số liệu {periods}; thiếu không có nghĩa là bằng 0.',
    en: 'Figures are missing for {periods}; missing is not zero.',
  },
  'evaluation.missing-change': {
    vi: 'Chưa tính được mức tăng, giảm {periods}.',
    en: 'The change cannot be computed for {periods}.',
  },
  'evaluation.added-under-layer': {
    vi: '{periods} cộng lên từ giả định về các đơn vị bên trong; đơn vị khác giữ số đã biết, hoặc đi tiếp như lần gần nhất.',
    en: '{periods} is added up from what is supposed of areas within; the others keep what is known, or go on as they last did.',
  },
  'evaluation.base-missing': { vi: 'Thiếu số liệu gốc {period}.', en: 'The base figure of {period} is missing.' },
  'evaluation.base-zero': {
    vi: 'Số gốc {period} bằng 0 nên không tính được tỷ lệ tăng, giảm.',
    en: 'The base of {period} is zero, so no relative change can be computed.',
  },
  'evaluation.base-negative': {
    vi: 'Số gốc {period} âm nên không tính được tỷ lệ tăng, giảm.',
    en: 'The base of {period} is negative, so no relative change can be computed.',
  },
  'evaluation.rates-have-no-level': {
    vi: 'Số liệu là tốc độ tăng hằng năm, không có mức gốc để so sánh.',
    en: 'The figures are yearly growth rates; there is no base level to compare with.',
  },
  'evaluation.units-differ': {
    vi: 'Chỉ tiêu tính bằng “{expected}” nhưng số liệu tính bằng “{actual}”, không quy đổi được.',
    en: 'The target is in “{expected}” but the figures are in “{actual}”; one does not convert to the other.',
  },
  'evaluation.no-indicator': {
    vi: 'Chỉ tiêu chưa gắn với chỉ số nào.',
    en: 'The target is not tied to any indicator.',
  },
  'evaluation.unknown-indicator': {
    vi: 'Kế hoạch không có chỉ số “{code}”.',
    en: 'The plan has no indicator “{code}”.',
  },
  'evaluation.no-bound': {
    vi: 'Chỉ tiêu không ghi mức phải đạt.',
    en: 'The target states no level to reach.',
  },

  // Progress while it is not due.
  'evaluation.latest': { vi: 'Số liệu gần nhất: {value} ({period}).', en: 'Latest: {value} ({period}).' },
  'evaluation.latest-growth': {
    vi: 'Kết quả gần nhất: {value} ({period}).',
    en: 'Latest: {value} ({period}).',
  },
  'evaluation.path-line': {
    vi: 'Đi đều từ {base} ({from}) thì {period} cần {required}.',
    en: 'In even steps from {base} ({from}), {period} needs {required}.',
  },
  'evaluation.path-change': {
    vi: 'Đi đều thì đến {period} cần {required}.',
    en: 'In even steps, {period} needs {required}.',
  },
  'evaluation.path-growth': {
    vi: 'Nếu {rate} thì {period} là {required}.',
    en: 'With {rate}, {period} comes to {required}.',
  },
  'evaluation.path-share': {
    vi: 'Chia đều thì sau {count} trên {of} kỳ cần {required}.',
    en: 'In equal shares, {count} of {of} periods need {required}.',
  },
  'evaluation.sum-so-far': {
    vi: 'Đã có {count} trên {of} kỳ, cộng được {value}.',
    en: '{count} of {of} periods are known and sum to {value}.',
  },
  'evaluation.mean-so-far': {
    vi: 'Đã có {count} trên {of} kỳ, bình quân {value}.',
    en: '{count} of {of} periods are known; their mean is {value}.',
  },
  'evaluation.mean-growth-so-far': {
    vi: 'Từ {base} ({from}) đến {value} ({to}): {rate}.',
    en: 'From {base} ({from}) to {value} ({to}): {rate}.',
  },
  'evaluation.mean-rate-so-far': {
    vi: 'Trong {count} kỳ đã có: {rate}.',
    en: 'Over the {count} periods known: {rate}.',
  },
  'evaluation.on-path': { vi: 'Đang theo kịp lộ trình.', en: 'It holds the path.' },
  'evaluation.behind-path': { vi: 'Đang chậm so với lộ trình.', en: 'It is behind the path.' },
  'evaluation.already-there': {
    vi: 'Mức chỉ tiêu hiện đã đạt; cần giữ đến hạn.',
    en: 'The level is reached today; it has to hold until it is due.',
  },
  'evaluation.pace-up': {
    vi: 'Từ nay mỗi năm cần tăng {pace}.',
    en: 'From here it has to rise by {pace} a year.',
  },
  'evaluation.pace-down': {
    vi: 'Từ nay mỗi năm cần giảm {pace}.',
    en: 'From here it has to fall by {pace} a year.',
  },
  'evaluation.pace-each': {
    vi: '{count} kỳ chưa có số liệu, mỗi kỳ cần {pace}.',
    en: 'Each of the {count} periods without a figure needs {pace}.',
  },
  'evaluation.room-each': {
    vi: '{count} kỳ chưa có số liệu, mỗi kỳ không quá {pace}.',
    en: 'Each of the {count} periods without a figure has room for {pace} at most.',
  },
  'evaluation.pace-growth': {
    vi: 'Từ nay mỗi năm cần {pace}.',
    en: 'From here it takes {pace} a year.',
  },
  'evaluation.room-growth': {
    vi: 'Từ nay mỗi năm {pace} là tối đa.',
    en: 'From here there is room for {pace} a year, no more.',
  },
  'evaluation.projection-reaches': {
    vi: 'Giữ nhịp gần nhất thì kết quả {period} là {value}, đủ để đạt.',
    en: 'At the last pace {period} comes to {value}, which is enough.',
  },
  'evaluation.projection-falls-short': {
    vi: 'Giữ nhịp gần nhất thì kết quả {period} là {value}, chưa đạt.',
    en: 'At the last pace {period} comes to {value}, which misses the target.',
  },
  'evaluation.no-projection': {
    vi: 'Chưa đủ số liệu để dự báo.',
    en: 'There are too few figures to project from.',
  },

  // Each period.
  'evaluation.each-missed': { vi: 'Không đạt: {periods}.', en: 'Missed in {periods}.' },
  'evaluation.each-held': { vi: 'Đạt: {periods}.', en: 'Held in {periods}.' },
  // Events.
  'evaluation.happened': {
    vi: 'Đã hoàn thành ({period}), trong hạn {day}.',
    en: 'Done ({period}), within the time set, {day}.',
  },
  'evaluation.happened-late': {
    vi: 'Hoàn thành muộn ({period}); hạn là {day}.',
    en: 'Done late ({period}); it was due on {day}.',
  },
  'evaluation.not-happened': { vi: 'Đến hạn {day} chưa hoàn thành.', en: 'Not done by {day}.' },
  'evaluation.not-yet': { vi: 'Đến {period} chưa hoàn thành.', en: 'Not done as of {period}.' },

  // Several indicators in one measure.
  'evaluation.several': {
    vi: 'Phải đạt cả {count} chỉ số: {names}.',
    en: 'All {count} indicators must hold: {names}.',
  },
  'evaluation.of-indicator': { vi: '{name}: {status}.', en: '{name}: {status}.' },

  // Coherence of the plan.
  'evaluation.shares-below': {
    vi: 'Các phần của “{whole}” cao nhất cộng lại chỉ được {sum}, không đủ {full}.',
    en: 'The parts of “{whole}” sum to {sum} at most, less than {full}.',
  },
  'evaluation.shares-above': {
    vi: 'Các phần của “{whole}” thấp nhất cộng lại đã là {sum}, vượt {full}.',
    en: 'The parts of “{whole}” sum to {sum} at least, more than {full}.',
  },
  'evaluation.below-baseline-up': {
    vi: 'Chỉ tiêu “{name}” là {bound}, thấp hơn mức {base} đã có ({period}).',
    en: 'The target “{name}” is {bound}, below the {base} already there ({period}).',
  },
  'evaluation.below-baseline-down': {
    vi: 'Chỉ tiêu “{name}” là {bound}, cao hơn mức {base} đã có ({period}).',
    en: 'The target “{name}” is {bound}, above the {base} already there ({period}).',
  },
  'evaluation.below-last-pace': {
    vi: '“{name}”: chỉ tiêu cần {promised} mỗi năm; {period} đã thực hiện {past} mỗi năm.',
    en: '“{name}”: the target takes {promised} a year; {period} already made {past} a year.',
  },
  'evaluation.implied-growth': {
    vi: '“{name}”: từ {base} ({period}) lên {bound} cần tăng {implied} mỗi năm.',
    en: '“{name}”: from {base} ({period}) to {bound} takes growth of {implied} a year.',
  },
  'evaluation.implied-growth-range': {
    vi: '“{name}”: từ {base} ({period}) lên {bound} cần tăng {low} – {high} mỗi năm.',
    en: '“{name}”: from {base} ({period}) to {bound} takes growth of {low} – {high} a year.',
  },
  'evaluation.promised-growth': {
    vi: 'Trong khi đó, “{name}” đặt mức {bound} mỗi năm.',
    en: '“{name}”, however, promises {bound} a year.',
  },
  'evaluation.growth-of-another': {
    vi: 'Hai chỉ số khác nhau: phần chênh phải do giá, tỷ giá hoặc dân số.',
    en: 'These are two indicators: the gap has to come from prices, the exchange rate or the population.',
  },
  'evaluation.yearly-gives': {
    vi: 'Mỗi năm {yearly} thì {count} năm được {sum}, không khớp tổng {bound} của “{name}”.',
    en: '{yearly} a year over {count} years gives {sum}, which does not fit the total of {bound} in “{name}”.',
  },
  'evaluation.mean-against-yearly': {
    vi: 'Mỗi năm {yearly} thì không khớp mức bình quân {bound} của “{name}”.',
    en: '{yearly} every year does not fit the mean of {bound} in “{name}”.',
  },
  'evaluation.parts-exceed-whole': {
    vi: 'Các phần của “{name}” cộng lại ít nhất {sum}, vượt toàn bộ là {bound}.',
    en: 'The parts of “{name}” sum to {sum} at least, more than the whole, {bound}.',
  },
} as const satisfies Sentences
