import { isDay } from '../../measure/period.ts'
import { showDay } from '../../measure/show.ts'
import { say } from '../../messages/catalogue.ts'
import type { Language } from '../../messages/message.ts'
import type { StoredNotice } from '../../store/notices.ts'

/** A notice as its reader is told it: its days are kept as ISO, and written as the reader writes them. */
export const noticeIn = ({ kind, detail }: Pick<StoredNotice, 'kind' | 'detail'>, language: Language): string =>
  say(
    `desk.notice-${kind}`,
    language,
    Object.fromEntries(
      Object.entries(detail).map(([name, value]) => [
        name,
        name === 'due' && isDay(value) ? showDay(value, language) : value,
      ]),
    ),
  )
