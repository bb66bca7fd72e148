import type { Sentences } from '../../sentence.ts'

export const webAccount = {
  'web.account.sign-in': { vi: 'Đăng nhập', en: 'Sign in' },
  'web.account.sign-out': { vi: 'Đăng xuất', en: 'Sign out' },
  'web.account.title': { vi: 'Tài khoản của tôi', en: 'My account' },
  'web.account.email': { vi: 'Thư điện tử', en: 'E-mail address' },
  'web.account.name': { vi: 'Họ và tên', en: 'Name' },
  'web.account.password': { vi: 'Mật khẩu', en: 'Password' },
  'web.account.new-password': { vi: 'Mật khẩu mới', en: 'New password' },
  'web.account.old-password': { vi: 'Mật khẩu hiện tại', en: 'Present password' },
  'web.account.password-rule': {
    vi: 'Ít nhất 12 ký tự. Một câu ngắn dễ nhớ tốt hơn một từ có dấu và số.',
    en: 'At least 12 characters. A short sentence that you remember is better than a word with digits.',
  },
  'web.account.no-registration': {
    vi: 'Không tự đăng ký được: quản trị viên của cơ quan gửi đường dẫn mời. Quên mật khẩu cũng vậy.',
    en: 'Nobody registers here: the administrator of your office sends a link. The same where a password is forgotten.',
  },
  'web.account.wrong': {
    vi: 'Thư điện tử hoặc mật khẩu không đúng. Hãy thử lại; sau năm lần sai phải chờ.',
    en: 'The address or the password is wrong. Try again; after five wrong tries you have to wait.',
  },
  'web.account.locked': {
    vi: 'Đã sai quá nhiều lần. Hãy thử lại sau {until}.',
    en: 'Too many wrong tries. Try again after {until}.',
  },
  'web.account.code': { vi: 'Mã 6 số trong ứng dụng xác thực', en: 'The 6 digits in your authenticator' },
  'web.account.backup-code': { vi: 'Hoặc một mã dự phòng', en: 'Or one of your backup codes' },
  'web.account.second-step': { vi: 'Bước xác thực thứ hai', en: 'Second step' },
  'web.account.single-refused': {
    vi: 'Đăng nhập một lần không thành: cơ quan chưa xác nhận bạn, hoặc bạn chưa được mời vào đây. Hãy hỏi quản trị viên.',
    en: 'Single sign-on did not succeed: your office did not confirm you, or nobody has invited you here. Ask an administrator.',
  },
  'web.account.wrong-code': {
    vi: 'Mã không đúng hoặc đã hết hạn. Hãy nhập mã đang hiện trong ứng dụng.',
    en: 'The code is wrong or out of time. Enter the one that the authenticator shows now.',
  },
  'web.account.confirm': { vi: 'Xác nhận', en: 'Confirm' },
  'web.account.setup-title': { vi: 'Tạo quản trị viên đầu tiên', en: 'Make the first administrator' },
  'web.account.invite-title': { vi: 'Nhận lời mời', en: 'Accept the invitation' },
  'web.account.reset-title': { vi: 'Đặt lại mật khẩu', en: 'Set a new password' },
  'web.account.no-such-link': {
    vi: 'Đường dẫn này đã dùng, đã hết hạn hoặc không đúng. Hãy xin quản trị viên đường dẫn mới.',
    en: 'The link was used, is out of time or is wrong. Ask the administrator for a new one.',
  },
  'web.account.bad-email': {
    vi: 'Đây không phải địa chỉ thư điện tử. Ví dụ: lan.nguyen@langson.gov.vn.',
    en: 'That is no e-mail address. For example: lan.nguyen@langson.gov.vn.',
  },
  'web.account.no-name': { vi: 'Hãy ghi họ và tên.', en: 'Enter your name.' },
  'web.account.password-too-short': {
    vi: 'Mật khẩu ngắn hơn 12 ký tự.',
    en: 'The password has fewer than 12 characters.',
  },
  'web.account.password-too-long': {
    vi: 'Mật khẩu dài hơn 128 ký tự.',
    en: 'The password has more than 128 characters.',
  },
  'web.account.password-well-known': {
    vi: 'Mật khẩu này nằm trong số bị lộ hoặc ai cũng đoán ra. Hãy chọn mật khẩu khác.',
    en: 'The password is among those that leaked or that everyone guesses. Choose another.',
  },
  'web.account.password-about-you': {
    vi: 'Mật khẩu gần như chỉ là tên hoặc địa chỉ của bạn. Hãy chọn mật khẩu khác.',
    en: 'The password is little more than your name or address. Choose another.',
  },
  'web.account.password-one-pattern': {
    vi: 'Mật khẩu là một dãy phím liền hoặc vài ký tự lặp lại. Hãy chọn mật khẩu khác.',
    en: 'The password is a walk over the keyboard or a few characters repeated. Choose another.',
  },
  'web.account.last-administrator': {
    vi: 'Đây là quản trị viên cuối cùng. Hãy trao vai trò đó cho người khác trước.',
    en: 'This is the last administrator. Give somebody else that role first.',
  },
  'web.account.no-such-member': { vi: 'Không có thành viên này.', en: 'There is no such member.' },
  'web.account.made': {
    vi: 'Xong. Bây giờ hãy đăng nhập.',
    en: 'Done. Now sign in.',
  },
  'web.account.password-changed': {
    vi: 'Đã đổi mật khẩu; các phiên khác đã kết thúc.',
    en: 'The password was changed; other sessions ended.',
  },
  'web.account.password-wrong': { vi: 'Mật khẩu hiện tại không đúng.', en: 'The present password is wrong.' },
  'web.account.change-password': { vi: 'Đổi mật khẩu', en: 'Change the password' },
  'web.account.sessions': { vi: 'Phiên đăng nhập', en: 'Sessions' },
  'web.account.session-since': { vi: 'Từ {since}, {address}', en: 'Since {since}, {address}' },
  'web.account.this-session': { vi: 'phiên này', en: 'this session' },
  'web.account.end-session': { vi: 'Kết thúc', en: 'End' },
  'web.account.second-factor': { vi: 'Xác thực hai bước', en: 'Second factor' },
  'web.account.second-factor-on': {
    vi: 'Đang bật: khi đăng nhập cần thêm mã trong ứng dụng xác thực.',
    en: 'On: signing in asks for a code from your authenticator.',
  },
  'web.account.second-factor-off': {
    vi: 'Đang tắt. Hãy bật để người biết mật khẩu vẫn không vào được.',
    en: 'Off. Turn it on, so that who knows the password still does not get in.',
  },
  'web.account.turn-on': { vi: 'Bật', en: 'Turn on' },
  'web.account.turn-off': { vi: 'Tắt', en: 'Turn off' },
  'web.account.secret': {
    vi: 'Nhập khóa này vào ứng dụng xác thực, rồi ghi mã nó hiện ra:',
    en: 'Enter this key in your authenticator, then the code that it shows:',
  },
  'web.account.backup-codes': {
    vi: 'Mã dự phòng, mỗi mã dùng một lần khi mất điện thoại. Hãy chép ra giấy:',
    en: 'Backup codes, each for one use when the phone is lost. Write them down:',
  },
  'web.account.open-in-app': { vi: 'Mở bằng ứng dụng trên máy này', en: 'Open in an app on this device' },
  'web.account.roles': { vi: 'Vai trò', en: 'Roles' },
  'web.account.no-role': {
    vi: 'Tài khoản này chưa có vai trò nào ở đây.',
    en: 'This account has no role here yet.',
  },
  'web.account.members': { vi: 'Thành viên', en: 'Members' },
  'web.account.invite': { vi: 'Mời thành viên', en: 'Invite a member' },
  'web.account.make-link': { vi: 'Tạo đường dẫn', en: 'Make a link' },
  'web.account.link-once': {
    vi: 'Gửi đường dẫn này cho {email}. Nó chỉ hiện một lần và dùng được một lần:',
    en: 'Send this link to {email}. It is shown once and works once:',
  },
  'web.account.reset': { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  'web.account.end-membership': { vi: 'Chấm dứt', en: 'End membership' },
  'web.account.waiting': { vi: 'Lời mời đang chờ', en: 'Invitations that wait' },
  'web.account.until': { vi: 'đến {until}', en: 'until {until}' },
  'web.account.everywhere': { vi: 'mọi nơi', en: 'everywhere' },
  'web.role.planner': { vi: 'Người lập kế hoạch', en: 'Planner' },
  'web.role.reporter': { vi: 'Người báo cáo', en: 'Reporter' },
  'web.role.approver': { vi: 'Người duyệt', en: 'Approver' },
  'web.role.leader': { vi: 'Lãnh đạo', en: 'Leader' },
  'web.role.inspector': { vi: 'Người kiểm tra', en: 'Inspector' },
  'web.role.administrator': { vi: 'Quản trị viên', en: 'Administrator' },
} as const satisfies Sentences
