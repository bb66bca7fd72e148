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
} as const satisfies Sentences
