import { absenceIn } from '../../measure/absence.ts'
import type { GapOf } from '../../evaluation/contribution/contributions.ts'
import type { Contribution } from '../../evaluation/contribution/decompose.ts'
import {
  addRatio,
  approximateRatio,
  divideRatio,
  exactDecimal,
  multiplyRatio,
  NOUGHT,
  ratio,
  showRatio,
  type Ratio,
} from '../../measure/ratio.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Plan } from '../../plan/plan.ts'
import { here } from '../frame/address.ts'
import { ratioIn, unitIn } from '../frame/figures.ts'
import { withUnit } from '../../measure/show-unit.ts'
import { nameIn, type View } from '../frame/view.ts'
import { areaName, areaPath, MapFigure } from '../map/figure.tsx'
import { Bar, Legend } from '../map/legend.tsx'
import type { Gap } from './gap.ts'

interface GapProps {
  readonly view: View
  readonly plan: Plan
  readonly found: Gap
}

/** So many rows stand on the page; the rest on demand, by the address. */
const MOST_ROWS = 15

/** Who makes the gap: in words, as a map, and ranked with bars; the rows add up to the gap. */
export function GapPart({ view, plan, found }: GapProps) {
  const { t } = view
  const { gap, drawn, areas, parts } = found
  const id = `gap-${gap.measure}${gap.by === 'parts' ? '-parts' : ''}`
  const table = <GapTable view={view} plan={plan} found={found} id={id} />
  return (
    <>
      <h3 id={`h-${id}`}>{t(gap.by === 'parts' ? 'web.gap.title-parts' : 'web.gap.title-areas')}</h3>
      <Told view={view} plan={plan} found={found} />
      {drawn ? (
        <div class="map-and-table">
          <div>
            <MapFigure
              view={view}
              id={`map-${id}`}
              title={t('web.gap.map', { name: nameIn(gap.name, view.language) })}
              picture={drawn.picture}
              lacking={drawn.lacking}
              table={id}
              ranked
              lookOf={area => {
                const at = parts.findIndex(each => each.id === area)
                const part = parts[at]
                const named = areas.get(area)
                const owed = part?.gap ?? null
                return {
                  tone: owed ? drawn.classes.toneOf(owed) : 'none',
                  said: `${owed ? `${at + 1}. ` : ''}${named ? areaName(named) : area}: ${owed ? amountIn(view, found, owed) : absenceIn('notReported', view.language)}`,
                  href: areaPath(view, area),
                  name: named?.name ?? area,
                  number: owed ? String(at + 1) : '',
                }
              }}
            />
            <Legend
              view={view}
              about={t(`web.gap.legend-${gap.side}`)}
              unit={gap.unit}
              decimals={decimalsOf(gap)}
              classes={drawn.classes}
              none={gap.of.silent.length}
            />
          </div>
          {table}
        </div>
      ) : (
        table
      )}
    </>
  )
}

const nameOf = (view: View, plan: Plan, { gap, areas }: Gap, id: string): string => {
  const area = areas.get(id)
  if (area) return areaName(area)
  const part = gap.by === 'parts' && plan.targets.flatMap(each => each.measures).find(each => each.id === id)
  return part ? nameIn(part.name, view.language) : id
}

const valueIn = (view: View, found: Gap, value: Ratio) =>
  showDecimal(showRatio(value, decimalsOf(found.gap)), view.language)

/** As many decimals as its longest number has, and no more than the indicator: a column of numbers stands under each other. */
function decimalsOf({ of, decimals }: GapOf): number {
  const shown = [
    of.gap,
    of.unshared,
    of.unexplained,
    ...of.parts.flatMap(({ bound, value }) => [bound, value ?? NOUGHT]),
  ]
  return Math.max(0, ...shown.map(each => Math.min(decimals, exactDecimal(each)?.scale ?? decimals)))
}

/** "thiếu 12 xã", "vượt 3 xã", "vừa đủ": what is missing of a floor, or too much over a ceiling. */
function amountIn(view: View, found: Gap, owed: Ratio): string {
  const word = owed.num === 0n ? 'even' : owed.num > 0n ? 'owed' : 'ahead'
  if (word === 'even') return view.t(`web.gap.${found.gap.side}-even`)
  return view.t(`web.gap.${found.gap.side}-${word}`, {
    amount: withUnit(
      valueIn(view, found, { ...owed, num: owed.num < 0n ? -owed.num : owed.num }),
      unitIn(found.gap.unit, view.language),
    ),
  })
}

/** So many names stand in a sentence. */
const MOST_NAMES = 3

/** The gap in words: how large, who makes the most of it, who is silent, and what nobody was given. */
function Told({ view, plan, found }: GapProps) {
  const { t } = view
  const { gap, parts, areas } = found
  const { of } = gap
  const owing = parts.filter(part => part.gap !== null && part.gap.num > 0n)
  const first = owing.slice(0, MOST_NAMES)
  const share = first.map(part => part.share ?? NOUGHT).reduce(addRatio, NOUGHT)
  const names = (ids: readonly string[]) =>
    ids
      .slice(0, MOST_NAMES)
      .map(id => nameOf(view, plan, found, id))
      .join(', ') + (ids.length > MOST_NAMES ? ' …' : '')
  const kind = gap.by === 'parts' ? 'parts' : 'areas'
  const counts = { count: String(owing.length), of: String(parts.length) }
  return (
    <>
      <p>
        {t('web.gap.whole', { amount: amountIn(view, found, of.gap) })}{' '}
        {owing.length === 0 ? t(`web.gap.nobody-${kind}`) : t(`web.gap.owing-${kind}`, counts)}{' '}
        {of.gap.num > 0n &&
          first.length > 0 &&
          t('web.gap.most', {
            names: first.map(({ id }) => nameOf(view, plan, found, id)).join(', '),
            share: percentIn(view, share),
          })}
      </p>
      {of.silent.length > 0 && (
        <p>
          {t(`web.gap.silent-${kind}`, {
            count: String(parts.length - of.silent.length),
            of: String(parts.length),
            names: names(of.silent),
          })}
        </p>
      )}
      {kind === 'areas' && areas.size > 0 && areas.size < parts.length && (
        <p class="small">{t('web.gap.off-map', { count: String(parts.length - areas.size) })}</p>
      )}
    </>
  )
}

const percentIn = (view: View, share: Ratio): string =>
  `${ratioIn(multiplyRatio(share, ratio(100n)), 0, view.language)}%`

/** Every part with what it was given, what it made and what is missing; the last row is the sum. */
function GapTable({ view, plan, found, id }: GapProps & { readonly id: string }) {
  const { t, language, address } = view
  const { gap, parts, drawn, areas } = found
  const whole = address.query.get('gap') === 'all'
  const shown = whole ? parts : parts.slice(0, MOST_ROWS)
  const rest = parts.slice(shown.length)
  const sizes = parts.flatMap(part => (part.gap ? [approximateRatio(part.gap)] : []))
  const [least, most] = [Math.min(0, ...sizes), Math.max(0, ...sizes)]
  const shares = gap.of.gap.num > 0n
  const heads = headsOf(view, plan, found)
  const termOf = new Map(gap.terms.map(term => [term.area, term]))
  const cells = (part: Contribution): readonly (string | null)[] => {
    if (gap.by !== 'ratio') return [valueIn(view, found, part.bound), part.value && valueIn(view, found, part.value)]
    const term = termOf.get(part.id)
    return term ? [ratioIn(term.above, 3, language), ratioIn(term.below, 3, language)] : [null, null]
  }
  return (
    <div>
      <table class="rows ranks gaps" id={id} tabindex={-1}>
        <caption>{t(`web.gap.caption-${gap.by}`)}</caption>
        <thead>
          <tr>
            <th scope="col" class="num">
              №
            </th>
            <th scope="col">{t(gap.by === 'parts' ? 'web.gap.part' : 'web.areas.area')}</th>
            {heads.map(head => (
              <th scope="col" class="num">
                {head}
              </th>
            ))}
            <th scope="col" class="num">
              {t(`web.gap.head-${gap.side}`)} <small>{unitIn(gap.unit, language)}</small>
            </th>
            {shares && (
              <th scope="col" class="num">
                {t('web.gap.share')}
              </th>
            )}
            <th scope="col">
              <span class="hidden">{t('web.map.bar')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part, i) => (
            <tr>
              <td class="num">{part.gap && i + 1}</td>
              <th scope="row">
                {areas.has(part.id) ? (
                  <a href={areaPath(view, part.id)}>{nameOf(view, plan, found, part.id)}</a>
                ) : (
                  nameOf(view, plan, found, part.id)
                )}
              </th>
              {cells(part).map((cell, k) => (
                <td class="num beside" data-label={heads[k]}>
                  {cell ?? absenceIn('notReported', view.language)}
                </td>
              ))}
              <td class="num" data-label={t(`web.gap.head-${gap.side}`)}>
                {part.gap ? valueIn(view, found, part.gap) : '–'}
              </td>
              {shares && (
                <td class="num beside" data-label={t('web.gap.share')}>
                  {part.share ? percentIn(view, part.share) : '–'}
                </td>
              )}
              <td class="bars">
                {part.gap && (
                  <Bar
                    value={part.gap}
                    least={least}
                    most={most}
                    tone={drawn?.classes.toneOf(part.gap) ?? (part.gap.num > 0n ? 'b2' : 'g2')}
                  />
                )}
              </td>
            </tr>
          ))}
          {rest.length > 0 && (
            <Rest
              view={view}
              found={found}
              name={t('web.gap.others', { count: String(rest.length) })}
              span={heads.length}
              gap={rest.map(part => part.gap ?? NOUGHT).reduce(addRatio, NOUGHT)}
            />
          )}
        </tbody>
        <tfoot>
          {gap.of.unshared.num !== 0n && (
            <Rest view={view} found={found} name={t('web.gap.unshared')} span={heads.length} gap={gap.of.unshared} />
          )}
          {gap.of.unexplained.num !== 0n && (
            <Rest
              view={view}
              found={found}
              name={t(gap.of.silent.length > 0 ? 'web.gap.unexplained-silent' : 'web.gap.unexplained')}
              span={heads.length}
              gap={gap.of.unexplained}
            />
          )}
          <Rest view={view} found={found} name={t('web.gap.sum')} span={heads.length} gap={gap.of.gap} sum />
        </tfoot>
      </table>
      {rest.length > 0 && (
        <p>
          <a href={`${here(address, { gap: 'all' })}#${id}`}>{t('web.gap.all', { count: String(parts.length) })}</a>
        </p>
      )}
    </div>
  )
}

/** What the two columns before the gap are called. */
function headsOf(view: View, plan: Plan, { gap }: Gap): readonly string[] {
  const { t, language } = view
  if (gap.by !== 'ratio') return [t('web.gap.given'), t('web.gap.made')]
  const measure = plan.targets.flatMap(each => each.measures).find(each => each.id === gap.measure)
  const named = (code: string | undefined) => {
    const indicator = plan.indicators.find(each => each.code === code)
    return indicator ? nameIn(indicator.name, language) : (code ?? '')
  }
  const own = plan.indicators.find(each => each.code === measure?.indicators[0])
  return own?.ratio
    ? [named(own.ratio.numerator), named(own.ratio.denominator)]
    : [t('web.gap.weighted', { name: named(own?.code) }), named(own?.weight)]
}

interface RestProps {
  readonly view: View
  readonly found: Gap
  readonly name: string
  /** How many columns stand between the name and the gap. */
  readonly span: number
  readonly gap: Ratio
  readonly sum?: boolean
}

/** A row that is no part: several together, what is left over, the sum. */
function Rest({ view, found, name, span, gap, sum = false }: RestProps) {
  const { t } = view
  const whole = found.gap.of.gap
  return (
    <tr class={sum ? 'sum' : undefined}>
      <td class="num"></td>
      <th scope="row" colspan={1 + span}>
        {name}
      </th>
      <td class="num" data-label={t(`web.gap.head-${found.gap.side}`)}>
        {valueIn(view, found, gap)}
      </td>
      {whole.num > 0n && (
        <td class="num beside" data-label={t('web.gap.share')}>
          {percentIn(view, divideRatio(gap, whole))}
        </td>
      )}
      <td></td>
    </tr>
  )
}
