import type { Sentences } from '../../sentence.ts'

export const webSearch = {
  'web.search.title': { vi: 'Tìm kiếm', en: 'Search' },
  'web.search.field': { vi: 'Tìm chỉ tiêu, địa bàn, văn bản', en: 'Search targets, areas, documents' },
  'web.search.words': { vi: 'Từ cần tìm', en: 'Words' },
  'web.search.find': { vi: 'Tìm', en: 'Search' },
  'web.search.about': {
    vi: 'Tìm trong kế hoạch, chỉ tiêu, chỉ số, đơn vị hành chính, cơ quan, phát hiện kiểm tra, nhiệm vụ và lời văn của văn bản; có dấu hoặc không dấu, gõ phần đầu của từ cũng được.',
    en: 'Looks through plans, targets, indicators, areas, organisations, findings, tasks and the words of documents; with or without accents, the beginning of a word is enough.',
  },
  'web.search.found': { vi: '“{asked}”: {count} kết quả.', en: '"{asked}": {count} found.' },
  'web.search.none': { vi: '“{asked}”: không tìm thấy ({count}).', en: '"{asked}": nothing was found ({count}).' },
  'web.search.try': {
    vi: 'Hãy thử ít từ hơn, hoặc chỉ phần đầu của từ.',
    en: 'Try fewer words, or only their beginnings.',
  },
  'web.search.more': { vi: 'Xem thêm {count} kết quả loại này', en: '{count} more of this kind' },
  'web.search.all-kinds': { vi: 'Kết quả mọi loại', en: 'Results of every kind' },
  'web.search.kind-target': { vi: 'Chỉ tiêu', en: 'Targets' },
  'web.search.kind-indicator': { vi: 'Chỉ số', en: 'Indicators' },
  'web.search.kind-area': { vi: 'Đơn vị hành chính', en: 'Areas' },
  'web.search.kind-organisation': { vi: 'Cơ quan', en: 'Organisations' },
  'web.search.kind-finding': { vi: 'Phát hiện kiểm tra', en: 'Findings' },
  'web.search.kind-plan': { vi: 'Kế hoạch', en: 'Plans' },
  'web.search.kind-task': { vi: 'Nhiệm vụ', en: 'Tasks' },
  'web.search.kind-section': { vi: 'Lời văn', en: 'Documents’ words' },

  'web.help.words': { vi: 'Thuật ngữ', en: 'Words' },
  'web.help.all-words': { vi: 'Mọi thuật ngữ', en: 'All words' },
  'web.help.what-is': { vi: '“{word}” là gì?', en: 'What is “{word}”?' },
  'web.help.statuses': { vi: 'Mỗi tình trạng nghĩa là gì', en: 'What each status means' },
  'web.help.keys': { vi: 'Phím tắt', en: 'Keys' },
  'web.help.key-search': { vi: 'đến ô tìm kiếm', en: 'to the search field' },
  'web.help.key-help': { vi: 'mở trang này', en: 'to this page' },
  'web.help.key-hits': { vi: 'kết quả tìm kiếm trước, sau', en: 'the result before, the result after' },
} as const satisfies Sentences
