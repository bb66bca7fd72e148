import type { Sentences } from '../../sentence.ts'

/** What runs for more than a second. */
export const webJobs = {
  'web.job.title': { vi: 'Việc đang chạy', en: 'Jobs' },
  'web.job.about': {
    vi: 'Việc mất hơn một giây chạy ở đây, lần lượt từng việc. Đóng trang, việc vẫn chạy; kết quả được giữ bảy ngày.',
    en: 'What takes more than a second runs here, one at a time. It goes on when the page is closed; results are kept for seven days.',
  },
  'web.job.none': { vi: 'Chưa có việc nào.', en: 'There is no job yet.' },
  'web.job.what': { vi: 'Việc', en: 'Job' },
  'web.job.when': { vi: 'Yêu cầu lúc', en: 'Asked for' },
  'web.job.who': { vi: 'Người yêu cầu', en: 'By' },
  'web.job.state': { vi: 'Tình trạng', en: 'State' },
  'web.job.came': { vi: 'Kết quả', en: 'Result' },
  'web.job.all': { vi: 'Mọi việc', en: 'All jobs' },
  'web.job.asked': { vi: '{who} yêu cầu lúc {when}', en: 'asked for by {who} at {when}' },
  'web.job.cancel': { vi: 'Hủy việc này', en: 'Cancel' },
  'web.job.cancelling': { vi: 'Đang hủy …', en: 'Cancelling …' },
  'web.job.look': { vi: 'Xem lại', en: 'Look again' },
  'web.job.leave': {
    vi: 'Có thể rời trang này: việc vẫn chạy và tìm lại được trong “Việc đang chạy”. Hủy thì chưa có gì thay đổi.',
    en: 'You may leave this page: the job goes on and is found again under Jobs. If it is cancelled, nothing has changed.',
  },
  'web.job.lost': {
    vi: 'Mất kết nối với máy chủ; đang thử lại …',
    en: 'The line to the server is down; trying again …',
  },
  'web.job.go-on': { vi: 'Xem kết quả', en: 'See the result' },
  'web.job.download': { vi: 'Tải tệp {file}', en: 'Download {file}' },
  'web.job.so-far': { vi: '{what}: {done} / {total} ({percent}%)', en: '{what}: {done} of {total} ({percent}%)' },
  'web.job.percent': { vi: '{what}: {percent}%', en: '{what}: {percent}%' },
  'web.send.sending': {
    vi: 'Đang gửi tệp: {percent}% ({done} / {total} MB)',
    en: 'Sending the file: {percent}% ({done} of {total} MB)',
  },
  'web.send.stop': { vi: 'Dừng gửi', en: 'Stop' },
  'web.send.stopped': { vi: 'Đã dừng; chưa có gì được ghi.', en: 'Stopped; nothing was written.' },
  'web.send.lost': {
    vi: 'Mất kết nối khi đang gửi; chưa có gì được ghi. Hãy gửi lại khi có mạng.',
    en: 'The line went down while sending; nothing was written. Send it again when it is back.',
  },

  'web.job.kind-audit-verify': { vi: 'Kiểm chuỗi nhật ký', en: 'Verify the audit' },
  'web.job.kind-audit-export': { vi: 'Xuất nhật ký', en: 'Export the audit' },
  'web.job.kind-backup': { vi: 'Sao lưu', en: 'Backup' },
  'web.job.kind-notices': { vi: 'Gửi thông báo', en: 'Send notices' },
  'web.job.kind-document': { vi: 'Đọc văn bản', en: 'Read a document' },
  'web.job.kind-figures': { vi: 'Nhập số liệu', en: 'Import figures' },

  'web.job.state-waiting': { vi: 'Đang chờ.', en: 'Waiting.' },
  'web.job.state-running': { vi: 'Đang chạy.', en: 'Running.' },
  'web.job.state-done': { vi: 'Đã xong.', en: 'Done.' },
  'web.job.state-failed': { vi: 'Không thực hiện được.', en: 'It did not work.' },
  'web.job.state-cancelled': { vi: 'Đã hủy.', en: 'Cancelled.' },
  'web.job.state-interrupted': { vi: 'Bị gián đoạn.', en: 'Interrupted.' },

  'web.job.doing-waiting': { vi: 'Đang chờ đến lượt', en: 'Waiting for its turn' },
  'web.job.doing-begun': { vi: 'Đang bắt đầu', en: 'Beginning' },
  'web.job.doing-lines': { vi: 'Dòng nhật ký', en: 'Lines of the audit' },
  'web.job.doing-figures': {
    vi: 'Đang đối chiếu số liệu với nhật ký; dòng đã qua',
    en: 'Comparing figures with the audit; lines walked',
  },
  'web.job.doing-rows': { vi: 'Dòng dữ liệu đã ghi', en: 'Rows written' },
  'web.job.doing-people': { vi: 'Người đã gửi', en: 'People written to' },
  'web.job.doing-calendar': { vi: 'Đang xem lịch báo cáo', en: 'Looking at the calendar' },
  'web.job.doing-document-open': { vi: 'Đang mở tệp, lấy lời văn', en: 'Opening the file, taking its words' },
  'web.job.doing-document-read': { vi: 'Đang đọc chỉ tiêu, số liệu, nhiệm vụ', en: 'Reading targets, figures, tasks' },
  'web.job.doing-table': { vi: 'Đang đọc tệp (nghìn byte)', en: 'Reading the file (thousand bytes)' },
  'web.job.doing-writing': { vi: 'Đang ghi (nghìn byte)', en: 'Writing (thousand bytes)' },

  'web.job.said-chain-holds': {
    vi: 'Chuỗi nhật ký nguyên vẹn: {lines} dòng, {figures} số liệu khớp mã băm.',
    en: 'The chain is whole: {lines} lines, {figures} figures match their digests.',
  },
  'web.job.said-chain-broken': {
    vi: 'Chuỗi nhật ký KHÔNG nguyên vẹn: {count} chỗ, sau khi kiểm {lines} dòng và {figures} số liệu.',
    en: 'The chain is NOT whole: {count} places, after {lines} lines and {figures} figures.',
  },
  'web.job.said-exported': { vi: 'Đã xuất {lines} dòng.', en: '{lines} lines were written.' },
  'web.job.said-backed-up': {
    vi: 'Đã sao lưu {rows} dòng. SHA-256 {sha256}',
    en: '{rows} rows were backed up. SHA-256 {sha256}',
  },
  'web.job.said-figures-taken': {
    vi: 'Đã nhận {added} số liệu mới; {unchanged} số liệu đã có từ trước, giữ nguyên.',
    en: '{added} new figures were taken; {unchanged} were known already.',
  },
  'web.job.said-figures-refused': {
    vi: 'Tệp chưa được nhận: {count} chỗ cần sửa. Chưa số liệu nào được ghi.',
    en: 'The file was not taken: {count} places need correcting. Nothing was written.',
  },
  'web.job.said-document-taken': { vi: 'Đã đọc xong “{name}”.', en: '"{name}" has been read.' },
  'web.job.said-document-again': {
    vi: 'Đã đọc lại “{name}”: {added} chỉ tiêu mới, {changed} chỉ tiêu đọc khác trước, {gone} không còn; giữ {kept} chỗ đã sửa, {lost} chỗ không còn khớp.',
    en: '"{name}" was read again: {added} new targets, {changed} read otherwise, {gone} gone; {kept} corrections kept, {lost} no longer fit.',
  },
  'web.job.said-document-refused': {
    vi: 'Không đọc được “{name}”; chưa có gì được ghi.',
    en: '"{name}" cannot be read; nothing was written.',
  },
  'web.job.said-cancelled': { vi: 'Chưa có gì thay đổi.', en: 'Nothing has changed.' },
  'web.job.said-interrupted': {
    vi: 'Máy chủ dừng trước khi việc xong. Chưa có gì được ghi dở dang; hãy yêu cầu lại.',
    en: 'The server ended before the job did. Nothing is half done; ask for it again.',
  },
  'web.job.said-fault': {
    vi: 'Chương trình gặp lỗi: {detail}. Chưa có gì thay đổi; hãy thử lại hoặc báo quản trị viên.',
    en: 'The program failed: {detail}. Nothing has changed; try again or tell your administrator.',
  },
} as const satisfies Sentences
