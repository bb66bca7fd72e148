import type { Sentences } from '../sentence.ts'

export const territory = {
  'territory.not-a-type': {
    vi: 'Dòng {line}, {column}: không có loại đơn vị “{actual}”. Các loại: {expected}.',
    en: 'Line {line}, {column}: there is no type of area "{actual}". The types are: {expected}.',
  },
  'territory.not-a-kind': {
    vi: 'Dòng {line}, {column}: không có kiểu sắp xếp “{actual}”. Các kiểu: {expected}.',
    en: 'Line {line}, {column}: there is no kind of reorganisation "{actual}". The kinds are: {expected}.',
  },
  'territory.empty': {
    vi: 'Dòng {line}, {column}: ô để trống; cần {expected}.',
    en: 'Line {line}, {column}: the cell is empty; it should hold the {expected}.',
  },
  'territory.sides': {
    vi: 'Dòng {line}, {column}: có “{actual}”; kiểu này cần {expected}.',
    en: 'Line {line}, {column}: it holds "{actual}"; this kind needs {expected}.',
  },
  'territory.not-a-weight': {
    vi: 'Dòng {line}, {column}: “{actual}” không phải số lớn hơn 0. Ví dụ: {expected}.',
    en: 'Line {line}, {column}: "{actual}" is no number above zero. For example: {expected}.',
  },
  'territory.not-a-degree': {
    vi: 'Dòng {line}, {column}: “{actual}” không phải số độ kinh, vĩ trong khoảng {expected}; điền cả lon và lat hoặc để trống cả hai.',
    en: 'Line {line}, {column}: "{actual}" is no number of degrees in {expected}; fill both lon and lat, or neither.',
  },
  'boundaries.not-json': {
    vi: 'Tệp không phải GeoJSON hay TopoJSON: không đọc được như JSON ({actual}). Hãy xuất bản đồ sang một trong hai dạng này.',
    en: 'The file is neither GeoJSON nor TopoJSON: it cannot be read as JSON ({actual}). Export the map as one of the two.',
  },
  'boundaries.not-features': {
    vi: 'Tệp là “{actual}”; cần {expected}.',
    en: 'The file is "{actual}"; it should be a {expected}.',
  },
  'boundaries.not-a-polygon': {
    vi: 'Đối tượng {line} ({column}): hình là “{actual}”; cần {expected}.',
    en: 'Feature {line} ({column}): its shape is "{actual}"; it should be a {expected}.',
  },
  'boundaries.not-closed': {
    vi: 'Đối tượng {line} ({column}): đường bao không khép kín ({actual}); điểm cuối phải trùng điểm đầu và có ít nhất {expected} điểm.',
    en: 'Feature {line} ({column}): a ring is not closed ({actual}); its last position must be its first, and it needs at least {expected}.',
  },
  'boundaries.out-of-range': {
    vi: 'Đối tượng {line} ({column}): toạ độ {actual} không phải kinh độ, vĩ độ (WGS 84). Cần {expected}; bản đồ theo mét (VN-2000) phải được chuyển trước.',
    en: 'Feature {line} ({column}): {actual} is no longitude and latitude (WGS 84). It should be {expected}; a map in metres (VN-2000) must be converted first.',
  },
  'boundaries.code-twice': {
    vi: 'Đối tượng {line} ({column}): mã {actual} đã có ở đối tượng {expected}.',
    en: 'Feature {line} ({column}): the code {actual} stands on feature {expected} already.',
  },
  'boundaries.none-matched': {
    vi: 'Không đối tượng nào có mã của một đơn vị trên bản đồ ngày này. Trong tệp có: {actual}. Cần mã như {expected}.',
    en: 'No feature has the code of an area on the map of this day. The file has: {actual}. It needs codes such as {expected}.',
  },
  'boundaries.unmatched': {
    vi: 'Đối tượng {line} ({actual}) không khớp đơn vị nào trên bản đồ ngày này.',
    en: 'Feature {line} ({actual}) matches no area on the map of this day.',
  },
  'boundaries.missing': {
    vi: 'Chưa có hình: {actual}.',
    en: 'Without a shape: {actual}.',
  },
  'boundaries.too-many': {
    vi: 'Tệp có {actual} điểm; nhiều nhất {expected}. Hãy làm gọn đường bao trước khi nạp.',
    en: 'The file has {actual} positions; at most {expected} are taken. Simplify it before loading.',
  },
  'territory.area-twice': {
    vi: 'Dòng {line}, {column}: đơn vị “{actual}” cùng ngày bắt đầu đã có ở dòng {expected}. Hãy giữ một dòng.',
    en: 'Line {line}, {column}: the area "{actual}" with the same first day stands on line {expected}. Keep one.',
  },
  'territory.overlap': {
    vi: 'Dòng {line}, {column}: thời gian chồng lên dòng trước của cùng đơn vị ({actual}); cần bắt đầu {expected}.',
    en: 'Line {line}, {column}: its time overlaps the line before of the same area ({actual}); it should begin {expected}.',
  },
  'territory.gap': {
    vi: 'Dòng {line}, {column}: có khoảng trống thời gian trước dòng này ({actual}); dòng trước kết thúc {expected}.',
    en: 'Line {line}, {column}: there is a gap before this line ({actual}); the one before ends on {expected}.',
  },
  'territory.upside-down': {
    vi: 'Dòng {line}, {column}: ngày kết thúc không sau ngày bắt đầu ({actual}); cần {expected}.',
    en: 'Line {line}, {column}: it ends no later than it begins ({actual}); it should be {expected}.',
  },
  'territory.no-such-parent': {
    vi: 'Dòng {line}, {column}: không có đơn vị cấp trên ({actual}). Gần giống: {expected}.',
    en: 'Line {line}, {column}: there is no such area to lie in ({actual}). Close to it: {expected}.',
  },
  'territory.parent-not-there': {
    vi: 'Dòng {line}, {column}: đơn vị cấp trên không tồn tại suốt thời gian này ({actual}); nó có trong {expected}.',
    en: 'Line {line}, {column}: the area that it lies in does not exist all that time ({actual}); it does in {expected}.',
  },
  'territory.cycle': {
    vi: 'Dòng {line}, {column}: đơn vị nằm trong chính nó ({actual}).',
    en: 'Line {line}, {column}: the area lies in itself ({actual}).',
  },
  'territory.code-twice': {
    vi: 'Dòng {line}, {column}: mã cùng ngày thuộc hai đơn vị ({actual}); đơn vị kia là {expected}.',
    en: 'Line {line}, {column}: two areas have one code on one day ({actual}); the other is {expected}.',
  },
  'territory.no-such-area': {
    vi: 'Dòng {line}, {column}: không có đơn vị này ({actual}). Gần giống: {expected}.',
    en: 'Line {line}, {column}: there is no such area ({actual}). Close to it: {expected}.',
  },
  'territory.does-not-end': {
    vi: 'Dòng {line}, {column}: đơn vị được sắp xếp không kết thúc vào ngày đó ({actual}); cần {expected}.',
    en: 'Line {line}, {column}: the area that is reorganised does not end on that day ({actual}); it should on {expected}.',
  },
  'territory.does-not-begin': {
    vi: 'Dòng {line}, {column}: đơn vị mới không bắt đầu vào ngày đó ({actual}); cần {expected}.',
    en: 'Line {line}, {column}: the new area does not begin on that day ({actual}); it should on {expected}.',
  },
  'territory.to-itself': {
    vi: 'Dòng {line}, {column}: đơn vị sáp nhập vào chính nó ({actual}). Đổi địa giới phải là đơn vị mới; chỉ đổi tên, mã thì không ghi ở tệp này.',
    en: 'Line {line}, {column}: an area goes into itself ({actual}). New bounds are a new area; a new name or code does not belong in this file.',
  },
  'territory.link-twice': {
    vi: 'Dòng {line}, {column}: ghi hai lần ({actual}).',
    en: 'Line {line}, {column}: it stands twice ({actual}).',
  },
  'territory.no-successor': {
    vi: 'Dòng {line}, {column}: đơn vị kết thúc mà không có sắp xếp nào nói nó đi đâu ({actual}).',
    en: 'Line {line}, {column}: the area ends and no reorganisation says where it went ({actual}).',
  },
  'territory.no-origin': {
    vi: 'Dòng {line}, {column}: đơn vị bắt đầu mà không có sắp xếp nào nói nó từ đâu ra ({actual}).',
    en: 'Line {line}, {column}: the area begins and no reorganisation says where it came from ({actual}).',
  },
  'cube.parts-unknown': {
    vi: 'Không có căn cứ để chia số liệu giữa các đơn vị này; tổng của chúng thì có.',
    en: 'Nothing says how the figure divides between these areas; their sum is known.',
  },
  'cube.no-such-area': {
    vi: 'Đơn vị này không có trên bản đồ của ngày đó.',
    en: 'The area is not on the map of that day.',
  },
  'cube.nothing-below': { vi: 'Mẫu số bằng 0.', en: 'The denominator is zero.' },
  'cube.assess-anew': {
    vi: 'Đơn vị mới sau sắp xếp, chưa được đánh giá lại theo tiêu chuẩn.',
    en: 'A new area since the reorganisation, not assessed by the standard yet.',
  },
  'cube.not-additive': {
    vi: 'Chỉ số này không cộng được, nên không tính lại theo địa giới khác.',
    en: 'The indicator does not add up, so it cannot be recast to other bounds.',
  },
  'territory.change-day': { vi: '“{actual}” không phải là ngày.', en: '“{actual}” is no day.' },
  'territory.change-unknown': {
    vi: 'Ngày đó không có đơn vị “{actual}”. Gần giống: {expected}.',
    en: 'There is no area “{actual}” on that day. Nearest: {expected}.',
  },
  'territory.change-ambiguous': {
    vi: '“{actual}” là tên của nhiều đơn vị: {expected}. Hãy ghi kèm huyện hoặc mã.',
    en: '“{actual}” names several areas: {expected}. Add the district or write the code.',
  },
  'territory.change-none': { vi: 'Hãy ghi đơn vị cũ.', en: 'Name the old areas.' },
  'territory.change-piece': {
    vi: 'Không hiểu dòng “{actual}”. Viết như: xã; Hồng Phong; 06001; 5200; 41,5.',
    en: 'The line “{actual}” is not understood. Write it as: xã; Hồng Phong; 06001; 5200; 41,5.',
  },
  'territory.change-basis': {
    vi: 'Hãy ghi căn cứ, ví dụ số nghị quyết.',
    en: 'Say on what basis, such as the resolution.',
  },
  'territory.change-rename': {
    vi: 'Đổi tên cần đúng một đơn vị cũ và một dòng tên mới.',
    en: 'A new name needs just one old area and one new line.',
  },
  'territory.change-later': {
    vi: '{actual} đã có thay đổi ngày {expected}, không thể ghi thay đổi sớm hơn hoặc cùng ngày bằng biểu này; hãy nạp bảng.',
    en: '{actual} changes on {expected} already; an earlier change or one on the same day must be loaded as tables.',
  },
  'territory.change-check': {
    vi: 'Sau thay đổi, hồ sơ địa giới không còn khớp: {actual}.',
    en: 'After the change the territory would not hold together: {actual}.',
  },
} as const satisfies Sentences
