import type { Sentences } from '../sentence.ts'

export const desk = {
  'desk.empty': {
    vi: 'Dòng {line}, cột {column}: để trống. Hãy ghi {expected}.',
    en: 'Line {line}, column {column}: empty. Write its {expected}.',
  },
  'desk.not-an-id': {
    vi: 'Dòng {line}, cột {column}: mã “{actual}” không được có dấu cách, “/” hay “:”.',
    en: 'Line {line}, column {column}: the id "{actual}" may hold no blank, "/" or ":".',
  },
  'desk.twice': {
    vi: 'Dòng {line}, cột {column}: “{actual}” đã có ở dòng {expected}. Hãy giữ một dòng.',
    en: 'Line {line}, column {column}: "{actual}" stands on line {expected} already. Keep one of them.',
  },
  'desk.not-a-kind': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không dùng được. Các từ dùng được: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" cannot be used. These can: {expected}.',
  },
  'desk.unknown-area': {
    vi: 'Dòng {line}, cột {column}: không rõ “{actual}” là đơn vị hành chính nào. Hãy ghi mã, hoặc thêm tên cấp trên; “*” cần cơ quan có địa bàn.',
    en: 'Line {line}, column {column}: it is not clear which area "{actual}" is. Write its id, or add the area it lies in; "*" needs an organisation that has an area.',
  },
  'desk.not-an-address': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải địa chỉ thư điện tử. Ví dụ: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is no e-mail address. For example: {expected}.',
  },
  'desk.unknown-organisation': {
    vi: 'Dòng {line}, cột {column}: không có cơ quan “{actual}”. Gần giống: {expected}.',
    en: 'Line {line}, column {column}: there is no organisation "{actual}". Close to it: {expected}.',
  },
  'desk.circle': {
    vi: 'Dòng {line}, cột {column}: cơ quan trực thuộc vòng tròn ({actual}). Hãy sửa cơ quan cấp trên.',
    en: 'Line {line}, column {column}: the organisations come under each other in a circle ({actual}). Correct the parent.',
  },
  'desk.assigned-twice': {
    vi: 'Dòng {line}: số liệu {actual} đã giao ở dòng {expected}. Mỗi số liệu chỉ có một cơ quan.',
    en: 'Line {line}: the figure {actual} is assigned on line {expected} already. A figure has one organisation.',
  },
  'desk.not-a-number': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải số nguyên trong khoảng {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is no whole number from {expected}.',
  },
  'desk.not-a-rhythm': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải nhịp báo cáo. Các từ dùng được: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is no rhythm of reporting. These are: {expected}.',
  },
  'desk.not-a-level': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải cấp hành chính. Các cấp: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is no level of territory. These are: {expected}.',
  },
  'desk.not-a-due-day': {
    vi: 'Dòng {line}, cột {column}: không hiểu hạn “{actual}”. Viết như: {expected}.',
    en: 'Line {line}, column {column}: the due day "{actual}" is not understood. Write it like: {expected}.',
  },
  'desk.not-asked': {
    vi: 'Dòng {line}: {actual} không thuộc kỳ báo cáo này hoặc không giao cho cơ quan này.',
    en: 'Line {line}: {actual} is not asked of this office in this round.',
  },
  'desk.line-twice': {
    vi: 'Dòng {line}: số liệu này đã có ở dòng {expected}. Hãy giữ một dòng.',
    en: 'Line {line}: this figure stands on line {expected} already. Keep one of them.',
  },
  'desk.value-or-reason': {
    vi: 'Dòng {line}: phải có giá trị, hoặc một lý do không có: {expected}.',
    en: 'Line {line}: give either a value or a reason why there is none: {expected}.',
  },
  'desk.too-many-decimals': {
    vi: 'Dòng {line}, cột {column}: “{actual}” có nhiều hơn {expected} chữ số thập phân. Nếu Excel đã đọc dấu chấm hàng nghìn thành dấu thập phân thì gõ lại số liền, không dấu chấm.',
    en: 'Line {line}, column {column}: “{actual}” has more than {expected} decimals. If Excel took a point between thousands for a decimal point, type the number without points.',
  },
  'desk.below-zero': {
    vi: 'Dòng {line}: {actual} nhỏ hơn 0, chỉ số này không thể âm.',
    en: 'Line {line}: {actual} is below zero, which this indicator can never be.',
  },
  'desk.line-missing': {
    vi: 'Còn thiếu {actual}. Hãy ghi số, hoặc lý do chưa có.',
    en: '{actual} is missing. Give its figure, or the reason why there is none.',
  },
  'desk.line-dropped': {
    vi: '{actual} đã công bố nên không bỏ được. Hãy ghi số mới, hoặc lý do không có.',
    en: '{actual} was published and cannot be left out. Give its new figure, or the reason why there is none.',
  },
  'desk.template-columns': {
    vi: 'Biểu mẫu đã mất cột “Kỳ này” hoặc “Ghi chú”, nên không biết số nào là số của kỳ này. Hãy tải lại biểu mẫu và chỉ điền hai cột đó.',
    en: 'The template has lost the column of this period or of remarks, so no figure can be told to be of this period. Download it again and fill in these two columns only.',
  },
  'desk.titled-otherwise': {
    vi: '“{column}”: tiêu đề ghi kỳ {actual}, còn báo cáo này là của kỳ {expected}. Hãy chọn đúng tệp, hoặc sửa tiêu đề.',
    en: '“{column}” says in its title that it is of {actual}, but this report is of {expected}. Choose the right file, or correct the title.',
  },
  'desk.only-other-periods': {
    vi: 'Trong tệp chỉ có số liệu của kỳ {actual}, không có số nào của kỳ {expected}.',
    en: 'The file only holds figures of {actual}, none of {expected}.',
  },
  'desk.other-period': {
    vi: 'Dòng {line}, cột {column}: kỳ {actual} không phải kỳ của đợt báo cáo này ({expected}).',
    en: 'Line {line}, column {column}: the period {actual} is not that of this round ({expected}).',
  },
  'desk.other-report': {
    vi: 'Tệp này là biểu mẫu của báo cáo khác ({actual}), không phải của báo cáo đang mở ({expected}). Hãy tải đúng biểu mẫu.',
    en: 'The file is the workbook of another report ({actual}), not of this one ({expected}). Take the right one.',
  },
  'cli.about-organisation': {
    vi: 'Cơ quan: nạp (load), danh sách (list), giao số liệu (assign), số liệu chưa có người phụ trách (gaps).',
    en: 'Organisations: loads them (load), lists them (list), assigns figures (assign), shows figures that are nobody’s (gaps).',
  },
  'cli.about-round': {
    vi: 'Kỳ báo cáo: nạp lịch (load), ngày nghỉ (calendar), danh sách (list), ai chậm (status), gia hạn (extend), nhắc việc (notify).',
    en: 'Reporting rounds: loads schedules (load), days off (calendar), lists rounds (list), who is late (status), puts a due day off (extend), reminds (notify).',
  },
  'cli.about-desk': {
    vi: 'Báo cáo của một cơ quan: xem (show), lưu (save), gửi, rút, duyệt, trả lại, công bố, đính chính.',
    en: 'The report of an office: shows it (show), saves it (save), submits, recalls, approves, returns, publishes, revises it.',
  },
  'desk.saved': { vi: 'Đã lưu {count} mục thay đổi.', en: '{count} changes were saved.' },
  'desk.nothing-new': { vi: 'Không có gì thay đổi.', en: 'Nothing changed.' },
  'desk.no-rounds': {
    vi: 'Chưa có kỳ báo cáo nào mở. Nạp lịch bằng: cotmoc round load TỆP.csv',
    en: 'No round has opened. Load schedules with: cotmoc round load FILE.csv',
  },
  'desk.no-gaps': {
    vi: 'Mọi số liệu của các kỳ đang mở đều có người phụ trách và người thay.',
    en: 'Every figure of the open rounds has an owner and a deputy.',
  },
  'desk.gap-owner': { vi: '{figure}: chưa giao cho ai', en: '{figure}: nobody’s' },
  'desk.gap-deputy': { vi: '{figure}: chưa có người thay', en: '{figure}: no deputy' },
  'desk.state-not-begun': { vi: 'chưa làm', en: 'not begun' },
  'desk.state-draft': { vi: 'bản nháp', en: 'draft' },
  'desk.state-submitted': { vi: 'đã gửi', en: 'submitted' },
  'desk.state-approved': { vi: 'đã duyệt', en: 'approved' },
  'desk.state-returned': { vi: 'bị trả lại', en: 'returned' },
  'desk.state-published': { vi: 'đã công bố', en: 'published' },
  'desk.standing': {
    vi: '{round}  hạn {due}  {office}: {state}, {asked} số liệu{late}',
    en: '{round}  due {due}  {office}: {state}, {asked} figures{late}',
  },
  'desk.days-late': { vi: ', chậm {days} ngày làm việc', en: ', {days} working days late' },
  'desk.nobody': { vi: '(chưa giao)', en: '(nobody’s)' },
  'desk.rate': {
    vi: '{office}: {asked} số liệu, đúng hạn {onTime}, chậm {late}, thiếu {missing}',
    en: '{office}: {asked} figures, {onTime} on time, {late} late, {missing} missing',
  },
  'desk.report': {
    vi: '{round}, {office}: {state}, bản {version}, {lines} số liệu',
    en: '{round}, {office}: {state}, version {version}, {lines} figures',
  },
  'desk.no-member': {
    vi: '“{email}” không phải thành viên. Hãy ghi --as với thư điện tử của một tài khoản.',
    en: '"{email}" is no member. Give --as the address of an account.',
  },
  'desk.extended': { vi: 'Kỳ {round}: hạn mới {due}.', en: 'Round {round}: now due on {due}.' },
  'desk.told': { vi: 'Đã ghi {count} thông báo mới.', en: '{count} new notices were kept.' },
  'desk.mailed': {
    vi: 'Đã gửi thư cho {sent} người; {failed} người chưa gửi được.',
    en: '{sent} people were written to; {failed} could not be.',
  },
  'desk.mail-failed': {
    vi: 'Không gửi được cho {recipient}: {detail}',
    en: '{recipient} could not be written to: {detail}',
  },
  'desk.mail-subject': { vi: 'Cột Mốc: {count} việc về báo cáo số liệu', en: 'Cột Mốc: {count} notices about reports' },
  'desk.mail-foot': {
    vi: 'Thư gửi tự động theo phân công số liệu. Nếu không phải việc của bạn, hãy báo người lập kế hoạch.',
    en: 'Sent by the program to those whose figures these are. If they are not yours, tell the planner.',
  },
  'desk.no-mail': {
    vi: 'Muốn gửi thư, hãy đặt COTMOC_SMTP (smtp://máy-chủ:cổng) và COTMOC_MAIL_FROM.',
    en: 'To send mail, set COTMOC_SMTP (smtp://host:port) and COTMOC_MAIL_FROM.',
  },
  'desk.notice-opened': {
    vi: '{office}: kỳ “{round}” đã mở, {asked} số liệu, hạn {due}.',
    en: '{office}: the round "{round}" has opened, {asked} figures, due on {due}.',
  },
  'desk.notice-reminder': {
    vi: '{office}: nhắc kỳ “{round}”, {asked} số liệu, hạn {due}.',
    en: '{office}: a reminder of the round "{round}", {asked} figures, due on {due}.',
  },
  'desk.notice-due-today': {
    vi: '{office}: hôm nay {due} là hạn của kỳ “{round}”, {asked} số liệu.',
    en: '{office}: the round "{round}" is due today, {due}: {asked} figures.',
  },
  'desk.notice-late': {
    vi: '{office}: kỳ “{round}” đã quá hạn {due}, chậm {days} ngày làm việc.',
    en: '{office}: the round "{round}" was due on {due}, {days} working days ago.',
  },
  'desk.notice-to-head': {
    vi: 'Kính gửi thủ trưởng {office}: kỳ “{round}” quá hạn {due}, chậm {days} ngày làm việc, {asked} số liệu.',
    en: 'To the head of {office}: the round "{round}" was due on {due}, {days} working days ago: {asked} figures.',
  },
  'desk.notice-to-planner': {
    vi: '{office} chưa gửi kỳ “{round}”, hạn {due}, chậm {days} ngày làm việc, {asked} số liệu.',
    en: '{office} has not reported "{round}", due on {due}, {days} working days ago: {asked} figures.',
  },
  'desk.notice-submitted': {
    vi: '{office}: {actor} đã gửi báo cáo, chờ duyệt.',
    en: '{office}: {actor} submitted the report, it waits for approval.',
  },
  'desk.notice-returned': {
    vi: '{office}: {actor} trả lại báo cáo. Lý do: {reason}',
    en: '{office}: {actor} returned the report. The reason: {reason}',
  },
  'desk.notice-approved': {
    vi: '{office}: {actor} đã duyệt báo cáo, chờ công bố.',
    en: '{office}: {actor} approved the report, it waits for publication.',
  },
  'desk.notice-published': {
    vi: '{office}: số liệu đã được {actor} công bố.',
    en: '{office}: the figures were published by {actor}.',
  },
  'desk.notice-revised': {
    vi: '{office}: {actor} yêu cầu đính chính số liệu đã công bố. Lý do: {reason}',
    en: '{office}: {actor} asks for a revision of published figures. The reason: {reason}',
  },
  'desk.notice-finding-recorded': {
    vi: '{office}: phát hiện kiểm tra {finding} về “{about}”, hạn trả lời {due}.',
    en: '{office}: the finding {finding} about "{about}", an answer is due on {due}.',
  },
  'desk.notice-finding-due': {
    vi: '{office}: phát hiện kiểm tra {finding} về “{about}” phải trả lời trước hết ngày {due}, còn {days} ngày làm việc.',
    en: '{office}: the finding {finding} about "{about}" is to be answered by {due}: {days} working days left.',
  },
  'desk.notice-finding-late': {
    vi: '{office} chưa trả lời phát hiện kiểm tra {finding} về “{about}”, hạn {due}, chậm {days} ngày làm việc.',
    en: '{office} has not answered the finding {finding} about "{about}", due on {due}, {days} working days ago.',
  },
  'desk.notice-finding-answered': {
    vi: '{office} đã trả lời phát hiện kiểm tra {finding} về “{about}”, chờ kết luận.',
    en: '{office} answered the finding {finding} about "{about}"; it waits for a conclusion.',
  },
  'desk.notice-finding-refused': {
    vi: '{office}: {actor} yêu cầu trả lời lại phát hiện {finding} về “{about}”. Lý do: {reason}',
    en: '{office}: {actor} asks again about the finding {finding} about "{about}". The reason: {reason}',
  },
  'desk.notice-finding-closed': {
    vi: '{office}: {actor} đã kết thúc phát hiện {finding} về “{about}”. Kết luận: {reason}',
    en: '{office}: {actor} closed the finding {finding} about "{about}". The conclusion: {reason}',
  },
  'desk.notice-finding-reopened': {
    vi: '{office}: {actor} mở lại phát hiện {finding} về “{about}”. Lý do: {reason}',
    en: '{office}: {actor} opened the finding {finding} about "{about}" again. The reason: {reason}',
  },
  'desk.has-under': {
    vi: 'Còn đơn vị trực thuộc ({actual}). Hãy chuyển các đơn vị đó trước.',
    en: 'Others come under it ({actual}). Move them first.',
  },
  'desk.has-figures': {
    vi: 'Còn {actual} số liệu được giao. Hãy giao cho cơ quan khác trước.',
    en: 'It has {actual} figures. Assign them to another organisation first.',
  },
  'desk.extension-no-reason': { vi: 'Hãy ghi lý do gia hạn.', en: 'Say why the day is put off.' },
  'desk.extension-not-later': {
    vi: 'Hạn mới phải muộn hơn hạn ban đầu.',
    en: 'The new day must be later than the first one.',
  },
} as const satisfies Sentences
