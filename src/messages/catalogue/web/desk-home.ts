import type { Sentences } from '../../sentence.ts'

/** The desk: what waits for whoever is signed in. */
export const webDeskHome = {
  'web.desk.title': { vi: 'Việc của tôi', en: 'My work' },
  'web.desk.today': { vi: 'Hôm nay {day}', en: 'Today, {day}' },
  'web.desk.nothing': {
    vi: 'Không có việc nào đang chờ đồng chí. Khi có kỳ báo cáo mới, việc sẽ hiện ở đây.',
    en: 'Nothing waits for you. When a new round opens, it shows here.',
  },
  'web.desk.nobody-late': {
    vi: 'Không có việc nào đang chờ, và không cơ quan nào chậm báo cáo.',
    en: 'Nothing waits for you, and no office is late.',
  },
  'web.desk.returned': { vi: 'Bị trả lại, cần sửa', en: 'Returned, to be corrected' },
  'web.desk.due': { vi: 'Báo cáo phải nộp', en: 'Reports that are due' },
  'web.desk.approve': { vi: 'Chờ duyệt', en: 'Waiting for approval' },
  'web.desk.publish': { vi: 'Chờ công bố', en: 'Waiting for publication' },
  'web.desk.late': { vi: 'Cơ quan chậm báo cáo', en: 'Offices that are late' },
  'web.desk.notices': { vi: 'Thông báo', en: 'Notices' },
  'web.desk.until': { vi: 'Hạn', en: 'Due' },
  'web.desk.round': { vi: 'Kỳ báo cáo', en: 'Round' },
  'web.desk.office': { vi: 'Cơ quan', en: 'Office' },
  'web.desk.figures': { vi: 'Số liệu', en: 'Figures' },
  'web.desk.state': { vi: 'Tình trạng', en: 'State' },
  'web.desk.act': { vi: 'Việc cần làm', en: 'To do' },
  'web.desk.fill-in': { vi: 'Nhập số liệu', en: 'Enter figures' },
  'web.desk.correct': { vi: 'Sửa báo cáo', en: 'Correct it' },
  'web.desk.look': { vi: 'Xem báo cáo', en: 'Look at it' },
  'web.desk.own': {
    vi: 'Đồng chí đã nhập hoặc gửi báo cáo này nên cần người khác xử lý.',
    en: 'You entered or submitted it, so another person decides.',
  },
  'web.desk.rounds-late': { vi: 'Kỳ chưa nộp', en: 'Rounds not handed in' },
  'web.desk.longest': { vi: 'Chậm nhất', en: 'Longest' },
  'web.desk.days-late': { vi: 'chậm {days} ngày làm việc', en: '{days} working days late' },
  'web.desk.days-left': { vi: 'còn {days} ngày làm việc', en: '{days} working days left' },
  'web.desk.due-today': { vi: 'hạn hôm nay', en: 'due today' },
  'web.desk.findings': { vi: 'Phát hiện kiểm tra chờ xử lý', en: 'Findings that wait for you' },
  'web.desk.drafts': { vi: 'Bản thảo kế hoạch đang soạn', en: 'Drafts of plans in hand' },
  'web.desk.answer': { vi: 'Trả lời', en: 'Answer' },
} as const satisfies Sentences
