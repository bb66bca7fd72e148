import type { Sentences } from '../sentence.ts'

export const store = {
  'cli.about-backup': {
    vi: 'Sao lưu cả kho vào một tệp trong khi hệ thống vẫn chạy; khôi phục được sang SQLite hoặc PostgreSQL.',
    en: 'Backs the whole store up into one file while it is in use; it restores to SQLite or PostgreSQL.',
  },
  'cli.about-restore': {
    vi: 'Khôi phục kho từ tệp sao lưu sau khi kiểm mã băm; chỉ thay kho đang có dữ liệu khi có --replace.',
    en: 'Restores a store from a backup once its checksum is proved; replaces one that holds something only with --replace.',
  },
  'cli.about-audit': {
    vi: 'Nhật ký: kiểm chuỗi băm (verify), tìm (list), xuất CSV (export).',
    en: 'The audit: proves its chain (verify), searches it (list), writes it as CSV (export).',
  },
  'store.backed-up': {
    vi: 'Đã sao lưu {rows} dòng vào {file}. SHA-256 {hash}',
    en: '{rows} rows were backed up into {file}. SHA-256 {hash}',
  },
  'store.backup-exists': {
    vi: 'Tệp “{file}” đã có. Hãy chọn tên khác để không ghi đè bản sao lưu cũ.',
    en: 'The file "{file}" exists. Choose another name, so that no older backup is overwritten.',
  },
  'store.cannot-write': {
    vi: 'Không ghi được “{file}” ({detail}). Hãy xem thư mục có tồn tại, còn chỗ và cho phép ghi hay không.',
    en: 'The file "{file}" cannot be written ({detail}). See whether the folder exists, has room and may be written.',
  },
  'store.restored': { vi: 'Đã khôi phục {rows} dòng.', en: '{rows} rows were restored.' },
  'store.restore-not-a-backup': {
    vi: '“{file}” không phải tệp sao lưu của Cột Mốc. Hãy chọn tệp do lệnh cotmoc backup ghi.',
    en: '"{file}" is no backup of Cột Mốc. Choose a file that cotmoc backup wrote.',
  },
  'store.restore-damaged': {
    vi: 'Tệp sao lưu “{file}” bị hỏng hoặc bị sửa: nội dung không khớp mã băm. Kho không bị đụng tới; hãy dùng bản sao khác.',
    en: 'The backup "{file}" is damaged or was changed: it does not match its checksum. The store was not touched; use another copy.',
  },
  'store.restore-newer': {
    vi: 'Tệp sao lưu do phiên bản mới hơn ghi ({detail}). Hãy nâng cấp chương trình rồi khôi phục lại.',
    en: 'The backup was written by a newer version ({detail}). Upgrade the program, then restore again.',
  },
  'store.restore-not-empty': {
    vi: 'Kho ({detail}) đã có dữ liệu. Hãy sao lưu nó trước, rồi gọi lại với --replace nếu muốn thay toàn bộ.',
    en: 'The store ({detail}) holds data. Back it up first, then call again with --replace to put this one in its place.',
  },
  'store.restore-failed': {
    vi: 'Không khôi phục được: {detail}. Kho cũ còn nguyên.',
    en: 'It could not be restored: {detail}. What stood before stands.',
  },
  'store.distributed': {
    vi: 'Đã phân bố {count} bảng theo tỉnh (tenant) trên cụm Citus; các bảng còn lại đã ở đúng chỗ.',
    en: '{count} tables were laid out over the Citus cluster; the others lay right already.',
  },
  'store.distribute-embedded': {
    vi: 'Kho đang là tệp SQLite. Hãy đặt DATABASE_URL tới nút điều phối của cụm Citus.',
    en: 'The store is an SQLite file. Set DATABASE_URL to the coordinator of a Citus cluster.',
  },
  'store.distribute-no-citus': {
    vi: 'PostgreSQL này chưa có Citus. Hãy cài Citus rồi chạy “create extension citus”.',
    en: 'This PostgreSQL has no Citus. Install it, then run "create extension citus".',
  },
  'audit.holds': {
    vi: 'Chuỗi nhật ký nguyên vẹn: {lines} dòng, {figures} số liệu khớp mã băm.',
    en: 'The chain is whole: {lines} lines, {figures} figures match their digests.',
  },
  'audit.line-missing': { vi: 'Dòng {number}: bị mất.', en: 'Line {number}: missing.' },
  'audit.line-changed': {
    vi: 'Dòng {number} ({subject}): bị sửa, không khớp mã băm của nó.',
    en: 'Line {number} ({subject}): changed, it does not match its own hash.',
  },
  'audit.link-broken': {
    vi: 'Dòng {number} ({subject}): không nối tiếp dòng trước.',
    en: 'Line {number} ({subject}): does not follow the line before it.',
  },
  'audit.moment-back': {
    vi: 'Dòng {number} ({subject}): thời điểm lùi so với dòng trước.',
    en: 'Line {number} ({subject}): its moment runs back.',
  },
  'audit.head-differs': {
    vi: 'Cuối chuỗi (số {number}) không khớp dòng cuối: có dòng bị xóa ở cuối.',
    en: 'The end of the chain (number {number}) is not its last line: lines were removed there.',
  },
  'audit.figures-differ': {
    vi: 'Dòng {number} ({subject}): số liệu trong kho không còn đúng như khi được ghi.',
    en: 'Line {number} ({subject}): the figures in the store are no longer those that were written.',
  },
  'audit.body-differs': {
    vi: 'Dòng {number}: nội dung của {subject} bị sửa.',
    en: 'Line {number}: the content of {subject} was changed.',
  },
  'audit.broken': {
    vi: 'Chuỗi nhật ký KHÔNG nguyên vẹn: {count} chỗ.',
    en: 'The chain is NOT whole: {count} places.',
  },
} as const satisfies Sentences
