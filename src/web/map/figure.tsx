import { raw } from 'hono/html'
import type { Tone } from '../../chart/map/classes.ts'
import { drawMap, isNumbered, type Look } from '../../chart/map/draw.ts'
import type { MapPicture } from '../../chart/map/picture.ts'
import type { AreaOnMap } from '../../territory/map.ts'
import { to } from '../frame/address.ts'
import type { View } from '../frame/view.ts'

/** "phường Đông Kinh", as the type and the name are written. */
export const areaName = ({ type, name }: Pick<AreaOnMap, 'type' | 'name'>): string => `${type} ${name}`
export const areaPath = (view: View, id: string): string => to(view.address, `/areas/${encodeURIComponent(id)}`)

/** A square of a class beside its words. */
export const Swatch = ({ tone }: { readonly tone: Tone | 'none' | 'part' }) => (
  <svg class="swatch" width="22" height="14" aria-hidden="true">
    <rect
      class={tone}
      width="22"
      height="14"
      fill={tone === 'none' || tone === 'part' ? `url(#swatch-${tone})` : undefined}
    />
  </svg>
)

/** The hatching that swatches without a figure are filled with; once a page. */
export const SwatchHatch = () => (
  <svg width="0" height="0" class="marks" aria-hidden="true">
    <pattern id="swatch-none" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class="hatched" d="M0 0V5" />
    </pattern>
    <pattern id="swatch-part" width="5" height="5" patternUnits="userSpaceOnUse">
      <path class="hatched" d="M0 2.5H5M2.5 0V5" />
    </pattern>
  </svg>
)

export interface MapFigureProps {
  readonly view: View
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  readonly picture: MapPicture
  readonly lacking: readonly AreaOnMap[]
  readonly lookOf: (area: string) => Look
  /** The id of the table that says the same in numbers. */
  readonly table: string
  /** Whether its numbers are those of the table's rows. */
  readonly ranked?: boolean
}

/** A map with the way round it for the keyboard, and what kind of map it is. */
export function MapFigure({ view, id, title, picture, lacking, lookOf, table, ranked }: MapFigureProps) {
  const { t } = view
  return (
    <figure class="map-ground">
      <a class="skip" href={`#${table}`}>
        {t('web.map.skip')}
      </a>
      {raw(drawMap(picture, id, title, lookOf))}
      <figcaption>
        {t(`web.map.kind-${picture.kind}`)}
        {ranked && isNumbered(picture) && <span class="wide-only"> {t('web.map.numbered')}</span>}
        {lacking.length > 0 && ` ${t('web.map.lacking', { names: lacking.map(({ name }) => name).join(', ') })}`}
      </figcaption>
    </figure>
  )
}
