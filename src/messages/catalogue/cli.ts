import type { Sentences } from '../sentence.ts'

export const cli = {
  'cli.usage': { vi: 'Cách gọi: {usage}', en: 'Usage: {usage}' },
  'cli.unknown': {
    vi: 'Không có lệnh “{name}”. Các lệnh: {known}.',
    en: 'There is no command "{name}". The commands are: {known}.',
  },
  'cli.no-file': {
    vi: 'Không đọc được tệp “{path}”. Hãy xem đường dẫn có đúng không và bạn có quyền đọc hay không.',
    en: 'The file "{path}" cannot be read. See whether the path is right and whether you may read it.',
  },
  'cli.file-too-large': {
    vi: 'Tệp “{path}” nặng {size} MB, quá mức {most} MB. Hãy bỏ ảnh trong tệp hoặc tách tệp rồi thử lại.',
    en: 'The file "{path}" has {size} MB, more than the {most} MB that are taken. Take the pictures out or split it, then try again.',
  },
  'cli.about-read': {
    vi: 'Đọc văn bản (.md .txt .html .docx .pdf): mục, chỉ tiêu, số liệu, nhiệm vụ.',
    en: 'Reads a document (.md .txt .html .docx .pdf): sections, targets, figures, tasks.',
  },
  'cli.about-check': {
    vi: 'Tính lại các phép tính mà văn bản tự nêu; với --strict, sai thì thoát với mã 1.',
    en: "Recomputes the document's own arithmetic; with --strict, exits with 1 where it is wrong.",
  },
  'cli.coherence': {
    vi: 'Kế hoạch có tự khớp không:',
    en: 'What the plan’s own numbers say about it:',
  },
  'cli.early-warning': {
    vi: 'Cảnh báo sớm, căng nhất trước:',
    en: 'Early warning, the most strained first:',
  },
  'cli.about-evaluate': {
    vi: 'Đánh giá mọi chỉ tiêu của kế hoạch vào một ngày, theo những gì đã biết tới một thời điểm.',
    en: 'Judges every target of a plan on a day, by what was known at a moment.',
  },
  'cli.about-import': {
    vi: 'Nhận số liệu từ tệp CSV hoặc Excel, bố cục nào cũng được: cả tệp hoặc không dòng nào.',
    en: 'Takes figures from a CSV or Excel file of any layout: the whole file or none of it.',
  },
  'cli.about-territory': {
    vi: 'Đơn vị hành chính: nạp (load), xem bản đồ một ngày (show), tính lại số liệu theo địa giới khác (recast).',
    en: 'Administrative units: loads them (load), shows the map of a day (show), recasts figures to other bounds (recast).',
  },
  'cli.territory-loaded': {
    vi: 'Đã nạp {areas} đơn vị và {events} đợt sắp xếp.',
    en: '{areas} areas and {events} reorganisations were loaded.',
  },
  'cli.territory-known': {
    vi: 'Không có gì mới: {areas} đơn vị và {events} đợt sắp xếp này đã có.',
    en: 'Nothing is new: these {areas} areas and {events} reorganisations were known.',
  },
  'cli.about-rule': {
    vi: 'Quy tắc kiểm tra số liệu: nạp từ JSON (load), danh sách (list).',
    en: 'Rules that figures are held against: loads them from JSON (load), lists them (list).',
  },
  'cli.about-indicator': {
    vi: 'Chỉ số của kế hoạch: danh sách (list), kiểm một tệp (check), phép tính của số liệu theo công thức (explain).',
    en: 'Indicators of a plan: lists them (list), checks a file of them (check), shows the arithmetic of a formula (explain).',
  },
  'cli.no-formula': {
    vi: 'Chỉ số “{code}” không có công thức hoặc không có số liệu để tính.',
    en: 'The indicator "{code}" has no formula, or no figures to compute it from.',
  },
  'cli.indicators-hold': { vi: '{count} chỉ số, không có lỗi.', en: '{count} indicators, no fault.' },
  'cli.total': { vi: 'Tổng', en: 'Total' },
  'cli.about-export': {
    vi: 'Xuất số liệu ra CSV hoặc Excel (theo đuôi tệp).',
    en: 'Writes the figures as CSV or Excel, as the file’s ending says.',
  },
  'cli.bad-mapping': {
    vi: 'Bảng ánh xạ “{path}” không dùng được: {detail}',
    en: 'The mapping "{path}" cannot be used: {detail}',
  },
  'cli.reading-share': { vi: 'Đang đọc … {share}%', en: 'Reading … {share}%' },
  'cli.mapped': {
    vi: 'Trang “{sheet}”: dòng {lines}; {columns}.',
    en: 'Sheet "{sheet}": lines {lines}; {columns}.',
  },
  'cli.about-serve': { vi: 'Mở các trang trên máy này.', en: 'Serves the pages on this machine.' },
  'cli.about-db': {
    vi: 'Nâng kho số liệu lên bản của chương trình.',
    en: "Brings the store up to the program's version.",
  },
  'cli.migrated': { vi: 'Kho số liệu đã ở bản mới nhất.', en: 'The store is up to date.' },
  'cli.not-a-day': {
    vi: '{name}: “{value}” không phải ngày. Viết như 2025-12-31.',
    en: '{name}: "{value}" is not a day. Write it like 2025-12-31.',
  },
  'cli.not-a-moment': {
    vi: '--as-of: “{value}” không phải thời điểm. Viết như 2025-12-31 hoặc 2025-12-31T17:00:00+07:00.',
    en: '--as-of: "{value}" is not a moment. Write it like 2025-12-31 or 2025-12-31T17:00:00+07:00.',
  },
  'cli.not-a-port': {
    vi: 'Cổng “{value}” không dùng được. Hãy chọn số từ 0 đến 65535.',
    en: 'The port "{value}" cannot be used. Choose a number from 0 to 65535.',
  },
  'cli.port-taken': {
    vi: 'Cổng {port} đang có chương trình khác dùng. Hãy đặt PORT bằng một số khác.',
    en: 'Port {port} is taken by another program. Set PORT to another number.',
  },
  'cli.cannot-listen': {
    vi: 'Không mở được cổng {port} trên {host} ({code}).',
    en: 'Port {port} on {host} cannot be opened ({code}).',
  },
  'cli.needs-url': {
    vi: 'Muốn nghe ở {host}, hãy đặt COTMOC_URL là địa chỉ mọi người dùng (https://… sau máy chủ proxy): cookie và đường dẫn mời cần nó.',
    en: 'To listen on {host}, set COTMOC_URL to the address that people use (https://… behind a proxy): cookies and invitations need it.',
  },
  'cli.not-a-url': {
    vi: 'COTMOC_URL “{value}” không phải địa chỉ. Ví dụ: https://kehoach.langson.gov.vn',
    en: 'COTMOC_URL "{value}" is no address. For example: https://kehoach.langson.gov.vn',
  },
  'cli.setup-link': {
    vi: 'Chưa có quản trị viên. Đường dẫn dùng một lần trong 24 giờ để tạo: {link}',
    en: 'There is no administrator yet. This link makes one, once, within 24 hours: {link}',
  },
  'cli.about-member': {
    vi: 'Thành viên: mời (invite), đặt lại mật khẩu (reset), danh sách (list). In ra đường dẫn dùng một lần.',
    en: 'Members: invite one (invite), reset a password (reset), list them (list). Prints a one-time link.',
  },
  'cli.member-refused': {
    vi: 'Không làm được: thư điện tử hoặc vai trò không đúng. Vai trò: {roles}.',
    en: 'Not done: the address or the role is wrong. The roles are: {roles}.',
  },
  'cli.listening': {
    vi: 'Chương trình chỉ nhận kết nối từ chính máy này; muốn mở cho mọi người, hãy đặt COTMOC_URL. Nhấn Ctrl+C để dừng.',
    en: 'Only this machine is served; to serve others set COTMOC_URL. Press Ctrl+C to stop.',
  },
  'cli.store-newer': {
    vi: 'Kho {where} do bản mới hơn của chương trình ghi ({detail}). Hãy dùng bản mới hơn; kho chưa bị thay đổi.',
    en: 'The store {where} was written by a newer version of the program ({detail}). Use that version; nothing was changed.',
  },
  'cli.store-failed': {
    vi: 'Không nâng được kho {where}: {detail}. Kho chưa bị thay đổi.',
    en: 'The store {where} could not be brought up to date: {detail}. Nothing was changed.',
  },
  'cli.store-unreachable': {
    vi: 'Không mở được kho {where}: {detail}. Hãy xem thư mục có ghi được không, hoặc DATABASE_URL có đúng không.',
    en: 'The store {where} cannot be opened: {detail}. See whether the folder can be written, or whether DATABASE_URL is right.',
  },
  'cli.no-plan': {
    vi: 'Kho chưa có kế hoạch nào. Hãy chạy npm start rồi nạp văn bản.',
    en: 'The store holds no plan. Run npm start and load a document.',
  },
  'cli.which-plan': {
    vi: 'Kho có nhiều kế hoạch: {known}. Hãy chọn bằng --plan.',
    en: 'The store holds several plans: {known}. Choose one with --plan.',
  },
  'cli.no-such-plan': {
    vi: 'Không có kế hoạch “{plan}”. Các kế hoạch: {known}.',
    en: 'There is no plan "{plan}". The plans are: {known}.',
  },
  'cli.example-loaded': {
    vi: 'Đã nạp kế hoạch ví dụ: Lạng Sơn 2020 - 2025.',
    en: 'The example plan was loaded: Lạng Sơn 2020-2025.',
  },
  'cli.imported': {
    vi: 'Đã nhận {added} số liệu mới; {unchanged} số liệu không đổi.',
    en: '{added} figures were taken; {unchanged} were known already.',
  },
  'cli.import-refused': {
    vi: 'Không nhận dòng nào của tệp: có {count} chỗ sai.',
    en: 'Nothing of the file was taken: {count} places are wrong.',
  },
  'cli.scope-task': { vi: 'Trong nhiệm vụ, giải pháp', en: 'Among tasks and solutions' },
  'cli.scope-forecast': { vi: 'Dự báo', en: 'Forecasts' },
  'cli.no-group': { vi: 'Chỉ tiêu', en: 'Targets' },
  'cli.claim-wrong': { vi: 'SAI:', en: 'WRONG:' },
  'cli.claims': {
    vi: 'Đúng {holds}, sai {wrong}, không kiểm được {open}.',
    en: '{holds} hold, {wrong} wrong, {open} cannot be verified.',
  },
} as const satisfies Sentences
