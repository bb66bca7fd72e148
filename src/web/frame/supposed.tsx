import { parseLayers } from '../../plan/layer-text.ts'
import { here, to } from './address.ts'
import type { View } from './view.ts'

/** On a page that shows what is, while the address keeps what was supposed: that it is kept, and the way back to it. */
export function Supposed({ view }: { readonly view: View }) {
  const { t, address } = view
  const text = address.query.get('layers') ?? ''
  const plan = /^\/plans\/([^/]+)/.exec(address.path)?.[1]
  if (text === '' || address.path.endsWith('/what-if')) return null
  const { value: layers } = parseLayers(text)
  if (!layers || layers.length === 0) return null
  return (
    <p class="supposed small">
      {t('web.when.supposed', { names: layers.map(({ name }) => `“${name}”`).join(', ') })}{' '}
      {plan !== undefined && <a href={to(address, `/plans/${plan}/what-if`)}>{t('web.when.supposed-open')}</a>}{' '}
      <a href={here(address, { layers: null })}>{t('web.when.supposed-drop')}</a>
    </p>
  )
}
