import type { Sentences } from '../../sentence.ts'

/** What the report's form says by itself while figures are typed, kept and sent. */
export const webGrid = {
  'web.grid.keeping': { vi: 'Đang giữ trên máy này …', en: 'Keeping on this device …' },
  'web.grid.kept-here': {
    vi: 'Đã giữ trên máy này lúc {time}; sẽ gửi ngay.',
    en: 'Kept on this device at {time}; about to be sent.',
  },
  'web.grid.sending': { vi: 'Đang gửi …', en: 'Sending …' },
  'web.grid.saved': { vi: 'Đã lưu bản nháp lúc {time}.', en: 'The draft was saved at {time}.' },
  'web.grid.unsent': {
    vi: '{count} thay đổi đã giữ trên máy này, chưa gửi được. Sẽ tự gửi lại khi có mạng.',
    en: '{count} changes are kept on this device and not sent yet. They are sent when the line is back.',
  },
  'web.grid.offline': {
    vi: 'Không có mạng. Vẫn nhập được: mọi thay đổi được giữ trên máy này và tự gửi khi có mạng.',
    en: 'There is no line. Go on: every change is kept on this device and sent when the line is back.',
  },
  'web.grid.cached': {
    vi: 'Trang này mở từ bản giữ trên máy lúc {time}, vì không có mạng.',
    en: 'This page was opened from the copy kept on this device at {time}: there is no line.',
  },
  'web.grid.wrong': {
    vi: '{count} ô chưa đọc được nên chưa gửi.',
    en: '{count} cells cannot be read and are not sent.',
  },
  'web.grid.unremarked': {
    vi: 'Ghi chú chỉ được lưu khi có số hoặc lý do.',
    en: 'A remark is saved once there is a figure or a reason.',
  },
  'web.grid.signed-out': {
    vi: 'Phiên đăng nhập đã hết. Thay đổi được giữ trên máy này; hãy đăng nhập lại rồi mở báo cáo.',
    en: 'The session has ended. Changes are kept on this device; sign in again and open the report.',
  },
  'web.grid.not-taken': { vi: 'Máy chủ chưa nhận: {reason}', en: 'The server did not take it: {reason}' },
  'web.grid.not-kept': {
    vi: 'Trình duyệt không cho giữ dữ liệu trên máy này: hãy bấm “Lưu bản nháp” trước khi đóng trang.',
    en: 'This browser keeps nothing on the device: press “Save the draft” before you close the page.',
  },
  'web.grid.no-submit': {
    vi: 'Chưa gửi duyệt: còn thay đổi chưa lưu lên máy chủ. Hãy chờ có mạng rồi bấm lại.',
    en: 'Not submitted: some changes have not reached the server. Wait for the line and press again.',
  },
  'web.grid.submit-kept': {
    vi: 'Đang chờ mạng để gửi duyệt: số liệu và yêu cầu gửi được giữ trên máy này, tự gửi khi có mạng.',
    en: 'Waiting for the line to be submitted: figures and the wish are kept on this device and sent when the line is back.',
  },
  'web.grid.submit-changed': {
    vi: 'Chưa gửi duyệt: số liệu đã khác so với lúc đồng chí bấm gửi. Không mất gì; hãy xem lại rồi gửi.',
    en: 'Not submitted: figures are no longer those that you saw when you pressed the button. Nothing is lost; look again and submit.',
  },
  'web.grid.submit-unread': {
    vi: 'Chưa gửi duyệt: có ô chưa đọc được. Không mất gì; hãy sửa ô đó rồi gửi.',
    en: 'Not submitted: a cell cannot be read. Nothing is lost; mend it and submit.',
  },
  'web.grid.submit-refused': {
    vi: 'Chưa gửi duyệt: {reason} Số liệu đã lưu thành bản nháp; hãy sửa rồi gửi.',
    en: 'Not submitted: {reason} The figures are saved as a draft; mend them and submit.',
  },
  'web.grid.conflict': {
    vi: '{actor} đã đổi {count} số liệu mà đồng chí cũng vừa nhập. Chưa ghi đè gì; hãy chọn từng số.',
    en: '{actor} changed {count} figures that you entered too. Nothing was overwritten; choose for each.',
  },
  'web.grid.closed': {
    vi: '{actor} đã chuyển báo cáo sang “{state}” nên không sửa được nữa. {count} số liệu đồng chí nhập chưa lưu vẫn được giữ trên máy này:',
    en: '{actor} changed the report to “{state}”, so it can no longer be edited. {count} figures that you entered are still kept on this device:',
  },
  'web.grid.merged': {
    vi: '{actor} vừa cập nhật {count} số liệu khác trong báo cáo này.',
    en: '{actor} has just changed {count} other figures of this report.',
  },
  'web.grid.mine': { vi: 'Của tôi', en: 'Mine' },
  'web.grid.theirs': { vi: 'Của {actor}', en: '{actor}’s' },
  'web.grid.figure': { vi: 'Số liệu', en: 'Figure' },
  'web.grid.all-mine': { vi: 'Lấy tất cả của tôi', en: 'Take all of mine' },
  'web.grid.all-theirs': { vi: 'Lấy tất cả của người kia', en: 'Take all of theirs' },
  'web.grid.settle': { vi: 'Dùng các số đã chọn', en: 'Use what is chosen' },
  'web.grid.empty': { vi: '(để trống)', en: '(empty)' },
  'web.grid.chosen': { vi: 'Ô đang chọn', en: 'The cell chosen' },
  'web.grid.sum-of': { vi: '{count} ô, cộng {sum}', en: '{count} cells, sum {sum}' },
  'web.grid.outside': {
    vi: '{count} ô của khối vừa dán nằm ngoài bảng nên không được lấy. Ctrl+Z để bỏ phần đã dán.',
    en: '{count} cells of the pasted block lie outside the table and were not taken. Ctrl+Z takes the rest back.',
  },
  'web.grid.restored': {
    vi: 'Đã lấy lại {count} thay đổi giữ trên máy này.',
    en: '{count} changes kept on this device were taken up again.',
  },
  'web.grid.table': { vi: 'Bảng nhập số liệu', en: 'Table of figures to enter' },
  'web.outbox.waiting': {
    vi: '{title}: {count} thay đổi giữ trên máy này, chưa gửi.',
    en: '{title}: {count} changes are kept on this device and not sent.',
  },
  'web.outbox.sent': {
    vi: '{title}: đã gửi thay đổi giữ trên máy này.',
    en: '{title}: what was kept on this device has been sent.',
  },
  'web.outbox.submitting': {
    vi: '{title}: đang chờ mạng để gửi duyệt, kèm {count} thay đổi.',
    en: '{title}: waits for the line to be submitted, with {count} changes.',
  },
  'web.outbox.submitted': { vi: '{title}: đã gửi duyệt.', en: '{title}: has been submitted.' },
  'web.outbox.look': {
    vi: '{title}: có thay đổi cần đồng chí xem lại.',
    en: '{title}: there are changes for you to look at.',
  },
  'web.outbox.discard': { vi: 'Bỏ các thay đổi này', en: 'Drop these changes' },
  'web.outbox.cached': {
    vi: 'Không có mạng: trang này mở từ bản giữ trên máy lúc {time}.',
    en: 'No line: this page was opened from the copy kept on this device at {time}.',
  },
  'web.offline.title': { vi: 'Không có mạng', en: 'No line' },
  'web.offline.about': {
    vi: 'Trang này chưa được giữ trên máy. Các báo cáo đã mở trước đó vẫn mở và nhập được; những gì đã nhập không mất.',
    en: 'This page is not kept on this device. Reports that were opened before still open and can be filled in; nothing that was entered is lost.',
  },
  'web.outbox.open': { vi: 'Mở báo cáo', en: 'Open the report' },
  'web.outbox.leaving': {
    vi: 'Máy này còn {count} thay đổi chưa gửi. Đăng xuất sẽ xóa chúng. Vẫn đăng xuất?',
    en: 'This device holds {count} changes that are not sent. Signing out deletes them. Sign out all the same?',
  },
} as const satisfies Sentences
