/** What a section holds: promises, work to do, a forecast, the past, or words that do not tell. */
export type Mode = 'main' | 'task' | 'forecast' | 'past' | 'open'

const PAST =
  /kết quả|^mục lục$|đánh giá (?:tình hình|chung|kết|tổng|thực)|tình hình (?:thực hiện|phát triển|kinh tế|chung|và|năm|\d)|thực trạng|hạn chế|khuyết điểm|tồn tại|nguyên nhân|bài học|bối cảnh|thành tựu|kiểm điểm|tổng kết|đạt được|ước thực hiện|đặc điểm tình hình|căn cứ|cơ sở pháp lý|sự cần thiết|lời (?:giới thiệu|nói đầu|mở đầu)/
/** A table of contents repeats titles; nothing stands under them. */
export const CONTENTS = /^mục lục$/i
const TARGETS = /chỉ tiêu|mục tiêu/
const AIMS = /phương hướng|định hướng|quan điểm|tầm nhìn|phấn đấu|cam kết|kế hoạch/
const TASKS =
  /nhiệm vụ|giải pháp|biện pháp|tổ chức thực hiện|đột phá|kinh phí|nguồn (?:vốn|lực|tài chính)|dự toán|phân công|trách nhiệm|danh mục|dự án|hoạt động|nội dung (?:thực hiện|chủ yếu|hỗ trợ)|chính sách|phân bổ|cân đối|thu, chi|tiến độ|đối tượng|phạm vi|khen thưởng/
const FORECAST = /dự báo|dự kiến tình hình|kịch bản/

const BOTH =
  /(?:tình hình|kết quả|đánh giá|tổng kết|kiểm điểm)[^;:]*?(?:(?:^|\s)và|[;,:])\s*(?:dự kiến |xây dựng )?(?:kế hoạch|phương hướng|mục tiêu|nhiệm vụ|định hướng)/

/** The mode that one title tells by itself; null where it tells nothing. */
export function modeOf(title: string): Mode | null {
  const low = title.toLowerCase()
  // "Kết quả và chỉ tiêu cần đạt được đến năm 2025": results still to be reached.
  if (/(?:chỉ tiêu|mục tiêu|kết quả)[^.;:]{0,40}\s(?:cần|phải|phấn đấu|dự kiến|mong đợi)(?: đạt)?/.test(low))
    return 'main'
  const results = PAST.test(low)
  // "Tình hình năm 2021 và kế hoạch năm 2022" holds both; the titles inside tell.
  if (results && BOTH.test(low)) return null
  if (
    results &&
    !/mục tiêu (?:tổng quát|cụ thể|chung|chủ yếu)|phương hướng|các chỉ tiêu chủ yếu (?:năm|giai đoạn|đến)/.test(low)
  )
    return 'past'
  if (low.includes('chỉ tiêu')) return 'main'
  if (TARGETS.test(low) && !/chương trình mục tiêu|thực hiện (?:các )?mục tiêu|hoàn thành (?:các )?mục tiêu/.test(low))
    return 'main'
  if (FORECAST.test(low)) return 'forecast'
  if (/quan điểm|phương hướng chung/.test(low) && !low.includes('nhiệm vụ')) return 'main'
  if (low.includes('định hướng phát triển và')) return 'main'
  if (TASKS.test(low)) return AIMS.test(low) && /phương hướng|định hướng/.test(low) ? 'open' : 'task'
  if (results) return 'past'
  return AIMS.test(low) ? 'open' : null
}
