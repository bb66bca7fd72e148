import type { Sentences } from '../../sentence.ts'

/** What went wrong and what to do, one sentence a code of src/api/faults.ts. */
export const webFaults = {
  'web.fault.title': { vi: 'Không thực hiện được', en: 'That did not work' },
  'web.fault.home': { vi: 'Về trang đầu', en: 'To the first page' },
  'web.fault.code': { vi: 'Mã lỗi: {code}', en: 'Error code: {code}' },
  'web.fault.sign-in': {
    vi: 'Việc này cần đăng nhập. Hãy đăng nhập rồi làm lại.',
    en: 'This needs an account. Sign in, then do it again.',
  },
  'web.fault.not-allowed': {
    vi: 'Tài khoản của đồng chí không có quyền làm việc này. Hãy hỏi quản trị viên của cơ quan.',
    en: 'Your account may not do this. Ask the administrator of your office.',
  },
  'web.fault.second-factor': {
    vi: 'Vai trò của đồng chí yêu cầu xác thực hai bước. Hãy bật ở trang Tài khoản của tôi rồi làm lại.',
    en: 'Your role asks for a second factor. Turn it on under My account, then do this again.',
  },
  'web.fault.no-member': {
    vi: 'Không có thành viên này. Hãy chọn trong danh sách thành viên.',
    en: 'There is no such member. Choose one from the list of members.',
  },
  'web.fault.no-invitation': {
    vi: 'Lời mời này đã được dùng, đã rút hoặc hết hạn. Hãy chọn trong danh sách lời mời đang chờ.',
    en: 'This invitation was used, withdrawn or is out of time. Choose one of those that wait.',
  },
  'web.fault.bad-email': {
    vi: '“{email}” không phải địa chỉ thư điện tử. Ví dụ: lan.nguyen@langson.gov.vn.',
    en: '“{email}” is no e-mail address. For example: lan.nguyen@langson.gov.vn.',
  },
  'web.fault.last-administrator': {
    vi: '{email} là quản trị viên cuối cùng. Hãy trao vai trò đó cho người khác trước.',
    en: '{email} is the last administrator. Give somebody else that role first.',
  },
  'web.fault.own-factor-first': {
    vi: 'Hãy bật xác thực hai bước cho chính đồng chí trước, nếu không đồng chí sẽ mất vai trò quản trị.',
    en: 'Turn on your own second factor first, or you would lose the role of an administrator.',
  },
  'web.fault.not-found': {
    vi: 'Không có trang này. Hãy kiểm tra lại địa chỉ hoặc về trang đầu.',
    en: 'There is no such page. Check the address, or go to the first page.',
  },
  'web.fault.no-share': {
    vi: 'Đơn vị “{area}” không được giao chỉ tiêu nào của kế hoạch này.',
    en: 'The area “{area}” has no share of this plan.',
  },
  'web.fault.bad-layer': {
    vi: 'Không đọc được kịch bản giả định. {detail}',
    en: 'The what-if layer cannot be read. {detail}',
  },
  'web.fault.no-plan': {
    vi: 'Không có kế hoạch “{id}”. Hãy chọn một kế hoạch ở trang đầu.',
    en: 'There is no plan “{id}”. Choose one on the first page.',
  },
  'web.fault.no-target': {
    vi: 'Kế hoạch không có chỉ tiêu “{id}”. Hãy chọn chỉ tiêu trên bảng điểm.',
    en: 'The plan has no target “{id}”. Choose one on the scoreboard.',
  },
  'web.fault.no-document': {
    vi: 'Không có văn bản “{id}”. Hãy chọn trong danh sách văn bản.',
    en: 'There is no document “{id}”. Choose one from the list of documents.',
  },
  'web.fault.no-draft': {
    vi: 'Không có bản thảo “{id}”. Hãy nạp lại văn bản để lập bản thảo.',
    en: 'There is no draft “{id}”. Load the document to make one.',
  },
  'web.fault.no-area': {
    vi: 'Không có đơn vị “{id}” trong danh mục. Hãy tìm theo tên ở trang Địa bàn.',
    en: 'There is no area “{id}” in the territory. Search for its name on the page of areas.',
  },
  'web.fault.no-measure': {
    vi: 'Bản thảo không có mức cam kết “{id}”. Hãy tải lại trang bản thảo.',
    en: 'The draft has no measure “{id}”. Load the draft’s page again.',
  },
  'web.fault.no-round': {
    vi: 'Không có kỳ báo cáo “{round}”. Hãy chọn trong danh sách các kỳ.',
    en: 'There is no reporting round “{round}”. Choose one from the list of rounds.',
  },
  'web.fault.no-organisation': {
    vi: 'Không có cơ quan “{organisation}”. Hãy chọn trong danh sách cơ quan.',
    en: 'There is no organisation “{organisation}”. Choose one from the list of organisations.',
  },
  'web.fault.no-job': {
    vi: 'Không có việc này, hoặc việc do người khác yêu cầu. Hãy xem danh sách việc đang chạy.',
    en: 'There is no such job, or it was asked for by somebody else. Look in the list of jobs.',
  },
  'web.fault.no-finding': {
    vi: 'Không có phát hiện {id}, hoặc phát hiện thuộc cơ quan khác.',
    en: 'There is no finding {id}, or it is another organisation’s.',
  },
  'web.fault.no-line': { vi: 'Nhật ký không có dòng {number}.', en: 'The audit has no line {number}.' },
  'web.fault.no-file-left': {
    vi: 'Tệp này đã được xóa; tệp do hệ thống lập chỉ giữ bảy ngày. Hãy yêu cầu lập lại.',
    en: 'This file has been removed; files that jobs made are kept for seven days. Have it made again.',
  },
  'web.fault.jobs-full': {
    vi: 'Đang có quá nhiều việc chờ. Hãy quay lại sau ít phút.',
    en: 'Too many jobs are waiting. Come back in a few minutes.',
  },
  'web.fault.no-evidence': {
    vi: 'Không có tệp minh chứng này, hoặc tệp đã được gỡ. Hãy mở lại báo cáo.',
    en: 'There is no such file, or it was taken back. Open the report again.',
  },
  'web.fault.not-asked': {
    vi: 'Kỳ báo cáo này không giao số liệu {figure} cho cơ quan. Hãy mở lại báo cáo.',
    en: 'This round does not ask {figure} of the office. Open the report again.',
  },
  'web.fault.evidence-too-large': {
    vi: 'Tệp lớn hơn {size} MB. Hãy nén ảnh, giảm độ phân giải bản quét hoặc tách tệp.',
    en: 'The file is larger than {size} MB. Make the pictures smaller, or split it.',
  },
  'web.fault.evidence-not-taken': {
    vi: 'Không nhận tệp “{name}”: chỉ nhận PDF, ảnh PNG hoặc JPEG, Word (.docx) và Excel (.xlsx) không có macro.',
    en: 'The file “{name}” is not taken: only PDF, PNG or JPEG pictures, Word (.docx) and Excel (.xlsx) without macros are.',
  },
  'web.fault.not-open': {
    vi: 'Kỳ {round} chưa mở; mở từ ngày {opens}.',
    en: 'The round {round} is not open yet; it opens on {opens}.',
  },
  'web.fault.nothing-asked': {
    vi: 'Kỳ {round} không giao số liệu nào cho cơ quan {organisation}. Hãy hỏi người lập kế hoạch.',
    en: 'The round {round} asks no figure of {organisation}. Ask the planner.',
  },
  'web.fault.conflict': {
    vi: 'Báo cáo đã đổi sang bản {version} ({state}) bởi {actor} sau khi bạn mở. Hãy mở lại, so sánh rồi làm tiếp; những gì bạn nhập chưa mất.',
    en: 'The report was changed to version {version} ({state}) by {actor} after you opened it. Open it again, compare, and go on; nothing that you entered is lost.',
  },
  'web.fault.shares-changed': {
    vi: '{actor} đã đổi {count} phần giao sau khi bạn mở; chưa ghi gì. Hãy so sánh, rồi gửi lại kèm phiên bản {version}.',
    en: '{actor} changed {count} of these shares after you opened them; nothing was written. Compare, and send again with version {version}.',
  },
  'web.fault.wrong-state': {
    vi: 'Báo cáo đang ở trạng thái {state} nên không thực hiện được “{verb}”.',
    en: 'The report is {state}, so “{verb}” cannot be done to it.',
  },
  'web.fault.own-work': {
    vi: '{actor} đã nhập hoặc gửi báo cáo này nên không được tự “{verb}”. Việc này cần người khác.',
    en: '{actor} entered or submitted this report and may not do “{verb}” to it. Another person must.',
  },
  'web.fault.no-reason': {
    vi: 'Việc này cần ghi lý do.',
    en: 'This needs a reason.',
  },
  'web.fault.not-later': {
    vi: 'Hạn mới phải là một ngày sau hạn cũ. Viết năm-tháng-ngày, ví dụ 2026-04-10.',
    en: 'The new due day must be a day behind the old one. Write year-month-day, for example 2026-04-10.',
  },
  'web.fault.lines-refused': {
    vi: 'Báo cáo còn {count} chỗ phải sửa; chưa ghi gì.',
    en: 'The report has {count} places to correct; nothing was written.',
  },
  'web.fault.bad-body': {
    vi: 'Không đọc được nội dung gửi lên: {detail}',
    en: 'What was sent could not be read: {detail}',
  },
  'web.fault.bad-day': {
    vi: '“{actual}” không phải là một ngày. Cần dạng năm-tháng-ngày, ví dụ 2025-12-31.',
    en: '“{actual}” is not a day. Write year-month-day, for example 2025-12-31.',
  },
  'web.fault.bad-query': {
    vi: 'Không hiểu {name}=“{actual}” trong địa chỉ. Cần: {expected}.',
    en: '{name}=“{actual}” in the address is not understood. Expected: {expected}.',
  },
  'web.fault.bad-moment': {
    vi: '“{actual}” không phải là một thời điểm. Cần một ngày (2025-12-31) hoặc một thời điểm có múi giờ (2025-12-31T17:00:00+07:00).',
    en: '“{actual}” is not a moment. Write a day (2025-12-31) or a moment with its offset (2025-12-31T17:00:00+07:00).',
  },
  'web.fault.bad-form': {
    vi: 'Biểu mẫu gửi lên không đọc được. Hãy mở lại trang và gửi lần nữa.',
    en: 'The form could not be read. Open the page again and send it once more.',
  },
  'web.fault.no-file': {
    vi: 'Chưa chọn tệp. Hãy chọn một tệp rồi gửi lại.',
    en: 'No file was chosen. Choose one and send again.',
  },
  'web.fault.unknown-host': {
    vi: 'Chương trình chỉ trả lời trên máy này (localhost), không trả lời dưới tên “{host}”.',
    en: 'The program answers on this machine only (localhost), not under the name “{host}”.',
  },
  'web.fault.cross-site': {
    vi: 'Yêu cầu thay đổi đến từ một trang khác nên bị từ chối. Hãy mở trang của chương trình và làm lại ở đó.',
    en: 'The change was asked for by another site and refused. Open this program’s own page and do it there.',
  },
  'web.fault.too-large': {
    vi: 'Tệp lớn hơn {size} MB. Hãy bỏ hình ảnh hoặc chia tệp rồi gửi lại.',
    en: 'The file is larger than {size} MB. Take out pictures or divide it, and send it again.',
  },
  'web.fault.not-readable': {
    vi: 'Không đọc được tệp “{name}”.',
    en: 'The file “{name}” could not be read.',
  },
  'web.fault.no-targets': {
    vi: 'Bản thảo không còn chỉ tiêu nào nên không thể công bố. Hãy khôi phục ít nhất một chỉ tiêu.',
    en: 'The draft has no target left, so it cannot be published. Bring back one at least.',
  },
  'web.fault.rows-refused': {
    vi: 'Tệp có {count} chỗ cần sửa; chưa số liệu nào được ghi.',
    en: 'The file has {count} places to correct; nothing was written.',
  },
  'web.fault.nothing-to-undo': {
    vi: 'Không còn chỉnh sửa nào để hoàn tác.',
    en: 'There is no correction left to undo.',
  },
  'web.fault.draft-published': {
    vi: 'Bản thảo này đã được công bố nên không sửa được nữa. Hãy nạp lại văn bản để lập bản thảo mới.',
    en: 'This draft has been published and no longer changes. Load the document again for a new draft.',
  },
  'web.fault.internal': {
    vi: 'Chương trình gặp lỗi khi xử lý yêu cầu; dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại; nếu vẫn lỗi, gửi mã {reference} cho người quản trị.',
    en: 'The program failed on this request; what was stored is not affected. Try again; if it goes on, give the reference {reference} to your administrator.',
  },
} as const satisfies Sentences
