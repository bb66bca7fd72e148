import { LARGEST_MB } from '../../api/upload.ts'
import type { ReadBoundaries } from '../../exchange/boundaries/read.ts'
import type { Message } from '../../messages/message.ts'
import { showDay } from '../../measure/show.ts'
import { mapDays, communesOn } from '../../territory/map-days.ts'
import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { sends } from '../frame/sends.ts'
import { NoTerritory } from './view.tsx'
import type { Ground } from './ground.ts'

/** What came of a file of boundaries. */
export type Loaded =
  | {
      readonly kind: 'taken'
      readonly day: string
      readonly read: ReadBoundaries
      readonly known: boolean
      readonly messages: readonly Message[]
    }
  | { readonly kind: 'refused'; readonly messages: readonly Message[] }

export interface BoundariesPageProps {
  readonly view: View
  readonly ground: Ground
  readonly told: Loaded | null
}

/** A file of boundaries, matched to the map of a day. */
export function BoundariesPage({ view, ground, told }: BoundariesPageProps) {
  const { t, address, language } = view
  const { territory } = ground.chosen
  return (
    <Layout view={view} title={t('web.boundaries.title')} place="map" scripts={['busy']}>
      <header>
        <h1>{t('web.boundaries.title')}</h1>
      </header>
      {told && <Told view={view} told={told} />}
      {territory.areas.size === 0 ? (
        <NoTerritory view={view} ground={ground} />
      ) : (
        <form method="post" action={to(address, '/map/boundaries')} {...sends(view, 'web.boundaries.busy')}>
          <p>{t('web.boundaries.about', { size: String(LARGEST_MB) })}</p>
          <div class="fields">
            <div>
              <label for="day">{t('web.boundaries.day')}</label>
              <select id="day" name="day">
                {mapDays(territory)
                  .filter(day => communesOn(territory, day) > 0)
                  .map(day => (
                    <option value={day} selected={day === ground.since}>
                      {t('web.when.map-since', {
                        day: showDay(day, language),
                        count: String(communesOn(territory, day)),
                      })}
                    </option>
                  ))}
              </select>
            </div>
            <div class="wide">
              <label for="file">{t('web.boundaries.file')}</label>
              <input type="file" id="file" name="file" accept=".geojson,.topojson,.json" required />
            </div>
          </div>
          <p class="acts">
            <button type="submit" class="main">
              {t('web.boundaries.send')}
            </button>
            <a href={to(address, '/map')}>{t('web.map.title')}</a>
          </p>
        </form>
      )}
    </Layout>
  )
}

function Told({ view, told }: { readonly view: View; readonly told: Loaded }) {
  const { t, language } = view
  if (told.kind === 'refused')
    return (
      <div class="fault" role="alert">
        <p>{t('web.boundaries.refused')}</p>
        <MessageList view={view} messages={told.messages} />
      </div>
    )
  const { outlines, property, unmatched, missing, positions } = told.read
  return (
    <div class="told" role="status">
      <p>
        {t(told.known ? 'web.boundaries.known' : 'web.boundaries.taken', {
          count: String(outlines.size),
          day: showDay(told.day, language),
          property,
        })}{' '}
        {t('web.boundaries.positions', { read: String(positions.read), kept: String(positions.kept) })}
      </p>
      {(unmatched > 0 || missing.length > 0) && (
        <>
          <p>{t('web.boundaries.left', { unmatched: String(unmatched), missing: String(missing.length) })}</p>
          <MessageList view={view} messages={told.messages} />
        </>
      )}
      <p>
        <a href={to(view.address, '/map', { map: told.day })}>{t('web.boundaries.see')}</a>
      </p>
    </div>
  )
}
