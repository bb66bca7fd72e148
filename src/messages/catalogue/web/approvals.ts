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
