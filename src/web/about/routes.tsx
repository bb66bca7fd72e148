import { Hono } from 'hono'
import { STATUS_WORDS } from '../../evaluation/judgement.ts'
import { page, viewFor } from '../around.ts'
import { Layout } from '../frame/layout.tsx'
import { Status } from '../frame/status.tsx'
import type { View } from '../frame/view.ts'

/** What every status means and how it is reached. */
export function aboutPages(): Hono {
  const app = new Hono()
  app.get('/about', c => page(c, <AboutPage view={viewFor(c)} />))
  return app
}

const RULES = ['worst', 'path', 'projection', 'exact', 'times', 'sources'] as const

function AboutPage({ view }: { readonly view: View }) {
  const { t } = view
  return (
    <Layout view={view} title={t('web.about.title')} place="about">
      <header>
        <h1>{t('web.about.title')}</h1>
      </header>
      <h2>{t('web.about.statuses')}</h2>
      <dl class="facts">
        {STATUS_WORDS.map(status => (
          <>
            <dt>
              <Status view={view} status={status} />
            </dt>
            <dd>{t(`web.about.${status}`)}</dd>
          </>
        ))}
      </dl>
      <h2>{t('web.about.rules')}</h2>
      {RULES.map(rule => (
        <p>{t(`web.about.rule-${rule}`)}</p>
      ))}
      <p>{t('web.score.legend')}</p>
      <p>{t('web.about.local')}</p>
    </Layout>
  )
}
