import type { Sentences } from '../sentence.ts'

export const exchange = {
  'exchange.excel-old': {
    vi: '“{actual}” là tệp Excel đời cũ (.xls). Hãy mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx.',
    en: '"{actual}" is an old Excel file (.xls). Open it in Excel or LibreOffice and save it as .xlsx.',
  },
  'exchange.excel-encrypted': {
    vi: '“{actual}” có mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.',
    en: '"{actual}" has a password. Take the password off and save it again.',
  },
  'exchange.excel-macros': {
    vi: '“{actual}” chứa macro. Hãy lưu thành .xlsx (không macro); macro không bao giờ được chạy.',
    en: '"{actual}" holds macros. Save it as .xlsx, without them; macros are never run.',
  },
  'exchange.excel-not-excel': {
    vi: '“{actual}” không phải tệp Excel .xlsx. Hãy kiểm tra lại tệp, hoặc lưu thành .xlsx hay .csv.',
    en: '"{actual}" is no Excel file (.xlsx). Check the file, or save it as .xlsx or .csv.',
  },
  'exchange.excel-too-large': {
    vi: 'Tệp quá lớn ({actual}). Hãy bỏ ảnh và trang tính thừa, hoặc lưu số liệu thành .csv.',
    en: 'The file is too large ({actual}). Take out pictures and sheets that are not needed, or save the figures as .csv.',
  },
  'exchange.excel-broken': {
    vi: '“{actual}” bị hỏng nên không đọc được. Hãy mở bằng Excel, lưu lại rồi thử lần nữa.',
    en: '"{actual}" is damaged and cannot be read. Open it in Excel, save it again and try once more.',
  },
  'exchange.form-too-large': {
    vi: 'Biểu CSV nặng {actual} MB, quá lớn để đoán bố cục. Hãy chuyển sang dạng dài: indicator,area,period,value,status,note.',
    en: 'The CSV form has {actual} MB, too much to guess its layout. Use the long form: indicator,area,period,value,status,note.',
  },
  'exchange.form-too-long': {
    vi: 'Biểu “{column}” dài hơn {expected} dòng, quá dài để đoán bố cục. Hãy chia ra, hoặc chuyển sang dạng dài: indicator,area,period,value,status,note.',
    en: 'The form "{column}" has more than {expected} rows, too many to guess its layout. Divide it, or use the long form: indicator,area,period,value,status,note.',
  },
  'exchange.hidden': {
    vi: 'Biểu “{column}” có dòng bị ẩn: {actual}. Đã đọc cả những dòng ấy; nếu không muốn, hãy xóa chúng rồi nạp lại.',
    en: 'The sheet "{column}" has hidden rows: {actual}. They were read too; delete them and send it again if they should not be.',
  },
  'exchange.rows-behind': {
    vi: 'Dòng {line}: dưới bảng còn số liệu (“{actual}”) chưa được đọc. Hãy tách bảng ấy sang một trang tính riêng.',
    en: 'Line {line}: figures below the table ("{actual}") were not read. Put that table on a sheet of its own.',
  },
  'exchange.no-sheet': {
    vi: 'Không có trang tính “{actual}”. Các trang: {expected}.',
    en: 'There is no sheet "{actual}". The sheets are: {expected}.',
  },
  'exchange.layout-unknown': {
    vi: 'Không hiểu bố cục của “{column}”: không thấy tên chỉ số hay đơn vị nào đã biết cạnh các số. Hãy dùng tên chỉ số của kế hoạch, hoặc dạng dài: indicator,area,period,value,status,note.',
    en: 'The layout of "{column}" is not understood: no name of a known indicator or area stands beside figures. Use the plan\'s names, or the long form: indicator,area,period,value,status,note.',
  },
  'exchange.layout-no-indicator': {
    vi: '“{column}”: không biết các cột {actual} là chỉ số nào. Hãy ghi tên chỉ số ở tiêu đề (ở dòng lệnh: --indicator), hoặc xoá cột không cần khỏi tệp.',
    en: '"{column}": it is not said which indicator the columns {actual} hold. Name it in the title, or choose it with --indicator.',
  },
  'exchange.layout-no-period': {
    vi: '“{column}”: không biết các cột {actual} là của kỳ nào. Hãy ghi năm ở tiêu đề, hoặc chọn bằng --period.',
    en: '"{column}": it is not said which period the columns {actual} are of. Write the year in the head, or choose it with --period.',
  },
  'exchange.ambiguous-indicator': {
    vi: 'Dòng {line}, cột {column}: “{actual}” có thể là nhiều chỉ số: {expected}. Hãy chọn một trong bảng ánh xạ (--show-mapping).',
    en: 'Line {line}, column {column}: "{actual}" may be several indicators: {expected}. Choose one in the mapping (--show-mapping).',
  },
  'exchange.total-differs': {
    vi: 'Dòng {line}: dòng tổng ghi {actual}, cộng các dòng được {expected}. Đã nhận cả hai như trong tệp.',
    en: 'Line {line}: the total says {actual}, the lines add up to {expected}. Both were taken as they stand.',
  },
  'exchange.shares-of-one': {
    vi: 'Cột {column}, từ dòng {line}: cả {expected} số liệu tính bằng % đều từ 0 đến 1, trong khi số đã có của cùng chỉ số cao gấp {actual} lần trở lên. Có vẻ là tỷ lệ so với 1, không phải %. Đã nhận như trong tệp; nếu đúng là nhầm, hãy đặt định dạng % cho cột trong Excel (hoặc nhân với 100) rồi nạp lại.',
    en: 'Column {column}, from line {line}: all {expected} figures in % lie between 0 and 1, while what is known of the same indicator is {actual} times as much or more. They look like shares of one instead of percent. They were read as they stand; if that is wrong, give the column the percent format in Excel (or multiply by 100) and send it again.',
  },
  'exchange.shares-of-one-all': {
    vi: 'Chỉ số {column}: cả {expected} số liệu tính bằng % đều từ 0 đến 1, trong khi số đã có cao gấp {actual} lần trở lên. Có vẻ là tỷ lệ so với 1, không phải %. Đã nhận như trong tệp; nếu đúng là nhầm, hãy nhân với 100 (hoặc ghi dấu % sau số) rồi nạp lại.',
    en: 'The indicator {column}: all {expected} figures in % lie between 0 and 1, while what is known of it is {actual} times as much or more. They look like shares of one instead of percent. They were read as they stand; if that is wrong, multiply by 100 (or write % behind the number) and send it again.',
  },
  'exchange.percent-too-long': {
    vi: 'Trang “{column}” dài hơn {expected} dòng và có ô định dạng %, nên không đọc chắc chắn được. Hãy bỏ định dạng % (ghi 9 thay cho 9%), hoặc chia thành nhiều tệp.',
    en: 'The sheet "{column}" is longer than {expected} rows and has cells in percent format, which cannot be read for certain. Take the format off (9 instead of 9%), or send it in several files.',
  },
  'exchange.more-faults': {
    vi: '… và {count} chỗ nữa.',
    en: '… and {count} more.',
  },
  'exchange.empty': {
    vi: 'Tệp không có dòng nào. Dòng đầu phải là tên cột: {expected}.',
    en: 'The file has no line. The first line should name the columns: {expected}.',
  },
  'exchange.unclosed-quote': {
    vi: 'Dòng {line}: dấu ngoặc kép mở mà không đóng. Hãy đóng lại hoặc bỏ đi.',
    en: 'Line {line}: a quotation mark is opened and never closed. Close it or take it out.',
  },
  'exchange.no-column': {
    vi: 'Dòng {line}: thiếu cột “{expected}”; có các cột: {actual}.',
    en: 'Line {line}: the column "{expected}" is missing; there are: {actual}.',
  },
  'exchange.unknown-column': {
    vi: 'Dòng {line}: không có cột nào tên “{actual}”. Gần giống: {expected}.',
    en: 'Line {line}: no column is called "{actual}". Close to it: {expected}.',
  },
  'exchange.too-many-cells': {
    vi: 'Dòng {line}: có {actual} ô, nhiều hơn {expected} cột. Ô có dấu phẩy phải đặt trong ngoặc kép.',
    en: 'Line {line}: {actual} cells, more than the {expected} columns. A cell with a comma needs quotation marks.',
  },
  'exchange.twice': {
    vi: 'Dòng {line}: số liệu này đã có ở dòng {actual} của cùng tệp. Hãy giữ một dòng.',
    en: 'Line {line}: this figure stands on line {actual} of the same file. Keep one of them.',
  },
  'exchange.part-of-figure': {
    vi: 'Dòng {line}, cột {column}: “{actual}” chỉ là một phần của số liệu, không phải tổng số. Hãy dùng bảng dài với cột breakdown, hoặc bỏ phần này.',
    en: 'Line {line}, column {column}: "{actual}" is a part of a figure, not the total. Use the long form with its column breakdown, or take this part out.',
  },
  'exchange.merged-figure': {
    vi: 'Dòng {line}, cột {column}: “{actual}” nằm trong ô gộp của nhiều số liệu, không rõ là của số nào. Hãy tách ô và ghi từng số.',
    en: 'Line {line}, column {column}: "{actual}" stands in one merged cell for several figures, so it is not clear whose it is. Split the cell and write each figure.',
  },
  'exchange.unknown-indicator': {
    vi: 'Dòng {line}, cột {column}: không có chỉ số “{actual}”. Gần giống: {expected}.',
    en: 'Line {line}, column {column}: there is no indicator "{actual}". Close to it: {expected}.',
  },
  'exchange.ambiguous-area': {
    vi: 'Dòng {line}, cột {column}: “{actual}” có thể là nhiều đơn vị: {expected}. Hãy ghi mã, hoặc thêm tên cấp trên, như “Hồng Phong (Bình Gia)”.',
    en: 'Line {line}, column {column}: "{actual}" may be several areas: {expected}. Write the code, or the area it lies in as in "Hồng Phong (Bình Gia)".',
  },
  'exchange.unknown-area': {
    vi: 'Dòng {line}, cột {column}: không có đơn vị “{actual}”. Gần giống: {expected}.',
    en: 'Line {line}, column {column}: there is no area "{actual}". Close to it: {expected}.',
  },
  'exchange.unknown-method': {
    vi: 'Dòng {line}, cột {column}: chỉ số không có phương pháp “{actual}”. Có: {expected}.',
    en: 'Line {line}, column {column}: the indicator has no method "{actual}". It has: {expected}.',
  },
  'exchange.not-a-period': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải kỳ. Viết như: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is not a period. Write it like: {expected}.',
  },
  'exchange.not-a-status': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải trạng thái. Dùng một trong: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is not a status. Use one of: {expected}.',
  },
  'exchange.not-a-day': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải ngày. Viết như: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is not a day. Write it like: {expected}.',
  },
  'exchange.not-a-breakdown': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải cách phân tổ. Viết như: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is not a breakdown. Write it like: {expected}.',
  },
  'exchange.not-a-number': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải số. Viết như: {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is not a number. Write it like: {expected}.',
  },
  'exchange.not-a-unit': {
    vi: 'Dòng {line}, cột {column}: “{actual}” không phải đơn vị tính; chỉ số dùng {expected}.',
    en: 'Line {line}, column {column}: "{actual}" is not a unit of measure; the indicator uses {expected}.',
  },
  'exchange.unit-does-not-fit': {
    vi: 'Dòng {line}, cột {column}: đơn vị “{actual}” không đổi được sang {expected} của chỉ số.',
    en: 'Line {line}, column {column}: the unit "{actual}" does not convert to the indicator\'s {expected}.',
  },
  'exchange.too-many-decimals': {
    vi: 'Dòng {line}, cột {column}: “{actual}” có nhiều chữ số thập phân hơn {expected} chữ số mà chỉ số giữ. Hãy kiểm tra số hoặc đổi chỉ số.',
    en: 'Line {line}, column {column}: "{actual}" has more decimals than the {expected} that the indicator keeps. Check the figure or change the indicator.',
  },
  'exchange.too-large': {
    vi: 'Dòng {line}, cột {column}: “{actual}” lớn hơn mức lưu được ({expected}). Hãy dùng đơn vị lớn hơn.',
    en: 'Line {line}, column {column}: "{actual}" is more than can be kept ({expected}). Use a larger unit.',
  },
} as const satisfies Sentences
