import type { ResponsibilityGap } from '../../desk/organisations/assignment.ts'
import type { Setup } from '../../desk/setup.ts'
import { areaName } from '../territory/names.ts'
import { to } from '../frame/address.ts'
import { nameIn, type View } from '../frame/view.ts'

interface GapsProps {
  readonly view: View
  readonly setup: Setup
  readonly gaps: readonly ResponsibilityGap[]
}

const NAMED = 6

/** Figures that are asked for and are nobody's, or have no deputy: by indicator, with the areas. */
export function Gaps({ view, setup, gaps }: GapsProps) {
  const { t, address, language } = view
  const codes = [...new Set(gaps.map(gap => gap.indicator))]
  const nobody = gaps.filter(gap => gap.lacks === 'owner').length
  const areas = (code: string, lacks: ResponsibilityGap['lacks']) => {
    const found = [...new Set(gaps.filter(gap => gap.indicator === code && gap.lacks === lacks).map(gap => gap.area))]
    if (found.length === 0) return null
    const named = found.slice(0, NAMED).map(id => areaName(setup.territory, id, '9999-12-31'))
    return `${named.join(', ')}${found.length > NAMED ? ` … (${found.length})` : ''}`
  }
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">
        {t(nobody > 0 ? 'web.organisations.gaps' : 'web.organisations.gaps-deputy')}{' '}
        <small>{nobody > 0 ? nobody : gaps.length}</small>
      </h2>
      {codes.length === 0 ? (
        <p>{t('web.organisations.no-gaps')}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t('web.indicators.name')}</th>
              {nobody > 0 && <th scope="col">{t('web.organisations.no-owner')}</th>}
              <th scope="col">{t('web.organisations.no-deputy')}</th>
            </tr>
          </thead>
          <tbody>
            {codes.map(code => {
              const known = setup.indicators.get(code)
              return (
                <tr>
                  <th scope="row">
                    <a href={to(address, `/indicators/${encodeURIComponent(code)}`)} lang="vi">
                      {known ? nameIn(known.name, language) : code}
                    </a>
                  </th>
                  {nobody > 0 && (
                    <td data-label={t('web.organisations.no-owner')} lang="vi">
                      {areas(code, 'owner')}
                    </td>
                  )}
                  <td data-label={t('web.organisations.no-deputy')} lang="vi">
                    {areas(code, 'deputy')}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
