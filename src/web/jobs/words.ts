import type { Job } from '../../store/jobs.ts'
import { countIn } from '../frame/figures.ts'
import type { View, WebCode } from '../frame/view.ts'

export const isLive = ({ state }: Job): boolean => state === 'waiting' || state === 'running'

export const kindIn = ({ t }: View, { kind }: Job): string => t(`web.job.kind-${kind}` as WebCode)
export const stateIn = ({ t }: View, { state }: Job): string => t(`web.job.state-${state}`)

/** "Checking lines of the audit: 12.000 of 100.000". */
export function progressIn({ t, language }: View, { progress: { doing, done, total } }: Job): string {
  const what = t(`web.job.doing-${doing}` as WebCode)
  if (total === null || total === 0) return what
  const percent = String(Math.min(100, Math.floor((done * 100) / total)))
  // A total of a hundred is hundredths already.
  if (total === 100) return t('web.job.percent', { what, percent })
  return t('web.job.so-far', { what, done: countIn(done, language), total: countIn(total, language), percent })
}

/** What came of it, as a sentence; numbers as the reader writes them. */
export function resultIn({ t, language }: View, { state, result }: Job): string {
  if (state === 'interrupted') return t('web.job.said-interrupted')
  if (state === 'cancelled') return t('web.job.said-cancelled')
  if (!result) return ''
  const values = Object.fromEntries(
    Object.entries(result.values).map(([name, value]) => [
      name,
      /^\d+$/.test(value) ? countIn(Number(value), language) : value,
    ]),
  )
  return t(`web.job.said-${result.said}` as WebCode, values)
}
