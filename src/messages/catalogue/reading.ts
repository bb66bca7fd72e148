import type { Sentences } from '../sentence.ts'

export const reading = {
  'source.empty': {
    vi: 'Tệp trống (0 byte), không có gì để đọc. Hãy chọn tệp khác, hoặc tải lại tệp vì lần tải trước có thể bị dở dang.',
    en: 'The file is empty (0 bytes): there is nothing to read. Choose another file, or download this one again.',
  },
  'source.no-text': {
    vi: 'Tệp không có chữ nào, chỉ có khoảng trắng. Hãy chọn tệp có nội dung.',
    en: 'The file holds no words, only white space. Choose a file with text in it.',
  },
  'source.too-large': {
    vi: 'Tệp nặng {actual} MB, quá mức {expected} MB. Hãy bỏ ảnh trong tệp hoặc tách tệp thành nhiều phần.',
    en: 'The file has {actual} MB; at most {expected} MB are taken. Take pictures out of it or split it.',
  },
  'source.html-too-large': {
    vi: 'Trang HTML nặng {actual} MB, quá mức {expected} MB. Hãy lưu văn bản thành .docx hoặc .txt rồi nạp lại.',
    en: 'The HTML page has {actual} MB; at most {expected} MB are taken. Save it as .docx or .txt and load that.',
  },
  'source.too-complex': {
    vi: 'Trang HTML có quá nhiều thẻ nên không được mở. Hãy lưu văn bản thành .docx hoặc .txt rồi nạp lại.',
    en: 'The HTML page has far too many elements and was not opened. Save it as .docx or .txt and load that.',
  },
  'source.picture': {
    vi: '“{actual}” là tệp ảnh, không phải văn bản. Hãy nhận dạng chữ (OCR) rồi nạp tệp chữ.',
    en: '“{actual}” is a picture, not a document. Recognise its text (OCR) and load the text.',
  },
  'source.scanned': {
    vi: 'Tệp PDF có {actual} trang nhưng không có lớp chữ: đó là bản quét. Hãy nhận dạng chữ (OCR) hoặc xin tệp gốc.',
    en: 'The PDF has {actual} pages and no text layer: it is a scan. Recognise its text (OCR) or ask for the original file.',
  },
  'source.scanned-word': {
    vi: 'Tệp Word chỉ có {actual} hình mà không có chữ: đó là bản quét. Hãy nhận dạng chữ (OCR) hoặc xin tệp gốc.',
    en: 'The Word file holds {actual} pictures and no words: it is a scan. Recognise its text (OCR) or ask for the original file.',
  },
  'source.pages-without-text': {
    vi: 'Có {actual} trang không có chữ (trang: {expected}), có thể là hình chụp nên không đọc được. Hãy xem các trang đó.',
    en: '{actual} pages hold no words (pages: {expected}); they may be pictures and were not read. Look at them.',
  },
  'source.unreadable-fonts': {
    vi: 'Phông chữ của tệp PDF không cho biết chữ nào là chữ nào nên không đọc được. Hãy nạp tệp Word gốc hoặc nhận dạng chữ (OCR).',
    en: 'The fonts of the PDF do not say which letters they show, so it cannot be read. Load the original Word file or recognise its text (OCR).',
  },
  'source.password': {
    vi: 'Tệp có mật khẩu nên không đọc được. Hãy mở tệp bằng mật khẩu, bỏ mật khẩu, lưu lại rồi nạp.',
    en: 'The file has a password and cannot be read. Open it with its password, take the password off, save it and load it again.',
  },
  'source.old-word': {
    vi: 'Đây là tệp Word cũ (.doc). Hãy mở bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save As) và lưu kiểu .docx rồi nạp lại.',
    en: 'This is an old Word file (.doc). Open it in Word or LibreOffice, choose “Save As”, save it as .docx and load that.',
  },
  'source.rich-text': {
    vi: 'Đây là tệp RTF. Hãy mở bằng Word hoặc LibreOffice và lưu thành .docx rồi nạp lại.',
    en: 'This is an RTF file. Open it in Word or LibreOffice, save it as .docx and load that.',
  },
  'source.open-document': {
    vi: 'Đây là tệp của LibreOffice (.odt). Hãy mở bằng LibreOffice và lưu thành .docx rồi nạp lại.',
    en: 'This is a LibreOffice file (.odt). Open it in LibreOffice, save it as .docx and load that.',
  },
  'source.xml': {
    vi: '“{actual}” là tệp XML. Hãy nạp văn bản (.docx, .pdf, .md, .txt hoặc .html).',
    en: '“{actual}” is an XML file. Load the document itself (.docx, .pdf, .md, .txt or .html).',
  },
  'source.spreadsheet': {
    vi: 'Đây là bảng tính Excel, không phải văn bản. Số liệu được nhập ở trang nhập số liệu.',
    en: 'This is an Excel sheet, not a document. Figures are imported on the page for figures.',
  },
  'source.slides': {
    vi: 'Đây là tệp trình chiếu. Hãy nạp văn bản (.docx, .pdf, .md, .txt hoặc .html).',
    en: 'These are slides. Load the document itself (.docx, .pdf, .md, .txt or .html).',
  },
  'source.not-a-document': {
    vi: 'Tệp nén này không phải văn bản Word. Hãy giải nén và nạp văn bản ở trong.',
    en: 'This archive is not a Word document. Unpack it and load the document inside.',
  },
  'source.not-what-it-says': {
    vi: 'Nội dung của “{actual}” không đúng với đuôi tệp. Hãy xem lại tệp hoặc lưu lại từ chương trình gốc.',
    en: 'What “{actual}” holds does not fit its ending. Check the file or save it again from its own program.',
  },
  'source.zip-bomb': {
    vi: 'Tệp giải nén ra quá {expected} MB nên không được mở. Hãy lưu lại văn bản từ Word rồi thử lại.',
    en: 'The file inflates to more than {expected} MB and was not opened. Save the document again from Word and try again.',
  },
  'source.too-many-parts': {
    vi: 'Tệp nén chứa hơn {expected} tệp con, văn bản Word không bao giờ có nhiều như vậy. Hãy lưu lại văn bản từ Word.',
    en: 'The archive holds more than {expected} entries, which no Word document does. Save the document again from Word.',
  },
  'source.xml-declarations': {
    vi: 'Tệp có khai báo DOCTYPE mà Word không bao giờ ghi, nên không được mở. Hãy lưu lại văn bản từ Word rồi nạp lại.',
    en: 'The file holds a DOCTYPE, which Word never writes, and was not opened. Save the document again from Word and load that.',
  },
  'source.broken-file': {
    vi: 'Tệp hỏng, không mở được. Hãy mở thử bằng chương trình gốc và lưu lại.',
    en: 'The file is broken and cannot be opened. Try it in its own program and save it again.',
  },
  'source.too-many-pages': {
    vi: 'Tệp PDF có {actual} trang, quá mức {expected} trang. Hãy tách tệp và nạp phần có chỉ tiêu.',
    en: 'The PDF has {actual} pages; at most {expected} are taken. Split it and load the part that holds the targets.',
  },
  'source.too-slow': {
    vi: 'Đọc tệp PDF quá {expected} giây mà chưa xong (đã đọc {actual} trang) nên dừng lại. Hãy in lại thành PDF mới hoặc tách tệp.',
    en: 'Reading the PDF took more than {expected} seconds ({actual} pages were read), so it was stopped. Print it to a new PDF or split it.',
  },
  'source.too-much-memory': {
    vi: 'Đọc tệp PDF cần quá {expected} MB bộ nhớ (đã đọc {actual} trang) nên dừng lại. Hãy in lại thành PDF mới hoặc tách tệp.',
    en: 'Reading the PDF took more than {expected} MB of memory ({actual} pages were read), so it was stopped. Print it to a new PDF or split it.',
  },
  'source.binary': {
    vi: 'Tệp không phải văn bản: có byte 0 ở vị trí {actual}. Hãy chọn tệp .docx, .pdf, .md, .txt hoặc .html.',
    en: 'The file is no text: there is a zero byte at {actual}. Choose a .docx, .pdf, .md, .txt or .html file.',
  },
  'source.broken-encoding': {
    vi: 'Bảng mã của tệp bị hỏng từ byte thứ {actual}: không phải UTF-8, cũng không nhận ra TCVN3 (ABC), VNI, VIQR hay windows-1258. Hãy lưu lại tệp bằng UTF-8.',
    en: 'The encoding of the file is broken from byte {actual} on: it is not UTF-8, and neither TCVN3 (ABC), VNI, VIQR nor windows-1258 fits. Save it again as UTF-8.',
  },
  'source.broken-utf16': {
    vi: 'Tệp mang dấu của {actual} nhưng nội dung không đúng bảng mã đó. Hãy lưu lại tệp bằng UTF-8.',
    en: 'The file is marked as {actual}, but what it holds is not. Save it again as UTF-8.',
  },
  'source.converted': {
    vi: 'Văn bản dùng bảng mã cũ {actual}, đã được chuyển sang Unicode. Hãy xem lại vài dòng.',
    en: 'The document is in the old encoding {actual}; it was converted to Unicode. Look over some lines.',
  },
  'source.macros': {
    vi: 'Tệp Word có macro ({actual}). Chương trình chỉ đọc chữ và không bao giờ chạy macro.',
    en: 'The Word file holds macros ({actual}). Only its words are read; macros are never run.',
  },
  'source.scripts': {
    vi: 'Trang HTML có mã chạy (script). Chương trình chỉ đọc chữ và không bao giờ chạy mã.',
    en: 'The HTML page holds scripts. Only its words are read; scripts are never run.',
  },
  'source.tracked-changes': {
    vi: 'Tệp Word còn vết sửa đổi (Track Changes). Chữ đã xóa không được đọc, chữ đã thêm được đọc. Hãy xem có cần duyệt sửa đổi trước không.',
    en: 'The Word file holds tracked changes. What was deleted is not read, what was inserted is. See whether they should be accepted first.',
  },
  'source.contents-left-out': {
    vi: 'Mục lục của tệp Word không được đọc, vì lặp lại các đề mục.',
    en: 'The table of contents of the Word file was not read: it repeats the headings.',
  },
  'reading.row-without-figure': {
    vi: 'Dòng “{actual}” của bảng không có số ở cột kế hoạch, nên không thành chỉ tiêu.',
    en: 'The row “{actual}” has no figure in a plan column, so it is not a target.',
  },
  'reading.no-targets': {
    vi: 'Không thấy chỉ tiêu nào. Hãy xem văn bản có phần mục tiêu, chỉ tiêu hay không, hoặc phần đó có phải là hình chụp.',
    en: 'No target was found. See whether the document has a section of objectives or targets, or whether it is a picture.',
  },
  'reading.fewer-listed': {
    vi: 'Văn bản báo {expected} chỉ tiêu ở “{actual}”, nhưng số đọc được khác.',
    en: 'The document announces {expected} targets in “{actual}”, but another number was read.',
  },
  'claim.share': {
    vi: '{part} trên {whole} là {computed}%; văn bản ghi {stated}%.',
    en: '{part} of {whole} is {computed}%; the text says {stated}%.',
  },
  'claim.part-of-whole': {
    vi: '{part} là một phần của {whole}.',
    en: '{part} is part of {whole}.',
  },
  'claim.relative-change': {
    vi: 'Nay {now}, thay đổi {change}, vậy trước đó là {earlier}; thay đổi ấy bằng {computed}% của mức trước; văn bản ghi {stated}%.',
    en: 'Now {now}, a change of {change}, so {earlier} before; the change is {computed}% of that; the text says {stated}%.',
  },
  'claim.difference': {
    vi: 'Từ {from} đến {to} chênh {computed}; văn bản ghi {stated}.',
    en: 'From {from} to {to} is a difference of {computed}; the text says {stated}.',
  },
  'claim.mean-change': {
    vi: 'Từ {from} đến {to} trong {years} năm, bình quân mỗi năm {computed}; văn bản ghi {stated}.',
    en: 'From {from} to {to} in {years} years is {computed} a year on average; the text says {stated}.',
  },
  'claim.multiple': {
    vi: '{now} gấp {computed} lần {then}; văn bản ghi {stated} lần.',
    en: '{now} is {computed} times {then}; the text says {stated} times.',
  },
  'claim.multiple-open': {
    vi: '{now}, gấp {stated} lần: văn bản không ghi mức so sánh nên không tính lại được.',
    en: '{now}, {stated} times as much: the text does not give the value compared with, so it cannot be recomputed.',
  },
  'claim.sum': {
    vi: '{parts} = {computed}; văn bản ghi {whole}.',
    en: '{parts} = {computed}; the text says {whole}.',
  },
  'claim.composition': {
    vi: 'Các tỷ trọng {parts} cộng lại được {computed}%.',
    en: 'The shares {parts} add up to {computed}%.',
  },
  'claim.composition-ranges': {
    vi: 'Các tỷ trọng {parts} cộng lại được từ {least}% đến {most}%.',
    en: 'The shares {parts} add up to between {least}% and {most}%.',
  },
  'claim.listed': {
    vi: 'Văn bản báo {stated}; liệt kê được {computed}.',
    en: 'The text announces {stated}; {computed} are listed.',
  },
  'claim.same-figure': {
    vi: 'Cùng một số liệu được ghi hai lần: {first} và {second}.',
    en: 'The same figure is stated twice: {first} and {second}.',
  },
  'claim.target-holds': {
    vi: 'Mục tiêu {target}, phấn đấu thêm {addition}, vậy mức đầu kỳ là {base}, đúng như văn bản ghi.',
    en: 'The target is {target}, {addition} more are promised, so the baseline is {base}, as the text says.',
  },
  'claim.target-open': {
    vi: 'Mục tiêu {target}, phấn đấu thêm {addition}, vậy mức đầu kỳ phải là {base}; văn bản không ghi mức này.',
    en: 'The target is {target}, {addition} more are promised, so the baseline must be {base}; the text does not state it.',
  },
} as const satisfies Sentences
