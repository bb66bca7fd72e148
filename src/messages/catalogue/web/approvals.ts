import type { Sentences } from '../../sentence.ts'

/** The queue of whoever approves or publishes. */
export const webApprovals = {
  'web.approvals.title': { vi: 'Duyệt, công bố', en: 'Approve and publish' },
  'web.approvals.none': {
    vi: 'Không có báo cáo nào chờ đồng chí duyệt hoặc công bố.',
    en: 'No report waits for your approval or publication.',
  },
  'web.approvals.to-approve': { vi: 'Chờ duyệt', en: 'To approve' },
  'web.approvals.to-publish': { vi: 'Chờ công bố', en: 'To publish' },
  'web.approvals.choose': { vi: 'Chọn báo cáo {report}', en: 'Choose the report {report}' },
  'web.approvals.submitted': { vi: '{actor} gửi lúc {moment}', en: 'submitted by {actor} at {moment}' },
  'web.approvals.approved': { vi: '{actor} duyệt lúc {moment}', en: 'approved by {actor} at {moment}' },
  'web.approvals.figures': { vi: '{count} số liệu', en: '{count} figures' },
  'web.approvals.warnings': { vi: '{count} cảnh báo', en: '{count} warnings' },
  'web.approvals.remarks': { vi: '{count} ghi chú', en: '{count} remarks' },
  'web.approvals.files': { vi: '{count} minh chứng', en: '{count} files of evidence' },
  'web.approvals.absent': { vi: '{count} không có số', en: '{count} without a figure' },
  'web.approvals.more': { vi: 'và {count} báo cáo khác', en: 'and {count} more reports' },
  'web.approvals.order-due': { vi: 'Hạn gần trước', en: 'First due first' },
  'web.approvals.order-odd': { vi: 'Khác thường trước', en: 'Oddest first' },
  'web.approvals.choose-calm': {
    vi: 'Chọn {count} báo cáo không có gì khác thường',
    en: 'Choose the {count} reports with nothing odd',
  },
  'web.approvals.choose-none': { vi: 'Bỏ chọn', en: 'Choose none' },
  'web.approvals.calm-about': {
    vi: 'Không khác thường: đủ số, không cảnh báo, không ghi chú, khác kỳ trước không quá {percent}%.',
    en: 'Nothing odd: complete, without warnings or remarks, within {percent}% of the period before.',
  },
  'web.approvals.chosen': { vi: 'Đã chọn {count} báo cáo:', en: '{count} reports chosen:' },
  'web.approvals.keys': {
    vi: 'Phím: j, k hoặc mũi tên lên, xuống để chuyển báo cáo; dấu cách để chọn; Enter để xem số; o để mở cả báo cáo; a để đến nút duyệt, r để đến ô lý do.',
    en: 'Keys: j, k or up and down move between reports; space chooses; Enter shows the figures; o opens the whole report; a goes to the decision, r to the reason.',
  },
  'web.approvals.approve-this': { vi: 'Duyệt riêng báo cáo này', en: 'Approve this report alone' },
  'web.approvals.publish-this': { vi: 'Công bố riêng báo cáo này', en: 'Publish this report alone' },
  'web.approvals.after-approve': {
    vi: 'Duyệt nhầm thì mở báo cáo và trả lại, có lý do: làm được cho đến khi công bố.',
    en: 'To take one back, open it and return it with a reason: that can be done until it is published.',
  },
  'web.approvals.after-publish': {
    vi: 'Số liệu đã là chính thức và không rút lại được; sửa bằng cách mở báo cáo để chỉnh sửa, có lý do, và bản cũ vẫn được giữ.',
    en: 'The figures are official now and cannot be taken back; open a report for revision, with a reason, and what stood before is kept.',
  },
  'web.approvals.after-return': {
    vi: 'Cơ quan báo cáo đã được báo kèm lý do. Báo cáo trở lại đây khi họ gửi lại.',
    en: 'The offices were told with the reason. A report comes back here when it is submitted again.',
  },
  'web.approvals.differences': { vi: 'Khác kỳ trước nhiều nhất', en: 'Differ most from the period before' },
  'web.approvals.whole': { vi: 'Xem cả báo cáo', en: 'The whole report' },
  'web.approvals.own': {
    vi: 'Đồng chí đã nhập hoặc gửi báo cáo này. Theo nguyên tắc bốn mắt, người khác phải duyệt hoặc công bố.',
    en: 'You entered or submitted this report. By the rule of four eyes another person approves or publishes it.',
  },
  'web.approvals.reason': { vi: 'Lý do trả lại', en: 'Reason of the return' },
  'web.approvals.reason-about': {
    vi: 'Bắt buộc khi trả lại; người báo cáo sẽ thấy nguyên văn.',
    en: 'Needed for a return; the reporter reads it as it stands.',
  },
  'web.approvals.approve': { vi: 'Duyệt', en: 'Approve' },
  'web.approvals.publish': { vi: 'Công bố', en: 'Publish' },
  'web.approvals.return': { vi: 'Trả lại', en: 'Return' },
  'web.approvals.of-chosen': { vi: 'Với các báo cáo đã chọn:', en: 'With the reports chosen:' },
  'web.approvals.decide': { vi: 'Quyết định', en: 'Decision' },
  'web.approvals.busy': { vi: 'Đang ghi …', en: 'Writing …' },
  'web.approvals.did-approve': { vi: 'Đã duyệt {count} báo cáo.', en: '{count} reports were approved.' },
  'web.approvals.did-publish': { vi: 'Đã công bố {count} báo cáo.', en: '{count} reports were published.' },
  'web.approvals.did-return': { vi: 'Đã trả lại {count} báo cáo.', en: '{count} reports were returned.' },
  'web.approvals.none-chosen': { vi: 'Chưa chọn báo cáo nào.', en: 'No report was chosen.' },
  'web.approvals.no-reason': {
    vi: 'Trả lại thì phải ghi lý do để người báo cáo biết sửa gì. Chưa trả lại báo cáo nào.',
    en: 'A return needs a reason, so that the reporter knows what to correct. Nothing was returned.',
  },
  'web.approvals.refused': { vi: '{report}: {why}', en: '{report}: {why}' },
  'web.approvals.changed': {
    vi: 'đã thay đổi sau khi đồng chí mở trang ({actor}, “{state}”). Hãy xem lại.',
    en: 'it changed after you opened the page ({actor}, “{state}”). Look at it again.',
  },
  'web.approvals.most': {
    vi: 'Còn {count} báo cáo nữa; chúng hiện ra khi các báo cáo trên đã xong.',
    en: '{count} more reports wait; they show when these are done.',
  },
} as const satisfies Sentences
