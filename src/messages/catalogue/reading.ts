import type { Sentences } from '../sentence.ts'

export const reading = {
  'source.empty': {
    vi: 'Tệp trống, không có gì để đọc. Hãy chọn tệp khác.',
    en: 'The file is empty: there is nothing to read. Choose another file.',
  },
  'source.no-text': {
    vi: 'Tệp không có chữ nào. Hãy chọn tệp có nội dung.',
    en: 'The file holds no words. Choose a file with text in it.',
  },
  'source.too-large': {
    vi: 'Tệp nặng {actual} MB, quá mức {expected} MB. Hãy bỏ ảnh trong tệp hoặc tách tệp.',
    en: 'The file has {actual} MB, more than the {expected} MB that are taken. Take pictures out or split it.',
  },
  'source.picture': {
    vi: 'Đây là tệp ảnh, không phải văn bản. Hãy nhận dạng chữ (OCR) rồi nạp tệp chữ.',
    en: 'This is a picture, not a document. Recognise its text (OCR) and load the text.',
  },
  'source.scanned': {
    vi: 'Tệp PDF có {actual} trang nhưng không có lớp chữ: đó là bản quét. Hãy nhận dạng chữ (OCR) hoặc xin tệp gốc.',
    en: 'The PDF has {actual} pages and no text layer: it is a scan. Recognise its text (OCR) or ask for the original file.',
  },
  'source.password': {
    vi: 'Tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi nạp.',
    en: 'The file has a password. Open it, take the password off, save it and load it again.',
  },
  'source.old-word': {
    vi: 'Đây là tệp Word cũ (.doc). Hãy mở bằng Word hoặc LibreOffice và lưu thành .docx.',
    en: 'This is an old Word file (.doc). Open it in Word or LibreOffice and save it as .docx.',
  },
  'source.rich-text': {
    vi: 'Đây là tệp RTF. Hãy mở bằng Word hoặc LibreOffice và lưu thành .docx.',
    en: 'This is an RTF file. Open it in Word or LibreOffice and save it as .docx.',
  },
  'source.spreadsheet': {
    vi: 'Đây là bảng tính Excel, không phải văn bản. Số liệu được nhập ở trang nhập số liệu.',
    en: 'This is an Excel sheet, not a document. Figures are imported on the page for figures.',
  },
  'source.slides': {
    vi: 'Đây là tệp trình chiếu. Hãy nạp văn bản (.docx, .pdf, .md, .txt, .html).',
    en: 'These are slides. Load the document itself (.docx, .pdf, .md, .txt, .html).',
  },
  'source.not-a-document': {
    vi: 'Tệp nén này không phải văn bản Word. Hãy giải nén và nạp văn bản ở trong.',
    en: 'This archive is not a Word document. Unpack it and load the document inside.',
  },
  'source.not-what-it-says': {
    vi: 'Nội dung của “{actual}” không đúng với đuôi tệp. Hãy xem lại tệp hoặc lưu lại từ chương trình gốc.',
    en: 'What "{actual}" holds does not fit its ending. Check the file or save it again from its own program.',
  },
  'source.zip-bomb': {
    vi: 'Tệp giải nén ra quá lớn nên không được mở. Hãy lưu lại văn bản từ Word rồi thử lại.',
    en: 'The file inflates to far too much and was not opened. Save the document again from Word and try again.',
  },
  'source.broken-file': {
    vi: 'Tệp hỏng, không mở được. Hãy mở thử bằng chương trình gốc và lưu lại.',
    en: 'The file is broken and cannot be opened. Try it in its own program and save it again.',
  },
  'source.too-many-pages': {
    vi: 'Tệp có {actual} trang, quá nhiều. Hãy tách tệp.',
    en: 'The file has {actual} pages, too many. Split it.',
  },
  'source.binary': {
    vi: 'Tệp không phải văn bản: có byte 0 ở vị trí {actual}. Hãy chọn .docx, .pdf, .md, .txt hoặc .html.',
    en: 'The file is no text: there is a zero byte at {actual}. Choose .docx, .pdf, .md, .txt or .html.',
  },
  'source.broken-encoding': {
    vi: 'Bảng mã của tệp bị hỏng từ byte {actual}, không nhận ra UTF-8, TCVN3 (ABC), VNI hay VIQR. Hãy lưu lại bằng UTF-8.',
    en: 'The encoding of the file is broken from byte {actual} on; it is not UTF-8, TCVN3 (ABC), VNI or VIQR. Save it again as UTF-8.',
  },
  'source.converted': {
    vi: 'Văn bản dùng bảng mã cũ {actual}, đã được chuyển sang Unicode.',
    en: 'The document is in the old encoding {actual}; it was converted to Unicode.',
  },
  'source.macros': {
    vi: 'Tệp có macro. Chương trình chỉ đọc chữ và không bao giờ chạy macro.',
    en: 'The file holds macros. Only its words are read; macros are never run.',
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
