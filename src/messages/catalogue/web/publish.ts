import type { Sentences } from '../../sentence.ts'

/** What is looked at before a plan becomes public. */
export const webPublish = {
  'web.publish.title': { vi: 'Xem lại trước khi công bố', en: 'Before the plan is published' },
  'web.publish.about': {
    vi: 'Công bố rồi thì mọi người đều xem được. Bản đã công bố được lưu mãi, không thu hồi được; sửa sau này là một phiên bản mới.',
    en: 'Once published, everyone can read it. It is kept for ever and cannot be taken back; a later correction is a new version.',
  },
  'web.publish.plan': { vi: 'Kế hoạch', en: 'Plan' },
  'web.publish.public': { vi: 'Được công khai', en: 'Becomes public' },
  'web.publish.counts': {
    vi: '{targets} chỉ tiêu với {measures} mức cam kết, {indicators} chỉ số',
    en: '{targets} targets with {measures} measures, {indicators} indicators',
  },
  'web.publish.version': { vi: 'Phiên bản', en: 'Version' },
  'web.publish.first': { vi: 'Phiên bản đầu tiên', en: 'The first version' },
  'web.publish.next': {
    vi: 'Phiên bản {version}, thay phiên bản công bố lúc {moment}',
    en: 'Version {version}, in the place of the one published at {moment}',
  },
  'web.publish.left-out': { vi: 'Không được công bố', en: 'Stays out' },
  'web.publish.left-out-count': {
    vi: '{count} mức cam kết chưa đủ mức hoặc đơn vị',
    en: '{count} measures that lack a bound or a unit',
  },
  'web.publish.groups': { vi: 'Gồm', en: 'Among them' },
  'web.publish.ungrouped': { vi: 'Không theo nhóm', en: 'In no group' },
  'web.publish.difference': { vi: 'Khác với phiên bản đang hiệu lực', en: 'What changes against the version in force' },
  'web.publish.nothing': {
    vi: 'Không có gì khác với phiên bản đang hiệu lực.',
    en: 'Nothing is otherwise than in the version in force.',
  },
  'web.publish.facts': { vi: 'Thông tin chung', en: 'The plan itself' },
  'web.publish.fact-name': { vi: 'Tên', en: 'Name' },
  'web.publish.fact-issuer': { vi: 'Cơ quan ban hành', en: 'Issued by' },
  'web.publish.fact-adopted': { vi: 'Ngày ban hành', en: 'Adopted on' },
  'web.publish.fact-term': { vi: 'Giai đoạn', en: 'Term' },
  'web.publish.fact-area': { vi: 'Địa bàn', en: 'Area' },
  'web.publish.fact-none': { vi: 'chưa có', en: 'none' },
  'web.publish.added': { vi: 'Thêm', en: 'Added' },
  'web.publish.dropped': { vi: 'Bỏ', en: 'Dropped' },
  'web.publish.changed': { vi: 'Sửa', en: 'Changed' },
  'web.publish.same': { vi: '{count} chỉ tiêu giữ nguyên.', en: 'Targets that stay as they are: {count}.' },
  'web.publish.kept': {
    vi: 'Số liệu đã nhận của các chỉ số vẫn được giữ. Chỉ tiêu đổi lời văn được tính là bỏ rồi thêm: chỉ số của nó bắt đầu lại, chưa có số liệu.',
    en: 'The figures that their indicators have are kept. A target worded otherwise counts as dropped and added: its indicator begins anew, without figures.',
  },
  'web.publish.words': { vi: 'đổi lời văn', en: 'other words' },
  'web.publish.number': { vi: 'số thứ tự {before} → {after}', en: 'number {before} → {after}' },
  'web.publish.measure-added': { vi: 'thêm mức “{name}”: {after}', en: '“{name}” added: {after}' },
  'web.publish.measure-dropped': { vi: 'bỏ mức “{name}”: {before}', en: '“{name}” dropped: {before}' },
  'web.publish.measure-bound': { vi: '“{name}”: {before} → {after}', en: '“{name}”: {before} → {after}' },
  'web.publish.measure-other': {
    vi: '“{name}”: vẫn {after}, đổi cách tính, thời gian hoặc tên',
    en: '“{name}”: still {after}; its kind, years or name are others',
  },
  'web.publish.shares-lapse': {
    vi: '{count} mức phân khai của “{name}” không còn vì đơn vị hoặc thời gian đã đổi',
    en: '{count} shares of “{name}” lapse, since its unit or years are others',
  },
  'web.publish.more': { vi: 'và {count} chỉ tiêu khác', en: 'and {count} more targets' },
  'web.publish.missing': { vi: 'Chưa công bố được', en: 'It cannot be published yet' },
  'web.publish.meanwhile': {
    vi: 'Bản thảo hoặc phiên bản đang hiệu lực vừa được người khác sửa; chưa công bố gì. Nội dung dưới đây là mới nhất, hãy xem lại.',
    en: 'Somebody changed the draft or the version in force meanwhile; nothing was published. What stands below is the newest: look again.',
  },
  'web.publish.look-first': {
    vi: 'Chưa công bố gì. Xem những gì sẽ được công khai rồi xác nhận.',
    en: 'Nothing was published yet. Look at what becomes public, then confirm.',
  },
  'web.publish.busy': { vi: 'Đang công bố …', en: 'Publishing …' },
  'web.publish.back': { vi: 'Quay lại bản thảo', en: 'Back to the draft' },
} as const satisfies Sentences
