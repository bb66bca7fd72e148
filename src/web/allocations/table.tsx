import { placeKey, WHOLE } from '../../evaluation/allocation/places.ts'
import type { SumLine } from '../../evaluation/allocation/sum-lines.ts'
import { absolute } from '../../measure/decimal.ts'
import type { End } from '../../measure/bound.ts'
import { showDecimal } from '../../measure/show.ts'
import type { Message } from '../../messages/message.ts'
import { to as toPage } from '../frame/address.ts'
import { boundInSigns, unitIn } from '../frame/figures.ts'
import { messageIn } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import { standingOf } from '../islands/allocations/lines.ts'
import type { Shown } from './load.ts'
import { endName, linesOf, nameOfArea, nameOfYear } from './said.ts'
import type { Typed } from './typed.ts'

interface TableProps {
  readonly view: View
  readonly shown: Shown
  readonly typed: Typed
  readonly messages: readonly Message[]
  /** The page's own path, for the row or column of one area or year. */
  readonly own: string
}

/** The fields of the shares: areas by times, or the years of one area down the page, with what they come to. */
export function ShareTableView(props: TableProps) {
  const { view, shown, typed, own } = props
  const { t, language, address } = view
  const { table, slice, sharers, measure, bound } = shown
  const { ends, overAreas, overYears } = table
  const byYear = slice.to === 'years'
  const [rows, columns] = byYear ? [table.years, table.areas] : [table.areas, table.years]
  const keyAt = (row: string, column: string) => (byYear ? placeKey(column, row) : placeKey(row, column))
  const lines = linesOf(view, shown, typed)
  const lineOf = (over: SumLine['over'], of: string, end: End) =>
    lines.find(line => line.over === over && line.of === of && line.end === end)
  const last = new Map([...(byYear ? sharers.years : sharers.areas)].map(each => [each.key, each.last]))
  const label = (column: string, end: End) =>
    [
      slice.to === 'table' || byYear ? '' : t('web.allocations.share-of'),
      byYear ? nameOfArea(view, shown, column) : nameOfYear(view, column),
      endName(view, bound, end),
    ]
      .filter(part => part !== '')
      .join(' · ')
  const short = (end: End) => [t('web.allocations.share-of'), endName(view, bound, end)].filter(Boolean).join(' · ')
  const rowName = (row: string) => (byYear ? row : nameOfArea(view, shown, row))
  const block = slice.to === 'table'
  return (
    <table class={`rows shares${block ? ' shares-block' : ''}`} id="shares">
      <caption>{unitIn(measure.unit, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(byYear ? 'web.allocations.year' : 'web.organisations.area')}</th>
          <th scope="col" class="num">
            {t('web.allocations.last')}
          </th>
          {columns.map(column =>
            ends.map(end => (
              <th scope="col" class="num">
                {block && column !== '' ? (
                  <a href={toPage(address, own, { to: 'areas', year: column })}>{label(column, end)}</a>
                ) : (
                  label(column, end)
                )}
              </th>
            )),
          )}
          {block && overYears && (
            <th scope="col" class="num">
              {t('web.allocations.years-sum')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr class={row === '' ? 'whole' : undefined}>
            <th scope="row" lang="vi">
              {block && row !== '' ? (
                <a href={toPage(address, own, { to: 'years', area: row })}>{rowName(row)}</a>
              ) : (
                rowName(row)
              )}
            </th>
            <td class="num" data-label={t('web.allocations.last')}>
              <Last value={last.get(row) ?? null} view={view} />
            </td>
            {columns.map((column, i) =>
              ends.map((end, j) => {
                const key = keyAt(row, column)
                const name = label(column, end)
                return (
                  <td class="num" data-label={block ? name : short(end)}>
                    {key === WHOLE ? (
                      j === 0 && <b>{boundInSigns(bound, language)}</b>
                    ) : (
                      <Cell
                        {...props}
                        name={`${end}.${key}`}
                        at={i * ends.length + j}
                        label={`${rowName(row)}: ${name}`}
                      />
                    )}
                  </td>
                )
              }),
            )}
            {block && overYears && (
              <td class="num" data-label={t('web.allocations.years-sum')}>
                {ends.map(end => (
                  <Sum view={view} line={lineOf('years', row, end)} />
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {(byYear ? overYears : overAreas) && (
        <tfoot>
          <tr>
            <th scope="row">{t(byYear ? 'web.allocations.years-sum' : 'web.allocations.areas-sum')}</th>
            <td></td>
            {columns.map(column =>
              ends.map(end => (
                <td class="num" data-label={block ? label(column, end) : short(end)}>
                  <Sum view={view} line={lineOf(byYear ? 'years' : 'areas', column, end)} />
                </td>
              )),
            )}
            {block && overYears && <td></td>}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

const Last = ({ view, value }: { readonly view: View; readonly value: Parameters<typeof showDecimal>[0] | null }) =>
  value && <>{showDecimal(value, view.language)}</>

interface CellProps extends TableProps {
  readonly name: string
  /** Its column among the fields. */
  readonly at: number
  readonly label: string
}

function Cell({ view, typed, messages, name, at, label }: CellProps) {
  const faults = messages.filter(each => each.column === name)
  return (
    <>
      <input
        name={name}
        value={typed[name] ?? ''}
        inputmode="decimal"
        autocomplete="off"
        aria-label={label}
        aria-invalid={faults.length > 0 ? 'true' : undefined}
        data-at={String(at)}
      />
      {faults.length > 0 && (
        <small class="wrong" role="alert">
          {faults.map(each => messageIn(each, view)).join(' ')}
        </small>
      )}
    </>
  )
}

function Sum({ view, line }: { readonly view: View; readonly line: SumLine | undefined }) {
  if (!line) return null
  const standing = standingOf(line)
  return (
    <div data-line={`${line.over} ${line.of} ${line.end}`}>
      {line.count > 0 && (
        <>
          <b>{showDecimal(line.sum, view.language)}</b>{' '}
          {standing !== 'open' && (
            <span class={standing === 'adds' ? undefined : 'overdue'}>
              {view.t(`web.allocations.short-${standing}`, {
                gap: line.difference ? showDecimal(absolute(line.difference), view.language) : '',
              })}
            </span>
          )}
        </>
      )}
    </div>
  )
}
