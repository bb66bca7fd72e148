import type { Direction } from '../../measure/aggregation.ts'
import type { BoundKind } from '../../measure/bound.ts'
import type { Change } from '../../plan/plan.ts'

/** What is good when there is less of it. Words of the field in the spelling of a view's `low`. */
const LESS =
  /nghèo|thất nghiệp|thiếu việc làm|tai nạn|tội phạm|phạm pháp|ma túy|suy dinh dưỡng|thấp còi|tử vong|tỷ suất chết|ô nhiễm|tăng dân số|gia tăng dân số|tăng tự nhiên|sinh con thứ|mức sinh|bỏ học|lưu ban|tảo hôn|hôn nhân cận huyết|tiêu hao|tiêu tốn|tổn thất|thất thoát|thất thu|nợ (?:xấu|công|đọng|thuế|chính quyền)|bội chi|lạm phát|giá tiêu dùng|\bcpi\b|khiếu nại|vi phạm|cháy|phát thải|mù chữ|mắc (?:bệnh|mới)|chênh lệch|thời gian (?:giải quyết|xử lý|thông quan)|chi phí|biên chế|đầu mối|nhà tạm|dột nát|lao động nông nghiệp|mất cân bằng|tỷ số giới tính khi sinh|thiệt hại|quá tải|quá hạn|tồn đọng|icor|thứ hạng|xếp hạng/
/** … unless the words say that it is dealt with. */
const DEALT_WITH =
  /được (?:thu gom|xử lý|giải quyết|khắc phục|xóa|điều tra|khám phá|phát hiện|tiếp nhận|cai nghiện|hỗ trợ|thoát|thi hành|bố trí)|(?:giải quyết|xử lý|điều tra|khám phá|phòng,? chống|thoát|cai nghiện|thi hành|thu hồi|xóa|hoàn thành|hỗ trợ)(?!\p{L})/u

/** The good direction of what a name measures. */
export function directionOf(name: string, bound: BoundKind, change: Change | null, part: boolean): Direction {
  if (part) return 'none'
  const low = name.toLowerCase()
  if (change === 'down') return 'down'
  if (LESS.test(low) && !DEALT_WITH.test(low)) return 'down'
  if (change === 'up') return 'up'
  return bound === 'atMost' || bound === 'lessThan' ? 'down' : 'up'
}
