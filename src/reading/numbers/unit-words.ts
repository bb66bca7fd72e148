/** Words of units as plans print them. Kept as data: a new unit is a line here. All in the spelling of a view's `low`. */

/** Multipliers, longest first. */
export const MULTIPLIERS = ['triệu tỷ', 'nghìn tỷ', 'trăm tỷ', 'chục tỷ', 'trăm nghìn', 'trăm triệu', 'chục triệu', 'vạn tỷ', 'nghìn', 'triệu', 'tỷ', 'vạn'] as const

/** Measured units: money, area, length, weight, energy, time. */
export const MEASURED = [
  'đồng việt nam', 'đồng', 'vnđ', 'vnd', 'đô la mỹ', 'đô-la mỹ', 'đô la', 'đô-la', 'usd', '\\$', 'eur', 'euro', 'đ(?![\\p{L}])',
  'héc-ta', 'héc ta', 'hecta', 'ha', 'km²', 'km2', 'km', 'm²', 'm2', 'm³', 'm3', 'mét vuông', 'mét khối', 'mét', 'cm', 'mm', 'm(?![\\p{L}\\d])',
  'tạ', 'tấn', 'kg', 'lít', 'gwh', 'mwh', 'kwh', 'gw', 'mw', 'kw', 'mva', 'kva', 'kv', 'mbps', 'gbps', 'teu', 'dwt', 'tcvn',
  'giờ', 'phút', 'giây', 'tuổi', 'ngày', 'tháng', 'lần', 'điểm phần trăm', 'điểm %', 'điểm', 'bậc', 'sao', 'độ',
] as const

/** Things that are counted; longer names first so that "lượt khách" is not just "lượt". */
export const COUNTED = [
  'lượt khách du lịch', 'lượt khách quốc tế', 'lượt khách', 'lượt người', 'lượt hành khách', 'lượt', 'khách du lịch', 'khách',
  'giường bệnh', 'giưởng bệnh', 'giường', 'bác sĩ', 'dược sĩ', 'điều dưỡng', 'cán bộ', 'công chức', 'viên chức', 'đảng viên', 'đoàn viên', 'hội viên', 'chi bộ', 'đảng bộ',
  'tổ chức cơ sở đảng', 'tổ chức đảng', 'tổ chức', 'doanh nghiệp', 'hợp tác xã', 'htx', 'tổ hợp tác', 'hộ gia đình', 'hộ nghèo', 'hộ dân', 'hộ', 'người lao động', 'lao động', 'người dân', 'người', 'nhân khẩu',
  'học sinh', 'sinh viên', 'giáo viên', 'trường học', 'trường', 'lớp học', 'lớp', 'phòng học', 'trạm y tế', 'trạm', 'bệnh viện', 'cơ sở', 'trung tâm', 'nhà văn hóa', 'ngôi nhà', 'căn nhà', 'căn hộ', 'căn', 'nhà máy', 'nhà',
  'đơn vị hành chính', 'đơn vị', 'cơ quan', 'xã', 'phường', 'thị trấn', 'thị xã', 'huyện', 'thành phố', 'tỉnh', 'thôn', 'ấp', 'bản', 'buôn', 'làng', 'khu phố', 'tổ dân phố', 'khu dân cư', 'khu công nghiệp', 'cụm công nghiệp', 'khu', 'cụm', 'điểm trường', 'địa phương', 'quốc gia', 'nước',
  'dự án', 'công trình', 'mô hình', 'sản phẩm', 'dịch vụ công', 'dịch vụ', 'thủ tục hành chính', 'thủ tục', 'tiêu chí', 'chỉ tiêu', 'nhiệm vụ', 'giải pháp', 'chương trình', 'đề án', 'kế hoạch', 'nghị quyết', 'văn bản', 'thuê bao', 'tài khoản', 'giao dịch', 'hồ sơ', 'đơn', 'vụ việc', 'vụ án', 'vụ', 'cuộc', 'buổi', 'trường hợp', 'tập thể', 'cá nhân', 'câu lạc bộ', 'đội', 'nhóm', 'tổ', 'đoàn', 'hội', 'di tích', 'lễ hội', 'cây xanh', 'cây', 'con', 'đàn', 'trang trại', 'gia trại', 'vùng', 'chuỗi', 'nhãn hiệu', 'thương hiệu', 'mã số vùng trồng', 'mã số', 'xe', 'tàu', 'phương tiện', 'suất', 'chợ', 'siêu thị', 'phòng', 'buồng', 'máy', 'thiết bị', 'bằng sáng chế', 'đơn đăng ký', 'giải thưởng', 'huy chương', 'vận động viên', 'tín chỉ', 'container', 'chuyến', 'tuyến', 'cầu', 'hồ', 'trạm bts', 'dn', 'điểm đến', 'điểm cầu', 'đô thị', 'trẻ', 'trẻ em', 'phụ nữ', 'thanh niên', 'chuyên gia', 'nhà khoa học', 'tiến sĩ', 'thạc sĩ', 'kỹ sư', 'đề tài', 'sáng kiến', 'chỉ số', 'lĩnh vực', 'ngành', 'mặt hàng', 'loại', 'hạng mục', 'gói thầu', 'hợp đồng', 'thỏa thuận', 'nhà đầu tư', 'tour', 'cơ sở dữ liệu',
] as const

/** Words that never begin a unit of count. */
export const NOT_A_UNIT = new Set(
  ('và với của cho theo so trong trên dưới đến từ là đã sẽ được có không còn để các những mọi mỗi nhưng thì mà do bởi tại ở về vào ra lên xuống trở bình hằng năm đạt ' +
    'tăng giảm chiếm gồm như sau khi nếu cả hoặc hay nhằm bằng tính cùng này đó nay ước khoảng gần hơn tổng tương gấp vượt thuộc nhất thứ giai').split(' '),
)
