import type { Child } from 'hono/jsx'
import { dayIn } from '../../measure/vietnam-time.ts'
import { showDay } from '../../measure/show.ts'
import type { Chosen } from '../chosen.ts'
import type { View } from '../frame/view.ts'
import type { Entry } from '../scoreboard/load.ts'
import { endPath, overviewPath, slidePath, type Deck } from './deck.ts'

export interface TurnProps {
  readonly view: View
  readonly deck: Deck
  readonly chosen: Chosen
  /** The one that is shown; null on the overview. */
  readonly entry: Entry | null
  /** What stands beside the day: sources, or the keys. */
  readonly children?: Child
}

/** The foot of every picture of a show: as of which day, from whom, and the way on. The keys follow the same links. */
export function Turn({ view, deck, chosen: { asked }, entry, children }: TurnProps) {
  const { t, language, address } = view
  const { entries } = deck
  const at = entry === null ? -1 : entries.findIndex(each => each.target.id === entry.target.id)
  const [before, after] = [entries[at - 1], entries[at + 1]]
  return (
    <footer class="turn">
      <p>
        {t('web.score.printed', {
          on: showDay(asked.on, language),
          asOf: showDay(dayIn(new Date(asked.asOf)), language),
        })}
        {'. '}
        {children}
      </p>
      <nav aria-label={t('web.present.start')}>
        {before && (
          <a rel="prev" href={slidePath(address, deck, before)}>
            {t('web.target.previous')}
          </a>
        )}
        {entry && (
          <a rel="start" href={overviewPath(address, deck)}>
            {t('web.present.overview')}
          </a>
        )}
        {after && (
          <a rel="next" href={slidePath(address, deck, after)}>
            {t(entry ? 'web.target.next' : 'web.present.first')}
          </a>
        )}
        <a rel="up" href={endPath(address)}>
          {t('web.present.stop')}
        </a>
      </nav>
    </footer>
  )
}
