import type { Sentences } from '../../sentence.ts'

/** Measures shared out to areas and years. */
export const webAllocations = {
  'web.allocations.title': { vi: 'Phân khai chỉ tiêu', en: 'Allocations' },
  'web.allocations.about': {
    vi: 'Giao từng mức cam kết cho các địa bàn hoặc các năm. Phần giao là mức phải đạt, không phải số liệu; chỗ cộng lại không bằng mức chung được nêu rõ.',
    en: 'Share each measure out to areas or years. A share is a bound, not a figure; where shares do not come to the whole it is shown.',
  },
  'web.allocations.none': {
    vi: 'Kế hoạch không có mức nào bằng số để giao.',
    en: 'The plan has no measure with a number to share out.',
  },
  'web.allocations.measure': { vi: 'Mức cam kết', en: 'Measure' },
  'web.allocations.whole': { vi: 'Mức chung', en: 'The whole' },
  'web.allocations.kinds': { vi: 'Giao cho', en: 'Shared out to' },
  'web.allocations.to-areas': { vi: 'Cho các địa bàn', en: 'To areas' },
  'web.allocations.to-years': { vi: 'Cho các năm', en: 'To years' },
  'web.allocations.share-out': { vi: 'chưa giao', en: 'not shared out' },
  'web.allocations.shares': { vi: '{count} phần', en: '{count} shares' },
  'web.allocations.adds': { vi: 'khớp mức chung', en: 'comes to the whole' },
  'web.allocations.over': { vi: 'vượt mức chung {gap}', en: '{gap} more than the whole' },
  'web.allocations.under': { vi: 'thiếu {gap} so với mức chung', en: '{gap} less than the whole' },
  'web.allocations.saved': {
    vi: 'Đã công bố phiên bản mới của kế hoạch với các phần giao này.',
    en: 'A new version of the plan was published with these shares.',
  },
  'web.allocations.map': { vi: 'Địa bàn ngày', en: 'Areas on' },
  'web.allocations.no-areas': {
    vi: 'Ngày {day} không có địa bàn nào nằm trong địa bàn của kế hoạch. Hãy chọn ngày khác hoặc nạp địa giới.',
    en: 'On {day} no area lies in the plan’s. Choose another day or load the territory.',
  },
  'web.allocations.busy': { vi: 'Đang lưu …', en: 'Saving …' },
  'web.allocations.save': { vi: 'Lưu và công bố phiên bản mới', en: 'Save and publish a new version' },
  'web.allocations.count': { vi: 'Cộng lại', en: 'Add up' },
  'web.allocations.about-save': {
    vi: 'Ô để trống: không giao. Phiên bản trước của kế hoạch vẫn được giữ.',
    en: 'An empty cell is no share. The version before is kept.',
  },
  'web.allocations.same': { vi: 'Giao mỗi nơi bằng mức chung', en: 'Give each the same as the whole' },
  'web.allocations.not-added': {
    vi: 'Chỉ số này không cộng, nên các phần không cần cộng thành mức chung.',
    en: 'Its figures are not added, so shares need not sum.',
  },
  'web.allocations.by': { vi: 'Chia theo', en: 'Share out by' },
  'web.allocations.by-last': { vi: 'số liệu gần nhất', en: 'last figures' },
  'web.allocations.equally': { vi: 'đều nhau', en: 'equal parts' },
  'web.allocations.share': { vi: 'Chia thử', en: 'Share out' },
  'web.allocations.share-of': { vi: 'Phần giao', en: 'Share' },
  'web.allocations.year': { vi: 'Năm', en: 'Year' },
  'web.allocations.last': { vi: 'Số liệu gần nhất', en: 'Last figure' },
  'web.allocations.open': { vi: 'Phân khai chỉ tiêu', en: 'Share out the targets' },
} as const satisfies Sentences
