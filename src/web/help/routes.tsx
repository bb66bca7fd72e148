import { Hono } from 'hono'
import { GLOSSARY } from '../../messages/glossary.ts'
import { STATUS_WORDS } from '../../evaluation/judgement.ts'
import { page, viewFor } from '../around.ts'
import { Layout } from '../frame/layout.tsx'
import { Status } from '../frame/status.tsx'
import type { View } from '../frame/view.ts'

/** What every status means and how it is reached, what words mean, and the keys. */
export function helpPages(): Hono {
  const app = new Hono()
  for (const path of ['/help', '/about']) app.get(path, c => page(c, <HelpPage view={viewFor(c)} />))
  return app
}

const KEYS = [
  ['/', 'search'],
  ['?', 'help'],
  ['↑ ↓', 'hits'],
] as const
const RULES = ['worst', 'path', 'projection', 'exact', 'times', 'sources'] as const

function HelpPage({ view }: { readonly view: View }) {
  const { t, language } = view
  return (
    <Layout view={view} title={t('web.about.title')} place="about">
      <header>
        <h1>{t('web.about.title')}</h1>
        <p>
          <a href="#statuses">{t('web.about.statuses')}</a> · <a href="#rules">{t('web.about.rules')}</a> ·{' '}
          <a href="#words">{t('web.help.words')}</a> · <a href="#keys">{t('web.help.keys')}</a>
        </p>
      </header>
      <h2 id="statuses">{t('web.about.statuses')}</h2>
      <dl class="facts">
        {STATUS_WORDS.map(status => (
          <>
            <dt id={`status-${status}`}>
              <Status view={view} status={status} />
            </dt>
            <dd>{t(`web.about.${status}`)}</dd>
          </>
        ))}
      </dl>
      <h2 id="rules">{t('web.about.rules')}</h2>
      {RULES.map(rule => (
        <p>{t(`web.about.rule-${rule}`)}</p>
      ))}
      <p>{t('web.score.legend')}</p>
      <p>{t('web.about.local')}</p>
      <h2 id="words">{t('web.help.words')}</h2>
      <dl class="facts glossary">
        {GLOSSARY.map(term => (
          <>
            <dt id={`term-${term.id}`}>{term[language]}</dt>
            <dd>
              {term.means[language]} <small>{language === 'vi' ? term.en : term.vi}</small>
            </dd>
          </>
        ))}
      </dl>
      <h2 id="keys">{t('web.help.keys')}</h2>
      <dl class="facts">
        {KEYS.map(([key, name]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`web.help.key-${name}`)}</dd>
          </>
        ))}
      </dl>
    </Layout>
  )
}
