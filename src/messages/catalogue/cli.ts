import type { Sentences } from '../sentence.ts'

export const cli = {
  'cli.usage': { vi: 'Cách gọi: {usage}', en: 'Usage: {usage}' },
  'cli.unknown': {
    vi: 'Không có lệnh “{name}”. Các lệnh: {known}.',
    en: 'There is no command "{name}". The commands are: {known}.',
  },
  'cli.no-file': {
    vi: 'Không đọc được tệp “{path}”. Hãy xem đường dẫn có đúng không và bạn có quyền đọc hay không.',
    en: 'The file "{path}" cannot be read. See whether the path is right and whether you may read it.',
  },
  'cli.file-too-large': {
    vi: 'Tệp “{path}” nặng {size} MB, quá mức {most} MB. Hãy bỏ ảnh trong tệp hoặc tách tệp rồi thử lại.',
    en: 'The file "{path}" has {size} MB, more than the {most} MB that are taken. Take the pictures out or split it, then try again.',
  },
  'cli.about-read': {
    vi: 'Đọc văn bản (.md .txt .html .docx .pdf): mục, chỉ tiêu, số liệu, nhiệm vụ.',
    en: 'Reads a document (.md .txt .html .docx .pdf): sections, targets, figures, tasks.',
  },
  'cli.about-check': {
    vi: 'Tính lại các phép tính mà văn bản tự nêu; với --strict, sai thì thoát với mã 1.',
    en: "Recomputes the document's own arithmetic; with --strict, exits with 1 where it is wrong.",
  },
  'cli.scope-task': { vi: 'Trong nhiệm vụ, giải pháp', en: 'Among tasks and solutions' },
  'cli.scope-forecast': { vi: 'Dự báo', en: 'Forecasts' },
  'cli.no-group': { vi: 'Chỉ tiêu', en: 'Targets' },
  'cli.claim-wrong': { vi: 'SAI:', en: 'WRONG:' },
  'cli.claims': {
    vi: 'Đúng {holds}, sai {wrong}, không kiểm được {open}.',
    en: '{holds} hold, {wrong} wrong, {open} cannot be verified.',
  },
} as const satisfies Sentences
