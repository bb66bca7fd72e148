import { showMoment } from '../../measure/show.ts'
import type { Job } from '../../store/jobs.ts'
import { here, to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import { Handed } from '../frame/script.tsx'
import type { View } from '../frame/view.ts'
import { isLive, kindIn, progressIn, resultIn, stateIn } from './words.ts'

const ROUND_TRIP_SECONDS = 3

/** One job: what is being done and how far, or what came of it. */
export function JobPage({ view, job }: { readonly view: View; readonly job: Job }) {
  const { t, address } = view
  const live = isLive(job)
  const { progress, result } = job
  return (
    <Layout
      view={view}
      title={kindIn(view, job)}
      place="jobs"
      scripts={live ? ['busy', 'job'] : []}
      refresh={live ? ROUND_TRIP_SECONDS : undefined}
    >
      <header>
        <h1>{kindIn(view, job)}</h1>
        <p>
          {[job.subject, t('web.job.asked', { when: showMoment(job.asked, view.language), who: job.actor })]
            .filter(part => part !== '')
            .join(' · ')}
        </p>
      </header>
      {live ? (
        <section id="job">
          <p role="status" id="job-said">
            {progressIn(view, job)}
          </p>
          <progress
            aria-labelledby="job-said"
            {...(progress.total === null ? {} : { value: progress.done, max: Math.max(progress.total, 1) })}
          ></progress>
          <form method="post" action={to(address, `/jobs/${job.id}/cancel`)} data-busy={t('web.job.cancelling')}>
            <p>
              <button type="submit">{t('web.job.cancel')}</button> <a href={here(address, {})}>{t('web.job.look')}</a>
            </p>
          </form>
          <p class="small">{t('web.job.leave')}</p>
          <Handed
            id="job-data"
            data={{ address: `/api/jobs/${job.id}?lang=${view.language}`, lost: t('web.job.lost') }}
          />
        </section>
      ) : (
        <section class={job.state === 'done' && result?.said !== 'chain-broken' ? 'told' : 'fault'}>
          <p role="status">
            <strong>{stateIn(view, job)}</strong> {resultIn(view, job)}
          </p>
          {result?.messages && result.messages.length > 0 && <MessageList view={view} messages={result.messages} />}
          <p class="acts">
            {result?.file !== undefined && job.state === 'done' && (
              <a href={`/jobs/${job.id}/file`} download>
                {t('web.job.download', { file: result.file })}
              </a>
            )}
            {result?.link !== undefined && <a href={to(address, result.link)}>{t('web.job.go-on')}</a>}
          </p>
        </section>
      )}
      <p>
        <a href={to(address, '/jobs')}>{t('web.job.all')}</a>
      </p>
    </Layout>
  )
}

/** The newest jobs of whoever reads; of everybody for who keeps the store. */
export function JobsPage({ view, jobs }: { readonly view: View; readonly jobs: readonly Job[] }) {
  const { t } = view
  const live = jobs.some(isLive)
  return (
    <Layout view={view} title={t('web.job.title')} place="jobs" refresh={live ? ROUND_TRIP_SECONDS : undefined}>
      <header>
        <h1>{t('web.job.title')}</h1>
        <p>{t('web.job.about')}</p>
      </header>
      {jobs.length === 0 ? <p>{t('web.job.none')}</p> : <JobTable view={view} jobs={jobs} />}
    </Layout>
  )
}

export function JobTable({ view, jobs }: { readonly view: View; readonly jobs: readonly Job[] }) {
  const { t, address } = view
  return (
    <table class="rows">
      <caption class="hidden">{t('web.job.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('web.job.what')}</th>
          <th scope="col">{t('web.job.when')}</th>
          <th scope="col">{t('web.job.who')}</th>
          <th scope="col">{t('web.job.state')}</th>
          <th scope="col">{t('web.job.came')}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(job => (
          <tr>
            <th scope="row">
              <a href={to(address, `/jobs/${job.id}`)}>{kindIn(view, job)}</a>
              {job.subject !== '' && <small> {job.subject}</small>}
            </th>
            <td data-label={t('web.job.when')}>{showMoment(job.asked, view.language)}</td>
            <td data-label={t('web.job.who')}>{job.actor}</td>
            <td data-label={t('web.job.state')}>{stateIn(view, job)}</td>
            <td data-label={t('web.job.came')}>{isLive(job) ? progressIn(view, job) : resultIn(view, job)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
