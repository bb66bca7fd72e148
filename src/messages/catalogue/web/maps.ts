import type { Sentences } from '../../sentence.ts'

/** Maps, boundaries, areas. */
export const webMaps = {
  'web.nav.map': { vi: 'Bản đồ', en: 'Map' },
  'web.nav.areas': { vi: 'Địa bàn', en: 'Areas' },
  'web.level.nation': { vi: 'cả nước', en: 'nation' },
  'web.level.province': { vi: 'cấp tỉnh', en: 'provinces' },
  'web.level.district': { vi: 'cấp huyện', en: 'districts' },
  'web.level.commune': { vi: 'cấp xã', en: 'communes' },

  'web.map.title': { vi: 'Bản đồ', en: 'Map' },
  'web.map.named': { vi: 'Bản đồ: {name}', en: 'Map: {name}' },
  'web.map.since': { vi: 'địa giới từ {day}', en: 'map since {day}' },
  'web.map.skip': { vi: 'Bỏ qua bản đồ, đến bảng số liệu', en: 'Skip the map, to the table' },
  'web.map.kind-outlines': {
    vi: 'Đường bao đã được đơn giản hoá.',
    en: 'Bounds are simplified.',
  },
  'web.map.numbered': {
    vi: 'Số trên bản đồ là số thứ tự trong bảng.',
    en: 'Numbers on the map are those of the table.',
  },
  'web.map.kind-cells': {
    vi: 'Sơ đồ: mỗi đơn vị một ô bằng nhau, xếp gần đúng vị trí; không phải đường bao thật.',
    en: 'Schematic: every area is a cell of one size, near where it lies; not its real bounds.',
  },
  'web.map.kind-blocks': {
    vi: 'Sơ đồ: mỗi đơn vị một ô, xếp theo mã; chưa có toạ độ hay đường bao của các đơn vị này.',
    en: 'Schematic: every area is a square in the order of codes; neither centres nor bounds of these areas are known.',
  },
  'web.map.lacking': { vi: 'Chưa có đường bao: {names}.', en: 'Without bounds: {names}.' },
  'web.map.no-territory': {
    vi: 'Chưa nạp danh mục đơn vị hành chính, nên chưa có bản đồ. Người lập kế hoạch nạp hai bảng: đơn vị và các lần sắp xếp.',
    en: 'No territory has been loaded yet, so there is no map. A planner loads two tables: the areas and the reorganisations.',
  },
  'web.map.before-territory': {
    vi: 'Danh mục đơn vị hành chính chưa có ngày {day}; hãy chọn một ngày sau.',
    en: 'The territory does not reach back to {day}; choose a later day.',
  },
  'web.map.no-figures': {
    vi: 'Chưa có số liệu của chỉ số này theo đơn vị. Hãy chọn chỉ số khác, hoặc nhập số liệu theo xã, huyện.',
    en: 'This indicator has no figures by area yet. Choose another one, or import figures by commune or district.',
  },
  'web.map.load-boundaries': { vi: 'Nạp đường bao của các đơn vị', en: 'Load the bounds of areas' },
  'web.map.level': { vi: 'Cấp', en: 'Level' },
  'web.map.classes': { vi: 'Chia lớp', en: 'Classes' },
  'web.map.by-quantile': { vi: 'số đơn vị bằng nhau', en: 'equal numbers of areas' },
  'web.map.by-equal': { vi: 'khoảng bằng nhau', en: 'equal intervals' },
  'web.map.by-bound': { vi: 'so với mức cam kết', en: 'against what was promised' },
  'web.map.by-quantile-about': {
    vi: 'Năm lớp, mỗi lớp gần bằng nhau về số đơn vị; đậm hơn (trên nền tối: sáng hơn) là lớn hơn.{bound}',
    en: 'Five classes of about as many areas each; darker (on dark paper: brighter) is more.{bound}',
  },
  'web.map.by-equal-about': {
    vi: 'Năm khoảng rộng bằng nhau; đậm hơn (trên nền tối: sáng hơn) là lớn hơn.{bound}',
    en: 'Five intervals of one width; darker (on dark paper: brighter) is more.{bound}',
  },
  'web.map.by-bound-about': {
    vi: 'Xanh: đạt mức {bound} của kế hoạch; cam: chưa đạt; càng đậm càng xa. Mức của cả kế hoạch, không phải mức giao cho từng đơn vị.',
    en: 'Blue: reaches the plan’s {bound}; orange: does not; the darker, the farther. It is the plan’s bound, not one given to each area.',
  },
  'web.map.from-below': { vi: 'từ {low} đến dưới {high}', en: '{low} to below {high}' },
  'web.map.no-value': { vi: 'không có số', en: 'no value' },
  'web.map.counted': { vi: '{valued} trên {all} đơn vị có số.', en: '{valued} of {all} areas have a value.' },
  'web.map.unit': { vi: 'Đơn vị tính: {unit}.', en: 'Unit: {unit}.' },
  'web.map.part': {
    vi: 'mới có {count}/{of} số liệu, cộng được {value}',
    en: 'only {count} of {of} figures so far, adding up to {value}',
  },
  'web.map.parts': {
    vi: '{count} đơn vị mới có một phần số liệu: không xếp hạng, không tô màu.',
    en: '{count} areas have only a part of their figures: neither ranked nor coloured.',
  },
  'web.map.not-whole': { vi: 'mới có một phần', en: 'only a part' },
  'web.map.bar': { vi: 'Thanh so sánh', en: 'Bar' },
  'web.map.how': { vi: 'Từ đâu', en: 'From' },
  'web.map.common': {
    vi: 'Nếu không ghi gì khác: {how}.',
    en: 'Where nothing else is said: {how}.',
  },
  'web.map.soft': { vi: '* ước tính hoặc sơ bộ.', en: '* estimated or provisional.' },
  'web.map.summed': {
    vi: 'cộng từ {count} đơn vị trước sắp xếp',
    en: 'made of {count} areas before the reorganisation',
  },
  'web.map.apportioned': { vi: 'phân bổ theo tỷ trọng đã nêu', en: 'apportioned by a stated weight' },

  'web.boundaries.title': { vi: 'Đường bao của các đơn vị', en: 'Bounds of the areas' },
  'web.boundaries.about': {
    vi: 'Tệp GeoJSON hoặc TopoJSON, kinh độ và vĩ độ WGS 84, tối đa {size} MB. Mỗi đối tượng có một thuộc tính là mã đơn vị; chương trình tự tìm thuộc tính đó và khớp với danh mục của ngày đã chọn. Hình sai thì cả tệp bị từ chối.',
    en: 'A GeoJSON or TopoJSON file in longitude and latitude (WGS 84), up to {size} MB. One property of each feature is the area’s official code; it is found and matched to the map of the day. One wrong shape refuses the whole file.',
  },
  'web.boundaries.day': { vi: 'Địa giới của ngày', en: 'The map of' },
  'web.boundaries.file': { vi: 'Tệp GeoJSON hoặc TopoJSON', en: 'GeoJSON or TopoJSON file' },
  'web.boundaries.send': { vi: 'Nạp đường bao', en: 'Load the bounds' },
  'web.boundaries.busy': { vi: 'Đang kiểm tra và làm gọn đường bao …', en: 'Checking and simplifying the bounds …' },
  'web.boundaries.refused': {
    vi: 'Tệp chưa được nhận; chưa có gì được ghi.',
    en: 'The file was not taken; nothing was written.',
  },
  'web.boundaries.taken': {
    vi: 'Đã nhận đường bao của {count} đơn vị trên địa giới từ {day}, khớp theo thuộc tính “{property}”.',
    en: 'The bounds of {count} areas on the map since {day} were taken, matched by the property "{property}".',
  },
  'web.boundaries.known': {
    vi: 'Đường bao của {count} đơn vị trên địa giới từ {day} (thuộc tính “{property}”) đã có đúng như vậy; không thay đổi gì.',
    en: 'The bounds of {count} areas on the map since {day} (property "{property}") stood just so; nothing changed.',
  },
  'web.boundaries.positions': {
    vi: 'Làm gọn từ {read} điểm còn {kept} điểm; ranh giới chung của hai đơn vị vẫn là một đường.',
    en: '{read} positions were simplified to {kept}; a line that two areas share stays one line.',
  },
  'web.boundaries.left': {
    vi: '{unmatched} đối tượng trong tệp không khớp; {missing} đơn vị chưa có đường bao.',
    en: '{unmatched} features of the file match nothing; {missing} areas have no bounds yet.',
  },
  'web.boundaries.see': { vi: 'Xem bản đồ', en: 'See the map' },

  'web.areas.title': { vi: 'Địa bàn', en: 'Areas' },
  'web.areas.area': { vi: 'Đơn vị', en: 'Area' },
  'web.areas.find': { vi: 'Tìm tên, kể cả đơn vị cũ', en: 'Find a name, former ones too' },
  'web.areas.search': { vi: 'Tìm', en: 'Search' },
  'web.areas.found': { vi: '{count} đơn vị', en: '{count} areas' },
  'web.areas.none-found': {
    vi: 'Không có đơn vị nào tên “{text}”. Gõ có dấu hay không dấu đều được.',
    en: 'No area is called "{text}". Accents may be left out.',
  },
  'web.areas.code': { vi: 'Mã', en: 'Code' },
  'web.areas.lies-in': { vi: 'Thuộc', en: 'Lies in' },
  'web.areas.time': { vi: 'Thời gian', en: 'Time' },
  'web.areas.from': { vi: 'từ {from}', en: 'since {from}' },
  'web.areas.from-to': { vi: '{from} đến trước {to}', en: '{from} to before {to}' },
  'web.areas.children': { vi: 'Gồm {count} đơn vị', en: 'Made up of {count} areas' },

  'web.area.gone': {
    vi: 'Đơn vị này không có trên địa giới ngày {day}.',
    en: 'This area is not on the map of {day}.',
  },
  'web.area.facts': { vi: 'Tên, mã, cấp trên theo thời gian', en: 'Name, code and what it lies in, over time' },
  'web.area.history': { vi: 'Từ đâu mà có, trở thành gì', en: 'What it was made of, what it became' },
  'web.area.no-events': {
    vi: 'Chưa có lần sắp xếp nào thay đổi địa giới của đơn vị này.',
    en: 'No reorganisation has changed the bounds of this area.',
  },
  'web.area.made-of': { vi: 'Lập từ', en: 'Made of' },
  'web.area.became': { vi: 'Trở thành', en: 'Became' },
  'web.area.regrouped-from': {
    vi: 'Sắp xếp lại cùng (không rõ phần nào về đâu)',
    en: 'Regrouped among (which part went where is not stated)',
  },
  'web.area.abolished': { vi: 'Kết thúc, không có đơn vị kế thừa', en: 'Ended without a successor' },
  'web.area.where': { vi: 'Vị trí', en: 'Where it lies' },
  'web.area.siblings': { vi: 'Cùng cấp', en: 'Beside it' },
  'web.area.targets': { vi: 'Chỉ tiêu được giao', en: 'Targets given to it' },
  'web.area.figures': { vi: 'Số liệu', en: 'Figures' },
  'web.area.no-figures': {
    vi: 'Chưa có số liệu nào của riêng đơn vị này.',
    en: 'There are no figures of this area by itself yet.',
  },
  'web.area.latest': { vi: 'Mới nhất', en: 'Latest' },
  'web.area.before': { vi: 'Kỳ trước', en: 'Before' },
  'web.area.on-map': { vi: 'Xem trên bản đồ', en: 'See on the map' },
  'web.area.map-title': { vi: 'Vị trí của {name}', en: 'Where {name} lies' },
} as const satisfies Sentences
