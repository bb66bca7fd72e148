import type { Sentences } from '../../sentence.ts'

/** The page of one target: whose its gap is, what serves it, what was found. */
export const webTarget = {
  'web.gap.title-areas': { vi: 'Khoảng cách đến mức cam kết: của đơn vị nào', en: 'Who makes the gap: areas' },
  'web.gap.title-parts': { vi: 'Khoảng cách đến mức cam kết: của phần nào', en: 'Who makes the gap: parts' },
  'web.gap.map': { vi: 'Bản đồ: {name}, khoảng cách của từng đơn vị', en: 'Map: {name}, the gap of each area' },
  'web.gap.whole': { vi: 'Cả kế hoạch {amount}.', en: 'The plan as a whole {amount}.' },
  'web.gap.low-owed': { vi: 'còn thiếu {amount}', en: 'lacks {amount}' },
  'web.gap.low-ahead': { vi: 'vượt {amount}', en: 'is {amount} ahead' },
  'web.gap.low-even': { vi: 'vừa đủ', en: 'is exactly there' },
  'web.gap.high-owed': { vi: 'còn cao hơn mức trần {amount}', en: 'is {amount} above the ceiling' },
  'web.gap.high-ahead': { vi: 'thấp hơn mức trần {amount}', en: 'is {amount} below the ceiling' },
  'web.gap.high-even': { vi: 'đúng bằng mức trần', en: 'is exactly at the ceiling' },
  'web.gap.owing-areas': {
    vi: '{count} trên {of} đơn vị chưa đạt phần được giao.',
    en: '{count} of {of} areas are short of their share.',
  },
  'web.gap.owing-parts': {
    vi: '{count} trên {of} phần chưa đạt mức của mình.',
    en: '{count} of {of} parts are short.',
  },
  'web.gap.nobody-areas': {
    vi: 'Không đơn vị nào có số liệu mà chưa đạt phần được giao.',
    en: 'No area with a figure is short of its share.',
  },
  'web.gap.nobody-parts': { vi: 'Không phần nào có số liệu mà chưa đạt.', en: 'No part with a figure is short.' },
  'web.gap.most': {
    vi: 'Nhiều nhất là {names}: {share} khoảng cách.',
    en: 'The most is owed by {names}: {share} of the gap.',
  },
  'web.gap.silent-areas': {
    vi: 'Mới có số của {count} trên {of} đơn vị. Chưa có số: {names}. Phần của các đơn vị này nằm trong dòng “chưa rõ của ai”.',
    en: '{count} of {of} areas gave a figure. Without one: {names}. What they owe is in the row “nobody’s yet”.',
  },
  'web.gap.silent-parts': {
    vi: 'Mới có số của {count} trên {of} phần. Chưa có số: {names}.',
    en: '{count} of {of} parts have a figure. Without one: {names}.',
  },
  'web.gap.off-map': {
    vi: '{count} đơn vị không có trên bản đồ này vì đã sắp xếp; vẫn có trong bảng.',
    en: '{count} areas do not exist on this map after a reorganisation; they are in the table.',
  },
  'web.gap.legend-low': {
    vi: 'Cam: còn thiếu so với phần được giao; xanh: đã đủ; càng đậm càng xa.',
    en: 'Orange: short of its share; blue: has made it; the darker, the farther.',
  },
  'web.gap.legend-high': {
    vi: 'Cam: cao hơn mức được giao; xanh: trong mức; càng đậm càng xa.',
    en: 'Orange: above what it may have; blue: within it; the darker, the farther.',
  },
  'web.gap.caption-areas': {
    vi: 'Thiếu nhiều nhất đứng trước; số âm là đã vượt phần được giao. Các dòng cộng lại đúng bằng dòng cuối.',
    en: 'The largest gap first; below zero is ahead of the share. The rows add up to the last, exactly.',
  },
  'web.gap.caption-ratio': {
    vi: 'Mỗi đơn vị góp vào khoảng cách theo tỷ lệ của mình và quy mô của mình. Các dòng cộng lại đúng bằng dòng cuối.',
    en: 'What an area makes of the gap follows from its own rate and its own size. The rows add up to the last, exactly.',
  },
  'web.gap.caption-parts': {
    vi: 'Các phần hợp thành chỉ tiêu này. Các dòng cộng lại đúng bằng dòng cuối.',
    en: 'The parts that make up this target. The rows add up to the last, exactly.',
  },
  'web.gap.part': { vi: 'Phần', en: 'Part' },
  'web.gap.given': { vi: 'Được giao', en: 'Its share' },
  'web.gap.made': { vi: 'Thực hiện', en: 'Made' },
  'web.gap.weighted': { vi: '{name} × quyền số', en: '{name} × weight' },
  'web.gap.head-low': { vi: 'Còn thiếu', en: 'Short by' },
  'web.gap.head-high': { vi: 'Vượt trần', en: 'Above by' },
  'web.gap.share': { vi: 'Tỷ trọng', en: 'Of the gap' },
  'web.gap.others': { vi: '{count} đơn vị còn lại', en: 'The other {count}' },
  'web.gap.unshared': { vi: 'Chưa giao cho đơn vị nào', en: 'Given to nobody' },
  'web.gap.unexplained': {
    vi: 'Chênh giữa tổng các đơn vị và số của cả kế hoạch',
    en: 'Between the sum of the areas and the plan’s own figure',
  },
  'web.gap.unexplained-silent': {
    vi: 'Chưa rõ của ai (có đơn vị chưa có số)',
    en: 'Nobody’s yet (areas without a figure)',
  },
  'web.gap.sum': { vi: 'Cả kế hoạch', en: 'The whole plan' },
  'web.gap.all': { vi: 'Xem đủ {count} dòng', en: 'Show all {count} rows' },
  'web.gap.not-shared': {
    vi: 'Chỉ tiêu này chưa được giao cho đơn vị nào, nên chưa nói được khoảng cách là của ai.',
    en: 'This target has not been shared out to areas, so nobody can say whose the gap is.',
  },
  'web.gap.no-value': {
    vi: 'Đã giao cho {count} đơn vị, nhưng chưa có số của cả kế hoạch để tính khoảng cách.',
    en: 'It is shared out to {count} areas, but there is no figure of the whole plan yet to compute the gap from.',
  },
  'web.gap.share-out': { vi: 'Phân khai cho các đơn vị', en: 'Share it out' },
  'web.target.findings': { vi: 'Phát hiện kiểm tra còn mở', en: 'Open findings' },
  'web.target.no-findings': { vi: 'Không có phát hiện nào còn mở.', en: 'No finding is open.' },
  'web.target.finding-due': { vi: 'hạn trả lời {day}', en: 'answer due on {day}' },
  'web.target.record-finding': { vi: 'Ghi phát hiện về chỉ tiêu này', en: 'Record a finding about this target' },
  'web.target.no-tasks': {
    vi: 'Văn bản không có nhiệm vụ nào có lời văn gần với chỉ tiêu này.',
    en: 'No task of the document is close to this target in words.',
  },
} as const satisfies Sentences
