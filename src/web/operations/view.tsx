import { decimal } from '../../measure/decimal.ts'
import { showDecimal, showMoment } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { countIn } from '../frame/figures.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'
import { Chain } from '../audit/chain.tsx'
import { JobTable } from '../jobs/view.tsx'
import type { Health } from './load.ts'

/** Below so much room a backup may not fit any more. */
const LOW = 1 << 30
const OLD_MS = 7 * 24 * 3_600_000

/** How the system stands, and what its administrator does to it. */
export function OperationsView({
  view,
  health,
  now,
}: {
  readonly view: View
  readonly health: Health
  readonly now: Date
}) {
  const { t, address } = view
  const { freeBytes, storeBytes, lastBackup } = health
  const low = freeBytes !== null && freeBytes < Math.max(LOW, (storeBytes ?? 0) * 2)
  const old = lastBackup !== null && now.getTime() - Date.parse(lastBackup.asked) > OLD_MS
  return (
    <Layout view={view} title={t('web.operations.title')} place="operations" scripts={['busy']}>
      <header>
        <h1>{t('web.operations.title')}</h1>
        <p>{t('web.operations.about')}</p>
      </header>
      <h2>{t('web.operations.health')}</h2>
      <dl class="facts">
        <dt>{t('web.operations.version')}</dt>
        <dd>{health.version === null ? t('web.operations.unknown') : `Cột Mốc ${health.version}`}</dd>
        <dt>{t('web.operations.engine')}</dt>
        <dd>{health.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}</dd>
        <dt>{t('web.operations.schema')}</dt>
        <dd>{health.schema}</dd>
        <dt>{t('web.operations.size')}</dt>
        <dd>{bytesIn(view, storeBytes)}</dd>
        <dt>{t('web.operations.free')}</dt>
        <dd>
          {bytesIn(view, freeBytes)} {low && <strong class="wrong">{t('web.operations.low')}</strong>}
        </dd>
        <dt>{t('web.operations.log')}</dt>
        <dd>{countIn(health.log, view.language)}</dd>
        <dt>{t('web.operations.backup')}</dt>
        <dd>
          {lastBackup ? (
            <>
              <a href={to(address, `/jobs/${lastBackup.id}`)}>{showMoment(lastBackup.asked, view.language)}</a>{' '}
              {old && <strong class="wrong">{t('web.operations.old')}</strong>}
            </>
          ) : (
            t('web.operations.none-yet')
          )}
        </dd>
        <dt>{t('web.operations.queue')}</dt>
        <dd>{countIn(health.unsent, view.language)}</dd>
        <dt>{t('web.operations.mail')}</dt>
        <dd>{t(health.hasMail ? 'web.operations.mail-on' : 'web.operations.mail-off')}</dd>
      </dl>
      <h2>{t('web.operations.backups')}</h2>
      <p>{t('web.operations.backup-about')}</p>
      <form method="post" action="/operations/backup" data-busy={t('web.operations.asking')}>
        <p>
          <button class="main" type="submit">
            {t('web.operations.make-backup')}
          </button>
        </p>
      </form>
      <Chain view={view} checked={health.checked} />
      <h2>{t('web.operations.notices')}</h2>
      <p>{t('web.operations.notices-about')}</p>
      <form method="post" action="/operations/notices" data-busy={t('web.operations.asking')}>
        <p>
          <button type="submit">{t('web.operations.send')}</button>
        </p>
      </form>
      {health.recent.length > 0 && (
        <>
          <h2>{t('web.operations.recent')}</h2>
          <JobTable view={view} jobs={health.recent} />
        </>
      )}
    </Layout>
  )
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** "1,4 GB"; what cannot be read is said to be so. */
function bytesIn({ t, language }: View, bytes: number | null): string {
  if (bytes === null) return t('web.operations.unknown')
  let [value, unit] = [bytes, 0]
  for (; value >= 1000 && unit < UNITS.length - 1; unit += 1) value /= 1000
  return `${showDecimal(decimal(BigInt(Math.round(value * 10)), 1), language)} ${UNITS[unit] ?? ''}`
}
