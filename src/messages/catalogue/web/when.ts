import type { Sentences } from '../../sentence.ts'

/** The day judged, the moment of knowledge and the map: what every page keeps. Two of them side by side. */
export const webWhen = {
  'web.when.on': { vi: 'Đánh giá đến ngày', en: 'Judged on' },
  'web.when.as-of': { vi: 'Theo số liệu nhận đến', en: 'By what was known on' },
  'web.when.map': { vi: 'Địa giới', en: 'Map' },
  'web.when.own-map': { vi: 'theo kế hoạch', en: 'as the plan says' },
  'web.when.map-since': { vi: 'từ {day} ({count} xã, phường)', en: 'since {day} ({count} communes)' },
  'web.when.show': { vi: 'Xem', en: 'Show' },
  'web.when.now': { vi: 'Về hôm nay', en: 'Back to today' },
  'web.when.supposed': {
    vi: 'Đang giữ giả định {names}; trang này vẫn là số liệu thật.',
    en: 'The supposition {names} is kept; this page still shows what is.',
  },
  'web.when.supposed-open': { vi: 'Mở giả định', en: 'Open it' },
  'web.when.supposed-drop': { vi: 'Bỏ giả định', en: 'Drop it' },

  'web.compare.title': { vi: 'So sánh hai thời điểm', en: 'Two dates compared' },
  'web.compare.link': { vi: 'So sánh với ngày khác', en: 'Compare with another day' },
  'web.compare.before': { vi: 'Trước', en: 'Before' },
  'web.compare.after': { vi: 'Sau', en: 'After' },
  'web.compare.show': { vi: 'So sánh', en: 'Compare' },
  'web.compare.side': { vi: '{on} (số liệu nhận đến {asOf})', en: '{on} (by what was known on {asOf})' },
  'web.compare.targets': { vi: 'Số chỉ tiêu theo tình trạng', en: 'Targets by status' },
  'web.compare.changed': {
    vi: 'Những gì đã thay đổi: xấu đi trước, rồi tốt lên, rồi chỉ khác về giá trị',
    en: 'What changed: for the worse first, then for the better, then in value alone',
  },
  'web.compare.unchanged': { vi: 'Không thay đổi', en: 'Unchanged' },
  'web.compare.same': { vi: '{count} mức cam kết không thay đổi', en: '{count} measures are unchanged' },
  'web.compare.nothing': {
    vi: 'Không có gì thay đổi giữa hai thời điểm này.',
    en: 'Nothing changed between the two.',
  },
  'web.compare.why': { vi: 'Vì sao', en: 'Why' },
  'web.compare.better': { vi: 'tốt lên', en: 'better' },
  'web.compare.worse': { vi: 'xấu đi', en: 'worse' },
  'web.compare.more': { vi: 'và {count} số liệu khác', en: 'and {count} more figures' },
  'web.compare.cause-bound': {
    vi: 'kế hoạch đổi mức từ {before} thành {after}',
    en: 'the plan’s bound changed from {before} to {after}',
  },
  'web.compare.cause-new': { vi: 'thêm số {period}: {value} ({source})', en: 'new: {period} {value} ({source})' },
  'web.compare.cause-revised': {
    vi: 'số {period} sửa từ {before} thành {value} ({source})',
    en: '{period} revised from {before} to {value} ({source})',
  },
  'web.compare.cause-gone': {
    vi: 'không còn dùng số {period}: {value} ({source})',
    en: 'no longer used: {period} {value} ({source})',
  },
  'web.compare.cause-withheld': {
    vi: 'không công bố số {period}, trước đó là {before} ({source})',
    en: '{period} is withheld, {before} before ({source})',
  },
  'web.compare.cause-withheld-unknown': {
    vi: 'không công bố số {period} ({source})',
    en: '{period} is withheld ({source})',
  },
  'web.compare.cause-released': {
    vi: 'công bố số {period} trước đó không công bố: {value} ({source})',
    en: '{period}, withheld before, is published: {value} ({source})',
  },
  'web.compare.cause-day': {
    vi: 'số liệu như cũ; ngày đánh giá khác nên mức cần đạt đến lúc đó khác',
    en: 'the figures are the same; on another day something else is due or required',
  },
} as const satisfies Sentences
