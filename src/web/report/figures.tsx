import type { Evidence } from '../../store/evidence.ts'
import type { FormFigure, ReportForm } from '../../desk/reports/form.ts'
import { absenceIn, ABSENCES } from '../../measure/absence.ts'
import { showPeriod } from '../../measure/show.ts'
import { showEntry, showFigure, type EntryFault } from '../../plan/entry.ts'
import { here } from '../frame/address.ts'
import { nameIn, type View } from '../frame/view.ts'
import { changeOf, differenceIn, percentIn } from './change.ts'
import { findingIn } from './finding.ts'
import { evidencePath } from './path.ts'
import { NOT_ENTERED, NOTHING_YET, plus, sumInWords, type ColumnSum } from '../islands/grid/column-sum.ts'
import { figuresShown, summedIn, type ShownReport } from './load.ts'
import { fieldsOf } from './take.ts'
import { besideIn, figureName, notationOf, unitOf } from './words.ts'

/** What was typed before and not taken, to be shown again. */
export interface Again {
  readonly typed: Readonly<Record<string, string>>
  readonly wrong: ReadonlyMap<string, EntryFault>
  /** Somebody else saved meanwhile: what stands is shown beside what was typed. */
  readonly sideBySide: boolean
}

export interface FiguresProps {
  readonly view: View
  readonly shown: ShownReport
  readonly again: Again | null
}

/** One figure after another: what stood before, the figure, why there is none, a remark, evidence. */
export function FigureList({ view, shown, again }: FiguresProps) {
  const { t, language } = view
  const { form, editable } = shown
  const evidence = evidenceBy(form.evidence)
  return (
    <table class="rows report list" id="figures">
      <thead>
        <tr>
          <th scope="col">{t(form.indicators.length === 1 ? 'web.report.area' : 'web.report.indicator')}</th>
          {form.yearBefore && (
            <th scope="col" class="num">
              {t('web.report.year-before', { period: showPeriod(form.yearBefore, language) })}
            </th>
          )}
          <th scope="col" class="num">
            {t('web.report.before', { period: showPeriod(form.previous, language) })}
          </th>
          <th scope="col" class="num value">
            {t('web.report.this')}
          </th>
          {editable ? (
            <th scope="col">{t('web.report.reason')}</th>
          ) : (
            <th scope="col" class="num">
              {t('web.report.change')}
            </th>
          )}
          <th scope="col">{t('web.report.note')}</th>
          {form.evidence.length > 0 && <th scope="col">{t('web.report.evidence')}</th>}
        </tr>
      </thead>
      <tbody>
        {figuresShown(shown).map(figure => (
          <ListRow view={view} shown={shown} again={again} figure={figure} files={evidence.get(figure.key) ?? []} />
        ))}
      </tbody>
    </table>
  )
}

function ListRow({
  view,
  shown,
  again,
  figure,
  files,
}: FiguresProps & { readonly figure: FormFigure; readonly files: readonly Evidence[] }) {
  const { t } = view
  const { form, editable } = shown
  const names = fieldsOf(figure.key)
  const name = figureName(figure, form, view)
  const { line } = figure
  const reason = again?.typed[names.reason] ?? line?.absent ?? ''
  return (
    <tr id={rowId(figure.key)}>
      <th scope="row">
        {name} <small>{unitOf(figure, view)}</small>
        <Findings view={view} shown={shown} figure={figure} />
      </th>
      {form.yearBefore && (
        <td
          class="num was"
          data-label={t('web.report.year-before', { period: showPeriod(form.yearBefore, view.language) })}
        >
          {besideIn(figure.yearBefore, view, notationOf(shown, view)) ?? (
            <span class="none">{t('web.report.none-before')}</span>
          )}
        </td>
      )}
      <td class="num was" data-label={t('web.report.before', { period: showPeriod(form.previous, view.language) })}>
        {besideIn(figure.previous, view, notationOf(shown, view)) ?? (
          <span class="none">{t('web.report.none-before')}</span>
        )}
      </td>
      <td class="num value" data-label={t('web.report.this')}>
        <FigureCell
          view={view}
          shown={shown}
          again={again}
          figure={figure}
          label={`${name} (${unitOf(figure, view)})`}
        />
      </td>
      {editable ? (
        <td data-label={t('web.report.reason')}>
          <select name={names.reason} aria-label={`${t('web.report.reason')}: ${name}`}>
            <option value="">{t('web.report.no-reason')}</option>
            {ABSENCES.map(each => (
              <option value={each} selected={each === reason}>
                {absenceIn(each, view.language)}
              </option>
            ))}
          </select>
        </td>
      ) : (
        <td class="num" data-label={t('web.report.change')}>
          <Changed view={view} figure={figure} />
        </td>
      )}
      <td class="note" data-label={t('web.report.note')}>
        {editable ? (
          <input
            name={names.note}
            value={again?.typed[names.note] ?? line?.note ?? ''}
            maxlength={2000}
            aria-label={`${t('web.report.note')}: ${name}`}
          />
        ) : (
          line?.note
        )}
      </td>
      {form.evidence.length > 0 && (
        <td class="files" data-label={t('web.report.evidence')}>
          {files.map(file => (
            <a href={evidencePath(file)} download={file.name}>
              {file.name}
            </a>
          ))}
        </td>
      )}
    </tr>
  )
}

export const rowId = (key: string): string => `f-${key.replace(/[^\w-]/g, '_')}`

/** The difference against the period before, with its share. */
export function Changed({ view, figure }: { readonly view: View; readonly figure: FormFigure }) {
  const change = changeOf(figure.line?.value ?? null, figure.previous, figure.indicator.unit)
  if (!change) return null
  return (
    <>
      {differenceIn(change.by, view.language)}
      {change.percent && <small> {percentIn(change.percent, view.language)}</small>}
      <span class="hidden"> {unitOf(figure, view)}</span>
    </>
  )
}

/** The figure itself: a field that takes what is typed as it is, or what stands. */
function FigureCell({
  view,
  shown,
  again,
  figure,
  label,
}: FiguresProps & { readonly figure: FormFigure; readonly label: string }) {
  const { t } = view
  const { editable } = shown
  const { line, key, indicator } = figure
  if (!editable) {
    const said = showFigure(line?.value ?? null, line?.absent ?? null, view.language)
    return line?.absent == null ? <b>{said}</b> : <small>{said}</small>
  }
  const stands = showEntry(line?.value ?? null, line?.absent ?? null, view.language)
  const names = fieldsOf(key)
  const typed = again?.typed[names.value]
  const fault = again?.wrong.get(key)
  const id = `${rowId(key)}-fault`
  const differs = again?.sideBySide === true && typed !== undefined && typed.trim() !== stands
  return (
    <>
      <input
        name={names.value}
        value={(typed ?? stands) || undefined}
        inputmode="decimal"
        aria-label={label}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault || differs ? id : undefined}
      />
      {fault && (
        <small class="wrong" id={id}>
          {t(`web.report.${fault}`, { decimals: String(indicator.decimals) })}
        </small>
      )}
      {differs && !fault && (
        <small class="theirs" id={id}>
          {stands === '' ? t('web.report.theirs-none') : t('web.report.theirs', { value: stands })}
        </small>
      )}
    </>
  )
}

function Findings({
  view,
  shown,
  figure,
}: {
  readonly view: View
  readonly shown: ShownReport
  readonly figure: FormFigure
}) {
  const found = shown.findings.get(figure.key) ?? []
  return (
    <span class="finding" data-finding={figure.key}>
      {found.map(message => findingIn(message, view, notationOf(shown, view))).join(' ')}
    </span>
  )
}

/** Rows are grouped to about a phone's screen: what is out of sight is laid out when it comes near, a group at a time. */
const CELLS_OF_A_SCREEN = 16
/** With more columns a single row is higher than any screen. */
const BROAD = 24

/** Areas down, indicators across; in each cell what stood before, small, and the figure. */
export function FigureMatrix({ view, shown, again }: FiguresProps) {
  const { t, template, language, address } = view
  const { form } = shown
  const columns = form.indicators.map(indicator => {
    const [name, unit] = [nameIn(indicator.name, language), unitOf({ indicator }, view)]
    return { code: indicator.code, name, unit, label: `${name} (${unit})` }
  })
  const byKey = new Map(figuresShown(shown).map(figure => [figure.key, figure]))
  const sums = sumsOf(form)
  const rows = Math.ceil(CELLS_OF_A_SCREEN / columns.length)
  const groups = Array.from({ length: Math.ceil((shown.to - shown.from) / rows) }, (_, i) => {
    const from = shown.from + i * rows
    return form.areas.slice(from, Math.min(shown.to, from + rows))
  })
  return (
    <table class={columns.length > BROAD ? 'report matrix broad' : 'report matrix'} id="figures">
      <thead>
        <tr>
          <th scope="col">{t('web.report.area')}</th>
          {columns.map(({ name, unit }) => (
            <th scope="col" class="num">
              {name} <small>{unit}</small>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(areas => (
        <tbody>
          {areas.map(area => (
            <tr>
              <th scope="row">
                <a href={here(address, { area: area.id, from: null })}>{area.name}</a>
              </th>
              {columns.map(({ code, label }) => {
                const figure = byKey.get(`${code} ${area.id}`)
                if (!figure) return <td class="cell none"></td>
                const was = besideIn(figure.previous, view, notationOf(shown, view))
                return (
                  <td class={shown.findings.has(figure.key) ? 'cell warned' : 'cell'} data-label={label}>
                    {was !== null && <small class="was">{was}</small>}
                    <FigureCell
                      view={view}
                      shown={shown}
                      again={again}
                      figure={figure}
                      label={`${area.name}: ${label}`}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      ))}
      {sums.size > 0 && (
        <tfoot>
          <tr>
            <th scope="row">{t('web.report.sum')}</th>
            {columns.map(({ code, name }) => {
              const total = sums.get(code)
              return (
                <td class="num" data-label={name} data-sum={code}>
                  {total ? sumInWords(total, template('web.report.sum-of'), notationOf(shown, view)) : ''}
                </td>
              )
            })}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** The sums of what is entered, of each indicator that may be added up. */
function sumsOf(form: ReportForm): ReadonlyMap<string, ColumnSum> {
  const sums = new Map<string, ColumnSum>([...summedIn(form)].map(code => [code, NOTHING_YET]))
  for (const { indicator, line } of form.figures) {
    const sum = sums.get(indicator.code)
    if (sum) sums.set(indicator.code, plus(sum, line ?? NOT_ENTERED))
  }
  return sums
}

function evidenceBy(evidence: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const found = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = `${each.indicator} ${each.area}`
    const list = found.get(key)
    if (list) list.push(each)
    else found.set(key, [each])
  }
  return found
}
