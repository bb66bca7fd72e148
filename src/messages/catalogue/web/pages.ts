import type { Sentences } from '../../sentence.ts'

/** The frame of every page, the document, the figures, the help. */
export const webPages = {
  'web.skip': { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  'web.other-language': { vi: 'English', en: 'Tiếng Việt' },
  'web.nav.label': { vi: 'Các trang chính', en: 'Main pages' },
  'web.nav.scoreboard': { vi: 'Bảng điểm', en: 'Scoreboard' },
  'web.nav.documents': { vi: 'Văn bản', en: 'Documents' },
  'web.nav.figures': { vi: 'Số liệu', en: 'Figures' },
  'web.nav.desk': { vi: 'Bàn làm việc', en: 'Desk' },
  'web.nav.about': { vi: 'Trợ giúp', en: 'Help' },

  'web.plans.title': { vi: 'Các kế hoạch', en: 'Plans' },
  'web.plans.plan': { vi: 'Kế hoạch', en: 'Plan' },
  'web.plans.none': {
    vi: 'Chưa có kế hoạch nào. Hãy nạp một văn bản: chương trình đọc các chỉ tiêu và lập bản thảo để đồng chí kiểm tra, chỉnh sửa.',
    en: 'There is no plan yet. Load a document: its targets are read into a draft that you check and correct.',
  },

  'web.documents.busy': { vi: 'Đang đọc văn bản …', en: 'Reading the document …' },
  'web.figures.busy': { vi: 'Đang kiểm tra và nạp số liệu …', en: 'Checking and taking the figures …' },
  'web.documents.title': { vi: 'Văn bản', en: 'Documents' },
  'web.documents.load': { vi: 'Nạp văn bản', en: 'Load a document' },
  'web.documents.file': { vi: 'Tệp văn bản', en: 'Document file' },
  'web.documents.about': {
    vi: 'Tệp Word (.docx), PDF có lớp chữ, Markdown, HTML hoặc văn bản thuần; tối đa {size} MB. Không phần nào trong tệp được thực thi.',
    en: 'Word (.docx), PDF with a text layer, Markdown, HTML or plain text; up to {size} MB. Nothing in the file is ever executed.',
  },
  'web.documents.read': { vi: 'Đọc văn bản', en: 'Read it' },
  'web.documents.none': { vi: 'Chưa nạp văn bản nào.', en: 'No document has been loaded yet.' },
  'web.documents.name': { vi: 'Tên', en: 'Name' },
  'web.documents.loaded': { vi: 'Nạp ngày', en: 'Loaded on' },
  'web.documents.state': { vi: 'Bản thảo', en: 'Draft' },
  'web.documents.open': { vi: 'Mở văn bản', en: 'Open the document' },

  'web.document.sections': { vi: 'Mục lục', en: 'Sections' },
  'web.document.counts': {
    vi: '{targets} chỉ tiêu, {figures} con số, {tasks} nhiệm vụ, {checks} phép tính được kiểm tra',
    en: '{targets} targets, {figures} figures, {tasks} tasks, {checks} relations recomputed',
  },
  'web.document.legend': {
    vi: 'Nền vàng: chỉ tiêu. Gạch chân: con số. Bấm vào để xem đã hiểu thế nào.',
    en: 'Shaded: a target. Underlined: a figure. Follow one to see how it was understood.',
  },
  'web.document.continues': { vi: 'Các mục con', en: 'Subsections' },
  'web.document.previous': { vi: 'Mục trước', en: 'Previous section' },
  'web.document.next': { vi: 'Mục sau', en: 'Next section' },
  'web.document.messages': { vi: 'Khi đọc văn bản', en: 'While reading' },
  'web.document.draft': { vi: 'Bản thảo kế hoạch từ văn bản này', en: 'The draft plan from this document' },
  'web.document.scoreboard': { vi: 'Bảng điểm của kế hoạch này', en: 'The scoreboard of this plan' },

  'web.figures.title': { vi: 'Số liệu', en: 'Figures' },
  'web.figures.import': { vi: 'Nhập số liệu từ tệp', en: 'Import figures from a file' },
  'web.figures.file': { vi: 'Tệp CSV hoặc Excel (.xlsx)', en: 'CSV or Excel file (.xlsx)' },
  'web.figures.locale': { vi: 'Cách viết số trong tệp', en: 'How the file writes numbers' },
  'web.figures.locale-vi': { vi: '1.234,5 (Việt Nam)', en: '1.234,5 (Vietnamese)' },
  'web.figures.locale-plain': { vi: '1234.5 (thuần)', en: '1234.5 (plain)' },
  'web.figures.about': {
    vi: 'Biểu của cơ quan (mỗi năm một cột, mỗi xã một dòng hoặc ngược lại) được tự đoán bố cục; bảng dạng dài có các cột indicator, area, period, value, status, note. Tệp được nhận toàn bộ hoặc không nhận dòng nào; dòng bị từ chối được nêu rõ.',
    en: 'The layout of an office’s own form (a year a column, a commune a row, or the other way round) is guessed; a long table has the columns indicator, area, period, value, status, note. A file is taken whole or not at all; every refused row is named.',
  },
  'web.figures.send': { vi: 'Nhập', en: 'Import' },
  'web.figures.taken': {
    vi: 'Đã nhận {added} số liệu mới; {unchanged} số liệu đã có từ trước, giữ nguyên.',
    en: '{added} new figures were taken; {unchanged} were known already.',
  },
  'web.figures.refused': {
    vi: 'Tệp chưa được nhận: {count} chỗ cần sửa. Chưa số liệu nào được ghi.',
    en: 'The file was not taken: {count} places need correcting. Nothing was written.',
  },
  'web.figures.line': { vi: 'Dòng', en: 'Line' },
  'web.figures.column': { vi: 'Cột', en: 'Column' },
  'web.figures.actual': { vi: 'Trong tệp', en: 'In the file' },
  'web.figures.expected': { vi: 'Cần là', en: 'Expected' },
  'web.figures.what': { vi: 'Vấn đề', en: 'What is wrong' },
  'web.figures.download': { vi: 'Tải xuống', en: 'Download' },
  'web.figures.csv': { vi: 'Số liệu (CSV)', en: 'Figures (CSV)' },
  'web.figures.xlsx': { vi: 'Số liệu (Excel)', en: 'Figures (Excel)' },
  'web.figures.mapping': {
    vi: 'Đã đọc trang “{sheet}”, dòng {lines}, như sau',
    en: 'The sheet "{sheet}", lines {lines}, was read like this',
  },
  'web.figures.head': { vi: 'Tiêu đề cột', en: 'Head' },
  'web.figures.read-as': { vi: 'Hiểu là', en: 'Read as' },
  'web.figures.role-skip': { vi: 'bỏ qua', en: 'left out' },
  'web.figures.role-indicator': { vi: 'chỉ số', en: 'indicator' },
  'web.figures.role-area': { vi: 'đơn vị hành chính', en: 'area' },
  'web.figures.role-period': { vi: 'kỳ', en: 'period' },
  'web.figures.role-unit': { vi: 'đơn vị tính', en: 'unit' },
  'web.figures.role-note': { vi: 'ghi chú', en: 'note' },
  'web.figures.role-value': { vi: 'giá trị', en: 'value' },
  'web.figures.json': { vi: 'Số liệu (JSON)', en: 'Figures (JSON)' },
  'web.figures.evaluation': { vi: 'Kết quả đánh giá (JSON)', en: 'Judgements (JSON)' },
  'web.figures.plan': { vi: 'Kế hoạch (JSON)', en: 'Plan (JSON)' },
  'web.figures.api': { vi: 'Mô tả giao diện dữ liệu (OpenAPI)', en: 'Description of the data interface (OpenAPI)' },
  'web.figures.all': { vi: 'Chỉ số của kế hoạch', en: 'Indicators of the plan' },
  'web.figures.code': { vi: 'Mã', en: 'Code' },
  'web.figures.name': { vi: 'Chỉ số', en: 'Indicator' },
  'web.figures.count': { vi: 'Số liệu', en: 'Figures' },
  'web.figures.decimals': { vi: 'Số chữ số thập phân', en: 'Decimals' },

  'web.about.title': { vi: 'Trợ giúp: cách đánh giá và thuật ngữ', en: 'Help: how targets are judged, and words' },
  'web.about.statuses': { vi: 'Tám tình trạng', en: 'Eight statuses' },
  'web.about.exceeded': {
    vi: 'Đến hạn và tốt hơn mức cam kết; với chỉ tiêu nhiều mức, mọi mức đều đạt và ít nhất một mức vượt.',
    en: 'Due, and beyond what was promised; with several measures all are met and one at least is exceeded.',
  },
  'web.about.met': {
    vi: 'Đến hạn và giá trị nằm đúng mức cam kết, hoặc kết quả đã chắc chắn dù các kỳ còn lại thế nào.',
    en: 'Due, and the value holds the bound; or it is certain whatever the remaining periods bring.',
  },
  'web.about.onTrack': {
    vi: 'Chưa đến hạn, nhưng số liệu mới nhất theo kịp lộ trình, hoặc giữ nhịp gần nhất thì sẽ đạt.',
    en: 'Not yet due, but the latest figure holds the path, or the last pace, kept up, gets there.',
  },
  'web.about.atRisk': {
    vi: 'Chưa đến hạn, chậm so với lộ trình và nhịp gần nhất không đủ để đạt.',
    en: 'Not yet due, behind the path, and the last pace is not enough.',
  },
  'web.about.missed': {
    vi: 'Đến hạn mà chưa đạt, hoặc chắc chắn không thể đạt nữa.',
    en: 'Due and not reached, or certain not to be reached.',
  },
  'web.about.notDue': {
    vi: 'Chưa đến hạn và chưa thể có số liệu để nhận định.',
    en: 'Not yet due, and no figure could be there yet.',
  },
  'web.about.noData': {
    vi: 'Lẽ ra đã có số liệu nhưng chưa có. Thiếu số liệu không có nghĩa là bằng 0.',
    en: 'A figure should be there and is not. Missing is not zero.',
  },
  'web.about.notComputable': {
    vi: 'Có số liệu nhưng không tính được: đơn vị không quy đổi được, số gốc bằng 0, hoặc chưa gắn chỉ số.',
    en: 'Figures are there but nothing can be computed: units do not convert, the base is zero, or no indicator is tied to it.',
  },
  'web.about.rules': { vi: 'Quy tắc', en: 'Rules' },
  'web.about.rule-worst': {
    vi: 'Tình trạng của một chỉ tiêu là tình trạng xấu nhất trong các mức cam kết của nó.',
    en: 'A target stands as the worst of its measures.',
  },
  'web.about.rule-path': {
    vi: 'Lộ trình là đường thẳng từ mức gốc (số liệu cuối cùng trước giai đoạn) đến mức cam kết; với tăng trưởng bình quân, là đường tăng đều theo tỷ lệ.',
    en: 'The path is a straight line from the baseline (the last figure before the term) to the bound; for an average growth it grows at one rate.',
  },
  'web.about.rule-projection': {
    vi: 'Dự báo kéo dài nhịp thay đổi giữa hai số liệu gần nhất; dự báo không bao giờ được lưu như số liệu.',
    en: 'A projection extends the pace between the two latest figures; it is never stored as a figure.',
  },
  'web.about.rule-exact': {
    vi: 'Mọi so sánh dùng giá trị chính xác; làm tròn chỉ để hiển thị, và trang nói rõ khi số làm tròn che mất kết luận.',
    en: 'Every comparison is made on exact values; rounding is for show only, and a page says where it hides the answer.',
  },
  'web.about.rule-times': {
    vi: 'Mỗi số liệu nói về một kỳ và được ghi nhận vào một lúc. Ngày đánh giá chọn kỳ nào đã qua; ngày ghi nhận chọn khi đó đã biết gì.',
    en: 'Every figure speaks of a period and was learnt at a moment. The day judged says which periods are over; the moment of knowledge says what was known by then.',
  },
  'web.about.rule-sources': {
    vi: 'Khi các nguồn khác nhau, một thứ tự ưu tiên đã công bố chọn một nguồn và chênh lệch được nêu ra.',
    en: 'Where sources differ, a stated precedence picks one and the difference is shown.',
  },
  'web.about.local': {
    vi: 'Ai cũng xem được những gì đã công bố, không cần tài khoản. Thay đổi cần tài khoản được mời, và thay đổi nào cũng được ghi vào nhật ký.',
    en: 'Everybody may read what is published, without an account. A change needs an account by invitation, and every change is a line of the audit.',
  },
} as const satisfies Sentences
