import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { View } from '../frame/view.ts'

/** What went wrong, and what to do. */
export function FaultPage({ view, code, said }: { readonly view: View; readonly code: string; readonly said: string }) {
  const { t, address } = view
  return (
    <Layout view={view} title={t('web.fault.title')}>
      <header>
        <h1>{t('web.fault.title')}</h1>
      </header>
      <p role="alert">{said}</p>
      <p class="small">{t('web.fault.code', { code })}</p>
      <p>
        <a href={to(address, '/')}>{t('web.fault.home')}</a>
      </p>
    </Layout>
  )
}
